"""Which names fit on the map side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from components import theme

from .camera import mercator

LETTER_PX, LINE_PX = 6.6, 16
MAX_NAMES = 40
LARGE_PX = 14
"""A disc of this radius is named even where its name covers the middle of a smaller one."""
Box = tuple[float, float, float, float]
"""West, north, east and south, in pixels."""
Place = tuple[str, list[float], Box]
"""Where a name stands: anchor, shift in pixels, and what it covers."""
SPOT_PX = 3
"""What is kept free around the middle of a mark."""
Boxes = NDArray[np.float64]
"""A box a row."""
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Window:
    """What of the world is seen: its middle, and its width in pixels."""

    longitude: float
    latitude: float
    width: int

    def holds(self, boxes: Boxes, middle: Sequence[float], world: float) -> Mask:
        """Which boxes are cut by no edge; all of them where their mark itself is not seen."""
        x = (middle[0] - world * self.longitude / 360 + world / 2) % world - world / 2
        y = middle[1] - world * mercator(self.latitude)
        right, down = self.width / 2, theme.MAP_PX / 2
        if abs(x) > right or abs(y) > down:
            return np.ones(len(boxes), dtype=bool)
        west, north, east, south = (boxes - np.array([*middle, *middle])).T
        across = (west + x > -right) & (east + x < right)
        found: Mask = across & (north + y > -down) & (south + y < down)
        return found


def named(
    marks: Sequence[dict[str, Any]], zoom: float, window: Window | None = None
) -> Iterator[dict[str, Any]]:
    """The marks whose names fit beside them, over nothing larger and over no other's middle.

    Those chosen are named in any case.

    Args:
        window: by whose edges no name is to be cut, if any.
    """
    world = 512 * 2**zoom
    shown = sorted((mark for mark in marks if mark["count"]), key=_rank)
    middles = np.array([_middle(mark, world) for mark in shown]).reshape(-1, 2)
    taken, used = np.empty((2 * MAX_NAMES, 4)), 0
    for mark, middle in zip(shown[:MAX_NAMES], middles.tolist(), strict=False):
        sides = list(_sides(mark, middle))
        boxes = np.array([box for _, _, box in sides])
        is_whole = np.ones(len(boxes), dtype=bool)
        if window:
            is_whole = window.holds(boxes, middle, world)
        is_free = is_whole & ~_are_over(boxes, taken[:used])
        is_alone = np.array([True]) if mark.get("centred") else _are_alone(boxes, middle, middles)
        fitting = is_free & is_alone
        if not fitting.any() and mark["size"] > LARGE_PX:
            fitting = is_free
        if fitting.any() or mark["selected"]:
            best = fitting if fitting.any() else is_whole
            side, shift, taken[used] = sides[int(best.argmax())]
            used += 1
            yield mark | {"side": side, "shift": shift}
        if not mark.get("centred"):
            taken[used] = _disc(mark, world)
            used += 1


def _sides(mark: dict[str, Any], middle: Sequence[float]) -> Iterator[Place]:
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


def _middle(mark: dict[str, Any], world: float) -> tuple[float, float]:
    return world * mark["at"][0] / 360, world * mercator(mark["at"][1])


def _disc(mark: dict[str, Any], world: float) -> Box:
    (x, y), size = _middle(mark, world), 0 if mark["area"] else mark["size"]
    return (x - size, y - size, x + size, y + size)


def _are_over(boxes: Boxes, taken: Boxes) -> Mask:
    """Which of the boxes lie over any that is taken."""
    west, north, east, south = (side[:, None] for side in boxes.T)
    across = (taken[:, 0] < east) & (taken[:, 2] > west)
    found: Mask = (across & (taken[:, 1] < south) & (taken[:, 3] > north)).any(axis=1)
    return found


def _are_alone(boxes: Boxes, middle: Sequence[float], middles: Boxes) -> Mask:
    """Which of them lie over no other's middle."""
    others = middles[(middles != middle).any(axis=1)]
    found: Mask = ~_are_over(boxes, np.hstack([others - SPOT_PX, others + SPOT_PX]))
    return found
