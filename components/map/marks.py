"""What the map draws for a place: size by mentions, extent by precision."""

from __future__ import annotations

import math
from typing import Any

from components import theme
from dateline.records import AREAS

from .rows import DECIMALS

LARGEST_PX = 24
SMALLEST_PX = 3.2
ONE_PX = 5
"""Radius of a single mention where none of the counts is large."""
TOLD_BY = (
    *("place_id", "name", "latitude", "longitude"),
    *("count", "total", "precision", "radius_km", "selected"),
)
"""Columns that `mark_of` reads."""
Mark = dict[str, Any]


def mark_of(row: dict[Any, Any], largest: int) -> Mark:
    """What a layer may be told of a place; `layers` sends no more of it than it draws."""
    return {
        "id": row["place_id"],
        "name": row["name"],
        "said": _said(row),
        "at": [round(row["longitude"], DECIMALS), round(row["latitude"], DECIMALS)],
        "count": row["count"],
        "size": radius(row["count"], largest),
        "area": row["precision"] in AREAS,
        "near": row["precision"] == "near",
        "m": int(max(row["radius_km"], 1) * 1000),
        "selected": row["selected"],
    }


def radius(count: int, largest: int) -> float:
    """Pixels; the area grows with the count. Nothing for none."""
    one = min(ONE_PX, LARGEST_PX / math.sqrt(largest))
    return round(max(SMALLEST_PX, one * math.sqrt(count)), 1) if count else 0


def _said(row: dict[Any, Any]) -> str:
    total = theme.counted(row["total"], "mention")
    counted = total if row["count"] == row["total"] else f"{theme.number(row['count'])} of {total}"
    if row["precision"] in AREAS:
        return f"{counted}, area of some {row['radius_km']:.0f} km"
    return f"{counted}, approximate" if row["precision"] == "near" else counted
