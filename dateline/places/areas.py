"""Areas that words about a name describe: near a town, along a border, the north of a country."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from itertools import pairwise

from ..records import DESCRIBED, Place
from .gazetteer import Gazetteer
from .gazetteer.shapes import (
    Point,
    Ring,
    area_km2,
    band,
    centroid,
    distance_km,
    moved,
    radius_of_area,
    towards,
)
from .relations import DIRECTIONS, PairKind, Relation

NEAR_KM = 25.0
AT_SEA_KM = 60.0
LEAST_KM = 8.0
DOUBT = 0.25
"""How far off a stated distance may be, as a share of it."""
SMALL_KM = 60.0
"""Places of a smaller radius have surroundings; a river or desert has not."""
FARTHEST_KM = 1_500.0
BORDER_KM, COAST_KM, ROAD_KM = 20.0, 40.0, 5.0
"""Half the width of the band drawn along a line."""
PART_FROM = 0.55
"""Share of a country's extent beyond which its north begins."""
CENTRE_FROM = 0.25
LEAST_PART = 0.02
_VAGUE = re.compile(r"^(?:(?:about|some|around|roughly|nearly|just|on|in)\s)+")
SOURCE = "described in the text; drawn from {}, approximate"


def area_beside(place: Place, relation: Relation, gazetteer: Gazetteer) -> Place | None:
    """The area that a relation to one place means, or None where it means the place itself.

    A distance and a direction move its centre; a direction alone moves it by some 30 km.

    **Misses:** the side of a town on which its sea lies; what lies beyond a country's border.
    """
    if relation.at_sea and place.kind == "country":
        return _waters(place, gazetteer)
    if not relation.is_near:
        return _part(place, relation, gazetteer)
    is_small = place.precision in {"point", "area2"} or place.radius_km <= SMALL_KM
    if not is_small or place.precision in {"country", "macro"}:
        return None
    centre, radius = _aside(place, relation)
    words = f"{_VAGUE.sub('', relation.text.lower())} {place.name}"
    found = _described("surroundings", words, place, centre, radius)
    return replace(found, precision="near", country=place.country, admin1=place.admin1)


def area_of_pair(kind: PairKind, one: Place, other: Place, gazetteer: Gazetteer) -> Place | None:
    """The border, road or land between two places; None where they do not touch or lie too far.

    **Misses:** the course of roads, drawn straight; borders of places other than countries and
    their first-level divisions.
    """
    one, other = sorted((one, other), key=lambda place: place.place_id)
    if one.place_id == other.place_id:
        return None
    countries = one.kind == other.kind == "country"
    if kind == "border" or (countries and kind == "between"):
        return _border(one, other, gazetteer)
    is_far = distance_km(_spot(one), _spot(other)) > FARTHEST_KM
    if is_far or not (_is_spot(one) and _is_spot(other)):
        return None
    return _road(one, other) if kind == "road" else _between(one, other)


def _border(one: Place, other: Place, gazetteer: Gazetteer) -> Place | None:
    if one.kind == other.kind == "country":
        line = gazetteer.frontier(one.country, other.country)
    else:
        line = _shared(one.outline, other.outline)
    if len(line) < 2:
        return None
    return _along("border", f"{one.name}–{other.name} border", (one, other), line, BORDER_KM)


def _shared(one: Ring, other: Ring) -> Ring:
    """The points in which two outlines meet, in the order of the first."""
    common, ring = set(one) & set(other), one[:-1]
    start = next((n for n, point in enumerate(ring) if point not in common), 0)
    return tuple(point for point in (*ring[start:], *ring[:start]) if point in common)


def _road(one: Place, other: Place) -> Place:
    line = (_spot(one), _spot(other))
    found = _along("road", f"{one.name}–{other.name} road", (one, other), line, ROAD_KM)
    return replace(found, country=one.country if one.country == other.country else "")


