"""What lies under the places: the names of the seas, and a scale that grows with the map."""

from __future__ import annotations

import math
from functools import cache

import pydeck as pdk

from components import theme

from .kinds import words
from .layer import Form, Layer

SEAS = "app/static/basemap/seas.json"
SEA_PX = 14
EARTH_KM = 40_075.0
DECK_EARTH_KM = 40_030.0
"""What deck.gl takes the earth's girth to be where it turns metres to pixels."""
MARGIN_PX, LINE_PX, TICK_PX, THICK_PX = 14, 90, 5, 1.2
"""From the corner to the scale, the length that it must not pass, its upright ends, its line."""


@cache
def seas(look: theme.Palette) -> Layer:
    """Names of seas, as large as their sea is: the small ones come out as one comes nearer."""
    how = words(
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
    """A line of a round length, true at its latitude, in the lower left of this view.

    Its bars are the boxes of words that are empty, which the names have anyway.
    """
    world = 512 * 2**view.zoom
    left = view.longitude - 360 * (width / 2 - MARGIN_PX) / world
    south = _south_of(view.latitude, (theme.MAP_PX / 2 - MARGIN_PX) / world)
    km_a_px = EARTH_KM * math.cos(math.radians(south)) / world
    length = round_length(LINE_PX * km_a_px)
    right = left + 360 * length / km_a_px / world
    metres = 1000 * length * DECK_EARTH_KM / EARTH_KM
    high = metres * (TICK_PX - THICK_PX / 2) * km_a_px / length
    boxes = [(left, metres, 0), (left, 0, high), (right, 0, high)]
    bars = [{"name": "", "at": [x, south], "box": [0, 0, w, h]} for x, w, h in boxes]
    said = {"at": [right, south], "name": f"{theme.number(length)} km"}
    line, told = _scale(look)
    return [Layer("scale", bars, line), Layer("scale-words", [said], told)]


@cache
def _scale(look: theme.Palette) -> tuple[Form, Form]:
    line = words(
        pickable=False,
        get_text="name",
        get_position="at",
        get_content_box="box",
        background=True,
        get_background_color=theme.rgba(look.faint),
        background_padding=[THICK_PX / 2, THICK_PX / 2],
    )
    told = words(
        pickable=False,
        get_text="name",
        get_position="at",
        get_size="11",
        get_pixel_offset="[6,-2]",
        get_color=theme.rgba(look.faint),
        get_text_anchor="'start'",
        get_alignment_baseline="'center'",
        font_family=f"'{theme.SANS}'",
    )
    return line, told


def round_length(most_km: float) -> int:
    """The longest of 1, 2, 5, 10, 20, 50 ... kilometres that is no longer than this."""
    power = 10 ** math.floor(math.log10(max(most_km, 1)))
    return int(max(step for step in (1, 2, 5) if step * power <= max(most_km, 1)) * power)


def _south_of(latitude: float, share: float) -> float:
    """A latitude that lies a share of the world's height below another on the map."""
    height = math.asinh(math.tan(math.radians(latitude))) - 2 * math.pi * share
    return math.degrees(math.atan(math.sinh(height)))
