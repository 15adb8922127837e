"""Names of world news that must resolve without context, as `dateline geocode NAME` does."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from dateline.places.gazetteer import Gazetteer
from dateline.places.gazetteer.shapes import distance_km
from dateline.places.geocoder import ranked_candidates

TABLE = Path(__file__).resolve().parent / "world_names.tsv"
TOLERANCE_KM: Mapping[str, float] = {
    "town": 30,
    "landmark": 30,
    "pass": 30,
    "peak": 30,
    "canal": 50,
    "valley": 70,
    "strait": 150,
    "lake": 150,
    "province": 150,
    "island": 250,
    "line": 250,
    "region": 400,
    "range": 400,
    "country": 500,
    "river": 500,
    "sea": 500,
    "former state": 700,
    "great country": 1300,
}
"""How far from its middle a place may be put, by its kind in the table."""


class WorldName(NamedTuple):
    """A row of the table: a name as news writes it, and where the place is known to lie."""

    name: str
    kind: str
    latitude: float
    longitude: float


def read_names(table: Path = TABLE) -> tuple[WorldName, ...]:
    """The rows in order; the positions are general knowledge, written before any look-up."""
    with table.open(encoding="utf-8", newline="") as file:
        return tuple(
            WorldName(row["name"], row["kind"], float(row["latitude"]), float(row["longitude"]))
            for row in csv.DictReader(file, delimiter="\t")
        )


def is_right(row: WorldName, gazetteer: Gazetteer) -> bool:
    """Whether the likeliest place of that name lies within the tolerance of its kind."""
    found = ranked_candidates(gazetteer, row.name)
    if not found:
        return False
    best = (found[0]["longitude"], found[0]["latitude"])
    return distance_km(best, (row.longitude, row.latitude)) <= TOLERANCE_KM[row.kind]


def share_right(gazetteer: Gazetteer) -> float:
    """Share of the table that resolves."""
    rows = read_names()
    return sum(map(partial(is_right, gazetteer=gazetteer), rows)) / len(rows)
