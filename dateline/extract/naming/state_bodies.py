"""Bodies that many states have, by office and state: "the Russian Ministry of Defence"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...lexicon import PlaceLexicon
from . import vocabulary as words
from .names import fold

LONGEST_COUNTRY = 3
MINISTRIES = frozenset({"ministry", "department"})
SPELT = {
    "defence": "defense",
    "labour": "labor",
    "centre": "center",
    "programme": "program",
    "organisation": "organization",
    "internal": "interior",
    "external": "foreign",
    "exterior": "foreign",
}
SILENT = frozenset({"of", "for", "the", "and", "affairs"})
COMMON = words.GENERIC_ALONE | words.PORTFOLIOS | words.OFFICE_MODIFIERS | words.PROPER_ALONE
POSSESSIVE = re.compile(r"['’]s?$")
OWNER = re.compile(r"((?:[^\W\d_a-z][\w.]*\s){0,2}[^\W\d_a-z][\w.]*)(?:['’]s?)?\s+$")
OWNER_REACH = 40
OF_COUNTRY = re.compile(r"(.*\S)\s+(?:of|in)\s+(?:the\s+)?([^\W\d_a-z][\w. ]*)")


@dataclass(frozen=True, slots=True)
class StateBody:
    """A body by its office and the state that the words name."""

    office: str
    """Key that is equal for "Ministry of Defence" and "Defense Ministry"."""
    country: str
    """ISO code; empty where the words name no state."""
    short: str
    """The name as written, without the state."""


def state_body(surface: str, text: str, start: int, lexicon: PlaceLexicon) -> StateBody | None:
    """The body of a state that the surface names at `start` of the text, or None.

    **Misses:** a state named elsewhere in the sentence; one called by its capital.
    """
    country, short = _without_country(" ".join(surface.split()), lexicon)
    if not is_common(short):
        return None
    if not country:
        owner = OWNER.search(text, max(0, start - OWNER_REACH), start)
        country = _last_country(owner.group(1), lexicon) if owner else ""
    return StateBody(office(short), country, short)


def office(name: str) -> str:
    """A key that is equal for the ways to write a body's office.

    "Ministry of Foreign Affairs" and "Foreign Ministry" share a key.
    """
    parts = [SPELT.get(part, part) for part in fold(name).split()]
    if MINISTRIES.isdisjoint(parts):
        return " ".join(parts)
    head = next(part for part in parts if part in MINISTRIES)
    return " ".join([*(part for part in parts if part not in SILENT | {head}), head])


def is_common(name: str) -> bool:
    """Whether the words only say what kind of body is meant, as every state has one."""
    parts = fold(name).split()
    return len(parts) > 0 and COMMON.issuperset(parts)


def _without_country(surface: str, lexicon: PlaceLexicon) -> tuple[str, str]:
    """The state that opens or ends the name, and the name without it."""
    parts = surface.split(" ")
    for count in range(min(LONGEST_COUNTRY, len(parts) - 1), 0, -1):
        code = _country(POSSESSIVE.sub("", " ".join(parts[:count])), lexicon)
        if code:
            return code, " ".join(parts[count:])
    ending = OF_COUNTRY.fullmatch(surface)
    code = _country(ending.group(2), lexicon) if ending else ""
    return (code, ending.group(1)) if ending and code else ("", surface)


def _last_country(owner: str, lexicon: PlaceLexicon) -> str:
    """The state whose name or people the last words before a body are."""
    parts = owner.split()
    codes = (_country(" ".join(parts[at:]), lexicon) for at in range(len(parts)))
    return next((code for code in codes if code), "")


def _country(name: str, lexicon: PlaceLexicon) -> str:
    bare = POSSESSIVE.sub("", name)
    return lexicon.country_code(bare) or lexicon.demonym_country(bare) or ""
