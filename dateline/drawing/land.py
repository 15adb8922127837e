"""Draws the ground of a map: what of it lies in the frame, no finer than it can be seen."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from .frame import Frame
from .ground import Ground, Layer
from .look import Look
from .nodes import node

FINEST = 0.45
"""Pixels that an outline may be off at the usual size of a drawing."""
MOST_LETTERS = 95_000
"""Of all outlines together: where they are more, they are drawn coarser."""
EDGE = 3.0
"""Pixels that are drawn beyond the frame."""
TENTH = "scale(.1)"
"""Outlines are written in tenths of pixels, as whole numbers."""
NAMES = ("land", "lakes", "rivers", "wide", "agreed", "disputed")
GREAT = 2
"""Rivers that are drawn from this zoom on are the wide ones."""


def draw_ground(parent: Element, ground: Ground, frame: Frame, look: Look) -> None:
    """Land, lakes, rivers and borders, from the ground up."""
    paths = _paths(ground, frame, look.scale)
    place = node(parent, "g", transform=TENTH, data_layer="ground", stroke_linejoin="round")
    thin, wide = _river_widths(frame.zoom - np.log2(look.scale))
    unit = 10 * look.scale
    for name, filled in (("land", look.land), ("lakes", look.water)):
        if paths[name]:
            node(place, "path", d=paths[name], fill=filled, fill_rule="evenodd", data_line=name,
                 stroke=filled if name == "land" else None, stroke_width=0.3 * unit)  # fmt: skip
    for name, colour, width, dashes in (
        ("rivers", look.water, thin, None),
        ("wide", look.water, wide, None),
        ("agreed", look.border, 0.85, None),
        ("disputed", look.disputed, 0.95, f"{3 * unit:.0f} {2 * unit:.0f}"),
    ):
        if paths[name]:
            node(place, "path", d=paths[name], fill="none", stroke=colour, data_line=name,
                 stroke_width=width * unit, stroke_dasharray=dashes)  # fmt: skip


def outline(shape: BaseGeometry, frame: Frame, scale: float) -> str:
    """The path of an area as far as it lies in the frame, in tenths of pixels; empty if nowhere."""
    parts = shapely.get_parts(shape)
    layer = Layer(parts, shapely.bounds(parts), np.zeros(len(parts), dtype=np.int64))
    seen = list(_seen(layer, layer.start == 0, frame, FINEST * scale))
    return "".join(_written(line, True) for found in seen for line in _lines(found))


def _river_widths(zoom: float) -> tuple[float, float]:
    """Pixels of the lesser and of the great rivers."""
    near = min(max((zoom - 1) / 6, 0.0), 1.0)
    return 0.5 + 0.5 * near, 0.7 + 1.0 * near


def _paths(ground: Ground, frame: Frame, scale: float) -> dict[str, str]:
    finest = FINEST * scale
    while True:
        found = {name: _path(ground, name, frame, finest, scale) for name in NAMES}
        if sum(map(len, found.values())) <= MOST_LETTERS:
            return found
        finest *= 1.4


def _path(ground: Ground, name: str, frame: Frame, finest: float, scale: float) -> str:
    zoom = max(frame.zoom - np.log2(scale), 0.0)
    is_river = name in ("rivers", "wide")
    layer: Layer = ground.rivers if is_river else getattr(ground, name)
    kept = layer.start <= zoom
    if is_river:
        kept &= (layer.start <= GREAT) == (name == "wide")
    seen = list(_seen(layer, kept, frame, finest))
    if not seen:
        return ""
    is_closed = name in ("land", "lakes")
    return "".join(_written(line, is_closed) for line in _lines(np.concatenate(seen)))


def _seen(
    layer: Layer, kept: NDArray[np.bool_], frame: Frame, finest: float
) -> Iterator[NDArray[np.object_]]:
    """Shapes in the frame, in pixels; of the world's copies those that reach into it."""
    west, south, east, north = frame.bounds
    boxes = layer.boxes
    level = kept & (boxes[:, 1] <= north) & (boxes[:, 3] >= south)
    least = 1.5 * finest / frame.world * 360
    level &= np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]) >= least
    for turn in (-360.0, 0.0, 360.0):
        inside = level & (boxes[:, 0] + turn <= east) & (boxes[:, 2] + turn >= west)
        if inside.any():
            yield _clipped(layer.shapes[inside], frame, turn, finest)


def _clipped(
    shapes: NDArray[np.object_], frame: Frame, turn: float, finest: float
) -> NDArray[np.object_]:
    placed = shapely.transform(shapes, lambda points: frame.placed(points, turn))
    simple = shapely.simplify(placed, finest, preserve_topology=False)
    box = (-EDGE, -EDGE, frame.width + EDGE, frame.height + EDGE)
    found: NDArray[np.object_] = shapely.get_parts(shapely.clip_by_rect(simple, *box))
    return found


def _lines(shapes: NDArray[np.object_]) -> Iterator[NDArray[np.int64]]:
    """Rings and lines in tenths of pixels."""
    is_area = shapely.get_dimensions(shapes) == 2
    rings = shapely.get_rings(shapes[is_area])
    lines = shapes[shapely.get_dimensions(shapes) == 1]
    for line in (*rings, *lines):
        yield np.rint(shapely.get_coordinates(line) * 10).astype(np.int64)


def _written(line: NDArray[np.int64], is_closed: bool) -> str:
    """A path from its first corner by steps."""
    steps = np.diff(line, axis=0)
    steps = steps[(steps != 0).any(axis=1)]
    if len(steps) < (2 if is_closed else 1):
        return ""
    told = f"M{line[0][0]} {line[0][1]}l" + " ".join(map(str, steps.ravel().tolist()))
    return told.replace(" -", "-") + ("z" if is_closed else "")
