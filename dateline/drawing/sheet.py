"""The sheet that a drawing stands on: the Brush in words above it, its footing below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple
from xml.etree.ElementTree import Element

from ..briefing import Footing
from .lettering import Face, lines_of
from .look import Look
from .nodes import drawing, node, put

HEADLINE, SMALL, LEADING = 1.55, 0.86, 1.34
"""Sizes and the step from line to line, in body texts."""
HEADLINE_ROWS, NOTE_ROWS = 2, 3


class Box(NamedTuple):
    """A part of a drawing, pixels."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def without_foot(self, height: float) -> Box:
        """The part above a strip of this height."""
        return self._replace(height=max(self.height - height, 0.0))


@dataclass(frozen=True, slots=True)
class Sheet:
    svg: Element
    box: Box
    """What is left for the drawing."""


def sheet(
    label: str,
    look: Look,
    size: tuple[float, float],
    words: str = "",
    footing: Footing | None = None,
    notes: Sequence[str] = (),
) -> Sheet:
    """A sheet of paper with what stands above and below a drawing.

    Args:
        label: what the drawing is, for those who do not see it.
        words: the Brush in words, as its headline.
        notes: lines under the drawing, as of its sources; shown with or without a footing.
    """
    width, height = size
    svg = drawing(width, height, label)
    put(svg, font_family=look.sans)
    node(svg, "rect", width=width, height=height, fill=look.paper, data_layer="paper")
    margin = 1.3 * look.size if words or footing else 0.0
    top = _headline(svg, look, Box(margin, margin, width - 2 * margin, height), words)
    foot = [*notes, *_footed(footing)]
    room = Box(margin, top, width - 2 * margin, height - margin - top)
    return Sheet(svg, _foot(svg, look, room, foot))


def text(
    parent: Element,
    look: Look,
    said: str,
    at: tuple[float, float],
    size: float = 1.0,
    face: Face = "sans",
    anchor: str | None = None,
    fill: str = "",
) -> Element:
    """A line of text on its base line; its size in body texts."""
    is_serif = face in ("serif", "headline", "sea")
    return node(
        parent,
        "text",
        said,
        x=at[0],
        y=at[1],
        font_family=look.serif if is_serif else None,
        font_size=round(size * look.size, 2),
        font_weight="600" if face in ("bold", "headline") else None,
        font_style="italic" if face in ("italic", "sea") else None,
        text_anchor=anchor,
        fill=fill or look.ink,
    )


def _headline(svg: Element, look: Look, box: Box, words: str) -> float:
    """Where the drawing begins under its headline."""
    size = HEADLINE * look.size
    top = box.top
    for line in lines_of(words, box.width, size, "headline", HEADLINE_ROWS):
        text(svg, look, line, (box.left, top + 0.8 * size), HEADLINE, "headline")
        top += size * 1.2
    return top + (0.5 * look.size if words else 0.0)


def _footed(footing: Footing | None) -> list[str]:
    if footing is None:
        return []
    first = " · ".join(filter(None, (footing.sources, footing.published, footing.counts)))
    second = " · ".join(filter(None, (footing.retrieved, footing.method, footing.review)))
    return [line for line in (first, second) if line]


def _foot(svg: Element, look: Look, room: Box, foot: Sequence[str]) -> Box:
    """Writes the lines at the foot of a room; what of it is left above them."""
    size = SMALL * look.size
    lines = [line for note in foot for line in lines_of(note, room.width, size, "sans", NOTE_ROWS)]
    if not lines:
        return room
    step = size * LEADING
    top = room.bottom - step * len(lines)
    group = node(svg, "g", data_layer="foot")
    for at, line in enumerate(lines):
        text(group, look, line, (room.left, top + step * at + 0.85 * size), SMALL, fill=look.faint)
    return room.without_foot(step * len(lines) + 0.55 * look.size)
