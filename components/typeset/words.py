"""The words of a quotation as a newspaper sets them, and the manner in which they were said."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from components.typeset import source
from components.typeset.sought import sought_in
from components.typeset.text import ELLIPSIS, Mark, Piece, around, pieces
from dateline.search import Tree

WORDS = 700
PASSAGE = 2400
_MARKS = '"“”«»„‟'
_QUOTED = re.compile(f"[{_MARKS}]([^{_MARKS}]*)[{_MARKS}]?")
_TAKES_OBJECT = re.compile(r"\b(?:tell|told|ask|inform|assur|remind|advis|warn|urg)", re.IGNORECASE)
Row = Mapping[Any, Any]


def words(row: Row, search: Tree | None = None) -> list[Piece]:
    """What was said: direct speech in quotation marks, of mixed speech what is quoted in it."""
    if row["mode"] == "mixed":
        return _mixed(row, search)
    said = _clipped(row["content"].strip().rstrip(",;"))
    told = f"“{said}”" if row["mode"] == "direct" else said
    return pieces(told, sought_in(told, search))


def quoted(row: Row, search: Tree | None = None) -> list[Piece]:
    """The words in quotation marks alone, of mixed speech each with what is left out between."""
    if row["mode"] != "mixed":
        return words(row, search)
    found = [p for p in _mixed(row, search) if not isinstance(p, str) and "quoted" in p["kinds"]]
    between: list[Piece] = [f" {ELLIPSIS} "]
    kept = [part for piece in found for part in (*between, piece)][1:]
    return kept or words(row, search)


def manner(row: Row) -> list[str]:
    """The mode where it is not direct, the cue, to whom, where, and the day if it is another.

    A venue that is one of the places named beside it is not said twice.
    """
    cue, to = source.text_of(row, "cue"), source.text_of(row, "addressee")
    venue = source.text_of(row, "venue")
    said_on = source.days_of(row, "said_on")
    is_other = said_on and said_on != source.days_of(row, "published")
    parts = (
        row["mode"] if row["mode"] != "direct" else "",
        _said_to(cue, to) if to else cue,
        venue if venue and venue not in [place["name"] for place in row["places"]] else "",
        f"on {said_on['words']}" if said_on and is_other else "",
    )
    return [part for part in parts if part]


def _said_to(cue: str, to: str) -> str:
    whom = to if _TAKES_OBJECT.search(cue) else to.removeprefix("to ")
    return f"{cue}{to_whom(cue)}{whom}".strip()


def to_whom(cue: str) -> str:
    """What stands between a cue and its addressee: "told reporters", "said to reporters"."""
    return " " if _TAKES_OBJECT.search(cue) else " to "


def passage(row: Row, search: Tree | None = None) -> list[Piece]:
    """The paragraph, with the words, their speaker and the cue marked, and what is sought."""
    first = row["passage_start"]
    spans: list[Mark] = [(f["start"], f["end"], "content") for f in row["fragments"]]
    spans.append((row["speaker_start"], row["speaker_end"], "speaker"))
    spans.append((row["cue_start"], row["cue_end"], "cue"))
    marks = [(s - first, e - first, kind) for s, e, kind in spans if 0 <= s < e]
    focus = (row["start"] - first, row["end"] - first)
    return around(
        row["passage_text"], marks + sought_in(row["passage_text"], search), focus, PASSAGE
    )


def _mixed(row: Row, search: Tree | None) -> list[Piece]:
    text, first = row["passage_text"], row["passage_start"]
    spans = [(f["start"] - first, f["end"] - first) for f in row["fragments"]]
    if not spans or any(not 0 <= start < end <= len(text) for start, end in spans):
        said = _clipped(row["content"])
        return pieces(said, sought_in(said, search))
    said = _clipped(" ".join(_with_marks(text, *span) for span in spans))
    found, done = list[Piece](), 0
    for match in _QUOTED.finditer(said):
        quoted, before = f"“{match[1]}”", said[done : match.start()]
        found += pieces(before, sought_in(before, search))
        found += pieces(quoted, [(0, len(quoted), "quoted"), *sought_in(quoted, search)])
        done = match.end()
    rest = said[done:].rstrip(",; ")
    return found + pieces(rest, sought_in(rest, search))


def _with_marks(text: str, start: int, end: int) -> str:
    """The span with the quotation marks that touch it."""
    while start and text[start - 1] in _MARKS:
        start -= 1
    while end < len(text) and text[end] in _MARKS:
        end += 1
    return text[start:end]


def _clipped(text: str) -> str:
    return text if len(text) <= WORDS else text[:WORDS].rstrip() + f" {ELLIPSIS}"
