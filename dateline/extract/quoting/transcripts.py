"""Turns of a transcript: paragraphs that open with the name of who speaks, without marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...records import Mention, Passage, Span
from .attributions import Quoted
from .interviews import ANSWERS, QUESTIONS
from .quote_marks import Marked

_WORD = r"[A-Z][\w.'’&-]*"
_LABEL = re.compile(
    rf"[*_]{{0,2}}({_WORD}(?: (?:{_WORD}|of|the|de|van|von|al)){{0,4}})[*_]{{0,2}}"
    r"(?::[*_]{0,2}|(?<=\b[QA])\.)\s+(?=\S)"
)
_CAPITAL_LABEL = re.compile(r"([A-Z][A-Z.'’ -]{1,40}):\s")
_PERSONAL = re.compile(r"\b(?:I|we|you|my|our|your|me|us)\b|\?", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
_MARKS = frozenset('"“”„«»')
_CAPITALS = re.compile(r"[A-Z][A-Z.'’-]{2,}(?: [A-Z][A-Z.'’-]+)?")
_SHEET_WORDS = (
    "WHAT WHEN WHERE WHO WHY HOW DATE TIME PLACE LOCATION VENUE TICKETS PRICE INFO CONTACT PHONE "
    "WEB NOTE UPDATE MORE READ WATCH PHOTO PHOTOS VIDEO SOURCE CREDIT TAGS FACT CLAIM"
)
_SHEET = frozenset(_SHEET_WORDS.split())
_SPEAKING = ("PERSON", "ORG", "NORP")
_LEAST = 3
_FURTHER = 3
"""Paragraphs without a label that a turn may go on through, to the next one."""


@dataclass(frozen=True, slots=True)
class Turn(Marked):
    """A turn's words, verbatim though no marks enclose them."""

    label: Span | None = None
    """The name before it; None where it goes on from the paragraph before."""


@dataclass(frozen=True, slots=True)
class _Labelled:
    place: int
    label: Span
    start: int
    name: str


def find_turns(
    text: str, passages: Sequence[Passage], mentions: Sequence[Mention], outlet: str
) -> tuple[Turn, ...]:
    """The turns that a transcript prints after names or after "A:", in order, or none.

    At least three paragraphs have to be labelled so, one label more than once and two of them
    different, and half of them have to ask or to say "I", "we" or "you". Questions after a bare
    "Q:" are no one's by name and are left out.

    **Misses:** questions set apart by type alone, with no label; an interview of one question;
    answers of several paragraphs that quote, or that end the transcript.
    """
    labelled = [found for i, p in enumerate(passages) if (found := _labelled(text, i, p))]
    if len(labelled) < _LEAST:
        return ()
    speaking = {outlet.casefold()} | _interviewers(text, passages, labelled)
    starts = {m.start for m in mentions if m.label in _SPEAKING}
    kept = [each for each in labelled if _can_speak(each, starts, speaking)]
    if not _is_transcript(text, passages, kept):
        return ()
    return tuple(_turns(text, passages, mentions, kept))


def _labelled(text: str, place: int, passage: Passage) -> _Labelled | None:
    found = _LABEL.match(text, passage.start, passage.end)
    if found is None:
        return None
    return _Labelled(place, Span(*found.span(1)), found.end(), found.group(1))


def _interviewers(
    text: str, passages: Sequence[Passage], labelled: Sequence[_Labelled]
) -> set[str]:
    """Labels, in lower case, that stand more than once and before nothing but questions."""
    asked: dict[str, list[bool]] = defaultdict(list)
    for each in labelled:
        asked[each.name.casefold()].append(text[passages[each.place].end - 1] == "?")
    return {name for name, ends in asked.items() if len(ends) > 1 and all(ends)}


def _can_speak(each: _Labelled, starts: set[int], speaking: set[str]) -> bool:
    name = each.name.casefold()
    if name in QUESTIONS | ANSWERS or name in speaking:
        return True
    if not _SHEET.isdisjoint(each.name.upper().split()):
        return False
    return each.label.start in starts or _CAPITALS.fullmatch(each.name) is not None


def _is_transcript(text: str, passages: Sequence[Passage], kept: Sequence[_Labelled]) -> bool:
    names = Counter(each.name.casefold() for each in kept)
    if len(kept) < _LEAST or len(names) < 2 or max(names.values()) < 2:
        return False
    words = [text[each.start : passages[each.place].end] for each in kept]
    if not QUESTIONS.isdisjoint(names):
        answers = [w for w, each in zip(words, kept, strict=True) if not _asks(each)]
        return any(map(_FIRST_PERSON.search, answers))
    return 2 * sum(map(bool, map(_PERSONAL.search, words))) >= len(words)


def _asks(each: _Labelled) -> bool:
    return each.name.casefold() in QUESTIONS


def _turns(
    text: str, passages: Sequence[Passage], mentions: Sequence[Mention], kept: Sequence[_Labelled]
) -> Iterator[Turn]:
    named = sorted(m.start for m in mentions if m.label == "PERSON")
    for each, following in zip(kept, (*kept[1:], None), strict=True):
        passage = passages[each.place]
        if _asks(each) or text[each.start] in _MARKS:
            continue
        yield _turn(passage, each.start, each.label)
        if following is None or text[passage.end - 1] == "?":
            continue
        between = [
            p for p in passages[each.place + 1 : following.place] if text[p.start] not in "(["
        ]
        if len(between) <= _FURTHER and all(_goes_on(text, p, named) for p in between):
            for further in between:
                yield _turn(further, further.start, None)


def _turn(passage: Passage, start: int, label: Span | None) -> Turn:
    words = Span(start, passage.end)
    return Turn(start, passage.end, words, passage, False, label is None, label)


def _goes_on(text: str, passage: Passage, named: Sequence[int]) -> bool:
    """Whether a paragraph names no one and quotes nothing, so that it may be a turn's words."""
    words = text[passage.start : passage.end]
    at = bisect_left(named, passage.start)
    is_named = at < len(named) and named[at] < passage.end
    return not is_named and _MARKS.isdisjoint(words)


def with_turns(marks: Sequence[Marked], turns: Sequence[Turn]) -> tuple[Marked, ...]:
    """Marked stretches and turns in order, without those that stand inside a turn."""
    if not turns:
        return tuple(marks)
    held = {turn.passage.passage_id for turn in turns}
    apart = [mark for mark in marks if mark.passage.passage_id not in held]
    return tuple(sorted((*apart, *turns), key=lambda mark: mark.start))


def labelled(quote: Quoted) -> tuple[Span, int] | None:
    """The name that a transcript prints before a turn, "ROE: ...", and where the words begin."""
    found = _CAPITAL_LABEL.match(quote.inner)
    if found is None:
        return None
    start = quote.mark.inner.start
    return Span(start + found.start(1), start + found.end(1)), start + found.end()
