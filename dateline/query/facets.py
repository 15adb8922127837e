"""What the facets offer under a Brush, and what regions and cells of the grid hold."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..brush import FACETS, Brush, Field
from .index import Index
from .labels import LABELLED, Table
from .select import selection
from .selected import Selection


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet, a region or a cell."""

    value: str
    count: int
    """Rows with it inside the Brush, its own clause left out."""
    total: int
    """Rows with it in the corpus."""
    is_selected: bool


def facet_view(index: Index, brush: Brush, field: Field) -> tuple[Choice, ...]:
    """The values of a facet, those with most inside first; its own clause never narrows it.

    Units: articles for outlets, mentions for kinds, quotations for modes, place mentions for roles
    and precisions, quotations and place mentions for confidence.
    """
    return _choices(index, brush, field)


def facets_of(index: Index) -> tuple[Field, ...]:
    """The facets that the corpus has a value for."""
    return tuple(
        field
        for field in FACETS
        if any(index.labels[field, table].values for table in LABELLED[field])
    )


def regions_view(index: Index, brush: Brush) -> tuple[Choice, ...]:
    """Countries and first-level divisions by the place mentions inside, most first."""
    return _choices(index, brush, "region")


def cells_view(index: Index, brush: Brush) -> tuple[Choice, ...]:
    """The cells of the grid by the place mentions inside, most first."""
    return _choices(index, brush, "cell")


def _choices(index: Index, brush: Brush, field: Field) -> tuple[Choice, ...]:
    seen = brush.seen_by("map") if field in ("region", "cell") else brush.without(field)
    inside = _counted(index, field, selection(index, seen))
    key = ("labelled", field)
    whole = index.recent.get(key, lambda: _counted(index, field, selection(index, Brush())))
    clause = brush.clause_on(field)
    chosen = frozenset(clause.values) if clause else frozenset[str]()
    made = [
        Choice(value, inside.get(value, 0), total, value in chosen)
        for value, total in whole.items()
        if total
    ]
    return tuple(sorted(made, key=lambda choice: (-choice.count, -choice.total, choice.value)))


def _counted(index: Index, field: Field, inside: Selection) -> dict[str, int]:
    sums: dict[str, int] = {}
    for table in LABELLED[field]:
        for value, count in _of_table(index, field, table, inside).items():
            sums[value] = sums.get(value, 0) + count
    return sums


def _of_table(index: Index, field: Field, table: Table, inside: Selection) -> dict[str, int]:
    labels = index.labels[field, table]
    if table == "articles":
        return labels.counted(np.flatnonzero(inside.articles()))
    return labels.counted(inside.rows(table))
