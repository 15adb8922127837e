"""Whom no "he" or "she" of an article means: its own reporter, and a place taken for a person."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from ...records import Article, Mention

_OWN_REPORTER = re.compile(
    r"\bour(?:\s+[\w-]+){0,3}\s+(?:correspondent|reporter|writer|editor)\W+$", re.IGNORECASE
)
_WHERE = re.compile(
    r"\b(?:in|into|inside|outside|near|opposite|across|around|via|throughout|"
    r"(?:north|south|east|west) of)\s+$",
    re.IGNORECASE,
)
_LEAD = 60
_PLACES = ("GPE", "LOC", "FAC")


def unmeant_ids(article: Article, mentions: Sequence[Mention]) -> frozenset[str]:
    """Entity ids of the article's own reporters, and of "persons" named only as places are.

    A name that always follows a preposition of place, and never a title, is held to be a
    place's, whatever its label; so is one that the article also uses as a place's.

    Misses:
        Reporters whom neither the byline nor "our correspondent" tells; a place mislabelled as
        a person where a sentence makes it a subject.
    """
    persons: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.label == "PERSON" and mention.entity_id:
            persons[mention.entity_id].append(mention)
    places = {m.surface.casefold() for m in mentions if m.label in _PLACES}
    byline = _byline(article)
    return frozenset(
        entity_id
        for entity_id, named in persons.items()
        if any(_is_own_reporter(article.text, byline, m) for m in named)
        or all(_is_where(article.text, places, m) for m in named)
    )


def _byline(article: Article) -> str:
    printed = [article.text[p.start : p.end] for p in article.parts if p.kind == "byline"]
    return " ".join((article.byline, *printed)).casefold()


def _is_own_reporter(text: str, byline: str, mention: Mention) -> bool:
    name = mention.surface.casefold()
    is_signed = " " in name and name in byline
    return is_signed or bool(
        _OWN_REPORTER.search(text, max(0, mention.start - _LEAD), mention.start)
    )


def _is_where(text: str, places: set[str], mention: Mention) -> bool:
    if mention.role:
        return False
    return mention.surface.casefold() in places or bool(
        _WHERE.search(text, max(0, mention.start - _LEAD), mention.start)
    )
