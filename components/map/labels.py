"""Which names fit on the map side by side."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from components import theme

from .camera import mercator

LETTER_PX, LINE_PX = 6.6, 16
MAX_NAMES = 40
LARGE_PX = 14
"""A disc of this radius is named even where its name covers the middle of a smaller one."""
Point = tuple[float, float]
"""Pixels from the west end of the world, and from its north end."""
Points = NDArray[np.float64]
"""A point a row."""
Box = tuple[float, float, float, float]
"""West, north, east and south, in pixels."""
Place = tuple[str, list[float], Box]
"""Where a name stands: anchor, shift in pixels, and what it covers."""
SPOT_PX = 3
"""What is kept free around the middle of a mark."""
BAND_PX = 32
"""How high a band of the map is, in which boxes are compared with one another."""


@dataclass(frozen=True, slots=True)
class Window:
    """What of the world is seen: its middle, and its width in pixels."""

    longitude: float
    latitude: float
    width: int

    def whole(self, places: Iterable[Place], middle: Point, world: float) -> Iterator[Place]:
        """The places that no edge cuts; all of them where their mark itself is not seen."""
        x = (middle[0] - world * self.longitude / 360 + world / 2) % world - world / 2
        y = middle[1] - world * mercator(self.latitude)
        right, down = self.width / 2, theme.MAP_PX / 2
        is_seen = abs(x) <= right and abs(y) <= down
        for place in places:
            west, north, east, south = place[2]
            if not is_seen or (
                west - middle[0] + x > -right
                and east - middle[0] + x < right
                and north - middle[1] + y > -down
                and south - middle[1] + y < down
            ):
                yield place


class Middles:
    """The middles of marks, found by where they lie from west to east."""

    def __init__(self, points: Points) -> None:
        ranked = points[np.argsort(points[:, 0])]
        self._points: list[list[float]] = ranked.tolist()
        self._wests: list[float] = (ranked[:, 0] - SPOT_PX).tolist()
        self._easts: list[float] = (ranked[:, 0] + SPOT_PX).tolist()

    def is_other_under(self, box: Box, middle: Point) -> bool:
        """Whether the box lies over the middle of a mark that has another."""
        west, north, east, south = box
        across = slice(bisect_right(self._easts, west), bisect_left(self._wests, east))
        for x, y in self._points[across]:
            if y - SPOT_PX < south and y + SPOT_PX > north and (x, y) != middle:
                return True
        return False


class Taken:
    """Boxes that are taken, found by where they lie from north to south."""

    def __init__(self) -> None:
        self._bands = defaultdict[int, list[Box]](list)

    def add(self, box: Box) -> None:
        """Take this box, too."""
        for band in _bands_of(box):
            self._bands[band].append(box)

    def is_under(self, box: Box) -> bool:
        """Whether the box lies over any of them."""
        west, north, east, south = box
        for band in _bands_of(box):
            for w, n, e, s in self._bands.get(band, ()):
                if w < east and e > west and n < south and s > north:
                    return True
        return False


def _bands_of(box: Box) -> range:
    return range(int(box[1] // BAND_PX), int(box[3] // BAND_PX) + 1)


def named(
    marks: Sequence[dict[str, Any]], zoom: float, window: Window | None = None
) -> Iterator[dict[str, Any]]:
    """The marks whose names fit beside them, over nothing larger and over no other's middle.

    Those chosen are named in any case.

    Args:
        window: by whose edges no name is to be cut, if any.
    """
    shown = sorted((mark for mark in marks if mark["count"]), key=_rank)
    spots = [(mark["at"][0], mercator(mark["at"][1])) for mark in shown]
    points = points_at(np.array(spots, dtype=np.float64).reshape(-1, 2), zoom)
    return settled(shown[:MAX_NAMES], points, zoom, window)


def points_at(spots: NDArray[np.float64], zoom: float) -> Points:
    """Where spots lie, which are longitudes and heights as `mercator` has them."""
    world = 512 * 2**zoom
    return np.column_stack([world * spots[:, 0] / 360, world * spots[:, 1]])


def settled(
    marks: Sequence[dict[str, Any]], points: Points, zoom: float, window: Window | None
) -> Iterator[dict[str, Any]]:
    """What `named` gives, of marks in the order in which they are named.

    Args:
        points: the middles of the marks, then those of marks that get no name.
    """
    world, middles, taken = 512 * 2**zoom, Middles(points), Taken()
    for mark, (x, y) in zip(marks, points[: len(marks)].tolist(), strict=True):
        middle = x, y
        places = _whole(mark, middle, world, window)
        place = _fitting(mark, middle, places, taken, middles)
        if place is None and mark["selected"]:
            place = next(chain(_whole(mark, middle, world, window), _places(mark, middle)))
        if place:
            side, shift, box = place
            taken.add(box)
            yield mark | {"side": side, "shift": shift}
        if not mark.get("centred"):
            taken.add(_disc(mark, middle))


def _whole(
    mark: dict[str, Any], middle: Point, world: float, window: Window | None
) -> Iterator[Place]:
    places = _places(mark, middle)
    return window.whole(places, middle, world) if window else places


def _fitting(
    mark: dict[str, Any],
    middle: Point,
    places: Iterable[Place],
    taken: Taken,
    middles: Middles,
) -> Place | None:
    """The first place for its name that is free and over no other's middle, if there is one."""
    large = None
    for place in places:
        if not taken.is_under(place[2]):
            if mark.get("centred") or not middles.is_other_under(place[2], middle):
                return place
            large = large or place
    return large if mark["size"] > LARGE_PX else None


def _places(mark: dict[str, Any], middle: Point) -> Iterator[Place]:
    """Where a name may stand: right, left, above, below; or on its middle and nowhere else."""
    length, high, off = LETTER_PX * len(mark["name"]), LINE_PX / 2, mark["size"] + 4
    if mark.get("centred"):
        left, top = middle[0] - length / 2, middle[1]
        yield "middle", [0, 0], (left, top - high, left + length, top + high)
        return
    for side, x, y, west in (
        ("start", off, 0, off),
        ("end", -off, 0, -off - length),
        ("middle", 0, -off - high / 2, -length / 2),
        ("middle", 0, off + high / 2, -length / 2),
    ):
        left, top = middle[0] + west, middle[1] + y
        yield side, [x, y], (left, top - high, left + length, top + high)


def _rank(mark: dict[str, Any]) -> tuple[bool, int]:
    return not mark["selected"], -mark["count"]


def _disc(mark: dict[str, Any], middle: Point) -> Box:
    (x, y), size = middle, 0 if mark["area"] else mark["size"]
    return (x - size, y - size, x + size, y + size)
