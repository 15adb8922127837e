"""Which places the map draws, however many the corpus has."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from dateline.records import AREAS, NOT_PINNED

MOST = 400
"""Places in colour: those with most mentions inside, and those chosen."""
MOST_OUTSIDE = 400
"""Places of the corpus in grey under them."""
MOST_POINTS = 700
"""Corners of outlines; areas beyond that are drawn as circles."""
DECIMALS = 2


def pinned(places: pd.DataFrame) -> pd.DataFrame:
    """The places that may stand on the map: no countries, no parts of the world."""
    return places[~places["precision"].isin(NOT_PINNED)]


def inside(places: pd.DataFrame) -> int:
    """How many of those that may stand on the map are mentioned inside."""
    may_stand = ~places["precision"].isin(NOT_PINNED).to_numpy(dtype=bool)
    return int((may_stand & (places["count"].to_numpy() > 0)).sum())


def in_colour(places: pd.DataFrame, with_areas: bool = True) -> pd.DataFrame:
    """The chosen and the most mentioned inside, the most mentioned first."""
    count, total, selected = (places[name].to_numpy() for name in ("count", "total", "selected"))
    kept = (count > 0) | selected
    if not with_areas:
        kept &= selected | ~places["precision"].isin(AREAS).to_numpy(dtype=bool)
    at = np.flatnonzero(kept)
    at = at[np.lexsort((-total[at], -count[at], ~selected[at]))[:MOST]]
    return places.iloc[at[np.argsort(-count[at], kind="stable")]]


def in_grey(places: pd.DataFrame) -> pd.DataFrame:
    """The most mentioned of the corpus, whatever the Brush."""
    total, are_areas = places["total"].to_numpy(), places["precision"].isin(AREAS)
    at = np.flatnonzero((total > 0) & ~are_areas.to_numpy(dtype=bool))
    return places.iloc[at[np.argsort(-total[at], kind="stable")[:MOST_OUTSIDE]]]


def records(places: pd.DataFrame, *columns: str) -> list[dict[str, Any]]:
    """A mapping a row, with these columns, of plain values."""
    values = (places[name].to_numpy().tolist() for name in columns)
    return [dict(zip(columns, row, strict=True)) for row in zip(*values, strict=True)]


def outlines(places: pd.DataFrame) -> dict[str, list[list[float]]]:
    """The rings of areas by their ids, none across the date line, within a budget of corners."""
    rings, left = dict[str, list[list[float]]](), MOST_POINTS
    for place_id, outline in zip(places["place_id"], places["outline"], strict=True):
        if 3 < len(outline) <= left:
            rings[place_id] = _continuous(np.array([list(point) for point in outline]))
            left -= len(outline)
    return rings


def _continuous(ring: np.ndarray) -> list[list[float]]:
    """The ring with its longitudes counted on across the date line, so that no edge streaks."""
    ring[:, 0] = np.rad2deg(np.unwrap(np.deg2rad(ring[:, 0])))
    found: list[list[float]] = np.round(ring, DECIMALS).tolist()
    return found
