"""What a name may mean, as SVG: the chosen place filled, the others as rings, with their ranks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from ..briefing import Footing
from .frame import fitted
from .furniture import Entry, edge, halo, legend, legend_height, scale_bar
from .ground import Ground
from .labels import Named, Space, labels
from .land import draw_ground
from .look import Look
from .map import GROUND, name_ground
from .nodes import node, told
from .sheet import Box, sheet, text

RADIUS = 8.0


class Spot(NamedTuple):
    """A candidate."""

    place_id: str
    rank: int
    name: str
    said: str
    """Its score, in words."""
    longitude: float
    latitude: float
    is_chosen: bool


def drawn_candidates(
    spots: Sequence[Spot],
    look: Look,
    width: float,
    height: float,
    footing: Footing | None = None,
    *,
    ground: Ground,
    words: str = "",
) -> Element:
    """The map of some candidates; each is a node with `data-place`, `data-id` and a `<title>`."""
    page = sheet(words or "Candidates", look, (width, height), words, footing, [GROUND])
    entries = [_entry("chosen", look, True), _entry("other candidates, by rank", look, False)]
    high = legend_height(look, page.box.width, entries)
    room = page.box.without_foot(high + 0.4 * look.size)
    _draw(page.svg, spots, look, room, ground)
    edge(page.svg, look, room)
    foot = Box(room.left, room.bottom + 0.4 * look.size, room.width, high)
    legend(page.svg, look, foot, entries)
    return page.svg


def _draw(svg: Element, spots: Sequence[Spot], look: Look, room: Box, ground: Ground) -> None:
    ends = [(spot.longitude, spot.latitude) for spot in spots]
    frame = fitted(ends, room.width, room.height, 90 * look.scale)
    inner = node(svg, "svg", x=room.left, y=room.top, width=room.width, height=room.height,
                 viewBox=f"0 0 {room.width:.2f} {room.height:.2f}", data_layer="map")  # fmt: skip
    draw_ground(inner, ground, frame, look)
    under = node(inner, "g", data_layer="names-under")
    inside = node(inner, "g", data_layer="inside")
    hue, named = look.kinds["place"], list[Named]()
    for spot in sorted(spots, key=lambda spot: (spot.is_chosen, -spot.rank)):
        x, y = frame.at(spot.longitude, spot.latitude)
        told(inside, "circle", f"{spot.rank}. {spot.name}: {spot.said}", cx=x, cy=y,
             r=RADIUS * look.scale, fill=hue, fill_opacity=0.85 if spot.is_chosen else 0.05,
             stroke=hue, stroke_width=1.8 * look.scale, data_id=spot.place_id,
             data_place=spot.place_id)  # fmt: skip
        named.insert(0, Named(f"{spot.rank}. {spot.name}", x, y, RADIUS * look.scale, True))
    space = Space(room.width, room.height, [scale_bar(inner, look, frame)])
    for label in labels(named, space, look.size):
        halo(text(inner, look, named[label.at].name, (label.x, label.y), 1.0, "sans",
                  label.anchor), look)  # fmt: skip
    name_ground(under, ground, frame, look, space)


def _entry(words: str, look: Look, is_chosen: bool) -> Entry:
    radius, hue = 5 * look.scale, look.kinds["place"]

    def draw(parent: Element, x: float, y: float) -> None:
        node(parent, "circle", cx=x + radius, cy=y, r=radius, fill=hue, stroke=hue,
             fill_opacity=0.85 if is_chosen else 0.05, stroke_width=1.6 * look.scale)  # fmt: skip

    return Entry(words, 2 * radius, 2 * radius, draw)
