"""Rules for dates in figures."""

from __future__ import annotations

import re

from .dates import checked, full_year
from .grammar import FRAGMENTS, MONTH_SHORT, Meaning, month_number, rule, weekday_number
from .reading import Reading

_LEADS = re.compile(r"\b(?:on|by|until|till|from|since|dated|before|after|to|between|of) $")
_WEEKDAY_BEFORE = re.compile(rf"\b({FRAGMENTS['SHORTDAY']}),? ?$")
_NAMED_DAYS = {
    "9/11": ("2001-09-11", ""),
    "7/7": ("2005-07-07", r"\s(?:bomb|attack|london|terror)"),
    "26/11": ("2008-11-26", r"\s(?:attack|mumbai|terror)"),
}


@rule(r"(?P<y>(?:1\d|20)\d\d)(?P<mark>[-/])(?P<m>0?[1-9]|1[0-2])(?P=mark)(?P<d>[0-3]?\d)")
def iso_date(match: re.Match[str], _at: Reading) -> Meaning | None:
    return checked(f"{match['y']}-{int(match['m']):02d}-{int(match['d']):02d}")


@rule(
    r"(?P<day>(?:1\d|20)\d\d-(?:0[1-9]|1[0-2])-[0-3]\d)[t ](?P<clock>[0-2]\d:[0-5]\d)(?::[0-5]\d)?"
    r"(?:\.\d+)?(?P<zone>z|[+-]\d\d(?::?\d\d)?)?"
)
def iso_moment(match: re.Match[str], _at: Reading) -> Meaning | None:
    """2021-08-17T17:42:00Z."""
    day = checked(match["day"])
    zone = (match["zone"] or "").upper()
    return day and Meaning("TIME", f"{day.value}T{match['clock']}{zone}", day.days)


@rule(rf"(?P<d>[0-3]?\d)-(?P<m>{MONTH_SHORT})-(?P<y>(?:1\d|20)\d\d|\d\d)(?!\d)")
def hyphened(match: re.Match[str], _at: Reading) -> Meaning | None:
    """17-Aug-2021."""
    year = full_year(match["y"])
    return checked(f"{year:04d}-{month_number(match['m']):02d}-{int(match['d']):02d}")


@rule(r"(?P<a>\d{1,2})(?P<mark>[./-])(?P<b>\d{1,2})(?P=mark)(?P<y>(?:1\d|20)\d\d|\d\d)(?![./-]\d)")
def numeric_date(match: re.Match[str], at: Reading) -> Meaning | None:
    """08.19.21 by evidence: a number over 12, the article's other dates, its publication day."""
    return _read(match, at, full_year(match["y"]))


@rule(r"(?P<a>\d{1,2})/(?P<b>\d{1,2})(?!/|\.?\d)")
def day_and_month(match: re.Match[str], at: Reading) -> Meaning | None:
    """17/08 after a word that leads to a date, of the year nearest to publication."""
    before = at.folded[max(0, match.start() - 9) : match.start()]
    now = at.now()
    if now is None or not _LEADS.search(before):
        return None
    readings = [_read(match, at, now.year + step) for step in (-1, 0, 1)]
    found = [(one.days[0], one) for one in readings if one and one.days]
    return min(found, key=lambda pair: abs(pair[0] - now))[1] if found else None


@rule(r"9/11|7/7|26/11")
def named_day(match: re.Match[str], at: Reading) -> Meaning | None:
    """Attacks that are known by their date, whatever the year of the article."""
    value, after = _NAMED_DAYS[match[0]]
    return checked(value) if re.match(after, at.folded[match.end() : match.end() + 9]) else None


def _read(match: re.Match[str], at: Reading, year: int) -> Meaning | None:
    first, second = int(match["a"]), int(match["b"])
    readings = {
        order: meaning
        for order, month, day in (("mdy", first, second), ("dmy", second, first))
        if (meaning := checked(f"{year:04d}-{month:02d}-{day:02d}"))
    }
    if not readings:
        return None
    if len(readings) == 1 or first == second:
        return next(iter(readings.values()))
    if at.thread.day_month:
        return readings[at.thread.day_month]
    for meaning in readings.values():
        if at.anchor and meaning.value == at.anchor.isoformat():
            return meaning
    before = at.folded[max(0, match.start() - 12) : match.start()]
    if named := _WEEKDAY_BEFORE.search(before):
        number = weekday_number(named[1])
        fitting = [m for m in readings.values() if m.days and m.days[0].weekday() == number]
        return fitting[0] if len(fitting) == 1 else None
    days = sorted(m.days[0] for m in readings.values() if m.days)
    return Meaning("DATE", f"{year:04d}-XX-XX", (days[0], days[-1]))


RULES = (named_day, iso_moment, iso_date, hyphened, numeric_date, day_and_month)
