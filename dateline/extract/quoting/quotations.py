"""Quotations and attitudes of an article: content, mode, speaker, cue, addressee, venue."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...records import Article, Attitude, Entity, Mention, Quotation, Span, Timex, finding_id
from ..parse import Parsed
from .certainty import CERTAINTY, as_quotation, confidence_of, distinct, kind_of
from .circumstances import addressee_of, topics_of, venue_of
from .cues import OPEN_CLASS
from .days import Days
from .echoes import echoes
from .free_speech import continued_freely
from .headings import is_own_note, without_heads
from .headlines import (
    find_bare_reports,
    find_headline_reports,
    is_headline,
    is_place_label,
)
from .interviews import interviewee, is_question, label_of
from .quote_marks import Marked, pair_marks
from .quoted_speech import attribute, quoted_in
from .reports import Report, find_reports
from .speaker_identity import Identity, Speakers, is_person_pronoun
from .speakers import Speaker
from .stretches import Stretch
from .transcripts import Turn, find_turns, with_turns
from .unattributed import speaker_around
from .wording import content_of, is_spoken, mode_of

REACH = 600
"""Characters before a stretch in which the sentence that leads to it may begin."""


def find_quotations(
    article: Article,
    parsed: Sequence[Parsed],
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    timexes: Sequence[Timex] = (),
) -> tuple[tuple[Quotation, ...], tuple[Attitude, ...]]:
    """What an article says that others said, and apart from it what they are said to think.

    `start`, `end` and the fragments hold the quotation marks that enclose the words; `content`
    leaves them out. A quotation whose speaker is not named beside it has the words that name
    the last speaker.

    Args:
        timexes: the article's dated expressions, from which `said_on` is taken.

    Misses:
        Speech told by verbs that no table has, unless it stands beside quotation marks; free
        indirect speech but for a sentence of "it would" after one; unmarked block quotations,
        and interviews whose questions only their type sets apart; words in marks that a headline
        gives to no one and the text does not repeat; a speaker that only the paragraph before
        the last one names; irony, and reports that the article itself withdraws. `said_on` is
        empty where the cue's clause states no single day.
    """
    finder = _Finder(article, parsed, mentions, entities, timexes)
    found = finder.echoed(distinct(list(finder.records())))
    quotations = tuple(q for q in found if not isinstance(q, Attitude))
    return quotations, tuple(q for q in found if isinstance(q, Attitude))


class _Finder:
    def __init__(
        self,
        article: Article,
        parsed: Sequence[Parsed],
        mentions: Sequence[Mention],
        entities: Sequence[Entity],
        timexes: Sequence[Timex],
    ) -> None:
        self.article = article
        self.parsed = [Stretch(each) for each in without_heads(parsed)]
        passages = list({p.passage.passage_id: p.passage for p in parsed}.values())
        self.interviewee = interviewee(article.text, passages, mentions)
        asked = (p.start for p in passages if is_question(article.text, p))
        self.asked_from = next(asked, len(article.text))
        self.ordinals = {p.passage_id: i for i, p in enumerate(passages)}
        turns = find_turns(article.text, passages, mentions, article.outlet)
        self.marks = with_turns(pair_marks(article.text, passages), turns)
        self.mark_starts = [m.start for m in self.marks]
        self.mentions = sorted(mentions, key=lambda m: m.start)
        self.mention_starts = [m.start for m in self.mentions]
        self.speakers = Speakers(article, mentions, entities, self.marks, self.parsed)
        self.days = Days(timexes, article.published or article.updated)
        self.last: Speaker | None = None
        self.last_identity = Identity()

    def records(self) -> Iterator[Quotation]:
        for index, report, pieces in self._chains():
            yield self._record(replace(report, pieces=tuple(pieces)), index)

    def echoed(self, found: list[Quotation]) -> list[Quotation]:
        """The records with what headlines quote of them, by the same speaker."""
        headings = [(i, s) for i, s in enumerate(self.parsed) if is_headline(s)]
        place = {mark: i for i, s in headings for mark in self._marks_over(Span(s.start, s.end))}
        told = [q for q in found[:99] if q.speaker_id or (q.speaker and q.cue != ":")]
        open_marks = [m for m in place if not any(q.overlaps(m) for q in told)]
        for mark, source in echoes(self.article.text, open_marks, found):
            parsed = self.parsed[place[mark]]
            piece = Span(mark.start, mark.end)
            report = Report(parsed, (piece,), OPEN_CLASS, None, None, None, "echo")
            who = (source.speaker_id, source.speaker, source.role)
            made = replace(
                self._record(report, place[mark]),
                speaker_id=who[0],
                speaker=who[1],
                role=who[2],
                confidence=round(CERTAINTY["echo"] * source.confidence, 3),
            )
            found = [q for q in found if not q.overlaps(mark)] + [made]
        return sorted(found, key=lambda q: (q.start, q.end))

    def _chains(self) -> Iterator[tuple[int, Report, list[Span]]]:
        """Reports with their place, those that one quotation carries through passages made one."""
        held: tuple[int, Report, list[Span]] | None = None
        for index, stretch in enumerate(self.parsed):
            for report in self._reports(stretch):
                if held is not None and self._continues(report, held[2][-1].end):
                    place, first, pieces = held
                    pieces.extend(report.pieces)
                    held = (place, _attributed(first, report), pieces)
                    continue
                if held is not None:
                    yield held
                held = (index, report, list(report.pieces))
        if held is not None:
            yield held

    def _reports(self, stretch: Stretch) -> list[Report]:
        if self._is_own_note(stretch):
            return []
        low = bisect_left(self.mark_starts, stretch.start)
        high = bisect_left(self.mark_starts, stretch.end)
        quoted = quoted_in(stretch, self.marks[low:high])
        inside = {i for q in quoted for i in range(q.first, q.last + 1)}
        if quoted and isinstance(quoted[0].mark, Turn):
            return attribute(stretch, quoted, [])
        is_heading = is_headline(stretch)
        headline = find_headline_reports(stretch, self._is_named) if is_heading else []
        headline = [
            report for report in headline if not is_place_label(report, self._at(report.speaker))
        ]
        reports = headline or find_reports(stretch, inside)
        if is_heading and not reports:
            reports = find_bare_reports(stretch)
        told = attribute(stretch, quoted, reports)
        return [*told, *continued_freely(stretch, told)]

    def _is_named(self, start: int) -> bool:
        at = bisect_left(self.mention_starts, start)
        named = self.mentions[at : at + 1]
        return any(m.start == start and m.label in ("PERSON", "ORG", "NORP") for m in named)

    def _is_own_note(self, stretch: Stretch) -> bool:
        where = stretch.passage
        return is_own_note(self.article.text[where.start : min(where.end, where.start + 40)])

    def _at(self, speaker: Speaker | None) -> Mention | None:
        low = bisect_left(self.mention_starts, speaker.start) if speaker else len(self.mentions)
        return next(iter(self.mentions[low : low + 1]), None)

    def _continues(self, report: Report, end: int) -> bool:
        """Whether it opens with a stretch that goes on from the one that ends at `end`."""
        first = report.pieces[0].start
        index = bisect_left(self.mark_starts, first)
        if (
            report.basis == "turn"
            or index >= len(self.marks)
            or index == 0
            or self.marks[index].start > first
        ):
            return False
        return self.marks[index].is_continued and self.marks[index - 1].end == end

    def _record(self, report: Report, index: int) -> Quotation:
        report, day = self.days.read(report)
        speaker, identity = self._speaker(report, index)
        cue = report.cue
        made = Quotation(
            start=0,
            end=0,
            quotation_id="",
            article_id=self.article.article_id,
            passage_id=self.parsed[index].passage.passage_id,
            content="",
            mode="indirect",
            fragments=report.pieces,
            speaker_id=identity.entity_id,
            speaker=identity.name,
            speaker_surface=speaker.surface if speaker else "",
            speaker_start=speaker.start if speaker else -1,
            speaker_end=speaker.end if speaker else -1,
            role=identity.role,
            cue=" ".join(self.article.text[cue.start : cue.end].split()) if cue else "",
            cue_start=cue.start if cue else -1,
            cue_end=cue.end if cue else -1,
            cue_family=report.frame.family,
            addressee=addressee_of(report.parsed, report.anchor),
            venue=venue_of(report.parsed, report.anchor),
            about_ids=self._about(topics_of(report.parsed, report.anchor), identity.entity_id),
            said_on=day,
            confidence=confidence_of(report, identity),
        )
        return self._worded(kind_of(made, report))

    def _worded(self, made: Quotation) -> Quotation:
        text, pieces = self.article.text, made.fragments
        start, end = pieces[0].start, pieces[-1].end
        marks = [m for p in pieces for m in self._marks_over(p)]
        mode = mode_of(text, pieces, marks)
        if isinstance(made, Attitude) and is_spoken(text, marks):
            made = as_quotation(made)
        letter = "b" if isinstance(made, Attitude) else "q"
        return replace(
            made,
            start=start,
            end=end,
            quotation_id=finding_id(letter, self.article.article_id, start, end),
            content=content_of(text, pieces, marks),
            mode=mode,
            about_ids=tuple(
                dict.fromkeys((*self._about(pieces, made.speaker_id), *made.about_ids))
            ),
        )

    def _marks_over(self, piece: Span) -> Sequence[Marked]:
        low = max(0, bisect_right(self.mark_starts, piece.start) - 1)
        high = bisect_left(self.mark_starts, piece.end)
        return [m for m in self.marks[low:high] if m.overlaps(piece)]

    def _about(self, pieces: Sequence[Span], speaker_id: str) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for piece in pieces:
            low = bisect_left(self.mention_starts, piece.start)
            for mention in self.mentions[low : bisect_left(self.mention_starts, piece.end)]:
                if mention.entity_id and mention.entity_id != speaker_id:
                    found[mention.entity_id] = None
        return tuple(found)

    def _speaker(self, report: Report, index: int) -> tuple[Speaker | None, Identity]:
        speaker = report.speaker
        if report.basis == "float":
            speaker = self._around(report, index)
            if speaker is None:
                return self._carried(report)
        if speaker is None:
            return None, Identity(confidence=0.6)
        label = label_of(self.article.text, speaker)
        if label:
            self.last = None
            return None, self._labelled(label)
        identity = self.speakers.identify(speaker)
        if self._answers(report) and not identity.entity_id and is_person_pronoun(speaker):
            identity = self._labelled("answer")
        if report.basis in ("marks", "turn", "float", "clause", "aside"):
            self.last, self.last_identity = speaker, identity
        return speaker, identity

    def _labelled(self, label: str) -> Identity:
        asked = self.interviewee
        if label == "question" or asked is None:
            return Identity(confidence=0.3)
        return self.speakers.known(asked, confidence=0.5)

    def _answers(self, report: Report) -> bool:
        return self.interviewee is not None and report.pieces[0].start > self.asked_from

    def _around(self, report: Report, index: int) -> Speaker | None:
        first = report.pieces[0].start
        near = Span(max(0, first - REACH), first)
        return speaker_around(self.parsed, index, report, self._marks_over(near))

    def _carried(self, report: Report) -> tuple[Speaker | None, Identity]:
        is_asked = is_question(self.article.text, report.parsed.passage)
        if not is_asked and self._answers(report):
            return None, self._labelled("answer")
        if self.last is None or is_asked:
            return None, Identity(confidence=0.3)
        here = self.ordinals[report.parsed.passage.passage_id]
        if here - self.ordinals[self.last.parsed.passage.passage_id] > 3:
            return None, Identity(confidence=0.3)
        known = self.last_identity
        return self.last, replace(known, confidence=known.confidence * 0.8)


def _attributed(first: Report, following: Report) -> Report:
    """The report whose cue names the speaker of a quotation that runs through both."""
    is_told = first.basis != "float" or following.basis == "float"
    return first if is_told else following
