"""Where the names of seas are written on the map, and in which of its tiles."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import shapely

from .gazetteer.sources import Ring, sea_outlines

SMALLEST_KM = 120
"""Extent under which a sea is not named."""
KM_A_DEGREE = 111.2
SHARE = 0.1
"""Height of the letters against the extent of the sea."""
LETTERS_PX, READ_PX = 14, 5
"""Height that letters never pass on the map, and from which they can be read."""
WIDE = 0.5
"""A letter's width against its height, at most on the average of a name."""
TILE_ZOOMS = range(1, 4)
"""Zooms with tiles of their own; the last stand for all that are nearer."""
TILE_PX = 512
"""Side of a tile at its zoom, and of the world at zoom 0."""
METRES_A_PX = 40_030_000 / TILE_PX
"""On the equator at zoom 0, as deck.gl counts."""
Tile = tuple[int, int, int]
"""Zoom, column from the west and row from the north."""
Place = tuple[float, float]
"""Shares of the world's width and height, from the north-west of the map."""


class Sea(NamedTuple):
    name: str
    at: tuple[float, float]
    """Longitude and latitude inside its largest part."""
    high: int
    """Height of the letters of its name, metres."""


def named_seas() -> list[Sea]:
    """Seas, gulfs and straits of some extent, the largest first.

    Raises: GazetteerError where the package with the outlines cannot be read.

    Source: Natural Earth 1:10m physical vectors, marine areas.
    """
    found = [_sea(outline.name, outline.rings) for outline in sea_outlines()]
    kept = [sea for sea in found if sea.high > SMALLEST_KM * 1000 * SHARE]
    return sorted(kept, key=lambda sea: -sea.high)


class Tiled(NamedTuple):
    always: Sequence[Sea]
    """Read from afar, or over an edge of a tile: a tile beyond the view is not drawn."""
    tiles: Mapping[Tile, Sequence[Sea]]
    """Every tile of `TILE_ZOOMS`, with the others in it that can be read before the next zoom."""


def tiled(seas: Sequence[Sea]) -> Tiled:
    """Seas by the tiles that hold their names whole, in the order given."""
    always = [sea for sea in seas if _is_read_by(sea, TILE_ZOOMS[0]) or _is_cut(sea)]
    tiles: dict[Tile, list[Sea]] = {
        (zoom, x, y): [] for zoom in TILE_ZOOMS for x in range(2**zoom) for y in range(2**zoom)
    }
    for sea in seas:
        for zoom in _zooms(sea) if sea not in always else ():
            tiles[zoom, *_cell(_place(sea), zoom)].append(sea)
    return Tiled(always, tiles)


def _zooms(sea: Sea) -> list[int]:
    """Zooms whose tiles name it."""
    return [zoom for zoom in TILE_ZOOMS if zoom == TILE_ZOOMS[-1] or _is_read_by(sea, zoom + 1)]


def _is_read_by(sea: Sea, zoom: int) -> bool:
    return _letters_px(sea, zoom) > READ_PX


def _is_cut(sea: Sea) -> bool:
    """Whether an edge of a tile that would name it runs through its letters."""
    corners = ((zoom, *_corners(sea, zoom)) for zoom in _zooms(sea))
    return any(_cell(first, zoom) != _cell(last, zoom) for zoom, first, last in corners)


def _corners(sea: Sea, zoom: int) -> tuple[Place, Place]:
    """North-west and south-east of its letters; no nearer zoom has them larger against a tile."""
    (x, y), high = _place(sea), min(LETTERS_PX, _letters_px(sea, zoom)) / TILE_PX / 2**zoom
    right, down = WIDE * len(sea.name) * high / 2, high / 2
    return (x - right, y - down), (x + right, y + down)


def _letters_px(sea: Sea, zoom: int) -> float:
    shrunk = math.cos(math.radians(sea.at[1]))
    return sea.high / METRES_A_PX / shrunk * float(2**zoom)


def _place(sea: Sea) -> Place:
    longitude, latitude = sea.at
    south = 0.5 - math.asinh(math.tan(math.radians(latitude))) / (2 * math.pi)
    return (longitude + 180) / 360, south


def _cell(place: Place, zoom: int) -> tuple[int, int]:
    x, y = place
    return math.floor(x * 2**zoom), math.floor(y * 2**zoom)


def _sea(name: str, rings: tuple[Ring, ...]) -> Sea:
    parts = [shapely.Polygon(ring) for ring in rings if len(ring) > 3]
    largest = max(parts, key=lambda part: part.area)
    middle = largest.centroid
    if not shapely.contains(largest, middle):
        middle = shapely.point_on_surface(shapely.make_valid(largest))
    shrunk = math.cos(math.radians(middle.y))
    extent = math.sqrt(largest.area * shrunk) * KM_A_DEGREE
    at = np.round([middle.x, middle.y], 1).tolist()
    return Sea(" ".join(name.split()), (at[0], at[1]), round(extent * 1000 * SHARE))
