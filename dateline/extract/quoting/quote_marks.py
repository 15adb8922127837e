"""Where quotation marks pair: the stretches of an article that stand inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ...records import Passage, Span

Side = Literal["open", "close", "either"]

_MARK = re.compile(r"''|``|[\"“”„‟«»‹›「」『』＂]|(?<![\w'])['‘‚](?=[\w“\"(\[$£€…])|['’](?!\w)")
_INCHES = re.compile(r"\d\s?(?:['’′]|ft|feet)\s?\d{1,2}$")
_ELISION = re.compile(r"['‘’](?:\d|(?:em|tis|twas|til|cause|n|cos|bout|round)\b)", re.IGNORECASE)
_OPENING = frozenset("“„‟«‹「『``")
_CLOSING = frozenset("”»›」』")
_CLOSERS = {
    "„": '“”‟"',
    "‚": "‘’'",
    "»": "«",
    "›": "‹",
    "‘": "’'",
    "'": "'’",
}
_LEAD = re.compile(r"[^\w\"“„‟«‹‘'`＂]*")


@dataclass(frozen=True, slots=True)
class Marked(Span):
    """A stretch with its marks; `inner` is what stands between them."""

    inner: Span
    passage: Passage
    is_single: bool = False
    """The marks are single ones, which also serve as apostrophes."""
    is_continued: bool = False
    """It carries on from an unclosed stretch in the passage before."""

    @property
    def fills_passage(self) -> bool:
        """Whether nothing of the passage stands outside but a bullet or a full stop."""
        return self.start - self.passage.start <= 3 and self.passage.end - self.end <= 1


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    char: str
    side: Side
    is_single: bool


def pair_marks(text: str, passages: Sequence[Passage]) -> tuple[Marked, ...]:
    """The marked stretches of a text, in order, each within one passage and none inside another.

    Misses:
        A mark without a partner in its passage, and the words that it was meant to enclose;
        single marks that stand inside double ones; the closing mark of a single-marked stretch
        that an apostrophe imitates.
    """
    found: list[Marked] = []
    is_open = False
    for index, passage in enumerate(passages):
        following = passages[index + 1] if index + 1 < len(passages) else None
        pairs, unclosed = _pairs(_marks(text, passage))
        first = _first_mark(text, passage)
        stretches = [_marked(passage, left, right) for left, right in pairs]
        if unclosed and ((is_open and unclosed.start == first) or _reopens(text, following)):
            stretches.append(_tail(passage, unclosed))
        for stretch in stretches:
            carried = is_open and stretch.start == first and not stretch.is_single
            found.append(replace(stretch, is_continued=carried))
        is_open = bool(unclosed and not unclosed.is_single and _reopens(text, following))
    return tuple(found)


def _marks(text: str, passage: Passage) -> Iterator[_Mark]:
    for match in _MARK.finditer(text, passage.start, passage.end):
        char, start, end = match.group(), match.start(), match.end()
        before = text[start - 1] if start > passage.start else " "
        after = text[end] if end < passage.end else " "
        is_single = char in ("'", "‘", "’", "‚")
        if char in ("'", "‘", "’") and _ELISION.match(text, start):
            continue
        if char in ('"', "''", "”") and _INCHES.search(text, max(0, start - 8), start):
            continue
        yield _Mark(start, end, char, _side(char, before, after), is_single)


def _side(char: str, before: str, after: str) -> Side:
    can_open = before.isspace() or before in "([{-–—―/:;…“\"‘'"
    can_close = not before.isspace() and not after.isalnum()
    if char in "»›":
        return "open" if before.isspace() and after.isalnum() else "close"
    if char in "«‹":
        return "close" if can_close and not can_open else "open"
    if char in _OPENING:
        return "open"
    if char in _CLOSING:
        return "close"
    if can_open and not after.isspace() and (not can_close or before.isspace()):
        return "open"
    return "close" if can_close and not can_open else "either"


def _pairs(marks: Iterator[_Mark]) -> tuple[list[tuple[_Mark, _Mark]], _Mark | None]:
    pairs: list[tuple[_Mark, _Mark]] = []
    opened: _Mark | None = None
    for mark in marks:
        if opened is None or (mark.side == "open" and not _closes(opened, mark)):
            opened = _opener(opened, mark)
        elif _closes(opened, mark):
            pairs.append((opened, mark))
            opened = None
    return pairs, opened


def _opener(opened: _Mark | None, mark: _Mark) -> _Mark | None:
    if mark.side == "close":
        return opened
    if opened is not None and mark.is_single and not opened.is_single:
        return opened
    return mark


def _closes(opened: _Mark, mark: _Mark) -> bool:
    if opened.char in _CLOSERS:
        return mark.char in _CLOSERS[opened.char] and (mark.side != "open" or opened.char == "„")
    return not mark.is_single and mark.side != "open"


def _marked(passage: Passage, left: _Mark, right: _Mark) -> Marked:
    inner = Span(left.end, max(left.end, right.start))
    return Marked(left.start, right.end, inner, passage, left.is_single)


def _tail(passage: Passage, opened: _Mark) -> Marked:
    return Marked(opened.start, passage.end, Span(opened.end, passage.end), passage)


def _first_mark(text: str, passage: Passage) -> int:
    lead = _LEAD.match(text, passage.start, passage.end)
    return lead.end() if lead else passage.start


def _reopens(text: str, passage: Passage | None) -> bool:
    if passage is None:
        return False
    start = _first_mark(text, passage)
    is_mark = start < passage.end and text[start] in '"“„‟«``＂'
    return is_mark or text.startswith("''", start)
