"""What a map carries besides its places: a scale, and a legend of what is drawn."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from ..briefing import Mark
from .frame import Frame
from .lettering import width_of
from .look import Look
from .marks import Discs, in_colour, in_grey, is_area
from .nodes import node, put
from .shapes import draw_shape
from .sheet import SMALL, Box, text

Drawn = Callable[[Element, float, float], None]
"""Draws a sample on a parent, at its left end and the middle of its line."""
SCALE = 90.0
"""Pixels that the scale must not pass, at the usual size."""


class Entry(NamedTuple):
    """A sample of what is drawn, and what it means."""

    words: str
    wide: float
    high: float
    draw: Drawn


def legend(parent: Element, look: Look, room: Box, entries: Sequence[Entry]) -> None:
    """Entries in rows; `legend_height` tells how high they are."""
    group = node(parent, "g", data_layer="legend")
    for left, middle, entry in _laid(look, room, entries)[0]:
        entry.draw(group, left, middle)
        at = left + entry.wide + (0.35 * look.size if entry.wide else 0.0)
        text(group, look, entry.words, (at, middle + 0.3 * look.size), SMALL, fill=look.faint)


def legend_height(look: Look, width: float, entries: Sequence[Entry]) -> float:
    """Pixels that a legend takes at this width."""
    return _laid(look, Box(0.0, 0.0, width, 0.0), entries)[1]


def _laid(
    look: Look, room: Box, entries: Sequence[Entry]
) -> tuple[list[tuple[float, float, Entry]], float]:
    placed: list[tuple[float, float, Entry]] = []
    left, top, row = room.left, room.top, list[tuple[float, Entry]]()
    size = look.size

    def close() -> float:
        high = max((entry.high for _, entry in row), default=0.0)
        high = max(high, SMALL * size * 1.4)
        placed.extend((at, top + high / 2, entry) for at, entry in row)
        row.clear()
        return high + 0.2 * size

    for entry in entries:
        wide = entry.wide + 0.35 * size + width_of(entry.words, SMALL * size)
        if row and left + wide > room.right:
            top += close()
            left = room.left
        row.append((left, entry))
        left += wide + 1.3 * size
    if row:
        top += close()
    return placed, top - room.top


def map_entries(marks: Sequence[Mark], discs: Discs, look: Look) -> list[Entry]:
    """What is to be explained of a map: only what it draws."""
    shown = in_colour(marks)
    pinned = [mark for mark in shown if not is_area(mark)]
    entries = _sizes(pinned, discs, look)
    place = look.kinds["place"]
    if any(mark.is_selected for mark in shown):
        entries.append(_disc("selected", look.accent, look, solid=True))
    if in_grey(marks):
        entries.append(_disc("elsewhere in the corpus", look.context, look, solid=True))
    if any(mark.precision == "near" for mark in shown):
        entries.append(_disc("approximate", place, look, solid=False))
    if any(is_area(mark) for mark in shown):
        entries.append(_dashed("area", place, look))
    return entries


def _sizes(pinned: Sequence[Mark], discs: Discs, look: Look) -> list[Entry]:
    """Discs of round counts, side by side: the largest that occurs, and lesser ones."""
    most = max((mark.count for mark in pinned), default=0)
    if not most:
        return []
    counts = sorted({round_number(most / 3), round_number(most / 20), 1})
    if discs.radius(counts[0]) == discs.radius(counts[-1]):
        counts = counts[-1:]
    first, *others = (_sized(count, discs.radius(count), look) for count in counts)
    return [first._replace(words=f"{first.words} {_mentions(counts[0])}"), *others]


def _mentions(count: int) -> str:
    return "mention" if count == 1 else "mentions"


def _sized(count: int, radius: float, look: Look) -> Entry:
    def draw(parent: Element, x: float, y: float) -> None:
        node(parent, "circle", cx=x + radius, cy=y, r=radius, fill=look.kinds["place"],
             fill_opacity=0.7, stroke=look.paper, stroke_width=0.9 * look.scale)  # fmt: skip

    return Entry(f"{count:,}", 2 * radius, 2 * radius, draw)


def _disc(words: str, hue: str, look: Look, solid: bool) -> Entry:
    radius = 4.5 * look.scale

    def draw(parent: Element, x: float, y: float) -> None:
        node(parent, "circle", cx=x + radius, cy=y, r=radius, fill=hue, stroke=hue,
             fill_opacity=0.75 if solid else 0.18, stroke_width=1.2 * look.scale)  # fmt: skip

    return Entry(words, 2 * radius, 2 * radius, draw)


def _dashed(words: str, hue: str, look: Look) -> Entry:
    wide, high = 18 * look.scale, 10 * look.scale

    def draw(parent: Element, x: float, y: float) -> None:
        node(parent, "rect", x=x, y=y - high / 2, width=wide, height=high, rx=3 * look.scale,
             fill=hue, fill_opacity=0.1, stroke=hue, stroke_width=1.1 * look.scale,
             stroke_dasharray=f"{4 * look.scale:.1f} {3 * look.scale:.1f}")  # fmt: skip

    return Entry(words, wide, high, draw)


def kind_entry(kind: str, look: Look) -> Entry:
    """The shape of a kind with its name."""
    radius = 0.36 * look.size

    def draw(parent: Element, x: float, y: float) -> None:
        draw_shape(parent, kind, (x + radius, y), radius, look.kinds[kind])

    return Entry(kind, 2 * radius, 2 * radius, draw)


def sample_entry(words: str, hue: str, look: Look) -> Entry:
    """A patch of a colour with what it means."""
    wide, high = 0.9 * look.size, 0.7 * look.size

    def draw(parent: Element, x: float, y: float) -> None:
        node(parent, "rect", x=x, y=y - high / 2, width=wide, height=high, fill=hue,
             fill_opacity=0.75)  # fmt: skip

    return Entry(words, wide, high, draw)


def scale_bar(parent: Element, look: Look, frame: Frame) -> Box:
    """A line of a round length, true at the latitude it names, in the lower left; its room."""
    size, unit = look.size, look.scale
    left, low = 0.9 * size, frame.height - 0.9 * size
    latitude = frame.latitude
    km_a_pixel = frame.km_a_pixel(latitude)
    length = round_number(SCALE * unit * km_a_pixel)
    right, tick = left + length / km_a_pixel, low - 5 * unit
    south, north = frame.bounds[1], frame.bounds[3]
    varies = (
        frame.km_a_pixel(south) * 1.25 < km_a_pixel
        or (frame.km_a_pixel(north) * 1.25 < km_a_pixel)
        or min(frame.km_a_pixel(south), frame.km_a_pixel(north)) > 1.25 * km_a_pixel
    )
    told = f"{length:,} km" + (f" at {_parallel(latitude)}" if varies else "")
    group = node(parent, "g", data_layer="scale")
    path = f"M{left:.1f} {tick:.1f}V{low:.1f}H{right:.1f}V{tick:.1f}"
    node(group, "path", d=path, fill="none", stroke=look.faint, stroke_width=1.2 * unit)
    words = text(group, look, told, (right + 0.5 * size, low), SMALL, fill=look.faint)
    halo(words, look)
    wide = right - left + 0.5 * size + width_of(told, SMALL * size)
    return Box(left - 2, low - size, wide + 4, size + 4)


def edge(svg: Element, look: Look, room: Box) -> None:
    """The line around a map."""
    node(svg, "rect", x=room.left, y=room.top, width=room.width, height=room.height, fill="none",
         stroke=look.rule, stroke_width=look.scale)  # fmt: skip


def halo(words: Element, look: Look) -> None:
    """An edge of paper around letters, under them."""
    put(words, paint_order="stroke", stroke=look.paper, stroke_opacity=0.85,
        stroke_width=2.6 * look.scale, stroke_linejoin="round")  # fmt: skip


def round_number(most: float) -> int:
    """The largest of 1, 2, 5, 10, 20, 50 ... that is no larger than this; 1 at least."""
    power = 10 ** math.floor(math.log10(max(most, 1)))
    return int(max(step for step in (1, 2, 5) if step * power <= max(most, 1)) * power)


def _parallel(latitude: float) -> str:
    nearest = round(latitude)
    if not nearest:
        return "the equator"
    return f"{abs(nearest)}\N{DEGREE SIGN} {'N' if nearest > 0 else 'S'}"
