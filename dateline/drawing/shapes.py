"""The shape of each kind of entity, so that its colour never stands alone."""

from __future__ import annotations

import math
from xml.etree.ElementTree import Element

from .nodes import node, points


def draw_shape(
    parent: Element, kind: str, at: tuple[float, float], radius: float, fill: str
) -> Element:
    """A disc for a person, a square for an organisation, triangles for a place and a group, a star
    for an event."""
    x, y = at
    if kind == "organisation":
        half = 0.85 * radius
        return node(parent, "rect", x=x - half, y=y - half, width=2 * half, height=2 * half,
                    fill=fill)  # fmt: skip
    corners = {"place": _turned(3, -90), "group": _turned(3, 90), "event": _star()}.get(kind)
    if corners is None:
        return node(parent, "circle", cx=x, cy=y, r=0.92 * radius, fill=fill)
    drawn = [(x + 1.1 * radius * a, y + 1.1 * radius * b) for a, b in corners]
    return node(parent, "polygon", points=points(drawn), fill=fill)


def diamond(x: float, y: float, radius: float) -> str:
    """The path of a diamond: where somebody speaks."""
    step = f"{radius:.1f}"
    return f"M{x:.1f} {y - radius:.1f}l{step} {step}-{step} {step}-{step}-{step}z"


def _turned(corners: int, first: float) -> list[tuple[float, float]]:
    turns = [math.radians(first + 360 / corners * n) for n in range(corners)]
    return [(math.cos(turn), math.sin(turn)) for turn in turns]


def _star() -> list[tuple[float, float]]:
    ends = zip(_turned(5, -90), _turned(5, -54), strict=True)
    return [end for out, (x, y) in ends for end in (out, (0.45 * x, 0.45 * y))]
