"""Outlines and extents: closed, as large as they say, around what they enclose."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.places.gazetteer.shapes import (
    Point,
    area_km2,
    band,
    box,
    centroid,
    distance_km,
    ellipse,
    hull,
    radius_of_area,
    thinned,
    unit_vector,
)

SPOTS = st.tuples(st.floats(-170, 170), st.floats(-70, 70))


def test_distance_when_from_kabul_to_moscow_then_some_3370_km() -> None:
    assert distance_km((69.17, 34.53), (37.62, 55.75)) == pytest.approx(3370, abs=15)


@given(SPOTS, SPOTS)
def test_distance_when_turned_round_then_the_same(
    a: tuple[float, float], b: tuple[float, float]
) -> None:
    assert distance_km(a, b) == pytest.approx(distance_km(b, a))
    assert 0 <= distance_km(a, b) <= 20_040


@given(SPOTS, st.floats(5, 300), st.floats(5, 300), st.floats(0, 180))
def test_ellipse_when_drawn_then_closed_and_as_large_as_its_axes(
    centre: tuple[float, float], length: float, width: float, bearing: float
) -> None:
    ring = ellipse(centre, length, width, bearing)
    assert ring[0] == ring[-1]
    assert area_km2(ring) == pytest.approx(math.pi * length * width, rel=0.25)


def test_ellipse_when_its_bearing_is_east_then_it_is_longer_than_high() -> None:
    ring = ellipse((20.0, 0.0), 100, 10, 90)
    assert max(x for x, _ in ring) - 20 == pytest.approx(100 / 111.2, rel=0.02)
    assert max(y for _, y in ring) == pytest.approx(10 / 111.2, rel=0.05)


def test_band_when_drawn_along_a_line_then_as_large_as_length_times_width() -> None:
    ring = band([(20.0, 0.0), (21.0, 0.0), (22.0, 0.0)], 10)
    assert ring[0] == ring[-1]
    assert area_km2(ring) == pytest.approx(222.4 * 20, rel=0.03)


@given(st.lists(SPOTS, min_size=3, max_size=40))
def test_hull_when_drawn_then_its_box_is_that_of_its_points(
    points: list[tuple[float, float]],
) -> None:
    ring = hull(points)
    if not ring:
        return
    assert ring[0] == ring[-1]
    assert set(ring) <= set(points)
    for axis in (0, 1):
        assert max(p[axis] for p in ring) == pytest.approx(max(p[axis] for p in points))
        assert min(p[axis] for p in ring) == pytest.approx(min(p[axis] for p in points))


@pytest.mark.parametrize("points", [[], [(1.0, 1.0)], [(1.0, 1.0), (2.0, 2.0)], [(1.0, 1.0)] * 5])
def test_hull_when_points_span_no_area_then_empty(points: list[tuple[float, float]]) -> None:
    assert hull(points) == ()


def test_centroid_when_of_a_box_then_its_middle() -> None:
    assert centroid(box(10, 40, 14, 44)) == pytest.approx((12, 42))


def test_radius_when_of_a_circles_area_then_the_circles() -> None:
    assert radius_of_area(math.pi * 25**2) == pytest.approx(25)


@given(st.integers(4, 500), st.integers(4, 60))
def test_thinned_when_a_ring_is_long_then_short_and_closed(points: int, most: int) -> None:
    ring = tuple((float(n), 0.0) for n in range(points))
    short = thinned((*ring, ring[0]), most)
    assert short[0] == short[-1]
    assert len(short) <= most + 1


@given(SPOTS, SPOTS, SPOTS)
def test_unit_vector_when_two_are_compared_then_the_nearer_has_the_larger_product(
    middle: Point, one: Point, other: Point
) -> None:
    here, near, far = (unit_vector(point) for point in (middle, one, other))
    products = [math.fsum(map(math.prod, zip(here, there, strict=True))) for there in (near, far)]
    apart = distance_km(middle, other) - distance_km(middle, one)
    if abs(apart) > 1:
        assert (products[0] > products[1]) == (apart > 0)
