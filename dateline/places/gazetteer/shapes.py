"""Outlines and extents on the globe, approximate: rings of (longitude, latitude), kilometres."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

Point = tuple[float, float]
"""(longitude, latitude) in degrees."""
Ring = tuple[Point, ...]

EARTH_KM = 6371.0088
KM_A_DEGREE = 111.195
_RING_POINTS = 32


def distance_km(a: Point, b: Point) -> float:
    """Great-circle distance."""
    south, north = math.radians(a[1]), math.radians(b[1])
    dy, dx = north - south, math.radians(b[0] - a[0])
    h = math.sin(dy / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin(dx / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


@lru_cache(maxsize=20_000)
def unit_vector(point: Point) -> tuple[float, float, float]:
    """The point on a ball of radius 1; of two, the nearer has the larger product with a third."""
    longitude, latitude = math.radians(point[0]), math.radians(point[1])
    across = math.cos(latitude)
    return across * math.cos(longitude), across * math.sin(longitude), math.sin(latitude)


def ellipse(centre: Point, half_length_km: float, half_width_km: float, bearing: float) -> Ring:
    """Closed ring around a centre, its long axis at a bearing in degrees clockwise from north."""
    turn = math.radians(bearing)
    ring = []
    for step in range(_RING_POINTS + 1):
        angle = 2 * math.pi * step / _RING_POINTS
        along, across = half_length_km * math.cos(angle), half_width_km * math.sin(angle)
        north = along * math.cos(turn) - across * math.sin(turn)
        east = along * math.sin(turn) + across * math.cos(turn)
        ring.append(moved(centre, east, north))
    return tuple(ring)


def band(line: Sequence[Point], half_width_km: float) -> Ring:
    """Closed ring that follows a line of two points or more at a distance on either side."""
    left, right = [], []
    for index, point in enumerate(line):
        before, after = line[max(0, index - 1)], line[min(len(line) - 1, index + 1)]
        east = (after[0] - before[0]) * math.cos(math.radians(point[1]))
        north = after[1] - before[1]
        length = math.hypot(east, north) or 1.0
        across = (-north / length * half_width_km, east / length * half_width_km)
        left.append(moved(point, *across))
        right.append(moved(point, -across[0], -across[1]))
    return (*left, *reversed(right), left[0])


def box(west: float, south: float, east: float, north: float) -> Ring:
    return ((west, south), (east, south), (east, north), (west, north), (west, south))


def hull(points: Sequence[Point]) -> Ring:
    """Closed convex ring around points, or empty where they span no area."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ()
    lower, upper = _chain(ordered), _chain(ordered[::-1])
    ring = (*lower[:-1], *upper[:-1])
    return (*ring, ring[0]) if len(ring) > 2 else ()


def _chain(points: Sequence[Point]) -> list[Point]:
    chain: list[Point] = []
    for point in points:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def area_km2(ring: Ring) -> float:
    """Area inside a closed ring, on a plane at its middle latitude."""
    if len(ring) < 4:
        return 0.0
    middle = (min(p[1] for p in ring) + max(p[1] for p in ring)) / 2
    doubled = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
    return abs(doubled) / 2 * KM_A_DEGREE**2 * math.cos(math.radians(middle))


def centroid(ring: Ring) -> Point:
    """Centre of the area inside a closed ring; of its box where it has no area."""
    doubled = cx = cy = 0.0
    for a, b in pairwise(ring):
        cross = a[0] * b[1] - b[0] * a[1]
        doubled += cross
        cx += (a[0] + b[0]) * cross
        cy += (a[1] + b[1]) * cross
    if abs(doubled) < 1e-9:
        xs, ys = [p[0] for p in ring], [p[1] for p in ring]
        return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    return cx / (3 * doubled), cy / (3 * doubled)


def radius_of_area(km2: float) -> float:
    """Radius of the circle of that area."""
    return math.sqrt(max(0.0, km2) / math.pi)


def thinned(ring: Ring, most: int) -> Ring:
    """The ring with every n-th point, so that at most about `most` remain; still closed."""
    step = math.ceil(len(ring) / most)
    return ring if step < 2 else (*ring[:-1:step], ring[0])


def towards(ring: Ring, bearing: float, share: float) -> Ring:
    """The part of a closed ring beyond a share of its extent in a direction; empty for none.

    Args:
        bearing: degrees clockwise from north.
        share: 0 keeps all, 0.5 the half that lies in that direction.
    """
    turn, middle = math.radians(bearing), (ring[0][1] + ring[len(ring) // 2][1]) / 2
    east, north = math.sin(turn) * math.cos(math.radians(middle)), math.cos(turn)
    reach = [x * east + y * north for x, y in ring]
    cut = min(reach) + share * (max(reach) - min(reach))
    kept: list[Point] = []
    for (a, b), (before, after) in zip(pairwise(ring), pairwise(reach), strict=True):
        if before >= cut:
            kept.append(a)
        if (before >= cut) != (after >= cut):
            way = (cut - before) / (after - before)
            kept.append(
                (round(a[0] + way * (b[0] - a[0]), 4), round(a[1] + way * (b[1] - a[1]), 4))
            )
    return (*kept, kept[0]) if len(kept) > 2 else ()


def moved(point: Point, east_km: float, north_km: float) -> Point:
    """The point so many kilometres to the east and north, kept on the globe."""
    latitude = max(-90.0, min(90.0, point[1] + north_km / KM_A_DEGREE))
    stretch = max(0.05, math.cos(math.radians(point[1])))
    longitude = max(-180.0, min(180.0, point[0] + east_km / KM_A_DEGREE / stretch))
    return round(longitude, 4), round(latitude, 4)
