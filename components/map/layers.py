"""The map's layers: grey context under areas under the places inside the Brush, then names."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import pydeck as pdk

from components import theme

from .camera import named

AREAS = ("feature", "area1", "area2")
LARGEST_PX = 26
SMALLEST_PX = 3.5
ONE_PX = 5
"""Radius of a single mention where none of the counts is large."""
FADED = 102
"""What Streamlit fades unselected marks to; ours fade alike, whoever made the selection."""
RING = tuple((math.cos(at * math.pi / 18), math.sin(at * math.pi / 18)) for at in range(37))
DOTS = {"get_position": "at", "radius_units": "'pixels'", "line_width_units": "'pixels'"}
Mark = dict[str, Any]


def layers(places: pd.DataFrame, look: theme.Palette, epoch: int, zoom: float) -> list[pdk.Layer]:
    """Rows of each layer keep their order whatever the Brush: a selection is a row number."""
    chosen = bool(places["selected"].any())
    largest = max(1, int(places["total"].max())) if len(places) else 1
    marks = [_mark(row, look, chosen, largest) for row in places.to_dict("records")]
    areas = [mark | _ground(mark) for mark in marks if mark["area"]]
    points = [mark for mark in marks if not mark["area"]]
    return [
        _context(points, look, epoch),
        _areas(areas, epoch),
        _places(points, epoch),
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
        get_line_width=1.3,
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
        get_line_width=1.3,
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
        character_set="'auto'",
        font_family=f"'{theme.SANS}'",
    )


def _sent(row: Mark, *keys: str) -> Mark:
    return {key: row[key] for key in ("id", "name", "said", *keys)}


def _mark(row: dict[Any, Any], look: theme.Palette, chosen: bool, largest: int) -> Mark:
    hue = look.accent if row["selected"] else look.kinds["place"]
    alpha = FADED if chosen and not row["selected"] else 215
    near, area = row["precision"] == "near", row["precision"] in AREAS
    size = radius(row["count"], largest)
    return {
        "id": row["place_id"],
        "name": row["name"],
        "said": _said(row),
        "at": [round(row["longitude"], 3), round(row["latitude"], 3)],
        "count": row["count"],
        "size": size,
        "whole": radius(row["total"], largest),
        "fill": theme.rgba(hue, alpha // 6 if near else alpha),
        "edge": theme.rgba(hue if near else look.paper, alpha),
        "area": area,
        "ring": row["outline"],
        "km": row["radius_km"],
        "hue": hue if row["count"] else look.context,
        "selected": row["selected"],
    }


def _ground(mark: Mark) -> Mark:
    return {
        "fill": theme.rgba(mark["hue"], 80 if mark["selected"] else 44),
        "edge": theme.rgba(mark["hue"], 230 if mark["count"] else 120),
        "ring": mark["ring"]
        if len(mark["ring"])
        else circle(mark["at"][0], mark["at"][1], mark["km"]),
    }


def radius(count: int, largest: int) -> float:
    """Pixels; the area grows with the count. Nothing for none."""
    one = min(ONE_PX, LARGEST_PX / math.sqrt(largest))
    return round(max(SMALLEST_PX, one * math.sqrt(count)), 1) if count else 0


def circle(longitude: float, latitude: float, radius_km: float) -> list[list[float]]:
    """A closed ring around a point, in degrees."""
    north = max(radius_km, 1) / 111.2
    east = north / max(0.05, math.cos(math.radians(latitude)))
    return [[round(longitude + east * x, 3), round(latitude + north * y, 3)] for x, y in RING]


def _said(row: dict[Any, Any]) -> str:
    total = theme.counted(row["total"], "mention")
    counted = total if row["count"] == row["total"] else f"{theme.number(row['count'])} of {total}"
    if row["precision"] in AREAS:
        return f"{counted} · an area, some {row['radius_km']:.0f} km around its middle"
    return f"{counted} · position approximate" if row["precision"] == "near" else counted
