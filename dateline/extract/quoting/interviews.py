"""Interviews printed as questions and answers: who is asked."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from ...records import Mention, Passage
from .speakers import Speaker

QUESTIONS = frozenset({"q", "question"})
ANSWERS = frozenset({"a", "answer"})
_QUESTION = re.compile(r"[\s*_]*(?:Q|Question|QUESTION)(?:\s*:|\.(?=\s))[\s*_]*")
_REACH = 80
_TITLES = re.compile(r"(?:[A-Z][\w.-]*\s+){0,3}")
_ADDRESSED = re.compile(
    r",\s+(?:how|what|why|when|where|do|does|did|is|are|was|were|will|would|can|could|should|"
    r"have|has|had|you|your|let|tell|if|in|on|at|after)\b",
    re.IGNORECASE,
)


def label_of(text: str, speaker: Speaker) -> str:
    """ "question" or "answer" where a speaker's words are only such a label, else empty."""
    if not text.startswith((":", ".", "*"), speaker.end):
        return ""
    word = speaker.surface.casefold()
    return "question" if word in QUESTIONS else "answer" if word in ANSWERS else ""


def is_question(text: str, passage: Passage) -> bool:
    """Whether a passage is a labelled question."""
    return _QUESTION.match(text, passage.start, passage.end) is not None


def interviewee(
    text: str, passages: Sequence[Passage], mentions: Sequence[Mention]
) -> Mention | None:
    """The one person whom the questions address, or else whom the text before them names.

    Misses:
        Interviews of two people; one of several
        people whom neither a question addresses nor a passage after a question begins with.
    """
    questions = [p for p in passages if is_question(text, p)]
    if not questions:
        return None
    persons = sorted(
        (m for m in mentions if m.label == "PERSON" and m.entity_id), key=lambda m: m.start
    )
    starts = [m.start for m in persons]
    addressed = [
        m
        for p in questions
        for m in persons[bisect_left(starts, p.start) : bisect_left(starts, p.start + _REACH)]
        if _is_addressed(text, p, m)
    ]
    before = [m for m in persons if m.end <= questions[0].start]
    for named in (addressed, before, _answering(passages, questions, persons)):
        if len({m.entity_id for m in named}) == 1:
            return named[0]
    return None


def _answering(
    passages: Sequence[Passage], questions: Sequence[Passage], persons: Sequence[Mention]
) -> list[Mention]:
    """Those whose names open the passages after questions: "Roe says that it will."."""
    asked = {p.passage_id for p in questions}
    starts = {
        after.start
        for p, after in pairwise(passages)
        if p.passage_id in asked and after.passage_id not in asked
    }
    return [m for m in persons if m.start in starts]


def _is_addressed(text: str, question: Passage, mention: Mention) -> bool:
    label = _QUESTION.match(text, question.start, question.end)
    if label is None or not label.end() <= mention.start < question.end:
        return False
    is_first = _TITLES.fullmatch(text, label.end(), mention.start) is not None
    return is_first and _ADDRESSED.match(text, mention.end, question.end) is not None
