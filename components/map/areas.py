"""Areas on the map: translucent, with a dashed edge."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from components import theme

from .kinds import DASHED, discs
from .layer import Form, Layer, form

DASHES = [4, 3]


def outlined(layer_id: str, rows: Sequence[object], look: theme.Palette) -> Layer:
    """Areas by their outlines."""
    return Layer(layer_id, rows, _outlines(look))


def circles(layer_id: str, rows: Sequence[object], look: theme.Palette) -> Layer:
    """Areas without an outline, as large as they are thought to be."""
    return Layer(layer_id, rows, _circles(look))


@cache
def _outlines(look: theme.Palette) -> Form:
    return form(
        "PolygonLayer",
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


@cache
def _circles(look: theme.Palette) -> Form:
    return discs(
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
