"""Marked stretches joined to the cue and the speaker that they belong to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ...records import Span
from .attributions import Attribution, Quoted, after, before, sentence_start
from .closings import closed
from .cues import OPEN_CLASS, VERBS
from .extents import MAX_WORDS
from .headlines import headed
from .pieces import adds_own, leads_to, meets, merged, piece_of, stretched, whole
from .quote_marks import Marked
from .reports import Report
from .speakers import Speaker
from .stretches import Stretch
from .transcripts import Turn, labelled

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SENTENCE_END = re.compile(r"[.?!](?=\s+[A-Z]|\s*$)")
_FAR = 300
_COORDINATED = 12


def quoted_in(parsed: Stretch, marks: Sequence[Marked]) -> list[Quoted]:
    """The marked stretches that open within a parse."""
    found: list[Quoted] = []
    for mark in marks:
        tokens = parsed.tokens(mark)
        if tokens is not None and len(tokens):
            words = len(_WORD.findall(parsed.slice(mark)))
            found.append(Quoted(mark, parsed, tokens.start, tokens.end - 1, words))
    return found


def attribute(parsed: Stretch, quoted: Sequence[Quoted], reports: Sequence[Report]) -> list[Report]:
    """The reports of a parse with its marked stretches taken in, in the order of their content.

    Misses:
        A short stretch outside every report (held to be a scare quote); a stretch whose cue is
        in another paragraph; words of two speakers inside one pair of marks.
    """
    joined = _Joined(parsed, quoted, reports)
    for index, quote in enumerate(quoted):
        joined.take(index, quote)
    return sorted(joined.found(), key=lambda report: report.pieces[0].start)


class _Joined:
    """Reports by the sentence they stand in, so that a stretch meets only its neighbours."""

    def __init__(
        self, parsed: Stretch, quoted: Sequence[Quoted], reports: Sequence[Report]
    ) -> None:
        self.parsed = parsed
        self.quoted = quoted
        self.sentence_of = [0] * len(parsed.doc)
        for number, sentence in enumerate(parsed.doc.sents):
            self.sentence_of[sentence.start : sentence.end] = [number] * len(sentence)
        self.by_anchor: dict[int, Report] = {r.anchor.i: r for r in reports if r.anchor}
        self.in_sentence: dict[int, list[int]] = defaultdict(list)
        for anchor in self.by_anchor:
            self.in_sentence[self.sentence_of[anchor]].append(anchor)
        for anchors in self.in_sentence.values():
            anchors.sort()
        self.floats: list[Report] = []
        self.last: Report | None = None
        self.from_marks: set[int] = set()
        self.loose: list[Quoted] = []
        self.held: dict[int, Quoted] = {}
        """The last stretch that stands in the content of the cue at an anchor."""

    def found(self) -> list[Report]:
        for anchor, quote in self.held.items():
            self.by_anchor[anchor] = closed(self.by_anchor[anchor], quote)
        return [*self.by_anchor.values(), *self.floats]

    def take(self, index: int, quote: Quoted) -> None:
        if isinstance(quote.mark, Turn):
            self._take_turn(quote, quote.mark)
            return
        stop = self.quoted[index - 1].last + 1 if index else 0
        is_last = index + 1 == len(self.quoted)
        until = len(self.parsed.doc) if is_last else self.quoted[index + 1].first
        beside = (
            headed(quote, until)
            or after(quote, until)
            or self._resumed(quote, stop)
            or before(quote, stop)
        )
        if beside is not None:
            self._attach(beside, quote, self._since(quote, stop))
        elif not self._overlaps(quote) and not self._coordinates(quote):
            self._float(quote, stop)
            self.loose.append(quote)
            return
        self.loose.clear()

    def _since(self, quote: Quoted, stop: int) -> int:
        """The token from which words before a stretch may be its own: those of stretches that
        its sentence sets in marks before it, too, as in '"Old" and "unsafe", she said'."""
        doc = self.parsed.doc
        following = quote.first
        while self.loose and 0 <= following - self.loose[-1].last <= _COORDINATED:
            loose = self.loose.pop()
            gap = doc[loose.last + 1 : following]
            if loose.words < 1 or any(w.text in ";:—–.?!" for w in gap) or loose.is_ended:
                break
            following = loose.first
            stop = sentence_start(doc, following, max(0, following - MAX_WORDS))
        return stop

    def _resumed(self, quote: Quoted, stop: int) -> Attribution | None:
        """'"The dam," she said, "will hold"': the cue that breaks a stretch in two."""
        last, doc = self.last, self.parsed.doc
        if last is None or last.anchor is None or last.basis != "marks" or last.cue is None:
            return None
        is_between = stop <= last.anchor.i < quote.first and stop > 0
        leads_on = quote.first > 0 and doc[quote.first - 1].text in (",", "--", "–", "—")
        if not is_between or not leads_on or quote.first - last.anchor.i > _COORDINATED:
            return None
        if any(adds_own(word) for word in doc[last.anchor.i + 1 : quote.first]):
            return None
        return Attribution(last.anchor, last.frame, last.cue, last.speaker)

    def _attach(self, beside: Attribution, quote: Quoted, stop: int) -> None:
        anchor = beside.anchor.i
        pieces = [piece_of(quote, stop, beside), *([beside.lead] if beside.lead else [])]
        previous = self.by_anchor.get(anchor)
        is_one = anchor in self.from_marks or anchor in self.held
        if previous is not None and (is_one or leads_to(previous, quote)):
            self.held.pop(anchor, None)
            self.from_marks.add(anchor)
            self._put(anchor, replace(previous, pieces=merged([*previous.pieces, *pieces])))
            return
        self.from_marks.add(anchor)
        self._put(
            anchor,
            Report(
                self.parsed,
                merged(pieces),
                beside.frame,
                beside.cue,
                beside.speaker,
                beside.anchor,
                beside.basis,
            ),
        )

    def _put(self, anchor: int, report: Report) -> None:
        if anchor not in self.by_anchor:
            insort(self.in_sentence[self.sentence_of[anchor]], anchor)
        self.by_anchor[anchor] = self.last = report

    def _near(self, quote: Quoted) -> list[int]:
        first, last = self.sentence_of[quote.first], self.sentence_of[quote.last]
        found: list[int] = []
        for sentence in sorted({first, last}):
            anchors = self.in_sentence.get(sentence, [])
            low = bisect_left(anchors, quote.first - MAX_WORDS)
            found.extend(anchors[low : bisect_right(anchors, quote.last + MAX_WORDS)])
        return found

    def _overlaps(self, quote: Quoted) -> bool:
        near = [a for a in self._near(quote) if meets(self.by_anchor[a], quote.mark)]
        for anchor in near:
            report = self.by_anchor[anchor]
            self._put(anchor, replace(report, pieces=stretched(report.pieces, quote.mark)))
            self.held[anchor] = quote
        return bool(near)

    def _coordinates(self, quote: Quoted) -> bool:
        """'said it was late and there was "no hope" left': content that the parse cut short."""
        for anchor in self._near(quote):
            report = self.by_anchor[anchor]
            if report.basis not in ("clause", "marks") or anchor > quote.first:
                continue
            reached = self.parsed.tokens(report.pieces[-1])
            if (
                reached is None
                or self.sentence_of[reached.end - 1] != self.sentence_of[quote.first]
            ):
                continue
            if self._is_joined(reached.start, reached.end, quote):
                start = min(report.pieces[-1].start, quote.mark.start)
                longer = Span(start, max(report.pieces[-1].end, quote.mark.end))
                self._put(anchor, replace(report, pieces=merged([*report.pieces, longer])))
                return True
        return False

    def _is_joined(self, start: int, end: int, quote: Quoted) -> bool:
        low, high = (quote.last + 1, start) if quote.last < start else (end, quote.first)
        gap = self.parsed.doc[low:high]
        return len(gap) <= _COORDINATED and not any(
            word.text in ";:—–" or (word.lemma_ in VERBS and word.pos_ == "VERB") for word in gap
        )

    def _float(self, quote: Quoted, stop: int) -> None:
        label = labelled(quote)
        if label is not None:
            self._turn(quote, *label)
            return
        opens = quote.first <= sentence_start(self.parsed.doc, quote.first, stop) + 1
        is_heading = quote.mark.is_single and quote.mark.fills_passage
        is_clause = quote.words > 3 and quote.has_finite_verb
        is_said = quote.is_sentence and (is_clause or (opens and quote.is_ended))
        if not is_said or is_heading:
            return
        if self.last is not None and self._follows(self.last, quote):
            self._replace_last(replace(self.last, pieces=(*self.last.pieces, whole(quote))))
            return
        self._add_float(Report(self.parsed, (whole(quote),), OPEN_CLASS, None, None, None, "float"))

    def _take_turn(self, quote: Quoted, turn: Turn) -> None:
        if turn.label is not None:
            self._turn(quote, turn.label, turn.start)
            return
        self._add_float(Report(self.parsed, (whole(quote),), OPEN_CLASS, None, None, None, "float"))

    def _turn(self, quote: Quoted, name: Span, start: int) -> None:
        tokens = self.parsed.tokens(name)
        head = tokens[-1] if tokens is not None else self.parsed.doc[quote.first]
        speaker = Speaker(name.start, name.end, self.parsed, head)
        piece = Span(start, quote.mark.end)
        frame = VERBS["ask"] if quote.inner.rstrip().endswith("?") else OPEN_CLASS
        self._add_float(Report(self.parsed, (piece,), frame, None, speaker, None, "turn"))

    def _add_float(self, report: Report) -> None:
        self.floats.append(report)
        self.last = report

    def _replace_last(self, longer: Report) -> None:
        if longer.anchor is not None:
            self._put(longer.anchor.i, longer)
        else:
            self.floats[-1] = self.last = longer

    def _follows(self, previous: Report, quote: Quoted) -> bool:
        """Whether only the rest of the cue's own sentence stands between the two."""
        low, high = previous.pieces[-1].end, quote.mark.start
        if previous.basis not in ("marks", "float") or low > high or high - low > _FAR:
            return False
        gap = self.parsed.slice(Span(low, high))
        return len(_SENTENCE_END.findall(gap)) <= 1
