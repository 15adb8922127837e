"""Speech that goes on in a sentence without a cue: "It would cost jobs, she said. It would ..."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span as TokenSpan

from .continuations import is_told
from .extents import sentence_around, trimmed
from .reports import Report
from .stretches import Stretch

_SUBJECTS = frozenset({"it", "they", "he", "she", "that", "this"})
_LEAST = 4


def continued_freely(stretch: Stretch, reports: Sequence[Report]) -> list[Report]:
    """The sentences that go on with what the cue of the sentence before reports.

    Where a report in the past tells what "would" be, a next sentence in which "it" or "they"
    "would" be something else keeps the tense that only speech gives it.

    **Misses:** free indirect speech in any other tense ("There was no way back"), which nothing
    tells from the article's own words; more than the one sentence that follows.
    """
    if not any(report.basis in ("clause", "aside") for report in reports):
        return []
    last = {sentence_around(r.anchor): r for r in reports if r.anchor is not None}
    found: list[Report] = []
    for (_, end), report in last.items():
        following = stretch.doc[end].sent if end < len(stretch.doc) else None
        if following is None or not _would(report) or not _goes_on(following):
            continue
        anchor = report.anchor if report.anchor is not None else following[0]
        first, stop = trimmed(anchor, following.start, following.end - 1)
        piece = stretch.span(stretch.doc[first : stop + 1])
        if not any(piece.overlaps(p) for r in reports for p in r.pieces):
            found.append(replace(report, pieces=(piece,), cue=None, anchor=None, basis="free"))
    return found


def _would(report: Report) -> bool:
    """Whether its words are unmarked, told in the past, and say what would be."""
    verb, words = report.anchor, report.parsed.tokens(report.pieces[-1])
    if verb is None or words is None or verb.tag_ != "VBD" or report.frame.is_attitude:
        return False
    is_clause = report.basis in ("clause", "aside") and not any(w.is_quote for w in words)
    return is_clause and any(w.lower_ == "would" and w.head.pos_ in ("VERB", "AUX") for w in words)


def _goes_on(sentence: TokenSpan) -> bool:
    root = sentence.root
    if len(sentence) < _LEAST or is_told(sentence.doc, sentence.start, sentence.end - 1):
        return False
    subject = next((c for c in root.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    would = any(c.dep_ == "aux" and c.lower_ == "would" for c in root.lefts)
    is_if = any(c.dep_ == "advcl" for c in root.children)
    return would and not is_if and subject is not None and subject.lower_ in _SUBJECTS
