"""A Brush as the passages that it selects: the one place where linking is decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from ..brush import Brush, Clause
from .index import DAYS_TO_EPOCH, Index, Links, Mask
from .newest import expanded

FEW = 8
"""A selection with fewer than one passage in so many is looked up by passage, not by mask."""
Places = NDArray[np.int64]
Counted = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Selection:
    """The passages inside a Brush."""

    mask: Mask
    passages: Places
    """Their codes, rising."""
    is_whole: bool
    """Whether no passage is outside."""
    _counted: dict[int, Counted] = field(default_factory=dict, repr=False)
    _articles: list[Mask] = field(default_factory=list, repr=False)

    def rows(self, links: Links) -> Places | slice:
        """Places of the rows that stand in a passage inside, in the order of the passages."""
        if self.is_whole:
            return slice(None)
        if len(self.passages) * FEW > len(self.mask):
            return np.flatnonzero(self.mask[links.passage])
        first = links.starts[self.passages].astype(np.int64)
        counts = links.starts[self.passages + 1] - first
        return expanded(first, counts)

    def count(self, links: Links) -> Counted:
        """Rows inside that point to each record; worked out once."""
        if self.is_whole:
            return links.totals
        if id(links) not in self._counted:
            targets = links.target[self.rows(links)]
            counted = np.bincount(targets + 1, minlength=len(links.totals) + 1)
            self._counted[id(links)] = counted[1:]
        return self._counted[id(links)]

    def articles(self, index: Index) -> Mask:
        """Which articles have a passage inside; worked out once."""
        if not self._articles:
            found = np.zeros(len(index.articles), dtype=bool)
            passages = slice(None) if self.is_whole else self.passages
            found[index.passage_article[passages]] = True
            self._articles.append(found)
        return self._articles[0]


def selection(index: Index, brush: Brush) -> Selection:
    """The passages that satisfy every clause; with article scope, those of articles that do."""
    return index.recent.get(brush, lambda: _selected(index, brush))


def _selected(index: Index, brush: Brush) -> Selection:
    mask = inside(index, brush)
    passages = np.flatnonzero(mask)
    return Selection(mask, passages, len(passages) == len(mask))


def inside(index: Index, brush: Brush) -> Mask:
    mask = np.ones(len(index.passages), dtype=bool)
    for clause in brush.clauses:
        chosen = _matching(index, clause)
        mask &= _widened(index, chosen) if brush.scope == "article" else chosen
    return mask


def day_number(iso: str) -> int:
    """Days since 1970-01-01 of an ISO date."""
    return date.fromisoformat(iso).toordinal() - DAYS_TO_EPOCH


def iso_day(number: int) -> str:
    """The ISO date of a day since 1970-01-01."""
    return date.fromordinal(number + DAYS_TO_EPOCH).isoformat()


def _matching(index: Index, clause: Clause) -> Mask:
    size = len(index.passages)
    if clause.field == "published":
        first, last = (day_number(value) for value in clause.values)
        days = index.passage_day
        return (days >= first) & (days <= last)
    if clause.field == "place":
        return index.toponyms.passages_of(index.places.known(clause.values), size)
    entities = index.entities.known(clause.values)
    speaking = index.quotations.passages_of(entities, size)
    if clause.field == "speaker":
        return speaking
    return speaking | index.mentions.passages_of(entities, size)


def _widened(index: Index, mask: Mask) -> Mask:
    articles = np.zeros(len(index.articles), dtype=bool)
    articles[index.passage_article[mask]] = True
    return articles[index.passage_article]
