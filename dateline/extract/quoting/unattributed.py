"""Who says a marked stretch that has no cue beside it, by what stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .attributions import introduced
from .extents import sentence_around
from .quote_marks import Marked
from .reports import Report
from .speakers import Speaker, noun_phrase, phrase
from .stretches import Stretch

_SIGNATURE = re.compile(r"\W*[-–—―]+\s*\w[^.?!]{1,60}\.?\s*")
_SIGNATURE_TOKENS = 14
_PRONOUNS = frozenset({"he", "she", "they", "it"})
_SPEAKING_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def speaker_around(
    stretches: Sequence[Stretch], index: int, report: Report, marks: Sequence[Marked]
) -> Speaker | None:
    """The speaker signed below, announced above, or the subject of the sentence before, or None.

    Args:
        index: the place among `stretches` of the one that the report stands in.
        marks: the marked stretches of that one.

    Misses:
        A speaker named more than a sentence away: who spoke last is for the caller to know.
    """
    return (
        _signature(stretches, index)
        or _introduced(stretches, index, report)
        or _subject_before(report, marks)
    )


def _signature(stretches: Sequence[Stretch], index: int) -> Speaker | None:
    """A passage that is only a dash and a name, under a quotation."""
    if index + 1 >= len(stretches):
        return None
    following = stretches[index + 1]
    if len(following.doc) > _SIGNATURE_TOKENS or not _SIGNATURE.fullmatch(following.text):
        return None
    return noun_phrase(following, 0, len(following.doc) - 1)


def _introduced(stretches: Sequence[Stretch], index: int, report: Report) -> Speaker | None:
    """The speaker of a passage that ends in a colon, for the stretch that opens the next."""
    if index == 0 or report.pieces[0].start - report.parsed.passage.start > 3:
        return None
    led = introduced(stretches[index - 1])
    return led.speaker if led is not None else None


def _subject_before(report: Report, marks: Sequence[Marked]) -> Speaker | None:
    stretch = report.parsed
    tokens = stretch.tokens(report.pieces[0])
    first = tokens.start if tokens is not None else 0
    if first == 0:
        return None
    start, end = sentence_around(stretch.doc[first - 1])
    opening = stretch.span(stretch.doc[start])
    if any(mark.overlaps(opening) for mark in marks):
        return None
    for word in stretch.doc[start : min(end, first)]:
        if word.dep_ == "nsubj" and word.head.dep_ in ("ROOT", "conj"):
            can_speak = word.lower_ in _PRONOUNS or word.ent_type_ in _SPEAKING_LABELS
            return phrase(stretch, word) if can_speak else None
    return None
