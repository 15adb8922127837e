"""The lanes of a timeline: a name with its shape, and a cell a bin."""

from __future__ import annotations

import math
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from ..briefing import Lane
from .lettering import bold_if, cut, width_of
from .look import Look
from .nodes import node, told
from .shapes import diamond, draw_shape
from .sheet import SMALL, Box, text
from .strip import Bins, counted

MOST_LANE = 2.6
"""Height of a lane at most, in body texts."""
NAMES = 0.3
"""Share of the width that names of lanes may take."""
FAINTEST = 0.28
"""Of the shade of a single mention."""


def draw_lanes(
    parent: Element, lanes: Sequence[Lane], look: Look, box: Box, column: float, bins: Bins
) -> float:
    """Lanes under each other; how high they are."""
    if not lanes:
        return 0.0
    high = min(box.height / len(lanes), MOST_LANE * look.size)
    most = max((max(lane.cells, default=0) for lane in lanes), default=0)
    for row, lane in enumerate(lanes):
        top = box.top + row * high
        hue = look.accent if lane.is_selected else look.kinds[lane.kind]
        said = f"{lane.name}, {lane.kind}: {counted(lane.count, 'mention')}"
        chosen = "true" if lane.is_selected else None
        group = told(parent, "g", said, data_layer="lane", data_id=lane.entity_id,
                     data_entity=lane.entity_id, data_selected=chosen)  # fmt: skip
        node(group, "path", d=f"M{box.left:.1f} {top:.1f}H{box.right:.1f}", stroke=look.rule,
             stroke_width=0.5 * look.scale)  # fmt: skip
        _name(group, lane, look, Box(box.left, top, column, high), hue)
        _cells(group, lane, look, Box(box.left, top, box.width, high), bins, (most, hue))
    return high * len(lanes)


def _name(group: Element, lane: Lane, look: Look, box: Box, hue: str) -> None:
    size, middle = look.size, box.top + box.height / 2
    draw_shape(group, lane.kind, (box.left + 0.45 * size, middle), 0.36 * size, hue)
    face = bold_if(lane.is_selected)
    count = f"{lane.count:,}"
    room = box.width - 1.9 * size - width_of(count, SMALL * size)
    name = cut(lane.name, room, 0.95 * size, face)
    low = middle + 0.32 * size
    text(group, look, name, (box.left + 1.1 * size, low), 0.95, face)
    text(group, look, count, (box.left + box.width - 0.5 * size, low), SMALL, anchor="end",
         fill=look.faint)  # fmt: skip


def _cells(
    group: Element, lane: Lane, look: Look, box: Box, bins: Bins, shade: tuple[int, str]
) -> None:
    most, hue = shade
    gap, inset = 0.5 * look.scale, 0.16 * box.height
    for at, (mentions, speaks) in enumerate(zip(lane.cells, lane.speaks, strict=True)):
        if not mentions and not speaks:
            continue
        left, right = bins.of(at)
        said = f"{bins.words[at]}: {counted(mentions, 'mention')}, {counted(speaks, 'quotation')}"
        cell = told(group, "g", said, data_bin=at)
        if mentions:
            strength = math.log1p(mentions) / math.log1p(most)
            node(cell, "rect", x=left + gap / 2, y=box.top + inset,
                 width=max(right - left - gap, 0.6), height=box.height - 2 * inset, fill=hue,
                 fill_opacity=round(FAINTEST + (1 - FAINTEST) * strength, 2))  # fmt: skip
        if speaks:
            radius = min(0.26 * look.size, 0.3 * box.height)
            node(cell, "path", d=diamond((left + right) / 2, box.top + box.height / 2, radius),
                 fill=look.ink, stroke=look.paper, stroke_width=0.7 * look.scale)  # fmt: skip


def column_of(lanes: Sequence[Lane], look: Look, width: float) -> float:
    wide = [
        width_of(lane.name, 0.95 * look.size, "bold")
        + width_of(f"{lane.count:,}", SMALL * look.size)
        for lane in lanes
    ]
    return min(max(wide, default=0.0) + 2.4 * look.size, NAMES * width) if lanes else 0.0
