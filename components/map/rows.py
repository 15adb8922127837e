"""Which places the map draws, however many the corpus has."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from components.ranked import first

from .marks import Mask, Numbers, Ring, Still, radii

MOST = 400
"""Places in colour: those with most mentions inside, and those chosen."""
MOST_OUTSIDE = 400
"""Places of the corpus in grey under them."""
MOST_POINTS = 700
"""Corners of outlines; areas beyond that are drawn as circles."""


def in_colour(still: Still, count: Numbers, selected: Mask, with_areas: bool = True) -> Numbers:
    """The chosen and the most mentioned inside, the most mentioned first."""
    kept = (count > 0) | selected
    if not with_areas:
        kept &= selected | ~still.is_area
    at = first(np.flatnonzero(kept), selected, count, still.total, MOST)
    return at[np.argsort(-count[at], kind="stable")]


def in_grey(still: Still) -> list[tuple[object, ...]]:
    """The most mentioned of the corpus, whatever the Brush: a row each, as those in colour have."""
    at = np.flatnonzero((still.total > 0) & ~still.is_area)
    at = at[np.argsort(-still.total[at], kind="stable")[:MOST_OUTSIDE]]
    sizes = radii(still.total[at], still.largest).tolist()
    return [_in_all(still, place, size) for place, size in zip(at.tolist(), sizes, strict=True)]


def _in_all(still: Still, place: int, size: float) -> tuple[object, ...]:
    mark, (told, extent) = still.marks[place], still.told[place]
    return mark["id"], mark["name"], f"{told} in all{extent}", mark["at"], size


def outlines(still: Still, areas: Iterable[int]) -> dict[int, Ring]:
    """The rings of areas, none across the date line, within a budget of corners."""
    rings, left = dict[int, Ring](), MOST_POINTS
    for place in areas:
        if 3 < still.corners(place) <= left:
            rings[place] = still.ring(place)
            left -= still.corners(place)
    return rings
