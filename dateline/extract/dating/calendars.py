"""Days of other calendars and of moving feasts, by arithmetic: Islamic, Persian, Hebrew, moons."""

from __future__ import annotations

from datetime import date, timedelta
from math import floor, radians, sin

from .calendar_days import Days

JULIAN_DAY_OF_ORDINAL_0 = 1721424.5
MONTH_OF_THE_MOON = 29.530588861
BEIJING, INDIA, MECCA = 8 / 24, 5.5 / 24, 3 / 24
_MONTHS_TO_2000 = 12 * 1420 + 10
_SUNSET = 16.5 / 24
_HEBREW_EPOCH = -1373427
_PERSIAN_1400 = date(2021, 3, 21).toordinal()
_LUNAR_DOUBT = timedelta(days=1)


def islamic_month(year: int, month: int) -> Days:
    """First and last day of a month of the lunar Hijri calendar.

    Units: days of the Gregorian calendar; the month that is seen may begin a day to either side.
    Source: the first evening in Mecca that follows the new moon.
    """
    following = islamic_day(year + month // 12, month % 12 + 1, 1)
    return islamic_day(year, month, 1), following - timedelta(days=1)


def islamic_day(year: int, month: int, day: int) -> date:
    moon = _new_moon(12 * year + month - _MONTHS_TO_2000) + MECCA
    return _day_of(moon - _SUNSET) + timedelta(days=day + 1)


def islamic_years(year: int) -> range:
    """The lunar Hijri years that share a day with a Gregorian one."""
    first = (year - 622) * 33 // 32
    return range(max(first - 1, 1), first + 3)


def persian_day(year: int, month: int = 1, day: int = 1) -> date:
    """A day of the solar Hijri calendar of Iran and Afghanistan; the first is Nowruz.

    Source: the 33-year cycle, equal to the astronomical calendar for 1277 to 1472 (1898 to 2094).
    """
    leaps = (8 * year + 21) // 33 - (8 * 1400 + 21) // 33
    before = 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    return date.fromordinal(_PERSIAN_1400 + 365 * (year - 1400) + leaps + before + day - 1)


def persian_year(year: int) -> Days:
    return persian_day(year), persian_day(year + 1) - timedelta(days=1)


def islamic_year(year: int) -> Days:
    """First and last day, with the day of doubt at either end."""
    return islamic_day(year, 1, 1) - _LUNAR_DOUBT, islamic_month(year, 12)[1] + _LUNAR_DOUBT


def hebrew_new_year(year: int) -> date:
    """Rosh Hashanah of a Gregorian year.

    Source: the fixed Hebrew calendar: the molad and its four postponements.
    """
    return date.fromordinal(_HEBREW_EPOCH + _hebrew_elapsed(year + 3761))


def _hebrew_elapsed(year: int) -> int:
    day = _molad_day(year)
    if _molad_day(year + 1) - day == 356:
        return day + 2
    return day + (day - _molad_day(year - 1) == 382)


def _molad_day(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // 25920
    return day + (3 * (day + 1) % 7 < 3)


def passover(year: int) -> date:
    """The first day of Passover, 163 days before the new year that follows."""
    return hebrew_new_year(year) - timedelta(days=163)


def hanukkah(year: int) -> date:
    """The first day of Hanukkah, 25 Kislev."""
    length = (hebrew_new_year(year + 1) - hebrew_new_year(year)).days
    return hebrew_new_year(year) + timedelta(days=84 if length % 10 == 5 else 83)


def lunar_new_year(year: int) -> date:
    """The new moon, in Beijing, from 21 January to 20 February; wrong in 1985, a month early."""
    return new_moon_from(date(year, 1, 21), BEIJING)


def diwali(year: int) -> date:
    """The evening in India before the new moon of late October or early November."""
    return new_moon_from(date(year, 10, 17), INDIA - _SUNSET)


def new_moon_from(day: date, zone: float) -> date:
    """The day of the first new moon on or after a day.

    Args:
        zone: hours east of Greenwich, as a share of a day.
    """
    lunation = floor((day.toordinal() - date(2000, 1, 6).toordinal()) / MONTH_OF_THE_MOON) - 1
    while True:
        moon = _new_moon(lunation) + zone
        found = _day_of(moon)
        if found >= day:
            return found
        lunation += 1


def _day_of(julian_day: float) -> date:
    return date.fromordinal(floor(julian_day - JULIAN_DAY_OF_ORDINAL_0))


def _new_moon(lunation: int) -> float:
    """Julian day of a new moon counted from that of 6 January 2000, to a few minutes.

    Source: Meeus, Astronomical Algorithms, chapter 49, its largest terms.
    """
    sun = radians(2.5534 + 29.1053567 * lunation)
    moon = radians(201.5643 + 385.81693528 * lunation)
    node = radians(160.7108 + 390.67050284 * lunation)
    terms = (
        -0.4072 * sin(moon) + 0.17241 * sin(sun) + 0.01608 * sin(2 * moon)
        + 0.01039 * sin(2 * node) + 0.00739 * sin(moon - sun) - 0.00514 * sin(moon + sun)
        + 0.00208 * sin(2 * sun)
    )  # fmt: skip
    return 2451550.09766 + MONTH_OF_THE_MOON * lunation + terms


def julian_easter(year: int) -> date:
    """Easter Sunday of the Orthodox churches, as a day of the Gregorian calendar.

    Source: Meeus's form of the Julian computus.
    """
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    behind = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(days=behind)
