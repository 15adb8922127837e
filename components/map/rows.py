"""Which places the map draws, however many the corpus has."""

from __future__ import annotations

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


def in_colour(places: pd.DataFrame, with_areas: bool = True) -> pd.DataFrame:
    """The chosen and the most mentioned inside, the most mentioned first."""
    kept = places[(places["count"] > 0) | places["selected"]]
    if not with_areas:
        kept = kept[~kept["precision"].isin(AREAS) | kept["selected"]]
    order = np.lexsort((-kept["total"], -kept["count"], ~kept["selected"]))
    kept = kept.iloc[order[:MOST]]
    return kept.iloc[np.argsort(-kept["count"].to_numpy(), kind="stable")]


def in_grey(places: pd.DataFrame) -> pd.DataFrame:
    """The most mentioned of the corpus, whatever the Brush."""
    points = places[~places["precision"].isin(AREAS) & (places["total"] > 0)]
    totals = points["total"].to_numpy()
    return points.iloc[np.argsort(-totals, kind="stable")[:MOST_OUTSIDE]]


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
