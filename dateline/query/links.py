"""Rows joined on their passage: which stand in it, and which record each points to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .days import NO_DAY, days_of
from .ids import Codes
from .labels import Mask


@dataclass(frozen=True, slots=True)
class Links:
    """Which passage each row of a kind stands in, and which record it points to.

    Rows are sorted by passage, so those of one passage are a slice.
    """

    rows: Codes
    passage: Codes
    target: Codes
    totals: NDArray[np.int64]
    """Rows that point to each record, in the whole corpus."""
    starts: Codes
    """For each passage its first row, then the number of rows."""
    by_target: Codes
    """Places of the rows that point to a record, sorted by the record."""
    passage_by_target: Codes
    """The passages of those rows."""
    target_starts: NDArray[np.int64]
    """For each record its first place in `by_target`, then their number."""

    @classmethod
    def of(cls, passage: Codes, target: Codes, passages: int, targets: int) -> Links:
        order = np.arange(len(passage), dtype=np.int32)
        if (passage < 0).any():
            order = order[passage >= 0]
            passage, target = passage[order], target[order]
        if (passage[1:] < passage[:-1]).any():
            within = in_order(passage)
            order, passage, target = order[within], passage[within], target[within]
        counts = np.bincount(target + 1, minlength=targets + 1)
        totals, by_target = counts[1:], in_order(target)[counts[0] :]
        return cls(
            rows=order,
            passage=passage,
            target=target,
            totals=totals,
            starts=starts_of(passage, passages),
            by_target=by_target,
            passage_by_target=passage[by_target],
            target_starts=np.concatenate([[0], np.cumsum(totals)]),
        )

    def within(self, passage: int) -> slice:
        """Which of `rows` and `target` belong to a passage."""
        return slice(int(self.starts[passage]), int(self.starts[passage + 1]))

    def passages_with(self, target: int) -> Codes:
        """The passages of the rows that point to a record, rising; one a row."""
        return self.passage_by_target[self._with(target)]

    def rows_with(self, target: int) -> Codes:
        """Places of those rows."""
        return self.by_target[self._with(target)]

    def _with(self, target: int) -> slice:
        return slice(int(self.target_starts[target]), int(self.target_starts[target + 1]))

    def passages_of(self, targets: Codes, size: int) -> Mask:
        """The passages with a row that points to any of the records."""
        found = np.zeros(size, dtype=bool)
        for target in targets.tolist():
            found[self.passages_with(target)] = True
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Spans:
    """The days that each date of a passage may mean, those without a day left out."""

    passage: Codes
    """Rising."""
    first: Codes
    """Days since 1970-01-01."""
    last: Codes
    """Inclusive."""

    @classmethod
    def of(cls, timexes: pd.DataFrame, links: Links) -> Spans:
        frame = timexes[["first", "last"]].iloc[links.rows]
        first, last = days_of(frame["first"]), days_of(frame["last"])
        kept = (first != NO_DAY) & (last != NO_DAY)
        return cls(links.passage[kept], first[kept], last[kept])

    def passages_between(self, first: int, last: int, size: int) -> Mask:
        """The passages with a date that may mean one of the days."""
        found = np.zeros(size, dtype=bool)
        found[self.passage[(self.first <= last) & (self.last >= first)]] = True
        return found


def starts_of(owners: Codes, size: int) -> Codes:
    """For each owner its first row, then the number of rows; rows are sorted by owner."""
    counts = np.bincount(owners + 1, minlength=size + 1)
    return np.cumsum(counts)[: size + 1].astype(np.int32)


def in_order(codes: Codes) -> Codes:
    """The places of codes from -1 on, sorted by code and then by place.

    NumPy sorts by counting where numbers have 16 bits, and else by comparing: thrice as long.
    """
    numbers = (codes + 1).view(np.uint32)
    order = np.argsort(numbers.astype(np.uint16), kind="stable").astype(np.int32)
    if numbers.max(initial=0) > 0xFFFF:
        upper = (numbers >> 16).astype(np.uint16)
        order = order[np.argsort(upper[order], kind="stable")]
    return order


def expanded(first: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers of all slices, one after the other, each from its first on."""
    before = np.cumsum(counts) - counts
    return np.repeat(first - before, counts) + np.arange(int(counts.sum()))
