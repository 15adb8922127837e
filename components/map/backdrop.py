"""What lies under the places: the names of the seas, and a scale that grows with the map."""

from __future__ import annotations

import math
from functools import cache

import pydeck as pdk

from components import theme
from data import access

from .kinds import tiled_words, words
from .layer import Form, Layer

SEAS = "app/static/basemap/seas"
ROUNDED_DOWN = -0.5
"""What is added to the zoom, which deck.gl rounds to that of the tiles: none comes before it."""
EARTH_KM = 40_075.0
DECK_EARTH_KM = 40_030.0
"""What deck.gl takes the earth's girth to be where it turns metres to pixels."""
MARGIN_PX, LINE_PX, TICK_PX, THICK_PX = 14, 90, 5, 1.2
"""From the corner to the scale, the length that it must not pass, its upright ends, its line."""


@cache
def seas(look: theme.Palette) -> list[Layer]:
    """Names of seas, as large as their sea is: those to be read from afar, and tiles of the others.

    Of the tiles only those in view are drawn, with the names that can be read at their zoom: a
    browser without a graphics card takes as long for a letter too small to see as for any other.
    """
    how = {
        "size_units": "'meters'",
        "size_max_pixels": access.SEA_PX,
        "get_color": theme.rgba(look.faint, 150),
        "character_set": "'auto'",
        "font_family": "'Source Serif, serif'",
        "font_weight": "'italic 400'",
    }
    first, last = access.SEA_TILES[0], access.SEA_TILES[-1]
    tiles = {"min_zoom": first, "max_zoom": last, "zoom_offset": ROUNDED_DOWN}
    tiles |= {"refinement_strategy": "'no-overlap'", "pickable": False}
    large = words(pickable=False, get_text="name", get_position="at", get_size="high", **how)
    small = tiled_words("properties.name", tiles, get_size="properties.high", **how)
    return [
        Layer("seas", f"{SEAS}/always.json", large),
        Layer("seas-near", f"{SEAS}/{{z}}-{{x}}-{{y}}.json", small),
    ]


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
