"""Mentions by the entity that they name: those inside a Brush, each entity's in a row."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .ids import Codes
from .labels import Mask
from .selected import Counted, Kind, Places, Selection


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """Rows that point to a record, sorted by the record, then by where they stand."""

    target: Codes
    passage: Codes
    size: int
    """How many records there are."""

    def is_new_with(self, owner: Codes) -> Mask:
        """Which rows are the first of their record with that owner; owners rise within one."""
        is_new = np.ones(len(self.target), dtype=bool)
        is_new[1:] = (self.target[1:] != self.target[:-1]) | (owner[1:] != owner[:-1])
        return is_new

    def passages(self, within: Mask | None = None) -> Counted:
        """For each record the passages that name it, or those of them that are given."""
        kept = self.is_new_with(self.passage)
        if within is not None:
            kept &= within[self.passage]
        return np.bincount(self.target[kept], minlength=self.size)


def named(chosen: Selection, table: Kind = "mentions") -> Named:
    """The rows inside that point to a record."""
    links = chosen.index.links(table)
    target = np.repeat(np.arange(len(links.totals), dtype=np.int32), links.totals)
    if chosen.is_whole and table not in chosen.left:
        return Named(target, links.passage_by_target, len(links.totals))
    held = chosen.holds(table)[links.by_target]
    return Named(target[held], links.passage_by_target[held], len(links.totals))


def rows_held(chosen: Selection, code: int) -> tuple[Places, Mask]:
    """Places in `index.mentions` of all mentions of an entity, and which are inside."""
    links = chosen.index.mentions
    rows = links.rows_with(code).astype(np.int64)
    inside = chosen.mask[links.passages_with(code)]
    left = chosen.left.get("mentions")
    return rows, inside if left is None else inside & left[rows]


def passages_held(chosen: Selection, code: int) -> Mask:
    """The passages inside that name an entity."""
    rows, inside = rows_held(chosen, code)
    found = np.zeros(len(chosen.mask), dtype=bool)
    found[chosen.index.mentions.passage[rows[inside]]] = True
    return found


def ends(days: NDArray[np.int32], target: Codes, size: int, none: int) -> tuple[Codes, Codes]:
    """For each record the first and the last of its days, `none` where it has none."""
    first, last = (np.full(size, none, dtype=np.int32) for _ in range(2))
    dated = days != none
    days, target = days[dated], target[dated]
    if len(days):
        starts = np.flatnonzero(np.append(True, target[1:] != target[:-1]))
        first[target[starts]] = np.minimum.reduceat(days, starts)
        last[target[starts]] = np.maximum.reduceat(days, starts)
    return first, last
