"""The first rows of a list that has the newest articles first, without sorting the whole list."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .ids import Codes
from .index import Index
from .labels import Mask
from .links import Links
from .links import expanded as expanded

FIRST_WALK = 2_048
FEW = 8
Places = NDArray[np.int64]


def newest(
    index: Index, links: Links | None, chosen: Mask, offset: int = 0, limit: int | None = None
) -> Places:
    """Places of chosen rows, newest article first, within an article as they stand.

    Args:
        links: whose rows; None for passages.
        chosen: a row each.
        limit: rows at the most; None for all.
    """
    starts = index.article_start if links is None else links.starts[index.article_start]
    if limit is None:
        return _of_articles(index.newest, starts, chosen)[offset:]
    stop = offset + limit
    few = int(chosen.sum()) * FEW < len(chosen)
    return (_of_few if few else _walked)(index, links, starts, chosen, stop)[offset:stop]


def _of_few(index: Index, links: Links | None, _starts: Codes, chosen: Mask, stop: int) -> Places:
    places = np.flatnonzero(chosen)
    passages = places if links is None else links.passage[places]
    ranks = index.rank[index.passage_article[passages]]
    if stop < len(ranks):
        kept = ranks <= np.partition(ranks, stop)[stop]
        places, ranks = places[kept], ranks[kept]
    return places[np.argsort(ranks, kind="stable")]


def _walked(index: Index, _links: Links | None, starts: Codes, chosen: Mask, stop: int) -> Places:
    found, walked, step = [np.zeros(0, dtype=np.int64)], 0, FIRST_WALK
    while sum(map(len, found)) < stop and walked < len(index.newest):
        found.append(_of_articles(index.newest[walked : walked + step], starts, chosen))
        walked, step = walked + step, step * 2
    return np.concatenate(found)


def _of_articles(articles: Codes, starts: Codes, chosen: Mask) -> Places:
    first = starts[articles].astype(np.int64)
    rows = expanded(first, starts[articles + 1] - first)
    return rows[chosen[rows]]
