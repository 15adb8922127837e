"""Offices made comparable: what one person at a time holds, however it is worded."""

from __future__ import annotations

import re
from dataclasses import dataclass

from . import vocabulary as words
from .names import fold

ALONE = frozenset(
    {"president", "chancellor", "king", "queen", "emperor", "emir", "sultan", "monarch", "pope"}
    | {"speaker"}
)
"""Offices of which a country has one."""
OF_A_BODY = frozenset(
    {"chair", "chief", "commander", "director", "envoy", "governor", "head", "leader", "mayor"}
    | {"president", "rector", "secretary"}
)
"""Offices of which a named body, town or province has one."""
BODIES = frozenset(
    {"air", "army", "bank", "force", "house", "intelligence", "military", "navy", "parliament"}
    | {"police", "senate", "supreme"}
)
"""Words for bodies of which a country has one."""
LESSER = frozenset({"deputy", "assistant", "senior", "junior", "under", "former", "candidate"})
SAME = {
    "pm": "prime minister",
    "premier": "prime minister",
    "gov": "governor",
    "pres": "president",
    "defense": "defence",
    "interior": "internal",
    "exterior": "foreign",
    "external": "foreign",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
    "ceo": "chief executive",
    "labor": "labour",
}
IDLE = frozenset(
    {"the", "of", "for", "to", "in", "at", "and", "s", "affairs", "officer", "its"}
    | {"republic", "country", "nation"}
)
PORTFOLIOS = words.PORTFOLIOS - {"affairs", "and", "&", "first", "deputy", "vice"}
_OWNER = re.compile(r"['’]s?(?=\s|$)")
_CAPITALISED = re.compile(r"\b[A-Z][^\W_]*")
_TAIL = re.compile(r"\s+of\s+(?:the\s+)?(?=[A-Z])(?P<body>[^,]+)$")


@dataclass(frozen=True, slots=True)
class Post:
    """An office that one person at a time holds."""

    words: frozenset[str]
    country: str
    """ISO code of the country served, or empty where the words name the body."""


def post_of(office: str, country: str) -> Post | None:
    """The office as a key equal for its wordings; None for one that several may hold.

    "Foreign Minister", "minister of foreign affairs" and "foreign secretary" are one; a deputy
    minister and a minister-elect are others. "mayor of Lima" needs no country.

    **Misses:** a body by its acronym and in full; offices in other languages; "premier" of a
    part of a country that has none of its own.
    """
    tail = _TAIL.search(office) if country else None
    if tail and not _is_portfolio(tail.group("body")):
        office = office[: tail.start()]
    key = frozenset(_key_words(office))
    if key & LESSER:
        return None
    is_single = _is_national(key) if country else _is_of_a_body(key, office)
    return Post(key, country) if is_single else None


def unplaced_words(office: str) -> frozenset[str]:
    """The words of an office of some country that they do not name; empty for another office."""
    key = frozenset(_key_words(office))
    return key if not key & LESSER and _is_national(key) else frozenset()


def _is_portfolio(body: str) -> bool:
    return all(word in words.PORTFOLIOS for word in body.casefold().split())


def _key_words(office: str) -> list[str]:
    found = fold(_OWNER.sub(" ", office)).split()
    known = [word for one in found for word in SAME.get(one, one).split() if word not in IDLE]
    if "secretary" in known and PORTFOLIOS & set(known) - {"state"}:
        return ["minister" if word == "secretary" else word for word in known]
    return known


def _is_national(key: frozenset[str]) -> bool:
    if "minister" in key or "secretary" in key or "attorney" in key:
        return bool(key & (PORTFOLIOS | {"prime", "general"}))
    if key & {"ambassador", "envoy"}:
        return len(key) > 1
    return bool(key & ALONE and key <= ALONE | BODIES | {"vice", "first"}) or (
        bool(key & OF_A_BODY) and bool(key & BODIES)
    )


def _is_of_a_body(key: frozenset[str], office: str) -> bool:
    capitals = {fold(word) for word in _CAPITALISED.findall(office)}
    named = (key & capitals) - OF_A_BODY - PORTFOLIOS - words.OFFICE_MODIFIERS - words.OFFICES
    return bool(key & OF_A_BODY) and bool(named)