def _between(one: Place, other: Place) -> Place:
    line = (_spot(one), _spot(other))
    half = distance_km(*line) / 2
    words = f"between {one.name} and {other.name}"
    found = _along("stretch", words, (one, other), line, max(ROAD_KM, half / 4))
    return replace(found, country=one.country if one.country == other.country else "")


def _along(kind: str, words: str, places: tuple[Place, Place], line: Ring, half_km: float) -> Place:
    middle = _middle(line)
    radius = max(distance_km(middle, point) for point in line)
    found = _described(kind, words, places[0], middle, max(LEAST_KM, radius))
    key = "+".join(place.place_id for place in places)
    return replace(found, place_id=f"{DESCRIBED}{kind}.{key}", outline=band(line, half_km))


def _waters(place: Place, gazetteer: Gazetteer) -> Place | None:
    line = gazetteer.coast(place.country)
    if not line:
        return None
    middle = _middle(line)
    radius = max(distance_km(middle, point) for point in line)
    found = _described("waters", f"off the coast of {place.name}", place, middle, radius)
    return replace(found, country=place.country, outline=band(line, COAST_KM))


def _part(place: Place, relation: Relation, gazetteer: Gazetteer) -> Place | None:
    whole = gazetteer.ground(place.country) if place.kind == "country" else place.outline
    is_split = place.precision in {"country", "area1", "feature"} and len(whole) > 3
    ring = _share(whole, relation) if is_split else ()
    if not ring or area_km2(ring) < LEAST_PART * area_km2(whole):
        return None
    radius = radius_of_area(area_km2(ring))
    found = _described("part", f"{_side(relation)} {place.name}", place, centroid(ring), radius)
    return replace(found, country=place.country, admin1=place.admin1, outline=ring)


def _side(relation: Relation) -> str:
    """One word for a part, however it is written: "northern" of "the north of"."""
    if relation.bearing is None:
        return relation.text
    return next(word for word, degrees in DIRECTIONS.items() if degrees == relation.bearing) + "ern"


def _share(whole: Ring, relation: Relation) -> Ring:
    if relation.bearing is not None:
        return towards(whole, relation.bearing, PART_FROM)
    if relation.text != "central":
        return ()
    for bearing in (0, 90, 180, 270):
        whole = towards(whole, bearing, CENTRE_FROM) if whole else ()
    return whole


def _aside(place: Place, relation: Relation) -> tuple[Point, float]:
    """Centre and radius of what lies beside a place."""
    stated = relation.distance_km
    if relation.bearing is None:
        least = AT_SEA_KM if relation.at_sea else NEAR_KM
        return _spot(place), max(least, place.radius_km + stated)
    away = stated or place.radius_km + NEAR_KM
    turn = math.radians(relation.bearing)
    centre = moved(_spot(place), away * math.sin(turn), away * math.cos(turn))
    return centre, max(LEAST_KM, place.radius_km, stated * DOUBT) if stated else away


def _described(kind: str, words: str, place: Place, centre: Point, radius_km: float) -> Place:
    slug = "-".join(words.lower().removesuffix(place.name.lower()).split())
    return Place(
        place_id=f"{DESCRIBED}{slug}.{place.place_id}",
        name=words,
        kind=kind,
        latitude=round(centre[1], 4),
        longitude=round(centre[0], 4),
        precision="feature",
        radius_km=round(radius_km, 1),
        source=SOURCE.format(place.source or place.name),
    )


def _is_spot(place: Place) -> bool:
    return place.precision in {"point", "area2"} or (
        place.precision == "feature" and place.radius_km <= SMALL_KM
    )


def _spot(place: Place) -> Point:
    return place.longitude, place.latitude


def _middle(line: Ring) -> Point:
    """The point half-way along a line."""
    steps = [distance_km(a, b) for a, b in pairwise(line)]
    left = sum(steps) / 2
    for (a, b), step in zip(pairwise(line), steps, strict=True):
        if step and left <= step:
            way = left / step
            return a[0] + way * (b[0] - a[0]), a[1] + way * (b[1] - a[1])
        left -= step
    return line[-1]
