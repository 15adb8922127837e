"""A map as SVG, drawn from what was shown of the places, on a ground that is given to it."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from ..briefing import Footing, MapShown, Mark
from .frame import Frame, Point, aimed, fitted
from .furniture import edge, halo, legend, legend_height, map_entries, scale_bar
from .ground import Ground
from .labels import Named, Space, centred, labels
from .land import draw_ground
from .lettering import Face, bold_if
from .look import Look
from .marks import SMALLEST, discs_of, draw_marks, in_colour, in_grey, is_area, reached
from .nodes import node, put
from .sheet import Box, sheet, text

GROUND = (
    "Map: Natural Earth (public domain) and GeoNames (CC BY 4.0). Dashed borders are disputed; no "
    "line is a statement on sovereignty."
)
"""The one line on the sources of what lies under the places."""
MOST_NAMES = 60
MOST_BESIDE = 8
SEA, LEAST_SEA = 1.15, 0.75
"""Sizes of the name of a sea, in body texts: the largest, and where it is left out."""


def drawn_map(
    shown: MapShown,
    look: Look,
    width: float,
    height: float,
    footing: Footing | None = None,
    *,
    ground: Ground,
    words: str = "",
) -> Element:
    """A map of so many pixels.

    Each place is a node with `data-place`, `data-id` and a `<title>`; the frame is a nested `<svg
    data-layer="map">`.

    Args:
        ground: what lies under the places.
        words: the Brush in words, as a headline; none without.
    """
    notes = [*_beside(shown), *_beyond(shown, look, width, height), GROUND]
    label = words or f"Map of {len(in_colour(shown.marks)):,} places"
    page = sheet(label, look, (width, height), words, footing, notes)
    entries = map_entries(shown.marks, discs_of(shown.marks, look), look)
    high = legend_height(look, page.box.width, entries)
    high = high + 0.4 * look.size if entries and high < page.box.height / 3 else 0.0
    room = page.box.without_foot(high)
    _draw(page.svg, shown, look, room, ground)
    if high:
        foot = Box(room.left, room.bottom + 0.4 * look.size, room.width, high)
        legend(page.svg, look, foot, entries)
    return page.svg


def frame_of(shown: MapShown, look: Look, width: float, height: float) -> Frame:
    """What part of the world a map shows on so many pixels."""
    if shown.camera:
        return aimed(shown.camera, width, height)
    kept = in_colour(shown.marks) or in_grey(shown.marks)
    ends = [point for mark in kept for point in _reach(mark)]
    return fitted(ends, width, height, min(70 * look.scale, width / 5, height / 5))


def _reach(mark: Mark) -> list[Point]:
    """How far a place lies out."""
    corners = [corner for ring in mark.outline for corner in ring] if is_area(mark) else []
    if corners:
        return corners
    half = mark.radius_km / 111.0 if is_area(mark) or mark.precision == "near" else 0.0
    low, high = max(mark.latitude - half, -89.0), min(mark.latitude + half, 89.0)
    if low >= high:
        return [(mark.longitude, max(-90.0, min(90.0, mark.latitude)))]
    return [(mark.longitude, low), (mark.longitude, high)]


def _draw(svg: Element, shown: MapShown, look: Look, room: Box, ground: Ground) -> None:
    frame = frame_of(shown, look, room.width, room.height)
    inner = node(svg, "svg", x=room.left, y=room.top, width=room.width, height=room.height,
                 viewBox=f"0 0 {room.width:.2f} {room.height:.2f}", data_layer="map")  # fmt: skip
    draw_ground(inner, ground, frame, look)
    under = node(inner, "g", data_layer="names-under")
    draw_marks(inner, shown.marks, frame, look)
    space = Space(room.width, room.height, [scale_bar(inner, look, frame)])
    _names(inner, shown.marks, frame, look, space)
    space.taken.extend(_spots(shown.marks, frame, look))
    name_ground(under, ground, frame, look, space)
    edge(svg, look, room)


def _names(parent: Element, marks: Sequence[Mark], frame: Frame, look: Look, space: Space) -> None:
    """Names of the places, as many as fit."""
    discs, seen = discs_of(marks, look), list[tuple[Mark, Named]]()
    for mark in in_colour(marks):
        x, y = frame.at(mark.longitude, mark.latitude)
        if 0 <= x <= frame.width and 0 <= y <= frame.height:
            least = max(discs.radius(mark.count), SMALLEST * look.scale)
            radius = 0.0 if is_area(mark) else least
            seen.append((mark, Named(mark.name, x, y, radius, mark.is_selected, is_area(mark))))
    group = node(parent, "g", data_layer="names")
    for found in labels([named for _, named in seen[:MOST_NAMES]], space, look.size):
        mark = seen[found.at][0]
        face: Face = "italic" if is_area(mark) else bold_if(mark.is_selected)
        words = text(group, look, mark.name, (found.x, found.y), 1.0, face,
                     found.anchor)  # fmt: skip
        put(words, data_place=mark.place_id)
        halo(words, look)


def _spots(marks: Sequence[Mark], frame: Frame, look: Look) -> list[Box]:
    """What the discs cover."""
    discs, found = discs_of(marks, look), list[Box]()
    for mark in (*in_colour(marks), *in_grey(marks)):
        if not is_area(mark):
            x, y = frame.at(mark.longitude, mark.latitude)
            half = max(discs.radius(mark.count), SMALLEST * look.scale)
            found.append(Box(x - half, y - half, 2 * half, 2 * half))
    return found


def name_ground(parent: Element, ground: Ground, frame: Frame, look: Look, space: Space) -> None:
    """Names of seas and countries where nothing else stands."""
    _seas(parent, ground, frame, look, space)
    _countries(parent, ground, frame, look, space)


def _seas(parent: Element, ground: Ground, frame: Frame, look: Look, space: Space) -> None:
    """Seas that are large enough for their names, and nothing stands there."""
    for sea in ground.seas:
        high = min(sea.high / 1000 / frame.km_a_pixel(sea.latitude), SEA * look.size)
        x, y = frame.at(sea.longitude, sea.latitude)
        box = centred(sea.name, x, y, high, space, "sea") if high > LEAST_SEA * look.size else None
        if box:
            space.taken.append(box)
            words = text(parent, look, sea.name, (x, y + 0.3 * high), high / look.size, "sea",
                         "middle", look.faint)  # fmt: skip
            put(words, fill_opacity=0.75)


def _countries(parent: Element, ground: Ground, frame: Frame, look: Look, space: Space) -> None:
    """Countries whose names fit into them, and nothing stands there."""
    size, spaced = 0.78, 0.12 * look.size
    for country in ground.countries:
        name, (x, y) = country.name.upper(), frame.at(country.longitude, country.latitude)
        box = centred(name, x, y, size * look.size, space, "sans", spaced)
        if box and box.width < 0.8 * country.degrees / 360 * frame.world:
            space.taken.append(box)
            words = text(parent, look, name, (x, y + 0.3 * size * look.size), size,
                         anchor="middle", fill=look.faint)  # fmt: skip
            put(words, letter_spacing=spaced, fill_opacity=0.8)


def _beyond(shown: MapShown, look: Look, width: float, height: float) -> list[str]:
    """How many places are left out, in words."""
    if shown.left_out:
        return [f"The most mentioned places are drawn; {shown.left_out:,} more are not"]
    if not shown.camera:
        return []
    frame = frame_of(shown, look, width, height)
    out = sum(not reached(mark, frame) for mark in in_colour(shown.marks))
    return (
        [f"{out:,} more {'place lies' if out == 1 else 'places lie'} beyond this map"]
        if out
        else []
    )


def _beside(shown: MapShown) -> list[str]:
    """What is counted beside the map, in words."""
    if not shown.beside:
        return []
    listed = [f"{name} {count:,}" for name, count in shown.beside[:MOST_BESIDE]]
    more = len(shown.beside) - len(listed)
    return [f"Counted beside the map: {', '.join(listed)}" + (f" and {more} more" if more else "")]
