"""Outlines of divisions: neighbours meet, towns lie inside their own, the sea is left out."""

from __future__ import annotations

import pytest
import shapely

from dateline.places.gazetteer import Gazetteer
from dateline.places.gazetteer.provinces import MOST_POINTS, Towns, province_rings
from dateline.places.gazetteer.shapes import area_km2
from dateline.places.gazetteer.sources import Outline

LAND = Outline("Land", "LL", (((0, 0), (8, 0), (8, 4), (0, 4), (0, 0)),))
WEST = [(x / 2, y / 2) for x in range(1, 8) for y in range(1, 8)]
EAST = [(4 + x / 2, y / 2) for x in range(1, 8) for y in range(1, 8)]


def drawn(towns: dict[str, Towns]) -> dict[int, shapely.Polygon]:
    return {row: shapely.Polygon(ring) for row, ring in province_rings(towns, [LAND])}


def test_provinces_when_two_share_a_country_then_they_fill_it_and_share_an_edge() -> None:
    rows = [1] * len(WEST) + [2] * len(EAST)
    west, east = drawn({"LL": Towns(WEST + EAST, rows)}).values()
    assert west.area + east.area == pytest.approx(32, rel=0.01)
    assert west.intersection(east).area == pytest.approx(0, abs=0.01)
    assert west.intersection(east).length == pytest.approx(4, abs=0.1)


def test_provinces_when_a_town_is_lost_among_others_then_no_shard_is_left() -> None:
    rows = [1] * len(WEST) + [2] * len(EAST)
    rows[len(WEST) + 24] = 1
    west, east = drawn({"LL": Towns(WEST + EAST, rows)}).values()
    assert west.area == pytest.approx(16, rel=0.05)
    assert len(east.interiors) == 0


@pytest.mark.parametrize(
    ("towns", "rows"),
    [([(1.0, 1.0)], [1]), ([(1.0, 1.0), (1.0, 1.0)], [1, 1]), ([(20.0, 20.0)], [1]), ([], [])],
)
def test_provinces_when_there_are_few_towns_then_the_whole_country_or_nothing(
    towns: list[tuple[float, float]], rows: list[int]
) -> None:
    found = drawn({"LL": Towns(towns, rows)})
    assert {row: shape.area for row, shape in found.items()} == dict.fromkeys(rows, 32)


def test_provinces_when_the_country_has_no_outline_then_none() -> None:
    assert drawn({"ZZ": Towns([(1.0, 1.0)], [1])}) == {}


KNOWN = [
    # place id, area in km2, a point inside, a point outside
    ("g1140043", 58_000, (64.37, 31.59), (65.71, 31.61)),  # Helmand: Lashkar Gah, Kandahar
    ("g3336901", 32_000, (2.17, 41.39), (-0.88, 41.65)),  # Catalonia: Barcelona, Zaragoza
    ("g4736286", 696_000, (-97.74, 30.27), (-92.02, 30.22)),  # Texas: Austin, Lafayette
]


@pytest.mark.parametrize(("place_id", "km2", "inside", "outside"), KNOWN)
def test_outline_when_a_province_is_known_then_about_as_large_and_around_its_towns(
    gazetteer: Gazetteer,
    place_id: str,
    km2: float,
    inside: tuple[float, float],
    outside: tuple[float, float],
) -> None:
    place = gazetteer.place(place_id)
    assert place is not None
    assert area_km2(place.outline) == pytest.approx(km2, rel=0.25)
    assert len(place.outline) <= MOST_POINTS
    shape = shapely.Polygon(place.outline)
    assert shape.is_valid
    assert shape.contains(shapely.Point(inside))
    assert not shape.contains(shapely.Point(outside))
    assert "approximate" in place.source
