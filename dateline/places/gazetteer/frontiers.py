"""Land borders, coasts and grounds of countries, from outlines that share their vertices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import shapely

from .shapes import Point, Ring, area_km2, hull
from .sources import Outline

TOLERANCE = 0.03
"""Degrees by which lines may move when they are thinned."""
MOST_STEPS = 400
"""Parts of its length below which no bend of a line is kept."""
MAIN_SHARE = 0.6
"""A country whose largest island is less of it is drawn as the hull of its islands."""
CODES = {"CN-TW": "TW"}
Edge = tuple[Point, Point]


class Frontier(NamedTuple):
    """The line, or the longest piece of it, on which two countries touch."""

    one: str
    """ISO code, the first of the two in the alphabet."""
    other: str
    line: Ring


class Ground(NamedTuple):
    """What a country covers and where it meets the sea, both approximate."""

    country: str
    ring: Ring
    coast: Ring
    """Its longest stretch, or empty where it has none."""


def frontiers(outlines: Sequence[Outline]) -> Iterator[Frontier]:
    """The border of each two countries that touch; none for those that do not.

    **Misses:** the shorter pieces of a border that a third country breaks; territories that have
    no ISO code.
    Source: Natural Earth 1:10m, who governs in fact.
    """
    shared = defaultdict[tuple[str, str], list[Edge]](list)
    for edge, owners in _owners(outlines).items():
        if len(owners) == 2:
            one, other = sorted(owners)
            if len(one) == len(other) == 2:
                shared[one, other].append(edge)
    for (one, other), edges in shared.items():
        yield Frontier(one, other, _longest(edges))


def grounds(outlines: Sequence[Outline]) -> Iterator[Ground]:
    """Outline and coast of each country that has an ISO code."""
    owners = _owners(outlines)
    for outline in _largest_first(outlines):
        edges = [edge for edge in map(_edge, _steps(outline)) if len(owners[edge]) == 1]
        yield Ground(country_code(outline), _ring(outline), _longest(edges) if edges else ())


def _owners(outlines: Sequence[Outline]) -> dict[Edge, set[str]]:
    owners = defaultdict[Edge, set[str]](set)
    for outline in outlines:
        for step in _steps(outline):
            owners[_edge(step)].add(country_code(outline) or outline.name)
    return owners


def _largest_first(outlines: Sequence[Outline]) -> Iterator[Outline]:
    seen = set[str]()
    for outline in sorted(outlines, key=lambda one: -len(one.rings[0])):
        code = country_code(outline)
        if code and code not in seen:
            seen.add(code)
            yield outline


def country_code(outline: Outline) -> str:
    """ISO code of an outline, or empty."""
    return CODES.get(outline.code, outline.code)


def _steps(outline: Outline) -> Iterator[Edge]:
    for ring in outline.rings:
        yield from pairwise(ring)


def _edge(step: Edge) -> Edge:
    return step if step[0] < step[1] else (step[1], step[0])


def _ring(outline: Outline) -> Ring:
    areas = [area_km2(ring) for ring in outline.rings]
    if areas[0] >= MAIN_SHARE * sum(areas):
        return _thinned(shapely.LinearRing(outline.rings[0]))
    return hull([point for ring in outline.rings for point in ring])


def _longest(edges: Sequence[Edge]) -> Ring:
    lines = shapely.line_merge(shapely.multilinestrings(shapely.linestrings(edges)))
    return _thinned(max(shapely.get_parts(lines), key=shapely.length))


def _thinned(line: shapely.LineString) -> Ring:
    tolerance = max(min(TOLERANCE, line.length / 20), line.length / MOST_STEPS)
    simple = shapely.simplify(line, tolerance)
    return tuple((round(x, 3), round(y, 3)) for x, y in shapely.get_coordinates(simple).tolist())
