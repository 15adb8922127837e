"""Areas on the map: translucent, with a dashed edge."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter
from typing import Any

import pydeck as pdk

from components import theme

from .kinds import DASHED, discs
from .marks import Mark

DASHES = [4, 3]


def outlined(layer_id: str, marks: list[Mark], look: theme.Palette) -> pdk.Layer:
    """Areas by their outlines."""
    return pdk.Layer(
        "PolygonLayer",
        id=layer_id,
        data=sent(marks, "ring"),
        pickable=True,
        stroked=True,
        get_polygon="this[3]",
        get_fill_color=theme.rgba(look.kinds["place"], 26),
        get_line_color=theme.rgba(look.kinds["place"], 150),
        get_line_width=1.1,
        line_width_units="'pixels'",
        get_dash_array=DASHES,
        **DASHED,
    )


def circles(layer_id: str, marks: list[Mark], look: theme.Palette) -> pdk.Layer:
    """Areas without an outline, as large as they are thought to be."""
    return discs(
        id=layer_id,
        data=sent(marks, "at", "m"),
        pickable=True,
        stroked=True,
        get_position="this[3]",
        get_radius="this[4]",
        radius_min_pixels=3,
        get_fill_color=theme.rgba(look.kinds["place"], 14),
        get_line_color=theme.rgba(look.kinds["place"], 110),
        get_line_width=1.1,
        line_width_units="'pixels'",
        get_dash_array=DASHES,
    )


def sent(marks: Iterable[Mark], *keys: str) -> list[tuple[Any, ...]]:
    """A row a mark: what a click and the card at the pointer need, then what the layer draws."""
    return [*map(itemgetter("id", "name", "said", *keys), marks)]
