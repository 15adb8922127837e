"""Times as pages and tables print them -> UTC ISO 8601 at the precision stated."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from .zones import ASSUMED, NAMES, ZONE, to_utc

Order = Literal["", "day first", "month first"]
YEARS = range(1600, 2100)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
DAY = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
YEAR = r"(?P<year>\d{4})(?!\d)"
NUMERIC = re.compile(r"(?<![\d.])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
WRITTEN = (
    re.compile(r"(?<!\d)(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d)"),
    re.compile(rf"{MONTH} ?{DAY},? ?{YEAR}", re.IGNORECASE),
    re.compile(rf"{DAY}[ -](?:of )?{MONTH}[ -]?,? ?{YEAR}", re.IGNORECASE),
    re.compile(rf"\b{MONTH},? {YEAR}", re.IGNORECASE),
    re.compile(r"^(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?=T?\d{4,6}Z?$|$)"),
    re.compile(r"^(?P<year>\d{4})-(?P<month>\d\d)$"),
    re.compile(r"^(?P<year>\d{4})$"),
)
CLOCK = re.compile(
    r"(?<!\d)(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?)?(?!\d)"
    r" ?(?P<half>[ap]\.?m\b\.?)?",
    re.IGNORECASE,
)
COMPACT_CLOCK = re.compile(r"^T?(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?(?=Z?$)")
ZONED_CLOCK = re.compile(
    rf"(?<!\d)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?P<second>(?!))?(?= ?(?:{NAMES})\b)"
)
OTHER_CLOCK = re.compile(rf"(?<=[A-Z] )\(\d{{1,2}}:?\d\d ?(?:[ap]m )?(?:{NAMES})\)")
EPOCH = re.compile(r"^(?:\{['\"]?\$date['\"]?: ?)?(\d{13}|\d{10})\}?$")
UNIX_DATE = re.compile(r"\b([A-Z][a-z]{2} \d{1,2}) ([\d:]{8}) ((?:[A-Z]{3,4} )?)(\d{4})$")
WEEKDAY = re.compile(r"\b(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?", re.I)
FILLER = re.compile(
    r"\b(?:at|on|hrs?|hours|local time|time|T|\d+ min(?:ute)?s? read)\b|[|/,·•()\[\]–—-]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as printed, and what it means."""

    raw: str
    """The words, exactly as printed."""
    value: str
    """UTC ISO 8601 at the precision stated; empty where the words leave it open."""
    zone: str = ""
    """What was assumed about the zone, or empty."""
    order: str = ""
    """How the numbers of the date were told apart, where they needed it."""
    rest: str = ""
    """The words that are no part of a time."""

    def raw_times(self, name: str) -> tuple[tuple[str, str], ...]:
        """What an article keeps of the field `name`: the words, then the assumptions."""
        notes = ((f"{name}_zone", self.zone), (f"{name}_order", self.order))
        return ((name, self.raw), *((key, note) for key, note in notes if note))


def read_time(raw: str, order: Order = "") -> Moment | None:
    """The time that the words name, or None where they name no date.

    Args:
        raw: a time as printed, with nothing else of interest around it.
        order: which comes first in a date that its own numbers leave open.
    A clock of 00:00:00 without a zone is a date that a table has padded: the date alone is kept.

    Misses: dates without a year, dates written in another language than English.
    """
    text = UNIX_DATE.sub(r"\1 \4 \2 \3", " ".join(raw.split())[:200]).strip()
    text = OTHER_CLOCK.sub("", text)
    numeric = NUMERIC.search(text)
    if numeric:
        return _from_numeric(text, numeric, order)
    if epoch := EPOCH.match(text):
        return _from_epoch(text, epoch)
    for pattern in WRITTEN:
        if found := pattern.search(text):
            return _moment(text, found.span(), *_calendar(found), note="")
    return None


def numeric_order(texts: Iterable[str]) -> Order:
    """The order that dates such as 08.19.21 prove, empty where they prove none or both."""
    proved: set[Order] = set()
    for text in texts:
        for found in NUMERIC.finditer(text):
            proved.add(_own_order(int(found[1]), int(found[3])))
    proved.discard("")
    return proved.pop() if len(proved) == 1 else ""


