"""The bins of the timeline in words, and as plotly.js counts their lengths."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from data import access
from dateline.brush import date_range_words

KEPT = 64
"""Ways to cut days into bins that are kept in words: a Brush seldom changes them."""


def ends_of(shown: access.Timeline) -> list[str]:
    """Where the bins begin, then where the last one ends."""
    return [*shown.edges, shown.end]


def lengths(shown: access.Timeline) -> NDArray[np.int64]:
    """Milliseconds of each bin."""
    ends = np.array(ends_of(shown), dtype="datetime64[ms]").astype(np.int64)
    return np.diff(ends)


def words_of(shown: access.Timeline) -> Sequence[str]:
    """Each bin: "16 Aug 2021", "Aug 2021", "16 Aug 2021, 06:00-12:00"."""
    return _told(shown.unit, tuple(ends_of(shown)))


@lru_cache(maxsize=KEPT)
def _told(unit: str, ends: tuple[str, ...]) -> Sequence[str]:
    return [_words(unit, *two) for two in pairwise(map(datetime.fromisoformat, ends))]


def _words(unit: str, begin: datetime, end: datetime) -> str:
    if unit in ("hour", "6 hours"):
        day, until = date_range_words(begin.date(), begin.date()), (end.hour or 24)
        return f"{day}, {begin.hour:02}:00\N{EN DASH}{until:02}:00"
    if unit == "month":
        return f"{begin:%b} {begin.year}"
    if unit == "year":
        return str(begin.year)
    return date_range_words(begin.date(), max(begin.date(), end.date() - timedelta(days=1)))


def days_of(start: str, end: str, shares: Sequence[float]) -> access.Window:
    """The days that a drag touched.

    Args:
        start: when what is shown begins, and `end` when it ends, in ISO.
        shares: where the drag began and ended between them, 0 to 1.
    """
    first, after = _ordinal(start), _ordinal(end)
    touched = [first + int(share * (after - first)) for share in shares]
    days = [date.fromordinal(min(after - 1, max(first, day))).isoformat() for day in touched]
    return min(days), max(days)


def share_of(shown: access.Timeline, span: access.Window) -> tuple[float, float] | None:
    """Where a span begins and ends in what is shown, 0 to 1; None where it lies outside."""
    if not shown.edges:
        return None
    start, end = _ordinal(shown.edges[0]), _ordinal(shown.end)
    first = (_ordinal(span[0]) - start) / (end - start)
    last = (_ordinal(span[1]) + 1 - start) / (end - start)
    return (max(0.0, first), min(1.0, last)) if first < 1 and last > 0 else None


def _ordinal(day: str) -> int:
    return date.fromisoformat(day[:10]).toordinal()
