"""The map of a slide: its places as marks, and beside it what no map pins."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from ..briefing import MapShown, Mark, Point
from ..query import Index, map_view
from ..records import NOT_PINNED
from .asked import Asked

MOST = 400
"""Places of a slide, those outside the Brush included."""
MOST_BESIDE = 60
MOST_POINTS = 300
"""Corners of one outline."""
DECIMALS = 3
_PLAIN = ("place_id", "name", "kind", "precision", "outline")


def map_shown(index: Index, asked: Asked, camera: tuple[float, float, float] | None) -> MapShown:
    """The places that the Brush names most, the chosen first, then the most named of the others."""
    view = map_view(index, asked.brush, is_named=True)
    count, total, selected = (view[name].to_numpy() for name in ("count", "total", "selected"))
    is_whole = view["precision"].isin(NOT_PINNED).to_numpy(dtype=bool)
    pinned, whole = np.flatnonzero(~is_whole), np.flatnonzero(is_whole & (count > 0))
    ranked = pinned[np.lexsort((-total[pinned], -count[pinned], ~selected[pinned]))]
    beside = whole[np.lexsort((-total[whole], -count[whole]))][:MOST_BESIDE]
    names, counts = view["name"].iloc[beside].tolist(), count[beside].tolist()
    return MapShown(
        marks=tuple(map(_mark, _rows(view.iloc[ranked[:MOST]]))),
        beside=tuple(zip(names, counts, strict=True)),
        camera=camera,
        left_out=int((count[ranked[MOST:]] > 0).sum()),
    )


def _rows(view: pd.DataFrame) -> list[dict[Any, Any]]:
    columns = {name: view[name].astype(object).tolist() for name in view}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _mark(row: dict[Any, Any]) -> Mark:
    return Mark(
        place_id=str(row["place_id"]),
        name=str(row["name"]),
        kind=str(row["kind"]),
        precision=row["precision"],
        longitude=round(float(row["longitude"]), DECIMALS),
        latitude=round(float(row["latitude"]), DECIMALS),
        radius_km=round(float(row["radius_km"]), 1),
        count=int(row["count"]),
        total=int(row["total"]),
        is_selected=bool(row["selected"]),
        outline=_outline(row["outline"]) if row["count"] or row["selected"] else (),
    )


def _outline(corners: Any) -> tuple[tuple[Point, ...], ...]:  # noqa: ANN401 - a list of any kind
    """The ring of an area, thinned, its longitudes counted on across the date line: 179, 181."""
    if corners is None or len(corners) < 4:
        return ()
    ring = np.array([list(corner) for corner in corners], dtype=np.float64)
    if len(ring) > MOST_POINTS:
        ring = ring[np.linspace(0, len(ring) - 1, MOST_POINTS).astype(int)]
    ring[:, 0] = np.rad2deg(np.unwrap(np.deg2rad(ring[:, 0])))
    return (tuple((x, y) for x, y in np.round(ring, DECIMALS).tolist()),)
