"""The days on which articles were published, in bins."""

from __future__ import annotations

import numpy as np

from .bins import Binned, Bins, Counted
from .days import NO_DAY
from .ids import Codes
from .index import Index
from .selected import Selection

BESIDE = 4
"""What articles outside of the bins are told apart by: earlier, later, undated, without an hour."""


def articles_in(index: Index, bins: Bins, chosen: Selection) -> Counted:
    """Articles inside a bin each, then those beside: earlier, later, undated, without an hour."""

    def made() -> Counted:
        found = _bins_of_articles(index, bins)
        return np.bincount(found[chosen.article_codes()], minlength=len(bins.edges) + BESIDE)

    return chosen.kept(f"articles in {bins.first} {bins.last}", made)


def bins_of(index: Index, bins: Bins, passages: Codes) -> Binned:
    """The bin of the article of each passage; -1 for one beside them."""
    key = ("bins of passages", bins.first, bins.last)
    return index.recent.get(key, lambda: _bins_of_passages(index, bins))[passages]


def _bins_of_passages(index: Index, bins: Bins) -> Binned:
    found = _bins_of_articles(index, bins)
    is_inside = found < len(bins.edges)
    return np.where(is_inside, found, -1).astype(np.int16)[index.passage_article]


def _bins_of_articles(index: Index, bins: Bins) -> Binned:
    """The bin of each article, or beyond the last of them how it is beside."""
    key = ("bins of articles", bins.first, bins.last)
    return index.recent.get(key, lambda: _of_articles(index, bins))


def _of_articles(index: Index, bins: Bins) -> Binned:
    days, size = index.article_day, len(bins.edges)
    minutes = index.article_minute if bins.has_hours else np.zeros(0, dtype=np.int16)
    found = bins.of_moments(days, minutes)
    beside = np.select([days == NO_DAY, days < bins.first, days > bins.last], [2, 0, 1], 3)
    return np.where(found >= 0, found, size + beside).astype(np.int16)
