"""Calendar arithmetic on TIMEX3 values: the days a value covers, and periods moved in time."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

Days = tuple[date, date]
Outlook = Literal["back", "ahead", "near"]

MONTH_NAMES = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_FORMS = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?P<season>SP|SU|FA|WI))?(?:T.*)?"
)


def days_of(value: str) -> Days | None:
    """First and last day of a calendar value, inclusive; None where it names no such days.

    Shape: 2021, 2021-08, 2021-08-19, 2021-W33, 2021-W33-WE, 2021-Q3, 2021-H2, 2021-SU, 202 (a
    decade), 20 (a century), and any of these with a time of day. A winter is that which begins in
    December of its year.
    """
    try:
        if re.fullmatch(r"\d{2,3}", value):
            return _round_years(value)
        form = _FORMS.fullmatch(value)
        return _days_of_form(form) if form else None
    except (ValueError, OverflowError):
        return None


def _round_years(value: str) -> Days:
    length = 10 ** (4 - len(value))
    first = int(value) * length
    return date(max(first, 1), 1, 1), date(first + length - 1, 12, 31)


def _days_of_form(form: re.Match[str]) -> Days:
    year = int(form["year"])
    if form["day"]:
        day = date(year, int(form["month"]), int(form["day"]))
        return day, day
    if form["week"]:
        monday = date.fromisocalendar(year, int(form["week"]), 1)
        return monday + timedelta(days=5 if form["weekend"] else 0), monday + timedelta(days=6)
    if form["month"]:
        return _months(year, int(form["month"]), 1)
    if form["quarter"]:
        return _months(year, 3 * int(form["quarter"]) - 2, 3)
    if form["half"]:
        return _months(year, 6 * int(form["half"]) - 5, 6)
    if form["season"]:
        return _months(year, SEASON_MONTHS[form["season"]], 3)
    return date(year, 1, 1), date(year, 12, 31)


def _months(year: int, month: int, count: int) -> Days:
    year_after, month_after = divmod(year * 12 + month - 1 + count, 12)
    return date(year, month, 1), date(year_after, month_after + 1, 1) - timedelta(days=1)


def period(day: date, unit: str) -> str:
    """The value of the period of that unit in which a day lies: week -> 2021-W33."""
    iso = day.isocalendar()
    return {
        "day": day.isoformat(),
        "week": f"{iso.year:04d}-W{iso.week:02d}",
        "weekend": f"{iso.year:04d}-W{iso.week:02d}-WE",
        "month": f"{day.year:04d}-{day.month:02d}",
        "quarter": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "year": f"{day.year:04d}",
        "decade": f"{day.year // 10:03d}",
        "century": f"{day.year // 100:02d}",
    }[unit]


def moved(day: date, unit: str, count: int) -> date | None:
    """The day moved by a count of units, the end of a shorter month kept; None off the calendar."""
    try:
        if unit in ("day", "week", "weekend", "fortnight"):
            length = {"day": 1, "fortnight": 14}.get(unit, 7)
            return day + timedelta(days=length * count)
        months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
        year, month = divmod(day.year * 12 + day.month - 1 + months * count, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def narrowed(days: Days, edge: str, now: date | None) -> Days:
    """The early, middle or late third of a stretch; `earlier` and `later` are cut at today."""
    first, last = days
    third = ((last - first).days + 1) // 3
    if third == 0:
        return days
    if edge == "earlier" and now and first < now <= last:
        return first, now - timedelta(days=1)
    if edge == "later" and now and first <= now < last:
        return now + timedelta(days=1), last
    if edge in ("early", "earlier"):
        return first, first + timedelta(days=max(third - 1, 0))
    if edge in ("late", "later"):
        return last - timedelta(days=max(third - 1, 0)), last
    return first + timedelta(days=third), last - timedelta(days=third)


def weekday_near(day: date, weekday: int, outlook: Outlook) -> date | None:
    """The weekday on or before a day; on or after it where the text does not look back.

    Where it looks to either side, yesterday is nearer than a day six days ahead.
    """
    back = (day.weekday() - weekday) % 7
    is_back = outlook == "back" or (outlook == "near" and back == 1)
    return moved(day, "day", -back if is_back else (7 - back) % 7)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar.

    Source: the anonymous algorithm, Nature 13 (1876).
    """
    century, rest = divmod(year, 100)
    leap = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    epact = (19 * (year % 19) + leap + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (year % 19 + 11 * epact + 22 * sunday) // 451
    month, day = divmod(epact + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, ordinal: int) -> date:
    """The first, second ... (1, 2 ...) or last (-1) such weekday of a month."""
    if ordinal > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (ordinal - 1))
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta(days=(last.weekday() - weekday) % 7)
