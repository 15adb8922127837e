"""Land and the lines between countries, with agreed lines told from disputed ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from .polygons import Territory

Geometries = NDArray[np.object_]
Edges = NDArray[np.int64]

_GRID = 1_000_000
_STRIDE = 1_000_000_000

NOBODY = frozenset(
    {
        "Bir Tawil",
        "Brazilian Island",
        "Cyprus No Mans Area",
        "Siachen Glacier",
        "Southern Patagonian Ice Field",
    }
)
"""Areas that no side is recognised to hold: every line around them is disputed."""

LEASED = {"Baykonur Cosmodrome": "Kazakhstan"}
"""Leased areas, drawn as part of the country that leases them out."""


@dataclass(frozen=True, slots=True)
class Contested:
    """A line that both views draw alike, and that is a cease-fire line or claimed across."""

    sides: frozenset[str]
    """The two territories."""
    west: float = -180.0
    south: float = -90.0
    east: float = 180.0
    north: float = 90.0


CONTESTED = (
    Contested(frozenset({"India", "Pakistan"}), west=73.3, south=32.7, east=78.2, north=37.2),
    Contested(frozenset({"China", "India"})),
    Contested(frozenset({"China", "Pakistan"})),
    Contested(frozenset({"Bhutan", "China"})),
    Contested(frozenset({"Israel", "Palestine"})),
    Contested(frozenset({"Kosovo", "Republic of Serbia"})),
    Contested(frozenset({"North Korea", "South Korea"})),
    Contested(frozenset({"Egypt", "Sudan"}), west=33.1, south=21.0, east=38.0, north=24.0),
    Contested(frozenset({"Kenya", "South Sudan"}), west=35.2, south=4.2, east=36.1, north=5.6),
    Contested(frozenset({"Guyana", "Venezuela"})),
    Contested(frozenset({"Guyana", "Suriname"}), west=-58.2, south=1.7, east=-55.9, north=3.4),
)


@dataclass(frozen=True, slots=True)
class Drawing:
    land: Geometries
    """Polygons without the lines between countries."""
    agreed: Geometries
    """Lines on which both views agree."""
    disputed: Geometries
    """Lines in one view only, around areas of nobody, or listed in `CONTESTED`."""


def draw(
    governed: Sequence[Territory], recognised: Sequence[Territory], tolerance: float
) -> Drawing:
    """Land and lines of the world, simplified together so that lines still meet.

    Args: tolerance: degrees; detail of about its square is dropped.
    Misses: coasts get no line; fronts and areas of control that neither view draws.
    Source: Natural Earth 1:10m cultural vectors; `CONTESTED` and `NOBODY` are our own lists.
    """
    faces = _faces([*governed, *recognised])
    owners = np.stack([_owners(faces, governed), _owners(faces, recognised)], axis=1)
    inhabited = (owners != "").any(axis=1)
    faces, owners = shapely.coverage_simplify(faces[inhabited], tolerance), owners[inhabited]
    edges, first, second = _shared_edges(faces)
    disputed = _is_disputed(edges, owners[first], owners[second])
    agreed = (owners[first] != owners[second]).all(axis=1) & ~disputed
    land = shapely.get_parts(shapely.coverage_union_all(faces))
    return Drawing(land, _lines(edges[agreed]), _lines(edges[disputed]))


def _faces(territories: Sequence[Territory]) -> Geometries:
    rings = [ring for territory in territories for ring in territory.rings]
    edges = np.unique(np.concatenate([_edges(ring) for ring in rings]), axis=0)
    return _parts(shapely.polygonize(_lines(edges)))


def _owners(faces: Geometries, territories: Sequence[Territory]) -> NDArray[np.str_]:
    rings = [(t.name, ring) for t in territories for ring in t.rings]
    names = np.array([LEASED.get(name, name) for name, _ in rings])
    tree = shapely.STRtree([shapely.Polygon(ring) for _, ring in rings])
    face, ring = tree.query(shapely.point_on_surface(faces), predicate="within")
    owners = np.full(len(faces), "", dtype=names.dtype)
    for which in np.unique(face):
        around, times = np.unique(names[ring[face == which]], return_counts=True)
        inside = around[times % 2 == 1]
        owners[which] = inside[0] if len(inside) else ""
    return owners


def _shared_edges(faces: Geometries) -> tuple[Edges, NDArray[np.intp], NDArray[np.intp]]:
    """Edges of exactly two faces, and the faces on their sides."""
    rings, owner = shapely.get_rings(faces, return_index=True)
    parts = [_edges(shapely.get_coordinates(ring)) for ring in rings]
    edges = np.concatenate(parts)
    face = np.repeat(owner, [len(part) for part in parts])
    order = np.lexsort((edges[:, 1], edges[:, 0]))
    edges, face = edges[order], face[order]
    same = np.flatnonzero((edges[1:] == edges[:-1]).all(axis=1))
    return edges[same], face[same], face[same + 1]


def _is_disputed(edges: Edges, one: NDArray[np.str_], other: NDArray[np.str_]) -> NDArray[np.bool_]:
    differs = one != other
    unowned = np.isin(one, ["", *NOBODY]) | np.isin(other, ["", *NOBODY])
    disputed = (differs[:, 0] != differs[:, 1]) | (differs & unowned).any(axis=1)
    middle = _points(edges).mean(axis=1)
    for line in CONTESTED:
        sides = np.isin(one[:, 0], [*line.sides]) & np.isin(other[:, 0], [*line.sides])
        low, high = (line.west, line.south), (line.east, line.north)
        disputed |= sides & differs[:, 0] & ((middle >= low) & (middle <= high)).all(axis=1)
    return np.asarray(disputed)


def _edges(ring: NDArray[np.float64]) -> Edges:
    """Edges of a closed ring as sorted pairs of grid points, one number a point."""
    grid = np.round(ring * _GRID).astype(np.int64)
    point = grid[:, 0] * _STRIDE + grid[:, 1]
    edges = np.sort(np.stack([point[:-1], point[1:]], axis=1), axis=1)
    return np.asarray(edges[edges[:, 0] != edges[:, 1]])


def _points(edges: Edges) -> NDArray[np.float64]:
    """Shape: (edges, 2 ends, longitude and latitude)."""
    longitude = np.floor_divide(edges + _STRIDE // 2, _STRIDE)
    latitude = edges - longitude * _STRIDE
    return np.stack([longitude, latitude], axis=-1) / _GRID


def _lines(edges: Edges) -> Geometries:
    segments = shapely.multilinestrings(shapely.linestrings(_points(edges)))
    return _parts(shapely.line_merge(segments))


def _parts(geometry: BaseGeometry) -> Geometries:
    return np.asarray(shapely.get_parts(geometry), dtype=object)
