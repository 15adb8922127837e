"""Organisations of one article: acronyms, legal forms and short forms led to one name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ...lexicon import PlaceLexicon
from ...records import Mention
from . import vocabulary as words
from .names import bare_organisation, initials, is_acronym
from .state_bodies import state_body

DEFINED = re.compile(r"\s?[(\[]\s?[\"“']?")
NOT_NAMING = words.GENERIC_ALONE | words.OFFICE_MODIFIERS | words.PEOPLES
LONGEST_SHORTENED = 3


@dataclass(frozen=True, slots=True)
class Body:
    """What an organisation's name means in its article."""

    key: str
    """Equal for all names of one organisation; empty where several may be meant."""
    country: str = ""
    short: str = ""
    """The name without its state; empty where it has none."""


def group_organisations(
    text: str, mentions: Sequence[Mention], lexicon: PlaceLexicon
) -> list[Body]:
    """The organisation that each mention means, in order.

    A ministry named without its state is the one of the only state that has one in the article.

    **Misses:** translations, trade names and former names; an acronym whose letters are not the
    capitals of the long form, unless the article defines it; "the ministry".
    """
    bodies = [_body(text, mention, lexicon) for mention in mentions]
    bodies = _of_only_state(bodies)
    surfaces = {
        body.key: mention.surface
        for body, mention in zip(bodies, mentions, strict=True)
        if body.key
    }
    leads = dict.fromkeys(surfaces, "")
    leads.update(_defined(text, mentions, bodies))
    for finder in (
        _by_initials(surfaces),
        _by_first_word(surfaces),
        _by_country(surfaces, lexicon),
    ):
        for short, long in finder.items():
            if not leads.get(short) and _end(leads, long) != short:
                leads[short] = long
    return [replace(body, key=_end(leads, body.key)) for body in bodies]


def _body(text: str, mention: Mention, lexicon: PlaceLexicon) -> Body:
    """The body by its own words; one of a state is keyed by its office."""
    state = state_body(mention.surface, text, mention.start, lexicon)
    if state is None:
        return Body(bare_organisation(mention.surface))
    if not state.country:
        return Body(state.office)
    return Body(f"{state.country}: {state.office}", state.country, state.short)


def _of_only_state(bodies: Sequence[Body]) -> list[Body]:
    """The bodies, an office without a state led to the one state that has it here.

    Where several have it, it stays open.
    """
    holders: dict[str, dict[str, Body]] = defaultdict(dict)
    for body in bodies:
        if body.country:
            holders[body.key.partition(": ")[2]][body.country] = body
    found: list[Body] = []
    for body in bodies:
        held = holders.get(body.key, {})
        if held:
            body = next(iter(held.values())) if len(held) == 1 else Body("")
        found.append(body)
    return found


def _end(leads: Mapping[str, str], key: str) -> str:
    seen = {key}
    while (further := leads.get(key, "")) and further not in seen:
        key = further
        seen.add(key)
    return key


def _defined(text: str, mentions: Sequence[Mention], bodies: Sequence[Body]) -> dict[str, str]:
    """Acronyms in brackets after the long form, or before it: "Northern Rivers Council (NRC)"."""
    found: dict[str, str] = {}
    for (one, first), (other, second) in pairwise(zip(mentions, bodies, strict=True)):
        if not DEFINED.fullmatch(text[one.end : other.start]):
            continue
        turned = is_acronym(one.surface) and " " in other.surface
        short, long = (first, second) if turned else (second, first)
        if (turned or _is_short(other.surface)) and short.key and short.key != long.key:
            found.setdefault(short.key, long.key)
    return {short: long for short, long in found.items() if long}


def _is_short(surface: str) -> bool:
    """Whether the surface abbreviates: an acronym, or one with small letters ("BoN")."""
    return is_acronym(surface) or (" " not in surface and sum(map(str.isupper, surface)) > 1)


def _unique(pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The pairs whose first half has one second half only."""
    found: dict[str, set[str]] = defaultdict(set)
    for short, long in pairs:
        found[short].add(long)
    return {short: next(iter(longs)) for short, longs in found.items() if len(longs) == 1}


def _by_initials(surfaces: Mapping[str, str]) -> dict[str, str]:
    spelled = [(initials(surface), key) for key, surface in surfaces.items() if " " in key]
    known = _unique(spelled)
    return {
        key: known[key]
        for key, surface in surfaces.items()
        if is_acronym(surface) and key in known and known[key] != key
    }


def _by_first_word(surfaces: Mapping[str, str]) -> dict[str, str]:
    """A lone first word led to the one longer name that opens with it: "Tullow", "Tullow Oil"."""
    pairs = [(key.split()[0], key) for key in surfaces if 1 < len(key.split()) <= LONGEST_SHORTENED]
    known = _unique(pairs)
    return {short: long for short, long in known.items() if short in surfaces and _names(short)}


def _names(word: str) -> bool:
    return len(word) > 2 and word not in NOT_NAMING


def _by_country(surfaces: Mapping[str, str], lexicon: PlaceLexicon) -> dict[str, str]:
    """A name led to the one form of it that opens with a country: "Air Force", "US Air Force"."""
    pairs: list[tuple[str, str]] = []
    for key, surface in surfaces.items():
        first, _, rest = surface.partition(" ")
        if rest and (lexicon.demonym_country(first) or lexicon.country_code(first)):
            pairs.append((bare_organisation(rest), key))
    return {
        short: long for short, long in _unique(pairs).items() if short in surfaces and " " in short
    }
