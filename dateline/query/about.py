"""Whom quotations are about: each with the entities that its words mention or that it names."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from .ids import Codes
from .index import Index
from .selected import Counted, Places, Selection


@dataclass(frozen=True, slots=True, eq=False)
class About:
    """Pairs of a quotation and an entity that it is about, each once, sorted by the entity."""

    place: Places
    """Place of the quotation in `index.quotations`, rising within an entity."""
    target: Codes
    starts: NDArray[np.int64]
    """For each entity its first pair, then their number."""

    def places_with(self, target: int) -> Places:
        """The quotations about an entity, rising."""
        return self.place[int(self.starts[target]) : int(self.starts[target + 1])]

    def count(self, chosen: Selection) -> Counted:
        """Quotations inside about each entity."""
        inside = chosen.holds("quotations")[self.place]
        return np.bincount(self.target[inside], minlength=len(self.starts) - 1)


def about(index: Index) -> About:
    """Whom the quotations of the corpus are about; worked out once."""
    return index.recent.get("about", lambda: _about(index))


def _about(index: Index) -> About:
    told = pa.array(index.frames["quotations"]["about_ids"].iloc[index.quotations.rows])
    lists = told.combine_chunks() if isinstance(told, pa.ChunkedArray) else told
    place = np.asarray(pc.list_parent_indices(lists)).astype(np.int64)
    named = pd.Series(pc.list_flatten(lists).to_pylist(), dtype=object)
    target = index.entities.encode(named).astype(np.int64)
    size = len(index.entities)
    pairs = np.unique(target * (len(index.quotations.rows) + 1) + place)
    target, place = np.divmod(pairs[pairs >= 0], len(index.quotations.rows) + 1)
    starts = np.searchsorted(target, np.arange(size + 1))
    return About(place, target.astype(np.int32), starts)
