"""An article's text as the blocks that a reader sees: its lines, and what is set aside, folded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dateline.records import ANALYSED_PARTS, Article, Part, PartKind, Span

LONGEST = 8_000
"""Code points of a block; a longer line is cut between words."""
_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_FOLD = re.compile(r"\S(?:.*\S)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block(Span):
    """A stretch of the text; between two blocks there is white space only."""

    kinds: tuple[PartKind, ...]
    """What the page uses it for; more than one only where it is folded."""

    @property
    def is_folded(self) -> bool:
        return self.kinds[0] not in ANALYSED_PARTS


def blocks_of(article: Article) -> tuple[Block, ...]:
    """The whole text as blocks, in order."""
    found: list[Block] = []
    for run in _runs(_covering(article)):
        whole = run[0].start, run[-1].end
        if run[0].kind not in ANALYSED_PARTS:
            kinds = tuple(dict.fromkeys(part.kind for part in run))
            found += [Block(*span, kinds) for span in _cut(article.text, _FOLD, *whole)]
        else:
            for span in _cut(article.text, _LINE, *whole):
                found.append(Block(*span, (_kind(run, span[0]),)))
    return tuple(found)


def _covering(article: Article) -> Iterator[Part]:
    """The parts, and as body what stands between them."""
    done = 0
    for part in sorted(article.parts, key=lambda part: part.start):
        start, end = max(done, part.start), min(part.end, len(article.text))
        if article.text[done:start].strip():
            yield Part(done, start, "body")
        if start < end:
            yield Part(start, end, part.kind)
            done = end
    if article.text[done:].strip():
        yield Part(done, len(article.text), "body")


def _runs(parts: Iterator[Part]) -> Iterator[list[Part]]:
    """Neighbours that are read, or that are set aside, together."""
    run: list[Part] = []
    for part in parts:
        if run and (run[-1].kind in ANALYSED_PARTS) != (part.kind in ANALYSED_PARTS):
            yield run
            run = []
        run.append(part)
    if run:
        yield run


def _cut(text: str, unit: re.Pattern[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in unit.finditer(text, start, end):
        cuts = [match.start()]
        while match.end() - cuts[-1] > LONGEST:
            cuts.append(_between_words(text, cuts[-1]))
        for first, last in pairwise([*cuts, match.end()]):
            kept = text[first:last].lstrip()
            yield last - len(kept), last - len(kept) + len(kept.rstrip())


def _between_words(text: str, start: int) -> int:
    last = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
    return last + 1 if last > 0 else start + LONGEST


def _kind(run: list[Part], start: int) -> PartKind:
    """The kind of the part that a line begins in; a dateline heads a line of the body."""
    kinds = (part.kind for part in run if part.start <= start < part.end)
    kind = next(kinds, run[-1].kind)
    return "body" if kind == "dateline" else kind
