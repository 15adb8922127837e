"""Who speaks about whom: speakers by the entities that their quotations are about."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..brush import Brush, Field
from .index import Index
from .select import selection

Counted = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Head:
    """A speaker, or an entity that is spoken about."""

    entity_id: str
    name: str
    kind: str
    count: int
    """Quotations of the speaker that are about an entity, or that are about this one."""
    is_selected: bool


class Matrix(NamedTuple):
    """The speakers and entities with most quotations, and how many each pair has."""

    speakers: tuple[Head, ...]
    about: tuple[Head, ...]
    cells: Counted
    """A row a speaker, a column an entity."""
    all_speakers: int
    """Speakers inside who are quoted about anyone or anything."""
    all_about: int
    quotations: int
    """Quotations of a known speaker that are about an entity."""


def whom_view(
    index: Index,
    brush: Brush,
    speakers: tuple[int, int] = (0, 12),
    about: tuple[int, int] = (0, 12),
    kinds: Collection[str] = (),
) -> Matrix:
    """Who on whom inside the Brush, its own choice of speakers and entities left out.

    Chosen speakers and entities that are not among those asked for come after them.

    Args:
        speakers: the place of the first by its count, and how many.
        about: the same of the entities.
        kinds: of the entities that are spoken about; all where empty.
    """
    speaker, entity, row = _pairs(index, brush.without("speaker").without("about"), kinds)
    size = len(index.entities)
    said = np.bincount(speaker[np.append(True, row[1:] != row[:-1])[: len(row)]], minlength=size)
    told = np.bincount(entity, minlength=size)
    rows, columns = (
        _first(index, brush, "speaker", said, speakers),
        _first(index, brush, "about", told, about),
    )
    return Matrix(
        _heads(index, brush, "speaker", rows, said),
        _heads(index, brush, "about", columns, told),
        _cells(speaker, entity, rows, columns, size),
        int((said > 0).sum()),
        int((told > 0).sum()),
        int(said.sum()),
    )


def _pairs(index: Index, brush: Brush, kinds: Collection[str]) -> tuple[NDArray[np.int64], ...]:
    """Speaker, entity and row of all that known speakers say about entities."""
    rows = selection(index, brush).rows("quotations")
    owner, entity = index.about.of_rows(rows)
    speaker = index.quotations.target[rows][owner]
    kept = speaker >= 0
    if kinds:
        kind = index.frames["entities"]["kind"].isin(list(kinds)).to_numpy(dtype=bool)
        kept &= kind[entity]
    return speaker[kept].astype(np.int64), entity[kept].astype(np.int64), owner[kept]


def _first(
    index: Index, brush: Brush, field: Field, counts: Counted, shown: tuple[int, int]
) -> NDArray[np.int64]:
    held = np.flatnonzero(counts)
    best = held[np.argsort(-counts[held], kind="stable")][shown[0] : sum(shown)]
    clause = brush.clause_on(field)
    chosen = index.entities.known(clause.values if clause else ())
    return np.concatenate([best, [code for code in chosen if code not in best]]).astype(np.int64)


def _heads(
    index: Index, brush: Brush, field: Field, codes: NDArray[np.int64], counts: Counted
) -> tuple[Head, ...]:
    clause = brush.clause_on(field)
    chosen: Sequence[str] = clause.values if clause else ()
    ids = index.entities.ids_of(codes)
    frame = index.frames["entities"].iloc[codes]
    told = zip(ids, frame["name"], frame["kind"], counts[codes].tolist(), strict=True)
    return tuple(Head(one, str(n), str(kind), count, one in chosen) for one, n, kind, count in told)


def _cells(
    speaker: NDArray[np.int64],
    entity: NDArray[np.int64],
    rows: NDArray[np.int64],
    columns: NDArray[np.int64],
    size: int,
) -> Counted:
    row, column = np.full(size, -1), np.full(size, -1)
    row[rows], column[columns] = np.arange(len(rows)), np.arange(len(columns))
    at, to = row[speaker], column[entity]
    shown = (at >= 0) & (to >= 0)
    sums = np.bincount(at[shown] * len(columns) + to[shown], minlength=len(rows) * len(columns))
    return sums.reshape(len(rows), len(columns))
