"""Findings in the shape of the benchmark contract: one JSON object a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..records import (
    Article,
    Findings,
    Mention,
    Place,
    Quotation,
    Relation,
    Timex,
    Toponym,
    named_place,
)

Json = dict[str, Any]
_STATE = re.compile(
    r"\s(?:\w+\s){0,2}?(?:government|parliament|president|prime|premier|minister|ministry|foreign"
    r"|defen[cs]e|interior|ambassador|embassy|consulate|counterpart|leaders?|officials?|authorities"
    r"|envoy|army|navy|military|air\sforce|forces|troops|soldiers|police|court|capital|border"
    r"|coast|soil|territory|waters|airspace|city|town|village|province|port)\b"
)
"""What makes a demonym that of a state or its land: "his Libyan counterpart"."""


def annotation(article: Article, findings: Findings) -> Json:
    """Entities, mentions, quotes, timexes, toponyms and relations, offsets into `article.text`.

    A demonym stands among the toponyms where it is that of a state or its land ("his Libyan
    counterpart", "the Libyan coast") and nothing else in the document names its country. A
    toponym that means an area beside the place named ("north of Kabul") has the position of that
    place, and the precision and radius of the area.
    """
    mention_of = {mention.mention_id: mention for mention in findings.mentions}
    place_of = {place.place_id: place for place in findings.places}
    return {
        "entities": [_entity(mention) for mention in findings.mentions],
        "mentions": [_mention(m) for m in findings.mentions if m.entity_id],
        "quotes": [_quote(quotation, article) for quotation in findings.quotations],
        "timexes": [_timex(timex) for timex in findings.timexes],
        "toponyms": [
            _toponym(toponym, mention_of[toponym.mention_id], place_of)
            for toponym in _named_places(findings.toponyms, mention_of, article.text)
        ],
        "relations": [_relation(relation, article) for relation in findings.relations],
    }


def _span(text: str, start: int, end: int) -> Json:
    return {"start": start, "end": end, "text": text[start:end]}


def _entity(mention: Mention) -> Json:
    return {**_surface(mention), "label": mention.label}


def _mention(mention: Mention) -> Json:
    return {**_surface(mention), "entity": mention.entity_id}


def _surface(found: Mention | Timex) -> Json:
    return {"start": found.start, "end": found.end, "text": found.surface}


def _quote(quotation: Quotation, article: Article) -> Json:
    text = article.text
    shown: Json = _span(text, quotation.start, quotation.end)
    shown["type"] = quotation.mode
    shown["speaker"] = _speaker(quotation, text)
    has_cue = quotation.cue_start >= 0
    shown["cue"] = _span(text, quotation.cue_start, quotation.cue_end) if has_cue else None
    shown["fragments"] = [{"start": f.start, "end": f.end} for f in quotation.fragments]
    shown["addressee"] = quotation.addressee or None
    shown["venue"] = quotation.venue or None
    return shown


def _speaker(quotation: Quotation, text: str) -> Json | None:
    if quotation.speaker_start < 0 and not quotation.speaker:
        return None
    speaker: Json = {"name": quotation.speaker or None, "entity": quotation.speaker_id or None}
    if quotation.speaker_start >= 0:
        speaker |= _span(text, quotation.speaker_start, quotation.speaker_end)
    return speaker


def _timex(timex: Timex) -> Json:
    shown: Json = {**_surface(timex), "type": timex.kind, "value": timex.value}
    if timex.first:
        shown |= {"first": timex.first, "last": timex.last}
    return shown


def _toponym(toponym: Toponym, mention: Mention, place_of: Mapping[str, Place]) -> Json:
    place = place_of.get(named_place(toponym))
    return {
        **_surface(mention),
        "lat": place.latitude if place else None,
        "lon": place.longitude if place else None,
        "geonameid": place.geonameid if place else None,
        "kind": place.kind if place else None,
        "precision": toponym.precision,
        "radius_km": toponym.radius_km,
        "role": toponym.role,
    }


def _named_places(
    toponyms: Sequence[Toponym], mention_of: Mapping[str, Mention], text: str
) -> Iterator[Toponym]:
    """All but demonyms of places that are named outright, or that say nothing of a state."""
    people = {t.toponym_id for t in toponyms if mention_of[t.mention_id].label == "NORP"}
    named = {t.place_id for t in toponyms if t.toponym_id not in people}
    for toponym in toponyms:
        end = mention_of[toponym.mention_id].end
        is_state = toponym.place_id not in named and _STATE.match(text, end, end + 50)
        if toponym.toponym_id not in people or is_state:
            yield toponym


def _relation(relation: Relation, article: Article) -> Json:
    return {
        **_span(article.text, relation.start, relation.end),
        "subject": relation.subject_id,
        "kind": relation.kind,
        "object": relation.object_id or relation.object_text,
        "status": relation.status,
    }
