"""What a name may mean: a place as look-ups give it."""

from __future__ import annotations

from typing import NamedTuple

from ...records import Precision

MOST_SENSES = 60
FIELDS = (
    "p.id, p.place_id, p.geonameid, p.name, p.kind, p.tier, p.country, p.code, p.admin1,"
    " p.admin2, p.admin1_name, p.latitude, p.longitude, p.population, p.radius_km, p.precision,"
    " p.neutral_label, p.source"
)
"""Columns of a place, in the order of `Sense` up to its source."""


class Sense(NamedTuple):
    """One place that a name may mean."""

    number: int
    place_id: str
    geonameid: int | None
    name: str
    """English usage of its record, which need not be the name looked up."""
    kind: str
    tier: str
    """A: may be taken from text alone; B: only with evidence beside it."""
    country: str
    code: str
    """Its own division code, "US.TX", or empty."""
    admin1: str
    """Code of the first-level division it lies in, or empty."""
    admin2: str
    admin1_name: str
    latitude: float
    longitude: float
    population: int
    radius_km: float
    precision: Precision
    neutral_label: str
    source: str
    weight: int
    """2 where the name looked up is a chief name of it, 1 for an alternate."""
    prior: float
    """Score without context."""
    form: str
    """The name looked up, as its source spells it."""

    @property
    def position(self) -> tuple[float, float]:
        return self.longitude, self.latitude
