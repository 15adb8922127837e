"""The first rows of a list that has the newest articles first, without sorting the whole list."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .dated import OfDays
from .ids import Codes
from .index import Index
from .labels import Mask
from .links import Links, expanded
from .selected import FEW, Kind, Places, Selection

FIRST_WALK = 512
ALL = slice(None)


def newest(
    index: Index, links: Links | None, chosen: Mask, offset: int = 0, limit: int | None = None
) -> Places:
    """Places of chosen rows, newest article first, within an article as they stand.

    Args:
        links: whose rows; None for passages.
        chosen: a row each.
        limit: rows at the most; None for all.
    """
    if limit is None:
        return _kept(_of_articles(index, links, index.newest), chosen.__getitem__)[offset:]
    stop = offset + limit
    if int(np.count_nonzero(chosen)) * FEW < len(chosen):
        return _of_few(index, links, np.flatnonzero(chosen), stop)[offset:stop]
    return _walked(index, links, chosen.__getitem__, stop)[offset:stop]


def newest_inside(chosen: Selection, kind: Kind, outside: Selection | None, stop: int) -> Places:
    """So many rows inside a selection and, where one is given, outside of another; newest first."""

    def is_kept(rows: Places) -> Mask:
        inside = chosen.having(kind, rows)
        return inside if outside is None else inside & ~outside.having(kind, rows)

    index, links = chosen.index, chosen.index.links(kind)
    if isinstance(chosen, OfDays):
        return _walked(index, links, is_kept, stop, chosen.stretch)
    if not chosen.number(kind) * FEW < len(links.rows):
        return _walked(index, links, is_kept, stop)
    rows = chosen.rows(kind)
    places = np.arange(len(links.rows))[rows] if isinstance(rows, slice) else rows
    places = places if outside is None else places[~outside.having(kind, places)]
    return _of_few(index, links, places, stop)


def _of_few(index: Index, links: Links | None, places: Places, stop: int) -> Places:
    passages = places if links is None else links.passage[places]
    ranks = index.rank[index.passage_article[passages]]
    if stop < len(ranks):
        kept = ranks <= np.partition(ranks, stop)[stop]
        places, ranks = places[kept], ranks[kept]
    return places[np.argsort(ranks, kind="stable")][:stop]


def _walked(
    index: Index,
    links: Links | None,
    is_kept: Callable[[Places], Mask],
    stop: int,
    stretch: slice = ALL,
) -> Places:
    articles = index.newest[stretch]
    found, held, walked, step = [np.zeros(0, dtype=np.int64)], 0, 0, FIRST_WALK
    while held < stop and walked < len(articles):
        found.append(_kept(_of_articles(index, links, articles[walked : walked + step]), is_kept))
        held, walked, step = held + len(found[-1]), walked + step, step * 2
    return np.concatenate(found)[:stop]


def _kept(rows: Places, is_kept: Callable[[Places], Mask]) -> Places:
    return rows[is_kept(rows)]


def _of_articles(index: Index, links: Links | None, articles: Codes) -> Places:
    first, last = index.article_start[articles], index.article_start[articles + 1]
    if links is not None:
        first, last = links.starts[first], links.starts[last]
    return expanded(first.astype(np.int64), (last - first).astype(np.int64))
