"""Where quotation marks pair: the stretches of an article that stand inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from ...records import Passage, Span

Side = Literal["open", "close", "either"]

_MARK = re.compile(
    r"''|``|[\"“”„‟«»‹›「」『』＂]|(?<![\w'])['‘‚](?=[\w“\"(\[$£€…])|['’](?!\w)|(?<=\S)‘(?!\w)"
)
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
_ENDS = ",.?!…"
_OWNED = re.compile(r"\s+[a-z]")
MOST = 50_000
"""Marks of one passage that are read: a book of prose has fewer."""
_RUN_ON = 3
"""Passages that one pair of marks may hold, where none but the first has an opening mark."""
_TOLD = re.compile(
    r",\s+(?!(?:as|like|which|what|that|and|but|or)\s)(?:[\w.'’-]+\s+){0,7}"
    r"(?:said|says|told|added)\b[^\"“”]{0,60}$"
)
_TOLD_REACH = 140


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
    is_plural: bool = False
    """An apostrophe's place, too: "the councils’ duty"."""
    is_final: bool = False
    """Punctuation stands before it, as where words end."""


def pair_marks(text: str, passages: Sequence[Passage]) -> tuple[Marked, ...]:
    """The marked stretches of a text, in order, each within one passage and none inside another.

    Misses:
        A mark without a partner in its passage, and the words that it was meant to enclose,
        unless one of the next two passages closes it and none opens another; single marks that
        stand inside double ones; the closing mark of a single-marked stretch that an apostrophe
        imitates, but for a plural's; marks of one passage beyond `MOST`.
    """
    found: list[Marked] = []
    read = [_read(text, passage) for passage in passages]
    is_open, until = False, -1
    for index, each in enumerate(read):
        if index <= until:
            found.append(_run_on(each, is_last=index == until))
            continue
        first, passage = _first_mark(text, each.passage), each.passage
        following = read[index + 1].passage if index + 1 < len(read) else None
        stretches = [_marked(passage, left, right) for left, right in each.pairs]
        until = _closed_at(text, read, index, first)
        reopens = until > index or (_reopens(text, following) and not _is_told(text, passage))
        opened = each.unclosed
        if opened and ((is_open and opened.start == first) or reopens):
            stretches.append(_tail(passage, opened))
        for stretch in stretches:
            carried = is_open and stretch.start == first and not stretch.is_single
            found.append(replace(stretch, is_continued=carried))
        is_open = bool(opened and not opened.is_single and reopens)
        is_open = is_open and until <= index
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Read:
    """The marks of one passage, paired."""

    passage: Passage
    pairs: list[tuple[_Mark, _Mark]]
    unclosed: _Mark | None
    orphan: _Mark | None
    """The first mark, where it closes and nothing stands open."""
    has_marks: bool


def _read(text: str, passage: Passage) -> _Read:
    marks = list(islice(_marks(text, passage), MOST))
    pairs, unclosed = _pairs(marks)
    head = marks[0] if marks else None
    is_orphan = head is not None and head.side == "close" and not head.is_single
    return _Read(passage, pairs, unclosed, head if is_orphan else None, bool(marks))


def _closed_at(text: str, read: Sequence[_Read], index: int, first: int) -> int:
    """The place of the passage whose first mark closes what opens passage `index`, or -1."""
    opened = read[index].unclosed
    if opened is None or opened.is_single or opened.start != first:
        return -1
    for place in range(index + 1, min(index + _RUN_ON, len(read))):
        orphan = read[place].orphan
        if orphan is not None:
            is_end = text[orphan.start - 1] in _ENDS and _closes(opened, orphan)
            return place if is_end and not read[place].pairs else -1
        if read[place].has_marks:
            return -1
    return -1


def _run_on(each: _Read, is_last: bool) -> Marked:
    passage = each.passage
    start, end = passage.start, passage.end
    if is_last and each.orphan is not None:
        return Marked(start, each.orphan.end, Span(start, each.orphan.start), passage, False, True)
    return Marked(start, end, Span(start, end), passage, False, True)


def _is_told(text: str, passage: Passage) -> bool:
    """Whether a passage ends in a cue, so that it only lacks the mark that closes before it."""
    return (
        _TOLD.search(text, max(passage.start, passage.end - _TOLD_REACH), passage.end) is not None
    )


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
        is_plural = is_single and before == "s" and bool(_OWNED.match(text, end))
        side, is_final = _side(char, before, after), before in _ENDS
        yield _Mark(start, end, char, side, is_single, is_plural, is_final)


def _side(char: str, before: str, after: str) -> Side:
    can_open = before.isspace() or before in "([{-–—―/:;…“\"‘'"
    can_close = not before.isspace() and not after.isalnum()
    if char in "»›":
        return "open" if before.isspace() and after.isalnum() else "close"
    if char in "«‹":
        return "close" if can_close and not can_open else "open"
    if char == "“" and not can_open and not after.isalnum():
        return "either"
    if char == "”" and before.isspace() and after.isalnum():
        return "either"
    if char in _OPENING:
        return "open"
    if char in _CLOSING:
        return "close"
    if can_open and not after.isspace() and (not can_close or before.isspace()):
        return "open"
    return "close" if can_close and not can_open else "either"


def _pairs(marks: Sequence[_Mark]) -> tuple[list[tuple[_Mark, _Mark]], _Mark | None]:
    pairs: list[tuple[_Mark, _Mark]] = []
    opened: _Mark | None = None
    for mark, is_closed_later in zip(marks, _closed_later(marks), strict=True):
        if opened is None or (mark.side == "open" and not _closes(opened, mark)):
            opened = _opener(opened, mark)
        elif _closes(opened, mark) and not (mark.is_plural and is_closed_later):
            pairs.append((opened, mark))
            opened = None
    return pairs, opened


def _closed_later(marks: Sequence[_Mark]) -> list[bool]:
    """For each mark, whether a single one after punctuation closes before another opens."""
    found: list[bool] = []
    is_closed = False
    for mark in reversed(marks):
        found.append(is_closed)
        if mark.is_single:
            is_closed = mark.is_final or (is_closed and mark.side != "open")
    return found[::-1]


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
