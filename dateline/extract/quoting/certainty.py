"""Which kind of record a report makes, and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence

from ...records import Attitude, Quotation
from .reports import Report
from .speaker_identity import Identity

CERTAINTY = {
    "marks": 0.95,
    "turn": 0.95,
    "headline": 0.8,
    "heading": 0.6,
    "according": 0.9,
    "clause": 0.9,
    "aside": 0.85,
    "infinitive": 0.8,
    "preposition": 0.7,
    "object": 0.7,
    "noun": 0.65,
    "float": 0.7,
    "free": 0.5,
    "echo": 0.9,
    "adjective": 0.7,
}


def kind_of(made: Quotation, report: Report) -> Quotation:
    """The record as an attitude where its cue is one of belief, wish or plan."""
    if not report.frame.is_attitude:
        return made
    return Attitude(**{name: getattr(made, name) for name in Quotation.__dataclass_fields__})


def as_quotation(made: Attitude) -> Quotation:
    """An attitude that was put into words, as what it then is."""
    return Quotation(**{name: getattr(made, name) for name in Quotation.__dataclass_fields__})


def confidence_of(report: Report, identity: Identity) -> float:
    """0 to 1: how sure the form of a report is, and who speaks."""
    return round(CERTAINTY[report.basis] * identity.confidence, 3)


def distinct(found: Sequence[Quotation]) -> list[Quotation]:
    """One record a stretch: where two cues report the same words, the surer one."""
    best: dict[str, Quotation] = {}
    for quotation in found:
        held = best.get(quotation.quotation_id)
        if held is None or quotation.confidence > held.confidence:
            best[quotation.quotation_id] = quotation
    return sorted(best.values(), key=lambda q: (q.start, q.end))
