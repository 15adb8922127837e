"""The days that passages speak of, in bins: each passage counts once in every bin it speaks of."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .bins import Bins, Counted, extent_of, widened
from .ids import Codes
from .index import Index
from .links import expanded, starts_of
from .select import iso_day
from .selected import Selection

QUANTILES = (0.25, 0.75)
"""Of the days spoken of, those that the first view is sure to hold."""
MARGIN = 1.5
"""How far it reaches beyond them on either side, as a share of what lies between."""
RANGES = 24
RANGE_ROWS = 3
"""Rows in which ranges are drawn; one that finds no room in them is counted."""


@dataclass(frozen=True, slots=True, eq=False)
class Talk:
    """The dates of all passages, sorted by passage, then by their first day."""

    passage: Codes
    first: Codes
    last: Codes
    starts: Codes
    """For each passage its first date, then the number of dates."""


@dataclass(frozen=True, slots=True, eq=False)
class Stretches:
    """For each date of `Talk` the bins that no earlier one of its passage has: low to high.

    Where it has none, high is below low.
    """

    low: Codes
    high: Codes


def talk(index: Index) -> Talk:
    """The dates of the corpus; worked out once."""
    return index.recent.get("talk", lambda: _talk(index))


def _talk(index: Index) -> Talk:
    spans = index.spoken
    order = np.lexsort((spans.first, spans.passage))
    passage = spans.passage[order]
    starts = starts_of(passage, len(index.passages))
    return Talk(passage, spans.first[order], spans.last[order], starts)


def stretches(index: Index, bins: Bins) -> Stretches:
    """What each date adds to the bins of its passage."""
    key = ("stretches", bins.first, bins.last)
    return index.recent.get(key, lambda: _stretches(talk(index), bins))


def _stretches(dates: Talk, bins: Bins) -> Stretches:
    low = bins.of_days(np.maximum(dates.first, bins.first)).astype(np.int64)
    high = bins.of_days(np.minimum(dates.last, bins.last)).astype(np.int64)
    is_outside = (dates.first > bins.last) | (dates.last < bins.first)
    high[is_outside] = -1
    step = len(bins.edges) + 2
    base = dates.passage.astype(np.int64) * step
    reached = np.maximum.accumulate(base + high + 1)
    before = np.concatenate([[0], reached[:-1]]) - base
    low = np.maximum(np.where(is_outside, 0, low), before)
    return Stretches(low.astype(np.int32), high.astype(np.int32))


def spread(found: Stretches, rows: NDArray[np.bool_] | NDArray[np.int64], bins: Bins) -> Counted:
    """How often each bin is in the stretches of some rows."""
    low, high = found.low[rows], found.high[rows]
    kept = high >= low
    size = len(bins.edges) + 1
    begun = np.bincount(low[kept], minlength=size)
    ended = np.bincount(high[kept] + 1, minlength=size)
    counted: Counted = np.cumsum(begun - ended)[:-1]
    return counted


def spoken_of(index: Index, bins: Bins, chosen: Selection) -> Counted:
    """Passages inside that speak of each bin."""
    return spread(stretches(index, bins), chosen.mask[talk(index).passage], bins)


def spoken_in(index: Index, bins: Bins, passages: Codes) -> Counted:
    """The same of passages that are given, each as often as it is given."""
    starts = talk(index).starts
    first = starts[passages].astype(np.int64)
    rows = expanded(first, starts[passages + 1] - first)
    return spread(stretches(index, bins), rows, bins)


def home_of(index: Index) -> tuple[int, int] | None:
    """The days of the first view: most of what is spoken of, days far away left out."""
    spans, whole = index.spoken, extent_of(np.concatenate([index.spoken.first, index.spoken.last]))
    if whole is None:
        return None
    low, high = np.quantile(np.concatenate([spans.first, spans.last]), QUANTILES)
    margin = (high - low + 1) * MARGIN
    return widened(max(int(low - margin), whole[0]), min(int(high + margin), whole[1]))


def undated(index: Index, chosen: Selection) -> int:
    """Dates inside that name no day."""
    starts = index.timexes.starts
    rows = int((starts[chosen.passages + 1] - starts[chosen.passages]).sum())
    return rows - int(chosen.mask[index.spoken.passage].sum())


def beside(index: Index, bins: Bins, chosen: Selection) -> tuple[int, int]:
    """Dates inside that are before the bins, and after."""
    inside = chosen.mask[index.spoken.passage]
    earlier = inside & (index.spoken.last < bins.first)
    later = inside & (index.spoken.first > bins.last)
    return int(earlier.sum()), int(later.sum())


def ranges(index: Index, bins: Bins, chosen: Selection) -> tuple[pd.DataFrame, int]:
    """The ranges that are named most, first those inside, and how many others there are.

    Returns:
        first, last, row, count inside and total; then how many found no room.
    """
    first, last, rows, code = index.recent.get("ranges", lambda: _told_ranges(index))
    count = np.bincount(code[chosen.mask[index.spoken.passage[rows]]], minlength=len(first))
    low = bins.of_days(np.maximum(first, bins.first))
    high = bins.of_days(np.minimum(last, bins.last))
    total = np.bincount(code, minlength=len(first))
    shown = np.flatnonzero((first <= bins.last) & (last >= bins.first) & (high > low))
    best = shown[np.lexsort((first[shown], -total[shown], -count[shown]))][:RANGES]
    placed = _rows_of(low[best].tolist(), high[best].tolist())
    kept = best[placed >= 0]
    frame = pd.DataFrame(
        {
            "first": [iso_day(day) for day in first[kept].tolist()],
            "last": [iso_day(day) for day in last[kept].tolist()],
            "row": placed[placed >= 0],
            "count": count[kept],
            "total": total[kept],
        }
    )
    return frame, len(shown) - len(kept)


def _told_ranges(index: Index) -> tuple[Codes, Codes, Codes, Codes]:
    """Ranges that differ: first and last days; then the dates of several days, with their range."""
    spans = index.spoken
    rows = np.flatnonzero(spans.last > spans.first).astype(np.int32)
    days = np.stack([spans.first[rows], spans.last[rows]], axis=1)
    told, code = np.unique(days, axis=0, return_inverse=True)
    return told[:, 0], told[:, 1], rows, code.reshape(-1).astype(np.int32)


def _rows_of(low: list[int], high: list[int]) -> NDArray[np.int64]:
    """A row in which each range overlaps none before it; -1 where there is none."""
    taken: list[list[tuple[int, int]]] = [[] for _ in range(RANGE_ROWS)]
    rows = []
    for start, end in zip(low, high, strict=True):
        free = (n for n, row in enumerate(taken) if all(start > b or end < a for a, b in row))
        row = next(free, -1)
        if row >= 0:
            taken[row].append((start, end))
        rows.append(row)
    return np.array(rows, dtype=np.int64)
