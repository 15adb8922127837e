"""What a name as written may mean: the gazetteer asked with the words around the name set aside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from .gazetteer import Gazetteer, Sense
from .gazetteer.names import without_possessive

DIVISIONS = frozenset({"admin1", "admin2", "admin3"})
SETTLEMENTS = frozenset({"city", "town"})
_THE = re.compile(r"the\s+", re.IGNORECASE)
_DIVISION = re.compile(
    r"(?P<name>.+?)\s+(?:province|county|state|governorate|region|district|prefecture|oblast"
    r"|department|parish|canton|territory|municipality|republic|krai|division|emirate)",
    re.IGNORECASE,
)
_DIVISION_OF = re.compile(
    r"(?:the\s+)?(?:province|county|state|governorate|region|district|prefecture|department"
    r"|parish|canton|territory|republic|commonwealth|emirate|co\.?)\s+(?:of\s+)?(?P<name>[A-Z].*)",
    re.IGNORECASE,
)
_SETTLEMENT = re.compile(r"(?P<name>.+?)\s+(?:city|town|village|township|borough)", re.IGNORECASE)
_SETTLEMENT_OF = re.compile(
    r"(?:the\s+)?(?:city|town|village|township|port|capital|suburb|hamlet)\s+of\s+(?P<name>.+)",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?P<part>(?:(?:the\s+)?(?:north|south|east|west|northeast|northwest|southeast|southwest"
    r"|north-east|north-west|south-east|south-west)(?:ern)?|central|downtown|suburban|rural"
    r"|upstate|mainland|greater|metropolitan|metro|inner|outer|lower|upper|mid|occupied))"
    r"[\s-]+(?P<name>.+)",
    re.IGNORECASE,
)
_AREA = re.compile(
    r"(?P<name>.+?)\s+(?:area|metro area|metropolitan area|suburbs|metro|countryside)",
    re.IGNORECASE,
)


class LookUp(NamedTuple):
    """The senses of a name, and the words that say which part of it is meant."""

    senses: tuple[Sense, ...] = ()
    part: str = ""
    """"southern" of "southern Afghanistan", or empty."""


def look_up(gazetteer: Gazetteer, surface: str) -> LookUp:
    """What a surface may mean, likeliest first without context; no senses for an unknown name.

    The name as it stands is tried first, then without "the", then without the words that class
    it ("Kandahar province", "city of Basra") or narrow it ("southern Afghanistan").

    **Misses:** misspellings; buildings and streets that the gazetteer does not have.
    """
    name = without_possessive(" ".join(surface.split()))
    found = gazetteer.candidates(name)
    if found:
        return LookUp(found)
    plain = _THE.sub("", name, count=1) if _THE.match(name) else name
    for form in _forms(plain):
        kept = tuple(s for s in gazetteer.candidates(form.name) if form.admits(s))
        if kept:
            return LookUp(kept, form.part)
    return LookUp()


class _Form(NamedTuple):
    name: str
    admits: Callable[[Sense], bool]
    part: str = ""


def _forms(name: str) -> Iterator[_Form]:
    yield _Form(name, _any)
    for pattern, admits in (
        (_DIVISION, _is_division),
        (_DIVISION_OF, _is_division),
        (_SETTLEMENT, _is_settlement),
        (_SETTLEMENT_OF, _is_settlement),
        (_AREA, _any),
    ):
        match = pattern.fullmatch(name)
        if match:
            yield _Form(match["name"], admits)
    match = _PART.fullmatch(name)
    if match:
        yield _Form(match["name"], _any, match["part"].lower())


def _any(_sense: Sense) -> bool:
    return True


def _is_division(sense: Sense) -> bool:
    return sense.kind in DIVISIONS or sense.kind == "country"


def _is_settlement(sense: Sense) -> bool:
    return sense.kind in SETTLEMENTS


def lies_in(sense: Sense, parent: Sense) -> bool:
    """Whether a place lies in a country or division, by their codes."""
    if sense.number == parent.number:
        return False
    if parent.kind == "country":
        return sense.country == parent.country
    if parent.kind in DIVISIONS and parent.code:
        return parent.code in (sense.admin1, sense.admin2)
    return False
