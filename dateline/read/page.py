"""A page as lines that are being told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..records import Part, PartKind
from .openings import Stamp

LINE = re.compile(r"[^\n]+")
BULLET = re.compile(r"[\s•‣◦▪▫●○■□⁃∙]*")
SENTENCE_END = re.compile(r"[.!?…]['\"’”»)\]]*$")
FULL_STOP = re.compile(r"[.…;:,]['\"’”»)\]]*$")
NOT_LETTERS = re.compile(r"\W+")


@dataclass(slots=True)
class Line:
    start: int
    """First code point that is neither white space nor a bullet."""
    end: int
    text: str
    kind: PartKind | None = None
    """None while open: nothing about the line says that it is not text."""
    stamps: tuple[Stamp, ...] = ()
    """The times that it prints, where it prints nothing else."""
    body_start: int = 0
    """Where the text begins after a dateline, counted from `start`."""

    @property
    def is_sentence(self) -> bool:
        return bool(SENTENCE_END.search(self.text))

    @property
    def has_stop(self) -> bool:
        return bool(FULL_STOP.search(self.text))


def split_page(text: str) -> list[Line]:
    """The lines of the text that are not blank, trimmed, with offsets into it as given."""
    lines = []
    for found in LINE.finditer(text):
        raw = found[0].rstrip()
        indent = BULLET.match(raw)
        first = indent.end() if indent else 0
        if first < len(raw):
            start = found.start() + first
            lines.append(Line(start, found.start() + len(raw), raw[first:]))
    return lines


def parts_of(lines: list[Line]) -> tuple[Part, ...]:
    """The lines as parts; neighbours of one kind are one part."""
    parts: list[Part] = []
    for line in lines:
        kind = line.kind or "body"
        if line.body_start:
            head = line.text[: line.body_start].rstrip()
            parts.append(Part(line.start, line.start + len(head), "dateline"))
        start = line.start + line.body_start
        if parts and parts[-1].kind == kind and not line.body_start:
            start = parts.pop().start
        parts.append(Part(start, line.end, kind))
    return tuple(parts)


def folded(text: str) -> str:
    """The letters and digits alone, in one case, for comparing two printings of a line."""
    return NOT_LETTERS.sub("", text).casefold()
