"""Which names fit on the map side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from .camera import mercator

LETTER_PX, LINE_PX = 6.6, 16
MAX_NAMES = 40
LARGE_PX = 14
"""A disc of this radius is named even where its name covers the middle of a smaller one."""
Box = tuple[float, float, float, float]
"""West, north, east and south, in pixels."""
Place = tuple[str, list[float], Box]
"""Where a name stands: anchor, shift in pixels, and what it covers."""


def named(marks: Sequence[dict[str, Any]], zoom: float) -> Iterator[dict[str, Any]]:
    """The marks whose names fit beside them, over nothing larger and over no other's middle.

    Those chosen are named in any case.
    """
    world = 512 * 2**zoom
    taken: list[Box] = []
    shown = sorted((mark for mark in marks if mark["count"]), key=_rank)
    middles = [_middle(mark, world) for mark in shown]
    spots = [(middle, _around(*middle)) for middle in middles]
    for mark, middle in list(zip(shown, middles, strict=True))[:MAX_NAMES]:
        is_centred = bool(mark.get("centred"))
        others = [] if is_centred else [spot for other, spot in spots if other != middle]
        found = _free(_sides(mark, middle), [*taken, *others])
        if found is None and mark["selected"]:
            found = next(_sides(mark, middle))
        elif found is None and mark["size"] > LARGE_PX:
            found = _free(_sides(mark, middle), taken)
        if found:
            side, shift, box = found
            taken.append(box)
            yield mark | {"side": side, "shift": shift}
        if not is_centred:
            taken.append(_disc(mark, world))


def _free(sides: Iterator[Place], taken: Sequence[Box]) -> Place | None:
    return next((s for s in sides if not any(_overlap(s[2], other) for other in taken)), None)


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


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
