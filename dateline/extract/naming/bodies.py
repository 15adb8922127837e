"""Organisations of one article: acronyms, legal forms and short forms led to one name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from ...lexicon import PlaceLexicon
from ...records import Mention
from . import vocabulary as words
from .names import bare_organisation, initials, is_acronym

DEFINED = re.compile(r"\s?[(\[]\s?[\"“']?")
NOT_NAMING = words.GENERIC_ALONE | words.OFFICE_MODIFIERS | words.PEOPLES
LONGEST_SHORTENED = 3


def group_organisations(
    text: str, mentions: Sequence[Mention], lexicon: PlaceLexicon
) -> dict[str, str]:
    """The key of the organisation meant, for the key of each form of its name.

    **Misses:** translations, trade names and former names; an acronym whose letters are not the
    capitals of the long form, unless the article defines it; "the ministry".
    """
    surfaces = {bare_organisation(mention.surface): mention.surface for mention in mentions}
    leads = dict.fromkeys(surfaces, "")
    leads.update(_defined(text, mentions))
    for finder in (
        _by_initials(surfaces),
        _by_first_word(surfaces),
        _by_country(surfaces, lexicon),
    ):
        for short, long in finder.items():
            if not leads.get(short) and _end(leads, long) != short:
                leads[short] = long
    return {key: _end(leads, key) for key in leads}


def _end(leads: Mapping[str, str], key: str) -> str:
    seen = {key}
    while (further := leads.get(key, "")) and further not in seen:
        key = further
        seen.add(key)
    return key


def _defined(text: str, mentions: Sequence[Mention]) -> dict[str, str]:
    """Acronyms in brackets right after the long form: "Northern Rivers Council (NRC)"."""
    found: dict[str, str] = {}
    for long, short in pairwise(mentions):
        if DEFINED.fullmatch(text[long.end : short.start]) and is_acronym(short.surface):
            key, lead = bare_organisation(short.surface), bare_organisation(long.surface)
            if key != lead:
                found.setdefault(key, lead)
    return found


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
