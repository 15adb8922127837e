"""The map's layers: grey context under areas under the places inside the Brush, then names."""

from __future__ import annotations

import pandas as pd
import pydeck as pdk

from components import theme

from .camera import named
from .marks import Mark, ground_of, mark_of

RING_PX = 9
"""Ring around a chosen area, which may be too small to see."""
DOTS = {"get_position": "at", "radius_units": "'pixels'", "line_width_units": "'pixels'"}


def layers(places: pd.DataFrame, look: theme.Palette, epoch: int, zoom: float) -> list[pdk.Layer]:
    """Rows of each layer keep their order whatever the Brush: a selection is a row number."""
    chosen = bool(places["selected"].any())
    largest = max(1, int(places["total"].max())) if len(places) else 1
    marks = [mark_of(row, look, chosen, largest) for row in places.to_dict("records")]
    areas = [mark | ground_of(mark) for mark in marks if mark["area"]]
    points = [mark for mark in marks if not mark["area"]]
    return [
        _context(points, look, epoch),
        _areas(areas, epoch),
        _places(points, epoch),
        _chosen([mark for mark in marks if mark["selected"]], look, epoch),
        _names(list(named(marks, zoom)), look, epoch),
    ]


def _areas(rows: list[Mark], epoch: int) -> pdk.Layer:
    return pdk.Layer(
        "PolygonLayer",
        id=f"areas-{epoch}",
        data=[_sent(row, "fill", "edge", "ring") for row in rows],
        pickable=True,
        stroked=True,
        get_polygon="ring",
        get_fill_color="fill",
        get_line_color="edge",
        get_line_width=1.1,
        line_width_units="'pixels'",
        get_dash_array=[4, 3],
        extensions=[{"@@type": "PathStyleExtension", "dash": True}],
    )


def _context(rows: list[Mark], look: theme.Palette, epoch: int) -> pdk.Layer:
    return pdk.Layer(
        "ScatterplotLayer",
        id=f"context-{epoch}",
        data=[{"at": row["at"], "size": row["whole"]} for row in rows],
        pickable=False,
        get_radius="size",
        get_fill_color=theme.rgba(look.context, 120),
        **DOTS,
    )


def _places(rows: list[Mark], epoch: int) -> pdk.Layer:
    return pdk.Layer(
        "ScatterplotLayer",
        id=f"places-{epoch}",
        data=[_sent(row, "at", "size", "fill", "edge") for row in rows],
        pickable=True,
        stroked=True,
        get_radius="size",
        get_fill_color="fill",
        get_line_color="edge",
        get_line_width=1.1,
        **DOTS,
    )


def _chosen(rows: list[Mark], look: theme.Palette, epoch: int) -> pdk.Layer:
    return pdk.Layer(
        "ScatterplotLayer",
        id=f"chosen-{epoch}",
        data=[{"at": row["at"], "size": RING_PX if row["area"] else row["size"]} for row in rows],
        pickable=False,
        filled=False,
        stroked=True,
        get_radius="size",
        get_line_color=theme.rgba(look.accent),
        get_line_width=2,
        **DOTS,
    )


def _names(rows: list[Mark], look: theme.Palette, epoch: int) -> pdk.Layer:
    return pdk.Layer(
        "TextLayer",
        id=f"names-{epoch}",
        data=[{key: row[key] for key in ("name", "at", "shift", "side")} for row in rows],
        pickable=False,
        get_text="name",
        get_position="at",
        get_size=13,
        get_color=theme.rgba(look.ink, 235),
        get_pixel_offset="shift",
        get_text_anchor="side",
        get_alignment_baseline="'center'",
        character_set="'auto'",
        font_family=f"'{theme.SANS}'",
    )


def _sent(row: Mark, *keys: str) -> Mark:
    return {key: row[key] for key in ("id", "name", "said", *keys)}
