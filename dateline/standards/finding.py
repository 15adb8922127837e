"""What is found in a briefing's words, and the words with what is proposed put in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from ..briefing import Briefing, Slide

Field = Literal["headline", "text", "notes"]
FIELDS: tuple[Field, ...] = ("headline", "text", "notes")

LIKELIHOOD = "ICD 203 D.6.e.(2)(a)"
CONFIDENCE = "ICD 203 D.6.e.(2)(b)"
UNCERTAINTY = "ICD 203 D.6.e.(2)"
SOURCES = "ICD 203 D.6.e.(1)"
ARGUMENT = "ICD 203 D.6.e.(6)"
CITATIONS = "ICD 206"
OPEN_SOURCES = "ICS 206-01"
HOUSE = "Dateline"
"""No standard, but how slides are read in a room."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A place at which a briefing departs from a standard. It never blocks."""

    slide_id: str
    field: Field
    start: int
    """Of the words in that field, a code point."""
    end: int
    words: str
    """The words themselves; empty where something is missing."""
    rule: str
    """In a few words: "likelihood word of no band"."""
    source: str
    """The standard: "ICD 203 D.6.e.(2)(a)"."""
    message: str
    """What is wrong, and what to do, a sentence or two."""
    proposal: str = ""
    """Words to put in place of these; empty where only the author can say."""


def applied(briefing: Briefing, finding: Finding) -> Briefing:
    """The briefing with the proposal in place; as it is where its words have changed since."""
    if not finding.proposal:
        return briefing
    slides = tuple(
        _put(slide, finding) if slide.slide_id == finding.slide_id else slide
        for slide in briefing.slides
    )
    return replace(briefing, slides=slides)


def _put(slide: Slide, finding: Finding) -> Slide:
    text = str(getattr(slide, finding.field))
    if text[finding.start : finding.end] != finding.words:
        return slide
    put = text[: finding.start] + finding.proposal + text[finding.end :]
    if finding.field == "headline":
        return replace(slide, headline=put)
    return replace(slide, text=put) if finding.field == "text" else replace(slide, notes=put)
