"""What stands in articles, in the order of their days: a stretch of days is then a slice."""

from __future__ import annotations

from typing import Literal

import numpy as np

from .ids import Codes
from .index import Index
from .links import expanded

Counted = Literal["passages", "mentions", "toponyms", "quotations"]
ArticleCode = Literal["article_story", "article_origin"]


def stretch(index: Index, first: int, last: int) -> slice:
    """Where the articles of these days stand in `Index.newest`."""
    days = index.once.get("days, falling", lambda: ~index.article_day[index.newest])
    begin, end = np.searchsorted(days, np.array([~last, ~first + 1], dtype=np.int32))
    return slice(int(begin), int(max(begin, end)))


def before(index: Index, kind: Counted) -> Codes:
    """For each place in `Index.newest` how many stand in the articles before; then all of them."""
    return index.once.get(("before", kind), lambda: _before(index, kind))


def place_names(index: Index) -> Codes:
    """The place that each toponym points to, those of the newest articles first."""
    return index.once.get("place names", lambda: _place_names(index))


def newest_first(index: Index, name: ArticleCode) -> Codes:
    """A code of each article, those of the newest first."""
    codes: Codes = getattr(index, name)
    return index.once.get(("newest first", name), lambda: codes[index.newest])


def _before(index: Index, kind: Counted) -> Codes:
    starts = index.article_start
    if kind != "passages":
        starts = index.links(kind).starts[starts]
    counted = np.diff(starts)[index.newest]
    return np.concatenate([[0], np.cumsum(counted)]).astype(np.int32)


def _place_names(index: Index) -> Codes:
    starts = index.toponyms.starts[index.article_start]
    first = starts[index.newest].astype(np.int64)
    rows = expanded(first, starts[index.newest + 1] - first)
    return index.toponyms.target[rows]
