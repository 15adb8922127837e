"""Analytic standards, held against the words of a briefing. What is found never blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..briefing import Briefing, Shown
from .bands import BANDS, Row, Term, row_of, terms_of
from .doubled import absolutes, hedged_twice
from .finding import FIELDS, Finding, applied
from .headlines import headlines
from .judgments import combined, mixed, unexpressed
from .loose import RULE as LOOSE
from .loose import loose, out_of_band
from .parts import Part, parts_of
from .sourcing import sourcing

__all__ = ["BANDS", "Finding", "applied", "findings"]


def findings(briefing: Briefing, shown: Mapping[str, Shown] | None = None) -> tuple[Finding, ...]:
    """Where a briefing departs from analytic standards, in the order of its slides and words.

    Words in quotation marks, and what comes after a verb of saying, are others' and left alone.

    Args:
        shown: what slides show, by their ids; of others nothing is said about sources.

    Source: ICD 203, Analytic Standards (2015); ICD 206, Sourcing Requirements for Disseminated
        Analytic Products (2015); ICS 206-01, on open sources (2024).
    """
    parts = parts_of(briefing)
    termed = [(part, tuple(terms_of(part))) for part in parts]
    row = row_of(term for _, terms in termed for term in terms)
    worded = [(part, terms, _worded(part, terms, row)) for part, terms in termed]
    kept = [(part, _standing(terms, found)) for part, terms, found in worded]
    found = [
        *(one for _, _, own in worded for one in own),
        *mixed(kept, row_of(term for _, terms in kept for term in terms)),
        *headlines(briefing, parts),
        *sourcing(briefing, parts, shown or {}),
    ]
    order = {slide.slide_id: at for at, slide in enumerate(briefing.slides)}
    return tuple(
        sorted(found, key=lambda one: (order[one.slide_id], FIELDS.index(one.field), one.start))
    )


def _worded(part: Part, terms: tuple[Term, ...], row: Row) -> tuple[Finding, ...]:
    """What the words of one field alone tell."""
    doubled = list(hedged_twice(part, terms))
    sure = list(absolutes(part, row))
    hedging = [one for one in loose(part, row) if not _overlaps(one, doubled)]
    standing = _standing(terms, hedging)
    hedges = [term.span for term in standing] + [(one.start, one.end) for one in hedging]
    said = [*doubled, *sure, *hedging]
    return (
        *said,
        *out_of_band(part, standing),
        *combined(part, hedges),
        *unexpressed(part, standing, said),
    )


def _standing(terms: Sequence[Term], found: Sequence[Finding]) -> tuple[Term, ...]:
    """The terms that are not part of a likelihood word of no band: "likely" of "highly likely"."""
    bandless = [one for one in found if one.rule == LOOSE]
    return tuple(term for term in terms if not _overlaps(term, bandless))


def _overlaps(one: Finding | Term, others: Sequence[Finding]) -> bool:
    return any(other.start < one.end and one.start < other.end for other in others)
