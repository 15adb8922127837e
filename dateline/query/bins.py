"""Days and hours in bins that follow the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from .days import DAYS_TO_EPOCH, NO_DAY, NO_HOUR
from .ids import Codes

Unit = Literal["hour", "6 hours", "day", "week", "month", "year", "decade", "century"]
Axis = Literal["published", "spoken"]
Counted = NDArray[np.int64]
Binned = NDArray[np.int16]
MAX_BINS = 120
MIN_DAYS = 14
HOURS: dict[Unit, int] = {"hour": 24, "6 hours": 4}
"""Bins in a day."""
YEARS: dict[Unit, int] = {"year": 1, "decade": 10, "century": 100}
_MOST: tuple[tuple[Unit, int], ...] = (
    ("hour", 4),
    ("6 hours", 13),
    ("day", MAX_BINS),
    ("week", 7 * MAX_BINS),
    ("month", 30 * MAX_BINS),
    ("year", 365 * MAX_BINS),
    ("decade", 3652 * MAX_BINS),
)
"""Days that each unit is used for at the most."""
_ALL = (date.min.toordinal() - DAYS_TO_EPOCH, date.max.toordinal() - DAYS_TO_EPOCH)
Window = tuple[str, str]
"""A first and a last day, ISO."""


@dataclass(frozen=True, slots=True, eq=False)
class Bins:
    """A stretch of days in bins of one unit."""

    unit: Unit
    first: int
    """The first day, since 1970-01-01."""
    edges: tuple[str, ...]
    """Where each bin begins: a day, or a day and an hour, ISO."""
    end: str
    """Where the last one ends."""
    _of_day: NDArray[np.int16]
    """For each day its first bin, between two days outside."""

    @property
    def last(self) -> int:
        """The last day."""
        return self.first + len(self._of_day) - 3

    @property
    def has_hours(self) -> bool:
        return self.unit in HOURS

    def of_days(self, days: Codes) -> Binned:
        """The bin in which each day begins; -1 outside and for no day."""
        return self._of_day[np.clip(days, self.first - 1, self.last + 1) - (self.first - 1)]

    def of_moments(self, days: Codes, minutes: NDArray[np.int16]) -> Binned:
        """The bin of each moment; -1 outside, and where bins are hours for one without an hour."""
        found = self.of_days(days)
        if not self.has_hours:
            return found
        within = minutes.astype(np.int32) * HOURS[self.unit] // 1440
        is_told = (found >= 0) & (minutes != NO_HOUR)
        return np.where(is_told, found + within, -1).astype(np.int16)

    def counted(self, found: Binned) -> Counted:
        """How many fall in each bin, those outside left out."""
        return np.bincount(found + 1, minlength=len(self.edges) + 1)[1:]


NO_BINS = Bins("day", 0, (), "", np.full(2, -1, dtype=np.int16))


def bins_between(first: int, last: int, has_hours: bool = True) -> Bins:
    """The days from first to last, in the unit that suits their number."""
    days = last - first + 1
    fitting: list[Unit] = [unit for unit, most in _MOST if days <= most]
    unit: Unit = next((u for u in fitting if has_hours or u not in HOURS), "century")
    starts = np.clip(_starts(unit, first, last), *_ALL)
    of_day = np.repeat(np.arange(len(starts) - 1), np.diff(starts)) * HOURS.get(unit, 1)
    named = starts.astype("datetime64[D]").astype(str).tolist()
    edges, end = tuple(named[:-1]), named[-1]
    if unit in HOURS:
        hours = range(0, 24, 24 // HOURS[unit])
        edges = tuple(f"{day}T{hour:02}:00" for day in edges for hour in hours)
    framed = np.concatenate([[-1], of_day, [-1]]).astype(np.int16)
    return Bins(unit, int(starts[0]), edges, end, framed)


def _starts(unit: Unit, first: int, last: int) -> NDArray[np.int64]:
    """The days on which the bins begin, then the day after the last one."""
    if unit == "week":
        return np.arange(first - (first + 3) % 7, last + 8, 7)
    ends = np.array([first, last]).astype("datetime64[D]")
    if unit == "month":
        months = ends.astype("datetime64[M]").astype(np.int64)
        return _days(np.arange(months[0], months[1] + 2), "M")
    if unit in YEARS:
        step = YEARS[unit]
        years = ends.astype("datetime64[Y]").astype(np.int64) + 1970
        return _days(np.arange(years[0] // step * step, years[1] + step + 1, step) - 1970, "Y")
    return np.arange(first, last + 2)


def _days(numbers: NDArray[np.int64], unit: Literal["M", "Y"]) -> NDArray[np.int64]:
    days: NDArray[np.int64] = (
        numbers.astype(f"datetime64[{unit}]").astype("datetime64[D]").astype(np.int64)
    )
    return days


def extent_of(days: Codes) -> tuple[int, int] | None:
    """The first and the last day, at least `MIN_DAYS` of them; None where no day is given."""
    dated = days[days != NO_DAY]
    if not len(dated):
        return None
    return widened(int(dated.min()), int(dated.max()))


def widened(first: int, last: int) -> tuple[int, int]:
    """At least `MIN_DAYS` around some days."""
    missing = max(0, MIN_DAYS - (last - first + 1))
    first, last = first - missing // 2, last + missing - missing // 2
    return max(first, _ALL[0]), min(last, _ALL[1])
