"""The days of a live page: each entry opens with its clock time, newest or oldest first."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from .calendar_days import moved
from .grammar import FRAGMENTS, fold, month_number

_MONTH = FRAGMENTS["MONTH"]
_ENTRY = re.compile(
    rf"^[ ]*(?:(?:(?P<day>\d{{1,2}}) (?P<month>{_MONTH})|(?P<month2>{_MONTH}) (?P<day2>\d{{1,2}}))"
    r"(?:,? \d{4})?,? )?(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)"
    r"(?: ?(?P<half>[ap])\.?m\.?)?(?: [a-z]{2,4})? ?(?:[-:|] ?|$)(?!\d)"
)
_FEWEST = 3

EntryDays = tuple[Sequence[int], Sequence[date]]
"""Where entries begin, and the day of each."""


def entry_days(text: str, published: date | None, updated: date | None) -> EntryDays:
    """The entries of a live page with their days; none in any other article.

    Newest first (also where the order is even) they count back from the update, oldest first on
    from publication: the day turns where the clock does, or where an entry says its day.

    **Misses:** entries without a clock time at the head of their line; a whole day without one.
    """
    if published is None:
        return (), ()
    found = _entries(text)
    if len(found) < _FEWEST:
        return (), ()
    falls = sum(one[1] > two[1] for one, two in pairwise(found))
    step = -1 if 2 * falls >= len(found) - 1 else 1
    day = (updated or published) if step < 0 else published
    days = []
    for number, (_, clock, named) in enumerate(found):
        turned = number > 0 and (clock - found[number - 1][1]) * step < 0
        day = _named_day(named, published) or (moved(day, "day", step) if turned else day) or day
        days.append(day)
    return [start for start, _, _ in found], days


def day_at(entries: EntryDays, start: int) -> date | None:
    """The day of the entry that a place stands in, or None above the first."""
    number = bisect_right(entries[0], start) - 1
    return entries[1][number] if number >= 0 else None


_Entry = tuple[int, int, tuple[int, int] | None]


def _entries(text: str) -> list[_Entry]:
    """Start, minute of the day and month and day where said, of each line that opens so."""
    found, start = [], 0
    for line in text.split("\n"):
        if match := _ENTRY.match(fold(line[:60])):
            found.append((start, _minutes(match), _said(match)))
        start += len(line) + 1
    return found


def _minutes(match: re.Match[str]) -> int:
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    return 60 * hour + int(match["minute"])


def _said(match: re.Match[str]) -> tuple[int, int] | None:
    month, day = match["month"] or match["month2"], match["day"] or match["day2"]
    return (month_number(month), int(day)) if month else None


def _named_day(named: tuple[int, int] | None, near: date) -> date | None:
    if named is None:
        return None
    days = []
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            days.append(date(year, *named))
        except ValueError:
            continue
    return min(days, key=lambda day: abs(day - near), default=None)
