"""Feasts by name, and their days in a year: fixed, by weekday, by Easter, by moon, by country."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from . import calendars
from .calendar_days import easter, nth_weekday


@dataclass(frozen=True, slots=True)
class Feast:
    """One keeping of a feast."""

    day: date
    """Its day, or the first of several."""
    first: date
    """First day it may mean, the eve where it begins at sunset."""
    last: date
    """Last day it may mean."""
    is_long: bool = False
    """A month or so, which no single day stands for."""


Keeping = Callable[[int], Iterator[Feast]]
"""A Gregorian year -> the keepings of a feast that begin in it."""


def _of(day: date, before: int = 0, after: int = 0, is_long: bool = False) -> Feast:
    return Feast(day, day - timedelta(days=before), day + timedelta(days=after), is_long)


def fixed(month: int, day: int) -> Keeping:
    return lambda year: iter([_of(date(year, month, day))])


def by_weekday(month: int, weekday: int, ordinal: int) -> Keeping:
    return lambda year: iter([_of(nth_weekday(year, month, weekday, ordinal))])


def moved_by(start: Callable[[int], date], days: int, before: int = 0, after: int = 0) -> Keeping:
    """So many days from a day that moves, with the days around it that belong to the feast."""
    return lambda year: iter([_of(start(year) + timedelta(days=days), before, after)])


def islamic(month: int, day: int, length: int = 1) -> Keeping:
    """A day of the lunar calendar, a day of doubt at either end."""

    def keepings(year: int) -> Iterator[Feast]:
        for one in calendars.islamic_years(year):
            kept = calendars.islamic_day(one, month, day)
            if kept.year == year:
                yield _of(kept, 1, length, is_long=length > 9)

    return keepings


def _nowruz(year: int) -> date:
    return calendars.persian_day(year - 621)


_ORTHODOX = calendars.julian_easter
_TISHRI, _PESACH = calendars.hebrew_new_year, calendars.passover

FEASTS: dict[str, Keeping] = {
    r"christmas eve": fixed(12, 24),
    r"christmas(?: day)?": fixed(12, 25),
    r"boxing day": fixed(12, 26),
    r"new year's eve": fixed(12, 31),
    r"new year's(?: day)?": fixed(1, 1),
    r"epiphany": fixed(1, 6),
    r"orthodox christmas": fixed(1, 7),
    r"valentine's day": fixed(2, 14),
    r"international women's day": fixed(3, 8),
    r"(?:st\.?|saint) patrick's day": fixed(3, 17),
    r"april fools?'?s? day": fixed(4, 1),
    r"anzac day": fixed(4, 25),
    r"(?:may|international workers'?) day": fixed(5, 1),
    r"cinco de mayo": fixed(5, 5),
    r"juneteenth": fixed(6, 19),
    r"canada day": fixed(7, 1),
    r"(?:fourth of july|july fourth)": fixed(7, 4),
    r"bastille day": fixed(7, 14),
    r"australia day": fixed(1, 26),
    r"halloween": fixed(10, 31),
    r"all saints'? day": fixed(11, 1),
    r"guy fawkes (?:night|day)": fixed(11, 5),
    r"(?:veterans'?|armistice|remembrance) day": fixed(11, 11),
    r"martin luther king,?(?: jr\.?)?,?(?:'s)? day": by_weekday(1, 0, 3),
    r"president'?s'? day": by_weekday(2, 0, 3),
    r"memorial day": by_weekday(5, 0, -1),
    r"labor day": by_weekday(9, 0, 1),
    r"columbus day": by_weekday(10, 0, 2),
    r"remembrance sunday": by_weekday(11, 6, 2),
    r"(?:shrove tuesday|mardi gras)": moved_by(easter, -47),
    r"ash wednesday": moved_by(easter, -46),
    r"palm sunday": moved_by(easter, -7),
    r"(?:maundy|holy) thursday": moved_by(easter, -3),
    r"good friday": moved_by(easter, -2),
    r"holy saturday": moved_by(easter, -1),
    r"easter monday": moved_by(easter, 1),
    r"easter(?: sunday| day)?": moved_by(easter, 0),
    r"ascension day": moved_by(easter, 39),
    r"(?:pentecost|whit sunday)": moved_by(easter, 49),
    r"whit monday": moved_by(easter, 50),
    r"orthodox good friday": moved_by(_ORTHODOX, -2),
    r"orthodox easter(?: sunday)?": moved_by(_ORTHODOX, 0),
    r"purim": moved_by(_PESACH, -30, 1),
    r"(?:passover|pesach)": moved_by(_PESACH, 0, 1, 7),
    r"shavuot": moved_by(_PESACH, 50, 1, 1),
    r"rosh hashanah?": moved_by(_TISHRI, 0, 1, 1),
    r"yom kippur": moved_by(_TISHRI, 9, 1),
    r"sukkot": moved_by(_TISHRI, 14, 1, 6),
    r"(?:ch|h)anukk?ah": moved_by(calendars.hanukkah, 0, 1, 7),
    r"n[oa][uw]?r(?:oo|[uo]u?)z": moved_by(_nowruz, 0),
    r"(?:lunar|chinese) new year(?:'s day)?": moved_by(calendars.lunar_new_year, 0, 1, 1),
    r"(?:diwali|deepavali)": moved_by(calendars.diwali, 0, 1, 1),
    r"(?:islamic|hijri) new year": islamic(1, 1),
    r"muharram": islamic(1, 1, 30),
    r"ashura": islamic(1, 10),
    r"(?:arbaeen|arba'een)": islamic(2, 20),
    r"(?:mawlid(?: al-nabi)?|(?:the )?prophet(?: mu?o?hamm[ae]d)?'s birthday)": islamic(3, 12),
    r"ramad(?:h)?[ai][nz]|ramazan": islamic(9, 1, 30),
    r"laylat al-qadr": islamic(9, 27),
    r"eid[ -](?:al|ul|el)[ -]?fitr": islamic(10, 1, 3),
    r"eid[ -](?:al|ul|el)[ -]?(?:adha|azha)": islamic(12, 10, 4),
}
MANY_FEASTS = {r"eid": (FEASTS[r"eid[ -](?:al|ul|el)[ -]?fitr"],
                        FEASTS[r"eid[ -](?:al|ul|el)[ -]?(?:adha|azha)"])}  # fmt: skip
NAMES = "|".join((*FEASTS, *MANY_FEASTS))
_COMPILED: list[tuple[re.Pattern[str], tuple[Keeping, ...]]] = [
    (re.compile(name.replace(" ", " {1,3}")), (kept,)) for name, kept in FEASTS.items()
]
_COMPILED += [(re.compile(name), kept) for name, kept in MANY_FEASTS.items()]


def keepings_of(name: str) -> tuple[Keeping, ...]:
    """How the feast of a folded name is kept; two for a name that two feasts share."""
    return next(kept for form, kept in _COMPILED if form.fullmatch(name))


def keepings_near(kept: tuple[Keeping, ...], year: int) -> list[Feast]:
    """The keepings of the year before, the year and the year after, in order."""
    found = [one for keeping in kept for step in (-1, 0, 1) for one in _in(keeping, year + step)]
    return sorted(found, key=lambda one: one.day)


def _in(keeping: Keeping, year: int) -> Iterator[Feast]:
    try:
        yield from keeping(year)
    except (ValueError, OverflowError):
        return
