"""Borders, coasts and grounds: only where countries touch, near where they are known to run."""

from __future__ import annotations

import pytest

from dateline.places.gazetteer import Gazetteer
from dateline.places.gazetteer.frontiers import frontiers, grounds
from dateline.places.gazetteer.shapes import area_km2, distance_km, towards
from dateline.places.gazetteer.sources import Outline

WEST = Outline("West", "WW", (((0, 0), (1, 0), (1, 1), (1, 2), (0, 2), (0, 0)),))
EAST = Outline("East", "EE", (((1, 0), (2, 0), (2, 2), (1, 2), (1, 1), (1, 0)),))
FAR = Outline("Far", "FF", (((9, 9), (10, 9), (10, 10), (9, 9)),))
UNCODED = Outline("Nobody", "", (((1, 2), (0, 2), (0, 3), (1, 2)),))


def test_frontiers_when_two_share_edges_then_one_line_and_none_for_the_rest() -> None:
    ((one, other, line),) = frontiers([WEST, EAST, FAR, UNCODED])
    assert (one, other) == ("EE", "WW")
    assert sorted(line) == [(1, 0), (1, 2)]


def test_grounds_when_a_country_meets_another_then_its_coast_leaves_that_side_out() -> None:
    found = {ground.country: ground for ground in grounds([WEST, EAST, FAR])}
    assert set(found) == {"WW", "EE", "FF"}
    assert area_km2(found["WW"].ring) == pytest.approx(area_km2(WEST.rings[0]))
    assert (1, 1) not in found["WW"].coast
    assert {(0, 0), (0, 2)} <= set(found["WW"].coast)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [("AF", "PK", (71.09, 34.12)), ("MX", "US", (-106.49, 31.75)), ("KP", "KR", (126.68, 37.95))],
)
def test_frontier_when_countries_touch_then_it_runs_by_a_known_crossing(
    gazetteer: Gazetteer, one: str, other: str, near: tuple[float, float]
) -> None:
    line = gazetteer.frontier(one, other)
    assert line == gazetteer.frontier(other, one)
    assert min(distance_km(point, near) for point in line) < 40


@pytest.mark.parametrize(("one", "other"), [("IR", "SE"), ("IS", "NO"), ("AF", "AF"), ("", "ZZ")])
def test_frontier_when_countries_do_not_touch_then_empty(
    gazetteer: Gazetteer, one: str, other: str
) -> None:
    assert gazetteer.frontier(one, other) == ()


def test_coast_when_a_country_has_none_then_empty(gazetteer: Gazetteer) -> None:
    assert gazetteer.coast("AF") == ()
    assert len(gazetteer.coast("SO")) > 3


def test_towards_when_half_is_asked_for_then_the_half_on_that_side() -> None:
    square = ((0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0), (0.0, 0.0))
    north, east = towards(square, 0, 0.5), towards(square, 90, 0.5)
    assert min(y for _, y in north) == pytest.approx(1)
    assert min(x for x, _ in east) == pytest.approx(1, abs=0.01)
    assert north[0] == north[-1]
    assert towards(square, 0, 1.1) == ()
