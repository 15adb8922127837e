"""What stands in articles, in the order of their days: a stretch of days is then a slice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from .ids import Codes
from .index import Index
from .labels import Mask
from .links import expanded
from .selected import ArticleCode, Counted, Kind, Places, Selection, pointed

Held = Literal["passages", "mentions", "toponyms", "quotations"]


@dataclass(frozen=True, slots=True, eq=False)
class OfDays(Selection):
    """All that was published on some days, and nothing else; its parts are slices."""

    first: int = 0
    """Days since 1970-01-01."""
    last: int = 0
    """Inclusive."""

    @property
    def stretch(self) -> slice:
        """Where its articles stand in `Index.newest`."""
        return self.kept("stretch", lambda: stretch(self.index, self.first, self.last))

    @property
    def size(self) -> int:
        return self._between(before(self.index, "passages"))

    def having(self, kind: Kind, rows: Places | Codes) -> Mask:
        days = self.index.passage_day[self.index.links(kind).passage[rows]]
        inside: Mask = (days >= self.first) & (days <= self.last)
        return inside

    def _codes(self, name: ArticleCode) -> Codes:
        codes = newest_first(self.index, name)[self.stretch]
        are_all = len(codes) == len(self.article_codes())
        return codes if are_all else super(OfDays, self)._codes(name)

    def _count(self, kind: Kind) -> Counted:
        if kind != "toponyms":
            return super(OfDays, self)._count(kind)
        ends, targets = before(self.index, kind), place_names(self.index)
        inside = targets[ends[self.stretch.start] : ends[self.stretch.stop]]
        return pointed(inside, len(self.index.toponyms.totals))

    def _number(self, kind: Kind) -> int:
        return self._between(before(self.index, kind))

    def _articles(self) -> Mask:
        found = np.zeros(len(self.index.articles), dtype=bool)
        found[self._article_codes()] = True
        return found

    def _article_codes(self) -> Codes:
        ends, newest = before(self.index, "passages"), self.index.newest[self.stretch]
        has_passages = np.diff(ends[self.stretch.start : self.stretch.stop + 1]) > 0
        return newest if has_passages.all() else newest[has_passages]

    def _between(self, ends: Codes) -> int:
        return int(ends[self.stretch.stop] - ends[self.stretch.start])


def stretch(index: Index, first: int, last: int) -> slice:
    """Where the articles of these days stand in `Index.newest`."""
    days = index.once.get("days, falling", lambda: ~index.article_day[index.newest])
    begin, end = np.searchsorted(days, np.array([~last, ~first + 1], dtype=np.int32))
    return slice(int(begin), int(max(begin, end)))


def before(index: Index, kind: Held) -> Codes:
    """For each place in `Index.newest` how many stand in the articles before; then all of them."""
    return index.once.get(("before", kind), lambda: _before(index, kind))


def place_names(index: Index) -> Codes:
    """The place that each toponym points to, those of the newest articles first."""
    return index.once.get("place names", lambda: _place_names(index))


def newest_first(index: Index, name: ArticleCode) -> Codes:
    """A code of each article, those of the newest first."""
    codes: Codes = getattr(index, name)
    return index.once.get(("newest first", name), lambda: codes[index.newest])


def _before(index: Index, kind: Held) -> Codes:
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
