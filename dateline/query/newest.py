"""The first rows of a list that has the newest articles first, without sorting the whole list."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .ids import Codes
from .index import Index, Mask

FIRST_WALK = 2_048
FEW = 8
Places = NDArray[np.int64]


def newest(
    index: Index, starts: Codes, chosen: Mask, offset: int = 0, limit: int | None = None
) -> Places:
    """Places of chosen rows, newest article first, within an article as they stand.

    Args:
        starts: for each article its first row, then the number of rows.
        chosen: a row each.
        limit: rows at the most; None for all.
    """
    articles = len(starts) - 1
    if limit is None:
        return _of_articles(index.newest, starts, chosen)[offset:]
    places = np.flatnonzero(chosen)
    stop = min(offset + limit, len(places))
    if len(places) * FEW < len(chosen):
        owner = np.searchsorted(starts, places, side="right") - 1
        order = np.argsort(index.rank[owner], kind="stable")
        return places[order[offset:stop]]
    found, walked, step = list[Places](), 0, FIRST_WALK
    while sum(map(len, found)) < stop and walked < articles:
        found.append(_of_articles(index.newest[walked : walked + step], starts, chosen))
        walked, step = walked + step, step * 2
    return np.concatenate([places[:0], *found])[offset:stop]


def _of_articles(articles: Codes, starts: Codes, chosen: Mask) -> Places:
    first = starts[articles].astype(np.int64)
    rows = expanded(first, starts[articles + 1] - first)
    return rows[chosen[rows]]


def expanded(first: NDArray[np.int64], counts: NDArray[np.int64]) -> Places:
    """The numbers of all slices, one after the other, each from its first on."""
    before = np.cumsum(counts) - counts
    return np.repeat(first - before, counts) + np.arange(int(counts.sum()))
