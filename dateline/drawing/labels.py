"""Which names fit on a map, and where: none over another, over a larger place or a legend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from .lettering import Face, width_of
from .sheet import Box

Anchor = Literal["start", "middle", "end"]
GAP = 0.25
"""Between a disc and its name, in heights of the name."""
INSET = 4.0
"""Pixels that are kept free at both sides of a frame."""
OVER = 1.35
"""Of the line that a name stands on, in heights of the name."""


class Named(NamedTuple):
    """What may get a name."""

    name: str
    x: float
    y: float
    radius: float
    is_must: bool = False
    """Whether it is named in any case, as what is selected."""
    is_area: bool = False
    """Whether its name stands on its middle, where there is room."""


class Label(NamedTuple):
    """Where a name stands: the end, the middle or the start of its base line."""

    at: int
    """Place of what is named in its order."""
    x: float
    y: float
    anchor: Anchor
    box: Box


@dataclass(slots=True)
class Space:
    """What of a frame is taken."""

    width: float
    height: float
    taken: list[Box]

    def is_free(self, box: Box, spots: Iterable[Box] = ()) -> bool:
        """Whether a box lies in the frame and over nothing."""
        is_in = (
            box.left >= INSET
            and box.top >= 0
            and box.right <= self.width - INSET
            and box.bottom <= self.height
        )
        return is_in and not any(_is_over(box, other) for other in (*self.taken, *spots))


def labels(named: Sequence[Named], space: Space, size: float) -> Iterator[Label]:
    """Names beside what they name, the first before the others; takes its space.

    Args: size: pixels of the text.
    """
    for at, one in enumerate(named):
        sides = list(_sides(at, one, size))
        others = [
            _spot(other, one.radius)
            for n, other in enumerate(named)
            if n != at and (other.x, other.y) != (one.x, one.y)
        ]
        found = next((side for side in sides if space.is_free(side.box, others)), None)
        if found is None and one.is_must:
            found = next((side for side in sides if space.is_free(side.box)), None)
        if found:
            space.taken.append(found.box)
            yield found


def centred(
    name: str, x: float, y: float, size: float, space: Space, face: Face, spaced: float = 0.0
) -> Box | None:
    """What a name on its middle takes, or None where there is no room."""
    wide = width_of(name, size, face) + spaced * len(name)
    box = Box(x - wide / 2, y - size * OVER / 2, wide, size * OVER)
    return box if space.is_free(box) else None


def _spot(one: Named, least: float) -> Box:
    """What the name of a disc of this radius may not touch of another: of one as large all of it,
    so that it is not read as that one's name."""
    half = max(one.radius if one.radius >= least else min(one.radius, 5.0), 2.5)
    return Box(one.x - half, one.y - half, 2 * half, 2 * half)


def _sides(at: int, one: Named, size: float) -> Iterator[Label]:
    """Right, left, above, below, and at the four corners."""
    wide, high = width_of(one.name, size), size * OVER
    off, slant = one.radius + GAP * size, 0.72 * one.radius + 0.12 * size
    middle = (("middle", 0.0, 0.0),) if one.is_area else ()
    for anchor, x, y in (
        *middle,
        ("start", off, 0.0),
        ("end", -off, 0.0),
        ("middle", 0.0, -off - high / 2),
        ("middle", 0.0, off + high / 2),
        ("start", slant, -slant - high / 3),
        ("start", slant, slant + high / 3),
        ("end", -slant, -slant - high / 3),
        ("end", -slant, slant + high / 3),
    ):
        left = one.x + x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        box = Box(left, one.y + y - high / 2, wide, high)
        yield Label(at, one.x + x, one.y + y + 0.34 * size, anchor, box)


def _is_over(one: Box, other: Box) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )
