"""Which mentions of an article name places, and what each may mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..records import Article, Mention
from .gazetteer import Gazetteer, Sense, normalise
from .lookup import LookUp, look_up
from .other_labels import misread_places, place_inside
from .surroundings import names_unit, parents_of, stated_parents

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
GARRISON = 100_000
_LOCATIVE = re.compile(
    r"\b(?:in|at|near|to|from|into|outside|around|through|across|towards?|throughout|leaving|over|on"
    r"|between|of)\s(?:the\s)?$",
    re.IGNORECASE,
)
REACH = 16


@dataclass(frozen=True, slots=True)
class NamedPlace:
    mention: Mention
    key: str
    """Groups mentions of one name, told apart where the text puts them in different parents."""
    found: LookUp
    parents: tuple[Sense, ...]
    is_inside: bool = False
    """Whether the place is only part of the name: "Kabul University"."""


def named_places(
    article: Article, mentions: Sequence[Mention], gazetteer: Gazetteer
) -> list[NamedPlace]:
    """The mentions that name places, with what the gazetteer has for them, in order.

    An unknown name that the model takes for a place is kept only where some mention of it stands
    as one ("in Zzyzxabad"), and no person of the article bears it.

    **Misses:** unknown places that the article only ever uses as subjects.
    """
    misread = misread_places(mentions, article.text, gazetteer)
    named = []
    for mention in mentions:
        if mention.label in PLACE_LABELS and _is_place(mention, article.text, gazetteer):
            named.append(_named(mention, article, gazetteer))
        elif mention.mention_id in misread:
            named.append(_with_parents(mention, misread[mention.mention_id], article, gazetteer))
        elif mention.label == "ORG":
            inside = place_inside(mention.surface, gazetteer)
            if inside.senses:
                key = normalise(inside.senses[0].form)
                named.append(NamedPlace(mention, key, inside, (), is_inside=True))
    return _without_strays(named, mentions, article.text)


def _is_place(mention: Mention, text: str, gazetteer: Gazetteer) -> bool:
    if "$" in text[mention.end - 1 : mention.end + 1]:
        return False
    if names_unit(text, mention.end) and not _has_garrison(mention.surface, gazetteer):
        return False
    return gazetteer.stop_scope(mention.surface) != "never"


def _has_garrison(surface: str, gazetteer: Gazetteer) -> bool:
    """Whether a name before "corps" or "brigade" is a place that units are named after."""
    senses = look_up(gazetteer, surface).senses
    best = senses[0] if senses else None
    return best is not None and (best.kind != "city" or best.population >= GARRISON)


def _named(mention: Mention, article: Article, gazetteer: Gazetteer) -> NamedPlace:
    found = look_up(gazetteer, mention.surface)
    if found.senses:
        return _with_parents(mention, found, article, gazetteer)
    name, comma, _ = mention.surface.partition(", ")
    if comma:
        found = look_up(gazetteer, name)
        parents = parents_of(found.senses, mention.surface, len(name), gazetteer)
        return NamedPlace(mention, _key(name, parents), found, parents)
    inside = place_inside(mention.surface, gazetteer)
    if inside.senses:
        key = normalise(inside.senses[0].form)
        return NamedPlace(mention, key, inside, (), is_inside=True)
    return NamedPlace(mention, normalise(mention.surface), found, ())


def _with_parents(
    mention: Mention, found: LookUp, article: Article, gazetteer: Gazetteer
) -> NamedPlace:
    text = article.text
    parents = stated_parents(found.senses, text, mention.start, mention.end, gazetteer)
    return NamedPlace(mention, _key(mention.surface, parents), found, parents)


def _key(name: str, parents: Sequence[Sense]) -> str:
    inside = "|".join(sorted(parent.place_id for parent in parents))
    return f"{normalise(name)}|{inside}" if inside else normalise(name)


def _without_strays(
    named: list[NamedPlace], mentions: Sequence[Mention], text: str
) -> list[NamedPlace]:
    bearers = {word for m in mentions if m.label == "PERSON" for word in m.surface.split()}
    open_ones = [one for one in named if one.mention.label == "GPE" and not one.found.senses]
    located = {one.key for one in open_ones if _stands_as_place(one.mention, text)}
    strays = {
        one.mention.mention_id
        for one in open_ones
        if one.key not in located or not bearers.isdisjoint(one.mention.surface.split())
    }
    return [one for one in named if one.mention.mention_id not in strays]


def _stands_as_place(mention: Mention, text: str) -> bool:
    before = text[max(0, mention.start - REACH) : mention.start]
    return bool(_LOCATIVE.search(before)) or text[mention.end : mention.end + 2] == ", "
