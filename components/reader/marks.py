"""What was found in an article, as marks in its text, each with its record and its choice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from components.reader import cards
from components.reader.found import Found, Kind
from components.typeset.text import Mark
from dateline.brush import Clause, clause
from dateline.records import (
    Article,
    EntityKind,
    Findings,
    Label,
    Mention,
    Quotation,
    Span,
    Timex,
    Toponym,
)

S = TypeVar("S", bound=Span)
KIND_OF: Mapping[Label, EntityKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "EVENT": "event",
}
"""The kind of a mention whose entity is open."""


def found_in(findings: Findings, shown: Span, dim_below: float) -> tuple[Found, ...]:
    """The mentions, quotations and dates of a stretch, each kind in the order of the text."""
    said, dated = _within(findings.quotations, shown), _within(findings.timexes, shown)
    return (
        *_mentions(findings, shown, dim_below),
        *(_quotation(number, quotation, dim_below) for number, quotation in said),
        *(_date(number, timex) for number, timex in dated),
    )


def datelines(article: Article) -> Iterator[Mark]:
    """Where the text says from where it was filed."""
    for part in article.parts:
        if part.kind == "dateline":
            yield part.start, part.end, "dateline"


def _mentions(findings: Findings, shown: Span, dim_below: float) -> Iterator[Found]:
    entities = {entity.entity_id: entity for entity in findings.entities}
    toponyms = {toponym.mention_id: toponym for toponym in findings.toponyms}
    places = {place.place_id: place for place in findings.places}
    for number, mention in _within(findings.mentions, shown):
        entity = entities.get(mention.entity_id)
        toponym = toponyms.get(mention.mention_id)
        kind = entity.kind if entity else KIND_OF[mention.label]
        name = entity.name if entity else mention.surface
        lines = cards.mention_lines(mention, name, dim_below)
        if toponym:
            place = places.get(toponym.place_id)
            lines += cards.place_lines(toponym, place, dim_below)
        yield Found(
            key=f"m{number}",
            kind=kind,
            name=name,
            about=mention.entity_id or f"{kind} {mention.surface}",
            lines=lines,
            spans=((mention.start, mention.end, f"m{number}"),),
            choices=_choices(kind, mention, toponym),
            confidence=min(mention.confidence, _placing(toponym)),
        )


def _placing(toponym: Toponym | None) -> float:
    """How sure the place is; a name that was not placed is no less sure to be a name."""
    return toponym.confidence if toponym and toponym.place_id else 1.0


def _choices(kind: Kind, mention: Mention, toponym: Toponym | None) -> tuple[Clause, ...]:
    entity = [clause("entity", mention.entity_id)] if mention.entity_id else []
    place = [clause("place", toponym.place_id)] if toponym and toponym.place_id else []
    if kind == "place":
        return (*place, *entity)
    speaker = [clause("speaker", mention.entity_id)] if mention.entity_id else []
    return (*entity, *speaker, *place)


def _quotation(number: int, said: Quotation, dim_below: float) -> Found:
    content = said.fragments or (Span(said.start, said.end),)
    key = f"q{number}"
    parts = [(f.start, f.end, f"{key}:content") for f in content]
    parts.append((said.speaker_start, said.speaker_end, f"{key}:speaker"))
    parts.append((said.cue_start, said.cue_end, f"{key}:cue"))
    return Found(
        key=key,
        kind="quotation",
        name=said.speaker or said.speaker_surface or "Speaker not stated",
        about=said.speaker_id or said.speaker,
        lines=cards.quotation_lines(said, dim_below),
        spans=tuple(part for part in parts if 0 <= part[0] < part[1]),
        choices=(clause("speaker", said.speaker_id),) if said.speaker_id else (),
        confidence=said.confidence,
        mode=said.mode,
    )


def _date(number: int, timex: Timex) -> Found:
    return Found(
        key=f"t{number}",
        kind="date",
        name=cards.days_words(timex) or timex.surface,
        about=f"{timex.first} {timex.last}" if timex.first else timex.value,
        lines=cards.date_lines(timex),
        spans=((timex.start, timex.end, f"t{number}"),),
        choices=_days(timex),
    )


def _days(timex: Timex) -> tuple[Clause, ...]:
    try:
        return (clause("published", timex.first, timex.last),)
    except ValueError:
        return ()


def _within(spans: Sequence[S], shown: Span) -> Iterator[tuple[int, S]]:
    """Those that touch the stretch, each with its ordinal in the article."""
    ordered = sorted(spans, key=lambda span: (span.start, span.end))
    return ((number, span) for number, span in enumerate(ordered) if span.overlaps(shown))
