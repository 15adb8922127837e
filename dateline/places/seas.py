"""Where the names of seas are written on the map."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import shapely

from .gazetteer.sources import Ring, sea_outlines

SMALLEST_KM = 120
"""Extent under which a sea is not named."""
KM_A_DEGREE = 111.2
SHARE = 0.1
"""Height of the letters against the extent of the sea."""


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