def _own_order(first: int, second: int) -> Order:
    if first > 12 >= second:
        return "day first"
    return "month first" if second > 12 >= first else ""


def _from_numeric(text: str, found: re.Match[str], order: Order) -> Moment:
    first, second, year = int(found[1]), int(found[3]), _full_year(found[4])
    own = _own_order(first, second)
    decided = own or _order_by_weekday(text, year, first, second) or order
    if not decided and first != second:
        return Moment(text, "", "", f"ambiguous: {found[0]}")
    month, day = (second, first) if decided == "day first" else (first, second)
    note = f"{decided} in {found[0]}" if decided and not own else ""
    return _moment(text, found.span(), year, month, day, note=note)


def _order_by_weekday(text: str, year: int, first: int, second: int) -> Order:
    weekday = WEEKDAY.search(text)
    if weekday is None or max(first, second) > 12:
        return ""
    wanted = WEEKDAYS.index(weekday[1][:3].casefold())
    month_first = datetime(max(year, 1), max(first, 1), max(second, 1)).weekday() == wanted
    day_first = datetime(max(year, 1), max(second, 1), max(first, 1)).weekday() == wanted
    if month_first == day_first:
        return ""
    return "month first" if month_first else "day first"


def _full_year(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (1900 if int(digits) > 68 else 2000)


def _from_epoch(text: str, found: re.Match[str]) -> Moment:
    seconds = int(found[1]) / (1000 if len(found[1]) == 13 else 1)
    moment = datetime(1970, 1, 1) + timedelta(seconds=int(seconds))
    value = moment.isoformat() + "Z" if moment.year in YEARS else ""
    return Moment(text, value)


def _calendar(found: re.Match[str]) -> tuple[int, int | None, int | None]:
    parts = found.groupdict()
    month, day = parts.get("month"), parts.get("day")
    if month and not month.isdigit():
        month = str(MONTHS.index(month[:3].casefold()) + 1)
    return int(parts["year"]), int(month) if month else None, int(day) if day else None


def _moment(
    text: str, span: tuple[int, int], year: int, month: int | None, day: int | None, note: str
) -> Moment:
    around = (text[: span[0]], text[span[1] :])
    clock = _find_clock(around) if day else None
    rest = " ".join(clock[1] if clock else around)
    value, zone = _value(year, month, day, clock[0] if clock else None, rest)
    return Moment(text, value, zone, note, _without_fillers(rest))


def _find_clock(around: tuple[str, str]) -> tuple[re.Match[str], tuple[str, str]] | None:
    before, after = around
    for pattern in (COMPACT_CLOCK, ZONED_CLOCK, CLOCK):
        for index, side in ((1, after), (0, before)):
            for found in pattern.finditer(side):
                if found["minute"] or found.groupdict().get("half"):
                    rest = side[: found.start()] + " " + side[found.end() :]
                    return found, (before, rest) if index else (rest, after)
    return None


def _value(
    year: int, month: int | None, day: int | None, clock: re.Match[str] | None, rest: str
) -> tuple[str, str]:
    if year not in YEARS:
        return "", ""
    try:
        midnight = datetime(year, month or 1, day or 1)
    except ValueError:
        return "", ""
    if day is None:
        return midnight.isoformat()[: 7 if month else 4], ""
    seconds = _seconds(clock) if clock else None
    if seconds is None:
        return midnight.date().isoformat(), ""
    utc, zone = to_utc(midnight + timedelta(seconds=seconds), rest)
    if zone == ASSUMED and not seconds and clock and clock["second"]:
        return midnight.date().isoformat(), ""
    return utc.isoformat() + "Z", zone


def _seconds(clock: re.Match[str]) -> int | None:
    hour, minute = int(clock["hour"]), int(clock["minute"] or 0)
    half = (clock.groupdict().get("half") or "")[:1].casefold()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    second = int(clock["second"] or 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    return hour * 3600 + minute * 60 + second


def _without_fillers(rest: str) -> str:
    for pattern in (WEEKDAY, ZONE, FILLER):
        rest = pattern.sub(" ", rest)
    return " ".join(rest.split())
