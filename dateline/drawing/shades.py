"""A map of regions or cells as SVG, shaded by the place mentions inside them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ..briefing import Footing
from .frame import Camera, Frame, aimed, fitted
from .furniture import Entry, edge, halo, legend, legend_height, round_number, scale_bar
from .ground import Ground
from .labels import Space, centred
from .land import draw_ground, outline
from .lettering import bold_if
from .look import Look
from .map import GROUND, name_ground
from .nodes import node, told
from .sheet import Box, sheet, text

STEPS = 8
FAINTEST, STRONGEST = 0.1, 0.72
NOTES = {
    "countries": "Countries by the places mentioned inside, by the code of their gazetteer.",
    "divisions": "Divisions by the places mentioned inside; outlines approximate, by nearest town.",
    "cells": "Cells of 5° by the places mentioned inside.",
}


class Shade(NamedTuple):
    """A region or a cell."""

    value: str
    """As the Brush names it."""
    name: str
    mentions: int
    """Place mentions inside."""
    is_selected: bool
    shape: BaseGeometry
    """Degrees."""
    longitude: float
    """Of a point inside, where its name stands."""
    latitude: float


def drawn_shades(
    shades: Sequence[Shade],
    level: str,
    look: Look,
    width: float,
    height: float,
    footing: Footing | None = None,
    *,
    ground: Ground,
    words: str = "",
    camera: Camera | None = None,
) -> Element:
    """A map of some regions; each is a node with `data-region`, `data-id` and a `<title>`.

    Args:
        level: `countries`, `divisions` or `cells`.
        camera: of the screen's map; None shows all that are shaded.
    """
    notes = [NOTES[level], GROUND]
    page = sheet(words or "Map of regions", look, (width, height), words, footing, notes)
    most = max((shade.mentions for shade in shades), default=0)
    entries = _entries(most, any(shade.is_selected for shade in shades), look)
    high = legend_height(look, page.box.width, entries)
    room = page.box.without_foot(high + 0.4 * look.size)
    frame = _frame(shades, camera, look, room)
    inner = node(page.svg, "svg", x=room.left, y=room.top, width=room.width, height=room.height,
                 viewBox=f"0 0 {room.width:.2f} {room.height:.2f}", data_layer="map")  # fmt: skip
    draw_ground(inner, ground, frame, look)
    _fill(inner, shades, most, frame, look)
    space = Space(room.width, room.height, [scale_bar(inner, look, frame)])
    _name(inner, shades, frame, look, space, level == "cells")
    if level == "cells":
        name_ground(inner, ground, frame, look, space)
    edge(page.svg, look, room)
    foot = Box(room.left, room.bottom + 0.4 * look.size, room.width, high)
    legend(page.svg, look, foot, entries)
    return page.svg


def strength(count: int, most: int) -> float:
    """How strong the shade of a count is: eight steps by its logarithm; 0 for none."""
    if not count:
        return 0.0
    step = math.ceil(STEPS * min(math.log1p(count) / math.log1p(max(most, 1)), 1.0))
    return round(FAINTEST + (STRONGEST - FAINTEST) * (step - 1) / (STEPS - 1), 2)


def _frame(shades: Sequence[Shade], camera: Camera | None, look: Look, room: Box) -> Frame:
    if camera:
        return aimed(camera, room.width, room.height)
    ends = [(shade.longitude, shade.latitude) for shade in shades if shade.mentions]
    return fitted(ends, room.width, room.height, min(90 * look.scale, room.width / 5))


def _fill(inner: Element, shades: Sequence[Shade], most: int, frame: Frame, look: Look) -> None:
    group = node(inner, "g", data_layer="inside", transform="scale(.1)", fill_rule="evenodd")
    for shade in sorted(shades, key=lambda shade: shade.is_selected):
        path = (
            outline(shade.shape, frame, look.scale) if shade.mentions or shade.is_selected else ""
        )
        if path:
            plural = "mention" if shade.mentions == 1 else "mentions"
            hue = look.accent if shade.is_selected else look.kinds["place"]
            told(group, "path", f"{shade.name}: {shade.mentions:,} {plural}", d=path, fill=hue,
                 fill_opacity=0.75 if shade.is_selected else strength(shade.mentions, most),
                 stroke=look.paper, stroke_opacity=0.7, stroke_width=6 * look.scale,
                 data_region=shade.value, data_id=shade.value)  # fmt: skip


def _name(
    inner: Element,
    shades: Sequence[Shade],
    frame: Frame,
    look: Look,
    space: Space,
    is_bare: bool,
) -> None:
    """Names with their counts, or counts alone, the most mentioned first, where they fit."""
    group = node(inner, "g", data_layer="names")
    for shade in sorted(shades, key=lambda one: (not one.is_selected, -one.mentions)):
        said = f"{shade.mentions:,}" if is_bare else f"{shade.name} {shade.mentions:,}"
        x, y = frame.at(shade.longitude, shade.latitude)
        box = centred(said, x, y, look.size, space, "bold") if shade.mentions else None
        if box and (box.width < 1.6 * _wide(shade, frame) or shade.is_selected):
            space.taken.append(box)
            halo(text(group, look, said, (x, y + 0.34 * look.size), 1.0,
                      bold_if(shade.is_selected), "middle"), look)  # fmt: skip


def _wide(shade: Shade, frame: Frame) -> float:
    """Pixels that its widest part is wide."""
    bounds = shapely.bounds(shapely.get_parts(shade.shape))
    return float(np.max(bounds[:, 2] - bounds[:, 0], initial=0.0)) / 360 * frame.world


def _entries(most: int, has_selected: bool, look: Look) -> list[Entry]:
    """Patches of round counts, and of what is selected."""
    if not most:
        return []
    counts = sorted({1, round_number(most / 10), round_number(most / 3), round_number(most)})
    entries = [_patch(f"{n:,}", look.kinds["place"], strength(n, most), look) for n in counts]
    entries[0] = entries[0]._replace(words="1 mention")
    return [*entries, *([_patch("selected", look.accent, 0.75, look)] if has_selected else [])]


def _patch(words: str, hue: str, opacity: float, look: Look) -> Entry:
    wide, high = 1.6 * look.size, 0.8 * look.size

    def draw(parent: Element, x: float, y: float) -> None:
        node(parent, "rect", x=x, y=y - high / 2, width=wide, height=high, fill=look.land)
        node(parent, "rect", x=x, y=y - high / 2, width=wide, height=high, fill=hue,
             fill_opacity=opacity)  # fmt: skip

    return Entry(words, wide, high, draw)
