"""The day on which something was said, as the clause of its cue states it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Token

from ...records import Span, Timex
from .extents import sentence_around
from .reports import Report
from .venues import is_venue_noun

_CLIMB = 8
_LEADING = 4
"""Tokens between a cue and a day right behind it: "said late on Monday"."""
_RECENT = 7
_APPEARING = frozenset(
    {"speak", "talk", "write", "testify", "address", "appear", "ask", "answer", "reply", "respond"}
)
_ISSUED = frozenset(
    {"publish", "release", "issue", "post", "send", "broadcast", "air", "deliver", "date"}
)
_BETWEEN = frozenset({"late", "early", "earlier", "later", "on", "in", "at", "afternoon"})
_OPENERS = frozenset({"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"})
_TIMES = frozenset({"DATE", "TIME"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Days:
    """The days that an article names, by where it names them."""

    def __init__(self, timexes: Sequence[Timex], published: str) -> None:
        days = (t for t in timexes if t.first and t.first == t.last)
        self.dated = sorted(days, key=lambda t: t.start)
        self.starts = [t.start for t in self.dated]
        self.published = published[:10]

    def read(self, report: Report) -> tuple[Report, str]:
        """A report without the day of its cue in front of its words, and that day or empty.

        A day after publication is none on which something was said; nor is one that stands in
        what was said, or in a clause about other doings.

        Misses:
            Days of other sentences; spans of days ("last week", "in July"); a day that the parse
            gives to another clause and that does not stand beside the cue.
        """
        if report.anchor is None or not self.dated:
            return report, ""
        led = self._leading(report, report.anchor)
        if led is not None:
            first = _starting(report, led[1])
            return first, led[0].first
        return report, self._stated(report, report.anchor)

    def _stated(self, report: Report, verb: Token) -> str:
        start, end = sentence_around(verb)
        where = report.parsed.span(report.parsed.doc[start:end])
        low, high = (bisect_left(self.starts, at) for at in (where.start, where.end))
        for timex in self.dated[low:high]:
            is_over = bool(self.published) and timex.first > self.published
            if is_over or any(timex.overlaps(piece) for piece in report.pieces):
                continue
            tokens = report.parsed.tokens(timex)
            if tokens is not None and _is_of(verb, tokens.root, tokens.start):
                return timex.first
        return ""

    def _leading(self, report: Report, verb: Token) -> tuple[Timex, int] | None:
        """'said on Monday the dam would hold': the day of the cue, where the words begin."""
        words = report.parsed.tokens(report.pieces[0])
        if report.basis != "clause" or words is None or words.start <= verb.i:
            return None
        at = bisect_left(self.starts, report.pieces[0].start)
        timex = self.dated[at] if at < len(self.dated) else None
        tokens = report.parsed.tokens(timex) if timex is not None else None
        if timex is None or tokens is None or tokens.start - words.start >= _LEADING:
            return None
        doc, following = words.doc, tokens.end
        is_led = all(w.lower_ in _BETWEEN for w in doc[words.start : tokens.start])
        goes_on = following < words.end and doc[following].pos_ in _OPENERS
        is_part = tokens.root.dep_ in _SUBJECTS or not self._is_recent(timex)
        if not is_led or not goes_on or is_part:
            return None
        return timex, report.parsed.span(doc[following]).start

    def _is_recent(self, timex: Timex) -> bool:
        """Whether it is of the week before publication, as days of speaking are."""
        try:
            days = date.fromisoformat(self.published) - date.fromisoformat(timex.first)
        except ValueError:
            return False
        return 0 <= days.days <= _RECENT


def _starting(report: Report, start: int) -> Report:
    """The report with words that begin at `start`."""
    first, *rest = report.pieces
    return replace(report, pieces=(Span(start, first.end), *rest))


def _is_of(verb: Token, word: Token, first: int) -> bool:
    """Whether a day belongs to the clause of a cue, by the parse or by standing behind it."""
    gap = verb.doc[verb.i + 1 : first]
    if verb.i < first <= verb.i + _LEADING and all(w.lower_ in _BETWEEN for w in gap):
        return True
    for _ in range(_CLIMB):
        above = word.head
        if above.i == verb.i:
            return True
        if above.i == word.i or not _leads_on(verb, above):
            return False
        word = above
    return False


def _leads_on(verb: Token, word: Token) -> bool:
    if word.pos_ == "ADP" or word.dep_ in ("npadvmod", "advmod") or word.ent_type_ in _TIMES:
        return True
    if word.pos_ == "VERB":
        is_beside = word.dep_ == "advcl" and word.head.i == verb.i and word.lemma_ in _APPEARING
        return is_beside or (word.dep_ == "acl" and word.lemma_ in _ISSUED)
    if is_venue_noun(word) or word.ent_type_ in _PLACES:
        return True
    is_hearer = word.dep_ in ("dobj", "dative") and word.head.i == verb.i
    return is_hearer or (word.head.lower_ == "to" and word.head.head.i == verb.i)
