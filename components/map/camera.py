"""Where the map looks: at first, by a preset, or at what was chosen elsewhere."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
import pandas as pd
import pydeck as pdk

from components import theme

FILLED = 0.67
"""Share of the canvas that the places should fill."""
MOST = 0.8
"""Share of the mentions that the first view holds, in each direction."""
Bounds = tuple[float, float, float, float]
"""West, south, east and north, degrees; east beyond 180 where the date line lies between."""
PRESETS: Mapping[str, Bounds] = {
    "World": (-168, -56, 190, 74),
    "Europe": (-12, 35, 42, 65),
    "Middle East": (25, 12, 65, 42),
    "Africa": (-19, -35, 52, 37),
    "Asia": (45, -10, 148, 55),
    "Americas": (-165, -55, -34, 70),
}
LATITUDES = 8192
"""Heights on the map that are kept as they were last worked out."""
FARTHEST, CLOSEST, CLOSEST_FLOWN = 0.0, 7.0, 5.5
"""Zooms: the basemap is drawn from no farther than the first."""


def camera(places: pd.DataFrame, homes: int = 0, width: int = theme.MAP_WIDE_PX) -> pdk.ViewState:
    """A view that holds most mentions, or all places once that was asked for.

    Args:
        homes: how often it was asked for; nudges the view, so that asking again moves it back.
        width: of the canvas, pixels.
    """
    nudge, share = homes * 1e-7, 1.0 if homes else MOST
    if not len(places):
        return pdk.ViewState(latitude=25 + nudge, longitude=15 + nudge, zoom=0.8 + nudge)
    weights = places["total"].clip(lower=1)
    west = _west_end(sorted(places["longitude"]))
    left, right = _held(((places["longitude"] - west) % 360).round(6) % 360, weights, share)
    north, south = _held(places["latitude"].map(mercator), weights, share)
    east, west = west + right, west + left
    return _fitted((west, _latitude(south), east, _latitude(north)), width, nudge, FILLED)


def held(bounds: Bounds, width: int) -> pdk.ViewState:
    """A view that just holds these bounds."""
    return _fitted(bounds, width, 0.0, 1.0)


def around(points: Sequence[tuple[float, float]], width: int) -> pdk.ViewState:
    """A view of some points, from no nearer than they need."""
    west = _west_end(sorted(x % 360 for x, _ in points))
    across = [round((x - west) % 360, 6) % 360 for x, _ in points]
    low, high = min(y for _, y in points), max(y for _, y in points)
    bounds = (west + min(across), low, west + max(across), high)
    return _fitted(bounds, width, 0.0, FILLED, CLOSEST_FLOWN)


def is_seen(view: pdk.ViewState, longitude: float, latitude: float, width: int) -> bool:
    """Whether a point lies in the window of a view."""
    world = 512 * 2**view.zoom
    across = abs((longitude - view.longitude + 180) % 360 - 180) / 360 * world
    down = abs(mercator(latitude) - mercator(view.latitude)) * world
    return bool(across < width / 2 and down < theme.MAP_PX / 2)


def _fitted(
    bounds: Bounds, width: int, nudge: float, filled: float, closest: float = CLOSEST
) -> pdk.ViewState:
    west, low, east, high = bounds
    north, south = mercator(high), mercator(low)
    room = filled * min(
        width / max((east - west) / 360, 1e-3), theme.MAP_PX / max(south - north, 1e-3)
    )
    return pdk.ViewState(
        latitude=_latitude((north + south) / 2) + nudge,
        longitude=((west + east) / 2 + 180) % 360 - 180 + nudge,
        zoom=max(FARTHEST, min(closest, math.log2(room / 512))) + nudge,
    )


def points_of(places: pd.DataFrame) -> list[tuple[float, float]]:
    """Longitude and latitude of each place."""
    return [*zip(places["longitude"].tolist(), places["latitude"].tolist(), strict=True)]


@lru_cache(maxsize=LATITUDES)
def mercator(latitude: float) -> float:
    """0 at the north edge of the projection, 1 at the south."""
    bounded = math.radians(max(-80.0, min(80.0, latitude)))
    return 0.5 - math.log(math.tan(math.pi / 4 + bounded / 2)) / (2 * math.pi)


def _latitude(height: float) -> float:
    return math.degrees(2 * math.atan(math.exp((1 - 2 * height) * math.pi)) - math.pi / 2)


def _west_end(longitudes: list[float]) -> float:
    """Where the arc that holds all begins: at the end of the widest gap."""
    ends = [*longitudes[1:], longitudes[0] + 360]
    return max((b - a, b % 360) for a, b in zip(longitudes, ends, strict=True))[1]


def _held(at: pd.Series[float], weights: pd.Series[float], share: float) -> tuple[float, float]:
    """The ends of the shortest stretch that holds this share of the weight."""
    order = np.argsort(at.to_numpy(), kind="stable")
    stops, held = at.to_numpy()[order], np.cumsum(weights.to_numpy()[order]) / weights.sum()
    before = np.concatenate([[0.0], held[:-1]])
    first = np.flatnonzero(before + share <= 1 + 1e-9)
    last = np.searchsorted(held, before + share - 1e-9)
    best = first[np.argmin(stops[last[first]] - stops[first])]
    return float(stops[best]), float(stops[last[best]])
