"""Days as windows that are zoomed, moved and stepped through, all of them ISO days."""

from __future__ import annotations

from datetime import date
from typing import Literal

from data.access import Window
from dateline.brush import date_range_words

Period = Literal["day", "week", "month", "year"]
_SUITS: tuple[tuple[Period, int], ...] = (("day", 31), ("week", 400), ("month", 4400))
"""Days in view up to which time plays in such periods."""
FEWER = 0.8


def length(window: Window) -> int:
    """Days in a window."""
    first, last = _numbers(window)
    return last - first + 1


def zoomed_in(window: Window, span: Window | None) -> Window:
    """The days of the span, where they are clearly fewer than the window's; else the middle half.

    Weeks and months in view reach a little beyond the days that were asked for.
    """
    first, last = _numbers(window)
    if span:
        start, end = _numbers(span)
        start, end = max(start, first), min(end, last)
        if start <= end and end - start + 1 <= FEWER * (last - first + 1):
            return _window(start, end)
    quarter = (last - first + 1) // 4
    return _window(first + quarter, max(first + quarter, last - quarter))


def zoomed_out(window: Window, extent: Window) -> Window:
    """Twice the days around the same middle, within the extent."""
    first, last = _numbers(window)
    half = (last - first + 2) // 2
    return _within(first - half, last + half, extent)


def moved(window: Window, extent: Window, is_back: bool) -> Window:
    """The window half its length earlier or later, within the extent."""
    first, last = _numbers(window)
    by = max(1, (last - first + 1) // 2) * (-1 if is_back else 1)
    start, end = _numbers(extent)
    by = max(start - first, by) if is_back else min(end - last, by)
    return _window(first + by, last + by) if by * (-1 if is_back else 1) > 0 else window


def period_for(window: Window) -> Period:
    """The period in which time plays through a window."""
    return next((period for period, most in _SUITS if length(window) <= most), "year")


def stepped(window: Window, span: Window | None, is_back: bool) -> Window | None:
    """The next period of the window after the span, or before it; None where there is none.

    A span that is no period is followed by the one in which it begins.
    """
    period = period_for(window)
    first, last = (number_of(date.fromisoformat(day), period) for day in window)
    if span is None:
        return whole_period(last if is_back else first, period)
    at = number_of(date.fromisoformat(span[0]), period)
    if not first <= at <= last:
        return whole_period(last if is_back else first, period)
    if span == whole_period(at, period):
        at += -1 if is_back else 1
    return whole_period(at, period) if first <= at <= last else None


def progress(window: Window, span: Window | None) -> str:
    """Where a span stands among the periods of a window: "week 3 of 17"."""
    period = period_for(window)
    first, last = (number_of(date.fromisoformat(day), period) for day in window)
    if span is None:
        return ""
    at = number_of(date.fromisoformat(span[0]), period)
    if span != whole_period(at, period) or not first <= at <= last:
        return ""
    return f"{period} {at - first + 1} of {last - first + 1}"


def number_of(day: date, period: Period) -> int:
    """The period that a day lies in, counted from the first one of all."""
    if period == "day":
        return day.toordinal()
    if period == "week":
        return (day.toordinal() - 1) // 7
    return day.year * 12 + day.month - 1 if period == "month" else day.year


def whole_period(number: int, period: Period) -> Window:
    """The days of a period."""
    last = min(_begin(number + 1, period) - 1, date.max.toordinal())
    return _window(_begin(number, period), last)


def _begin(number: int, period: Period) -> int:
    if period == "day":
        return number
    if period == "week":
        return number * 7 + 1
    year, month = divmod(number, 12) if period == "month" else (number, 0)
    return date(year, month + 1, 1).toordinal() if year <= date.max.year else date.max.toordinal()


def words(window: Window) -> str:
    """16-19 Aug 2021."""
    return date_range_words(*(date.fromisoformat(day) for day in window))


def _within(first: int, last: int, extent: Window) -> Window:
    start, end = _numbers(extent)
    return _window(max(first, start), min(last, end))


def _numbers(window: Window) -> tuple[int, int]:
    first, last = (date.fromisoformat(day).toordinal() for day in window)
    return first, last


def _window(first: int, last: int) -> Window:
    return date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()
