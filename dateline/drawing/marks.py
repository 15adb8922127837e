"""Draws the places of a map: discs by their mentions, areas as areas, the selected in accent."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import Element

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ..briefing import Mark
from ..records import AREAS
from .frame import Frame
from .look import Look
from .nodes import node, points, put, told

LARGEST, SMALLEST, ONE = 24.0, 3.2, 5.0
"""Pixels of a radius, at the usual size of a drawing; the last of one mention among few."""
BEYOND = 12.0
"""Pixels that an area is drawn beyond the frame, which hides its edge there."""
MOST = 400
"""Places in colour, and as many in grey: those with most mentions."""


@dataclass(frozen=True, slots=True)
class Discs:
    """How large a disc is for its mentions: its area grows with them."""

    most: int
    scale: float

    def radius(self, count: int) -> float:
        """Pixels; nothing for none."""
        one = min(ONE, LARGEST / math.sqrt(max(self.most, 1)))
        return max(SMALLEST, one * math.sqrt(count)) * self.scale if count else 0.0


def discs_of(marks: Sequence[Mark], look: Look) -> Discs:
    """The sizes of all discs of a map."""
    return Discs(max((max(mark.count, mark.total) for mark in marks), default=1), look.scale)


def in_colour(marks: Sequence[Mark]) -> list[Mark]:
    """What is mentioned inside or selected, the most mentioned first."""
    kept = [mark for mark in marks if mark.count or mark.is_selected]
    return sorted(kept, key=lambda mark: (-mark.is_selected, -mark.count))[:MOST]


def in_grey(marks: Sequence[Mark]) -> list[Mark]:
    """Places that are mentioned more in the corpus than inside, the most mentioned first."""
    kept = [m for m in marks if m.total > m.count and m.precision not in AREAS]
    return sorted(kept, key=lambda mark: -mark.total)[:MOST]


def is_area(mark: Mark) -> bool:
    return mark.precision in AREAS


def reached(mark: Mark, frame: Frame) -> bool:
    """Whether a place lies in the frame, or an area reaches into it."""
    x, y = frame.at(mark.longitude, mark.latitude)
    if 0 <= x <= frame.width and 0 <= y <= frame.height:
        return True
    return is_area(mark) and not _clipped(mark, frame).is_empty


def draw_marks(parent: Element, marks: Sequence[Mark], frame: Frame, look: Look) -> None:
    """Grey context, areas, then discs, the largest first, and what is selected over all."""
    discs, shown = discs_of(marks, look), in_colour(marks)
    under = node(parent, "g", data_layer="outside", fill=look.context, fill_opacity=0.6)
    for mark in filter(lambda mark: reached(mark, frame), in_grey(marks)):
        x, y = frame.at(mark.longitude, mark.latitude)
        told(under, "circle", said(mark), cx=x, cy=y, r=discs.radius(mark.total),
             data_id=mark.place_id, data_place=mark.place_id)  # fmt: skip
    inside = node(parent, "g", data_layer="inside")
    for mark in sorted(shown, key=lambda mark: (mark.is_selected, not is_area(mark), -mark.count)):
        if reached(mark, frame):
            _draw(inside, mark, frame, look, discs)


def said(mark: Mark) -> str:
    """The place with its mentions, in words."""
    plural = "mention" if mark.total == 1 else "mentions"
    counted = f"{mark.count:,} of " if mark.count != mark.total else ""
    how = {True: f", area of some {mark.radius_km:,.0f} km", False: ""}[is_area(mark)]
    return f"{mark.name}: {counted}{mark.total:,} {plural}{how}" + (
        ", approximate" if mark.precision == "near" else ""
    )


def _draw(parent: Element, mark: Mark, frame: Frame, look: Look, discs: Discs) -> None:
    hue = look.accent if mark.is_selected else look.kinds["place"]
    group = told(parent, "g", said(mark), data_id=mark.place_id, data_place=mark.place_id,
                 data_count=mark.count, data_selected="true" if mark.is_selected else None,
                 fill=hue, stroke=hue)  # fmt: skip
    if is_area(mark):
        _area(group, mark, frame, look)
        return
    x, y = frame.at(mark.longitude, mark.latitude)
    radius = max(discs.radius(mark.count), SMALLEST * look.scale)
    if mark.precision == "near":
        wide = mark.radius_km / frame.km_a_pixel(mark.latitude)
        if wide > radius:
            node(group, "circle", cx=x, cy=y, r=wide, fill_opacity=0.06, stroke_opacity=0.75,
                 stroke_width=0.9 * look.scale, data_role="radius")  # fmt: skip
        node(group, "circle", cx=x, cy=y, r=radius, fill_opacity=0.18,
             stroke_width=1.2 * look.scale)  # fmt: skip
        return
    node(group, "circle", cx=x, cy=y, r=radius, fill_opacity=0.78 if mark.is_selected else 0.7,
         stroke=look.paper, stroke_width=0.9 * look.scale)  # fmt: skip


def _area(group: Element, mark: Mark, frame: Frame, look: Look) -> None:
    """Its outline, or a circle as large as it is thought to be: never smaller than can be seen."""
    strong = mark.is_selected
    put(group, fill_opacity=0.18 if strong else 0.045, stroke_opacity=1.0 if strong else 0.6,
        stroke_width=(1.7 if strong else 0.95) * look.scale,
        stroke_dasharray=f"{4 * look.scale:.1f} {3 * look.scale:.1f}")  # fmt: skip
    for part in shapely.get_parts(_clipped(mark, frame)):
        corners = shapely.get_coordinates(shapely.get_exterior_ring(part)).round(1)
        node(group, "polygon", points=points(map(tuple, corners[:-1].tolist())))
    x, y = frame.at(mark.longitude, mark.latitude)
    if strong or not mark.outline:
        node(group, "circle", cx=x, cy=y, r=3.0 * look.scale, stroke_dasharray="none")


@lru_cache(maxsize=MOST)
def _clipped(mark: Mark, frame: Frame) -> BaseGeometry:
    """What of an area lies in the frame, with a little around it, in pixels."""
    x, y = frame.at(mark.longitude, mark.latitude)
    rings = [_placed(ring, mark, frame) for ring in mark.outline if len(ring) > 2]
    wide = mark.radius_km / frame.km_a_pixel(mark.latitude)
    shape = shapely.union_all([shapely.make_valid(shapely.Polygon(ring)) for ring in rings])
    if shape.is_empty and wide > 0:
        shape = shapely.Point(x, y).buffer(wide, quad_segs=16)
    around = (-BEYOND, -BEYOND, frame.width + BEYOND, frame.height + BEYOND)
    kept = shapely.get_parts(shapely.clip_by_rect(shape, *around))
    return shapely.MultiPolygon([part for part in kept if shapely.get_dimensions(part) == 2])


def _placed(
    ring: Sequence[tuple[float, float]], mark: Mark, frame: Frame
) -> list[tuple[float, float]]:
    """Corners in pixels, counted on from the middle of the place, so that no edge streaks."""
    corners = np.array(ring, dtype=np.float64)
    around = (mark.longitude - frame.longitude + 180) % 360 - 180 + frame.longitude
    across = np.rad2deg(np.unwrap(np.deg2rad(corners[:, 0])))
    corners[:, 0] = across + 360 * np.rint((around - across.mean()) / 360)
    return [(float(x), float(y)) for x, y in frame.placed(corners)]
