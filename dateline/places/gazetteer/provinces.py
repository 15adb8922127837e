"""Outlines of first-level divisions, drawn from where their towns lie: approximate."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

from .frontiers import country_code
from .shapes import Point, Ring
from .sources import Outline

CELL = 0.08
"""Degrees: of the towns of one division in a cell of that size one is enough."""
COAST = 0.02
"""Degrees by which coasts may move."""
STEPS = 120
"""Parts of a country's width below which no bend of a line is kept."""
MOST_POINTS = 120
SMALLEST_RING_KM2 = 60.0
Geometries = NDArray[np.object_]


class Towns(NamedTuple):
    """Towns of one country, each with the row of its first-level division."""

    points: list[Point]
    rows: list[int]


def province_rings(
    towns: Mapping[str, Towns], outlines: Sequence[Outline]
) -> Iterator[tuple[int, Ring]]:
    """Row and outline of each division that has towns: the land nearer to them than to others'.

    Neighbours share their edges; a division in pieces keeps its largest.

    **Misses:** divisions without a town; islands apart; the true course where towns are few.
    Args:
        towns: by ISO code of the country.
        outlines: Natural Earth's countries.
    """
    lands = defaultdict[str, list[Outline]](list)
    for outline in outlines:
        lands[country_code(outline)].append(outline)
    for code, held in towns.items():
        if code in lands and held.rows:
            yield from _divided(held, _land(lands[code]))


def _divided(towns: Towns, land: shapely.Geometry) -> Iterator[tuple[int, Ring]]:
    tolerance = max(COAST, math.sqrt(shapely.area(land)) / STEPS)
    land = shapely.make_valid(shapely.simplify(land, tolerance))
    points, rows = _thinned(towns)
    areas = _cells(points, land)
    numbers = np.unique(rows)
    parts = np.array([shapely.coverage_union_all(areas[rows == row]) for row in numbers])
    parts = shapely.coverage_simplify(_without_pieces(parts), tolerance)
    for row, part in zip(numbers.tolist(), shapely.intersection(parts, land), strict=True):
        ring = _outer(part, tolerance)
        if ring:
            yield row, ring


def _outer(part: shapely.Geometry, tolerance: float) -> Ring:
    pieces = [piece for piece in shapely.get_parts(part) if piece.geom_type == "Polygon"]
    if not pieces:
        return ()
    line = shapely.get_exterior_ring(max(pieces, key=shapely.area))
    while shapely.get_num_coordinates(line) > MOST_POINTS:
        tolerance *= 1.5
        line = shapely.simplify(line, tolerance)
    return tuple((round(x, 3), round(y, 3)) for x, y in shapely.get_coordinates(line).tolist())


def _thinned(towns: Towns) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """One town of a division a cell, each place once."""
    points, rows = np.asarray(towns.points, float), np.asarray(towns.rows, np.int64)
    cells = np.column_stack([np.round(points / CELL).astype(np.int64), rows])
    _, first = np.unique(cells, axis=0, return_index=True)
    _, once = np.unique(points[first], axis=0, return_index=True)
    return points[first][once], rows[first][once]


def _cells(points: NDArray[np.float64], land: shapely.Geometry) -> Geometries:
    """The area nearest to each point, stretched so that a degree is as wide as it is high."""
    narrow = np.cos(np.radians(points[:, 1].mean()))
    stretched = points * (narrow, 1.0)
    west, south, east, north = shapely.bounds(land)
    frame = shapely.box(west * narrow - 1, south - 1, east * narrow + 1, north + 1)
    if len(points) == 1:
        cells = np.array([frame], dtype=object)
    else:
        made = shapely.voronoi_polygons(
            shapely.multipoints(stretched), extend_to=frame, ordered=True
        )
        cells = shapely.get_parts(made)
    return np.asarray(shapely.transform(cells, lambda at: at / (narrow, 1.0)), dtype=object)


def _without_pieces(parts: Geometries) -> Geometries:
    """Each part's largest piece; the others are given to the neighbour around most of them."""
    pieces, owner = shapely.get_parts(parts, return_index=True)
    size = shapely.area(pieces)
    largest = np.array(
        [np.flatnonzero(owner == n)[size[owner == n].argmax()] for n in range(len(parts))]
    )
    kept = np.zeros(len(pieces), bool)
    kept[largest] = True
    tree = shapely.STRtree(pieces)
    for lost in np.flatnonzero(~kept):
        around = tree.query(pieces[lost], predicate="touches")
        beside = [n for n in around if kept[n] and owner[n] != owner[lost]]
        if beside:
            edges = shapely.intersection(pieces[beside], pieces[lost])
            owner[lost] = owner[beside[int(shapely.length(edges).argmax())]]
    return np.array([shapely.coverage_union_all(pieces[owner == n]) for n in range(len(parts))])


def _land(outlines: Sequence[Outline]) -> shapely.Geometry:
    rings = [ring for outline in outlines for ring in outline.rings]
    shapes = np.array([shapely.Polygon(ring) for ring in rings], dtype=object)
    wide = shapely.area(shapes)
    shapes = shapes[(wide > SMALLEST_RING_KM2 / 12_000) | (wide == wide.max())]
    return shapely.make_valid(shapely.multipolygons(shapes))
