"""What a name may mean: a place as look-ups give it."""

from __future__ import annotations

import sqlite3
from typing import Any, NamedTuple

from ...records import Precision
from .tables import CLASS_FIELDS

MOST_SENSES = 60
FIELDS = (
    "p.id, p.place_id, p.geonameid, p.name, p.class, p.country, p.code, p.admin1, p.admin2,"
    " p.admin1_name, p.latitude, p.longitude, p.population, p.radius_km"
)
"""Columns of a place for `SenseReader`."""
Row = tuple[Any, ...]


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


class SenseReader:
    """Rows of a gazetteer as senses."""

    def __init__(self, database: sqlite3.Connection) -> None:
        rows = database.execute(f"SELECT id, {', '.join(CLASS_FIELDS)} FROM class")  # noqa: S608
        self._classes: dict[int, tuple[str, ...]] = {number: tuple(rest) for number, *rest in rows}

    def __call__(self, row: Row) -> Sense:
        """The sense of a row of `FIELDS`, weight, prior and form."""
        group = self._classes[row[4]]
        return tuple.__new__(Sense, row[:4] + group[:2] + row[5:14] + group[2:] + row[14:])
