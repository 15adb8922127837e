"""A Brush as the passages that it selects: the one place where linking is decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ..brush import FACETS, QUOTED, Brush, Clause, Field, Scope
from .days import day_number as day_number
from .days import iso_day as iso_day
from .index import Index
from .labels import LABELLED, Mask, Table
from .newest import expanded
from .searched import asks_who_says, searched

FEW = 8
"""A selection with fewer than one passage in so many is looked up by passage, not by mask."""
Kind = Literal["mentions", "toponyms", "quotations"]
Places = NDArray[np.int64]
Counted = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Selection:
    """The passages inside a Brush, and the rows in them that its facets leave."""

    index: Index
    mask: Mask
    passages: Places
    """Their codes, rising."""
    is_whole: bool
    """Whether no passage is outside."""
    left: Mapping[Kind, Mask]
    """The rows of a kind that are left, where not all are."""
    _counted: dict[Kind, Counted] = field(default_factory=dict, repr=False)
    _articles: list[Mask] = field(default_factory=list, repr=False)

    def rows(self, kind: Kind) -> Places | slice:
        """Places of the rows inside, in the order of the passages."""
        links, left = self.index.links(kind), self.left.get(kind)
        if self.is_whole:
            return slice(None) if left is None else np.flatnonzero(left)
        if len(self.passages) * FEW > len(self.mask):
            inside = self.mask[links.passage]
            return np.flatnonzero(inside if left is None else inside & left)
        first = links.starts[self.passages].astype(np.int64)
        rows = expanded(first, links.starts[self.passages + 1] - first)
        return rows if left is None else rows[left[rows]]

    def holds(self, kind: Kind) -> Mask:
        """Which rows are inside."""
        links, left = self.index.links(kind), self.left.get(kind)
        inside = self.mask[links.passage]
        return inside if left is None else inside & left

    def count(self, kind: Kind) -> Counted:
        """Rows inside that point to each record; worked out once."""
        links = self.index.links(kind)
        if self.is_whole and kind not in self.left:
            return links.totals
        if kind not in self._counted:
            targets = links.target[self.rows(kind)]
            counted = np.bincount(targets + 1, minlength=len(links.totals) + 1)
            self._counted[kind] = counted[1:]
        return self._counted[kind]

    def number(self, kind: Kind) -> int:
        """How many rows are inside."""
        links = self.index.links(kind)
        if kind in self.left:
            return int(self.count(kind).sum()) + self._pointing_nowhere(kind)
        if self.is_whole:
            return len(links.rows)
        return int((links.starts[self.passages + 1] - links.starts[self.passages]).sum())

    def articles(self) -> Mask:
        """Which articles have a passage inside; worked out once."""
        if not self._articles:
            found = np.zeros(len(self.index.articles), dtype=bool)
            passages = slice(None) if self.is_whole else self.passages
            found[self.index.passage_article[passages]] = True
            self._articles.append(found)
        return self._articles[0]

    def _pointing_nowhere(self, kind: Kind) -> int:
        return int((self.index.links(kind).target[self.rows(kind)] < 0).sum())


def selection(index: Index, brush: Brush) -> Selection:
    """The passages that satisfy every clause; with article scope, those of articles that do."""
    return index.recent.get(brush, lambda: _selected(index, brush))


def _selected(index: Index, brush: Brush) -> Selection:
    mask = np.ones(len(index.passages), dtype=bool)
    for clause in brush.clauses:
        if clause.field == "search":
            mask &= searched(index, clause.values[0], brush.scope).passages
            continue
        mask &= _inside(index, clause, brush.scope)
    passages = np.flatnonzero(mask)
    return Selection(index, mask, passages, len(passages) == len(mask), _left(index, brush))


def _left(index: Index, brush: Brush) -> dict[Kind, Mask]:
    """What speaker, search and facets leave of the rows; whole articles are left whole."""
    left: dict[Kind, Mask] = {}
    if brush.scope == "article":
        return left
    for clause in brush.clauses:
        for table in _narrowed(clause.field):
            kept = _having(index, clause, table)
            left[table] = left[table] & kept if table in left else kept
    speaker = brush.clause_on("speaker")
    if speaker:
        said = np.isin(index.quotations.target, index.entities.known(speaker.values))
        left["quotations"] = left["quotations"] & said if "quotations" in left else said
    search = brush.clause_on("search")
    if search and asks_who_says(search.values[0]):
        said = searched(index, search.values[0], brush.scope).quotations
        left["quotations"] = left["quotations"] & said if "quotations" in left else said
    return left


def _narrowed(field: Field) -> tuple[Kind, ...]:
    """The tables of which a field leaves some rows."""
    if field in QUOTED:
        return ("quotations",)
    tables = LABELLED.get(field, ()) if field in FACETS else ()
    return tuple(table for table in tables if table != "articles")


def _having(index: Index, clause: Clause, table: Table) -> Mask:
    """Which rows of a table the clause is true of."""
    if clause.field == "about":
        return index.about.having(index.entities.known(clause.values))
    if clause.field == "said_on":
        return index.said_on.between(*map(day_number, clause.values))
    return index.labels[clause.field, table].having(clause.values)


def _inside(index: Index, clause: Clause, scope: Scope) -> Mask:
    """The passages that one clause leaves; one brush asks for them in several combinations."""

    def made() -> Mask:
        chosen = _matching(index, clause)
        return _widened(index, chosen) if scope == "article" else chosen

    return index.clauses.get((clause, scope), made)


def _matching(index: Index, clause: Clause) -> Mask:
    size = len(index.passages)
    if clause.field in LABELLED or clause.field in QUOTED:
        return _labelled(index, clause)
    if clause.op == "between":
        first, last = (day_number(value) for value in clause.values)
        if clause.field == "spoken":
            return index.spoken.passages_between(first, last, size)
        return (index.passage_day >= first) & (index.passage_day <= last)
    if clause.field == "place":
        return index.toponyms.passages_of(index.places.known(clause.values), size)
    entities = index.entities.known(clause.values)
    speaking = index.quotations.passages_of(entities, size)
    if clause.field == "speaker":
        return speaking
    return speaking | index.mentions.passages_of(entities, size)


def _labelled(index: Index, clause: Clause) -> Mask:
    found = np.zeros(len(index.passages), dtype=bool)
    for table in LABELLED.get(clause.field, ("quotations",)):
        having = _having(index, clause, table)
        if table == "articles":
            return having[index.passage_article]
        found[index.links(table).passage[having]] = True
    return found


def _widened(index: Index, mask: Mask) -> Mask:
    articles = np.zeros(len(index.articles), dtype=bool)
    articles[index.passage_article[mask]] = True
    return articles[index.passage_article]
