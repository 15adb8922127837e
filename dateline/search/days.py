"""The days that a date of a search means."""

from __future__ import annotations

import calendar
import re
from datetime import date

from ..errors import WrongSearch
from .tree import Days

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def days_of(text: str, at: int) -> Days:
    """2021-08-15..2021-08-19, or one of the two, or a day, a month or a year.

    Raises:
        WrongSearch: there is no such day, or the last is before the first.
    """
    first, dots, last = text.partition("..")
    if not first and not last:
        raise WrongSearch("expected a date as in date:2021-08-15..2021-08-19", at)
    begins = _span(first, at)[0] if first else ""
    ends = _span(last, at + len(first) + len(dots))[1] if last else ""
    if not dots:
        ends = _span(first, at)[1]
    if begins and ends and ends < begins:
        raise WrongSearch(f"{last} is before {first}", at + len(first) + len(dots))
    return Days(begins, ends)


def _span(text: str, at: int) -> tuple[str, str]:
    """The first and the last day of a year, a month or a day."""
    match = _DATE.fullmatch(text)
    try:
        if match is None:
            raise ValueError(text)
        year, month, day = (int(part) if part else 0 for part in match.groups())
        first = date(year, month or 1, day or 1)
    except ValueError as error:
        raise WrongSearch(f"{text!r} is no date: write it as 2021-08-19", at) from error
    if day:
        return first.isoformat(), first.isoformat()
    last = first.replace(month=month or 12, day=calendar.monthrange(year, month or 12)[1])
    return first.isoformat(), last.isoformat()
