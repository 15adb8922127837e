"""What the map draws for a place: size by mentions, hue by choice, extent by precision."""

from __future__ import annotations

import math
from typing import Any

from components import theme
from dateline.records import AREAS

LARGEST_PX = 26
SMALLEST_PX = 3.5
ONE_PX = 5
"""Radius of a single mention where none of the counts is large."""
SOLID, FADED = 185, 102
"""Streamlit fades unselected marks to the second; ours fade alike, whoever made the selection."""
RING = tuple((math.cos(at * math.pi / 18), math.sin(at * math.pi / 18)) for at in range(37))
Mark = dict[str, Any]


def mark_of(row: dict[Any, Any], look: theme.Palette, chosen: bool, largest: int) -> Mark:
    hue = look.accent if row["selected"] else look.kinds["place"]
    alpha = FADED if chosen and not row["selected"] else SOLID
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


def ground_of(mark: Mark) -> Mark:
    return {
        "fill": theme.rgba(mark["hue"], 80 if mark["selected"] else 20),
        "edge": theme.rgba(mark["hue"], 230 if mark["selected"] else 130 if mark["count"] else 70),
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
