"""Where the map looks at first, and which names fit there side by side."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pandas as pd
import pydeck as pdk

from components import theme

FILLED = 0.67
"""Share of the canvas that the places should fill."""
MOST = 0.8
"""Share of the mentions that the first view holds, in each direction."""
LETTER_PX, LINE_PX = 6.6, 16
MAX_NAMES = 40
LARGE_PX = 14
"""A disc of this radius is named even where its name covers the middle of a smaller one."""
Box = tuple[float, float, float, float]
"""West, north, east and south, in pixels."""
Place = tuple[str, list[float], Box]
"""Where a name stands: anchor, shift in pixels, and what it covers."""


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
    room = FILLED * min(
        width / max((right - left) / 360, 1e-3), theme.MAP_PX / max(south - north, 1e-3)
    )
    return pdk.ViewState(
        latitude=_latitude((north + south) / 2) + nudge,
        longitude=(west + (left + right) / 2 + 180) % 360 - 180 + nudge,
        zoom=max(0.6, min(7.0, math.log2(room / 512))) + nudge,
    )


def named(marks: Sequence[dict[str, Any]], zoom: float) -> Iterator[dict[str, Any]]:
    """The marks whose names fit beside them, over nothing larger and over no other's middle.

    Those chosen are named in any case.
    """
    world = 512 * 2**zoom
    taken: list[Box] = []
    shown = sorted((mark for mark in marks if mark["count"]), key=_rank)
    middles = [_middle(mark, world) for mark in shown]
    for mark, middle in list(zip(shown, middles, strict=True))[:MAX_NAMES]:
        others = [_around(*other) for other in middles if other != middle]
        found = _free(_sides(mark, middle), [*taken, *others])
        if found is None and mark["selected"]:
            found = next(_sides(mark, middle))
        elif found is None and mark["size"] > LARGE_PX:
            found = _free(_sides(mark, middle), taken)
        if found:
            side, shift, box = found
            taken.append(box)
            yield mark | {"side": side, "shift": shift}
        taken.append(_disc(mark, world))


def _free(sides: Iterator[Place], taken: Sequence[Box]) -> Place | None:
    return next((s for s in sides if not any(_overlap(s[2], other) for other in taken)), None)


def _sides(mark: dict[str, Any], middle: tuple[float, float]) -> Iterator[Place]:
    """Where a name may stand: right, left, above, below."""
    length, high, off = LETTER_PX * len(mark["name"]), LINE_PX / 2, mark["size"] + 4
    for side, x, y, west in (
        ("start", off, 0, off),
        ("end", -off, 0, -off - length),
        ("middle", 0, -off - high / 2, -length / 2),
        ("middle", 0, off + high / 2, -length / 2),
    ):
        left, top = middle[0] + west, middle[1] + y
        yield side, [x, y], (left, top - high, left + length, top + high)


def _around(x: float, y: float) -> Box:
    return (x - 3, y - 3, x + 3, y + 3)


def _rank(mark: dict[str, Any]) -> tuple[bool, int]:
    return not mark["selected"], -mark["count"]


def _middle(mark: dict[str, Any], world: float) -> tuple[float, float]:
    return world * mark["at"][0] / 360, world * mercator(mark["at"][1])


def _disc(mark: dict[str, Any], world: float) -> Box:
    (x, y), size = _middle(mark, world), 0 if mark["area"] else mark["size"]
    return (x - size, y - size, x + size, y + size)


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


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
