"""A place on its way into the gazetteer, and the rules that class it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from ...records import Precision
from .facts import MACRO_KINDS, POINT_KINDS, Fact
from .names import key_of, normalise
from .shapes import Ring

TIER_A_CITY = 15_000
USERS = "o."
"""How the ids of places begin that the user's own table states."""
MACRO_REGION_PEOPLE = 100_000_000
_KIND_SCORE = {
    "country": 1.4,
    "continent": 5.0,
    "city": 0.52,
    "admin1": -0.29,
    "admin2": -0.8,
    "admin3": -3.0,
    "region": 3.0,
    "sea": 5.0,
}
WEIGHT_SCORE = 1.33
_OWN_FACT_SCORE = 5.0
_USERS_SCORE = 25.0
"""Above what any other place can reach, in whatever surroundings: the user's rows win."""


@dataclass(slots=True)
class Draft:
    place_id: str
    name: str
    kind: str
    latitude: float
    longitude: float
    source: str
    geonameid: int | None = None
    country: str = ""
    code: str = ""
    """The division's own code, "US.TX"."""
    admin1: str = ""
    """Code of the first-level division it lies in."""
    admin1_name: str = ""
    """Name of the first-level division it lies in."""
    admin2: str = ""
    """Code of the second-level division it lies in."""
    population: int = 0
    radius_km: float = 0.0
    outline: Ring = ()
    neutral_label: str = ""
    keys: dict[str, tuple[int, str]] = field(default_factory=dict)
    """Look-up key -> (weight, form)."""

    def call(self, names: Iterable[str], weight: int) -> None:
        """Adds names: weight 2 for chief ones, 1 for alternates; noise is left out."""
        for name in names:
            if weight == 1 and name.islower():
                continue
            key = key_of(name, weight == 2)
            if key and self.keys.get(key, (0, ""))[0] < weight:
                self.keys[key] = (weight, name)

    def call_exactly(self, name: str, weight: int) -> None:
        """Adds a name of our own, however short."""
        self.keys[normalise(name)] = (weight, name)

    @property
    def is_own(self) -> bool:
        return self.place_id.startswith("d.")

    @property
    def targets(self) -> tuple[str, ...]:
        """The ways in which names.tsv and demonyms.tsv may point to this place."""
        if self.kind == "country":
            return self.place_id, f"country:{self.country}"
        if self.kind == "city":
            return self.place_id, f"city:{self.country}:{self.name}"
        return self.place_id, f"{self.kind}:{self.code or self.name}"

    @property
    def tier(self) -> str:
        """A: may be taken from text alone; B: only with evidence beside it."""
        if self.place_id.startswith(USERS):
            return "A"
        if self.kind == "city":
            return "A" if self.population >= TIER_A_CITY else "B"
        return "B" if self.kind in {"admin2", "admin3"} and not self.is_own else "A"

    @property
    def precision(self) -> Precision:
        return precision_of(self.kind, self.country, self.population)

    def prior(self, weight: int) -> float:
        """Score of the place under a name of that weight, without context."""
        bonus = _OWN_FACT_SCORE if self.is_own else _KIND_SCORE.get(self.kind, 0.0)
        bonus = _USERS_SCORE if self.place_id.startswith(USERS) else bonus
        return 0.72 * math.log10(self.population + 10) + WEIGHT_SCORE * weight + bonus


def draft_of(fact: Fact, prefix: str) -> Draft:
    """A place of a table of facts; its id is the prefix and its slug."""
    draft = Draft(
        prefix + fact.slug, fact.name, fact.kind, fact.latitude, fact.longitude, fact.source
    )
    draft.country, draft.radius_km = fact.country, fact.radius_km
    draft.outline, draft.neutral_label = fact.outline, fact.neutral_label
    for name in (fact.name, *fact.names):
        draft.call_exactly(name, 2)
    return draft


def precision_of(kind: str, country: str, population: int) -> Precision:
    """The most exact class that a place of this kind allows."""
    if kind in MACRO_KINDS or kind == "continent":
        return "macro"
    if kind in POINT_KINDS or kind == "city":
        return "point"
    if kind == "country":
        return "country"
    if kind == "admin1":
        return "area1"
    if kind in {"admin2", "admin3"}:
        return "area2"
    if kind == "region" and not country and population >= MACRO_REGION_PEOPLE:
        return "macro"
    return "feature"


def city_radius_km(population: int) -> float:
    """5 km for a town of up to 10,000 people, 15 km for a city of ten million or more."""
    share = (math.log10(max(population, 1)) - 4) / 3
    return round(5 + 10 * min(1.0, max(0.0, share)), 1)
