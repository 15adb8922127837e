"""Which names fit on the map side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .camera import mercator

LETTER_PX, LINE_PX = 6.6, 16
MAX_NAMES = 40
LARGE_PX = 14
"""A disc of this radius is named even where its name covers the middle of a smaller one."""
Box = tuple[float, float, float, float]
"""West, north, east and south, in pixels."""
Place = tuple[str, list[float], Box]
"""Where a name stands: anchor, shift in pixels, and what it covers."""
Boxes = NDArray[np.float64]
"""A box a row."""


def named(marks: Sequence[dict[str, Any]], zoom: float) -> Iterator[dict[str, Any]]:
    """The marks whose names fit beside them, over nothing larger and over no other's middle.

    Those chosen are named in any case.
    """
    world = 512 * 2**zoom
    shown = sorted((mark for mark in marks if mark["count"]), key=_rank)
    middles = [_middle(mark, world) for mark in shown]
    spots = np.array([_around(*middle) for middle in middles]).reshape(-1, 4)
    taken, used = np.empty((2 * MAX_NAMES, 4)), 0
    for at, (mark, middle) in enumerate(list(zip(shown, middles, strict=True))[:MAX_NAMES]):
        is_centred = bool(mark.get("centred"))
        sides, around = list(_sides(mark, middle)), taken[:used]
        others = spots[:0] if is_centred else spots[(spots != spots[at]).any(axis=1)]
        found = _free(sides, around, others)
        if found is None and mark["selected"]:
            found = sides[0]
        elif found is None and mark["size"] > LARGE_PX:
            found = _free(sides, around)
        if found:
            side, shift, taken[used] = found
            used += 1
            yield mark | {"side": side, "shift": shift}
        if not is_centred:
            taken[used] = _disc(mark, world)
            used += 1


def _free(sides: Sequence[Place], *taken: Boxes) -> Place | None:
    return next((s for s in sides if not any(_is_over(s[2], boxes) for boxes in taken)), None)


def _sides(mark: dict[str, Any], middle: tuple[float, float]) -> Iterator[Place]:
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


def _around(x: float, y: float) -> Box:
    return (x - 3, y - 3, x + 3, y + 3)


def _rank(mark: dict[str, Any]) -> tuple[bool, int]:
    return not mark["selected"], -mark["count"]


def _middle(mark: dict[str, Any], world: float) -> tuple[float, float]:
    return world * mark["at"][0] / 360, world * mercator(mark["at"][1])


def _disc(mark: dict[str, Any], world: float) -> Box:
    (x, y), size = _middle(mark, world), 0 if mark["area"] else mark["size"]
    return (x - size, y - size, x + size, y + size)


def _is_over(box: Box, boxes: Boxes) -> bool:
    west, north, east, south = box
    beside = (boxes[:, 0] >= east) | (boxes[:, 2] <= west)
    return not bool((beside | (boxes[:, 1] >= south) | (boxes[:, 3] <= north)).all())
