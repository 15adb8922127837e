"""What lies under the places: the names of the seas, and a scale that grows with the map."""

from __future__ import annotations

import math
from functools import cache

import pydeck as pdk

from components import theme

from .layer import Form, Layer, form

SEAS = "app/static/basemap/seas.json"
SEA_PX = 14
EARTH_KM = 40_075.0
MARGIN_PX, LINE_PX, TICK_PX = 14, 90, 5
"""From the corner to the scale, the length that it must not pass, and its upright ends."""


@cache
def seas(look: theme.Palette) -> Layer:
    """Names of seas, as large as their sea is: the small ones come out as one comes nearer."""
    how = form(
        "TextLayer",
        pickable=False,
        get_text="name",
        get_position="at",
        get_size="high",
        size_units="'meters'",
        size_max_pixels=SEA_PX,
        get_color=theme.rgba(look.faint, 150),
        character_set="'auto'",
        font_family="'Source Serif, serif'",
        font_weight="'italic 400'",
    )
    return Layer("seas", SEAS, how)


def scale(view: pdk.ViewState, width: int, look: theme.Palette) -> list[Layer]:
    """A line of a round length, true at its latitude, in the lower left of this view."""
    world = 512 * 2**view.zoom
    left = view.longitude - 360 * (width / 2 - MARGIN_PX) / world
    down = theme.MAP_PX / 2 - MARGIN_PX
    south, tick = (_south_of(view.latitude, px / world) for px in (down, down - TICK_PX))
    km_a_px = EARTH_KM * math.cos(math.radians(south)) / world
    length = round_length(LINE_PX * km_a_px)
    right = left + 360 * length / km_a_px / world
    path = [[left, tick], [left, south], [right, south], [right, tick]]
    said = {"at": [right, south], "name": f"{theme.number(length)} km"}
    line, words = _scale(look)
    return [Layer("scale", [path], line), Layer("scale-words", [said], words)]


@cache
def _scale(look: theme.Palette) -> tuple[Form, Form]:
    line = form(
        "PathLayer",
        pickable=False,
        get_path="this",
        get_color=theme.rgba(look.faint),
        get_width=1.2,
        width_units="'pixels'",
    )
    words = form(
        "TextLayer",
        pickable=False,
        get_text="name",
        get_position="at",
        get_size=11,
        get_pixel_offset=[6, -2],
        get_color=theme.rgba(look.faint),
        get_text_anchor="'start'",
        get_alignment_baseline="'center'",
        font_family=f"'{theme.SANS}'",
    )
    return line, words


def round_length(most_km: float) -> int:
    """The longest of 1, 2, 5, 10, 20, 50 ... kilometres that is no longer than this."""
    power = 10 ** math.floor(math.log10(max(most_km, 1)))
    return int(max(step for step in (1, 2, 5) if step * power <= max(most_km, 1)) * power)


def _south_of(latitude: float, share: float) -> float:
    """A latitude that lies a share of the world's height below another on the map."""
    height = math.asinh(math.tan(math.radians(latitude))) - 2 * math.pi * share
    return math.degrees(math.atan(math.sinh(height)))
