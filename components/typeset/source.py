"""Where and when an article stands: its outlet, times and address, fit to be shown."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from components.typeset.text import Piece, pieces
from data import access
from dateline.brush import date_words

_ADDRESS = re.compile(r"https?://[^\s\x00-\x20\\<>\"]+", re.IGNORECASE)
READ = 4096
"""Dates, and addresses, that are kept as they were last read."""
Days = Mapping[str, str]
"""`words`, and the `first` and `last` day they may mean, ISO."""


def source_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """Title, outlet and agency, times and link of a row's article; what is not stated left out."""
    stated = {
        "title": pieces(text_of(row, "title")),
        "origin": origin_of(row),
        "published": time_of(row, "published"),
        "updated": time_of(row, "updated"),
        "link": link_of(text_of(row, "url")),
    }
    return {name: value for name, value in stated.items() if value}


def origin_of(row: Mapping[str, Any]) -> list[Piece]:
    """Outlet and agency: "The Ledger (AFP)"."""
    outlet, agency = text_of(row, "outlet"), text_of(row, "agency")
    return pieces(
        f"{outlet} ({agency})" if outlet and agency not in ("", outlet) else outlet or agency
    )


@lru_cache(maxsize=READ)
def link_of(address: str) -> dict[str, Any]:
    """`href` and `host` of a web address; of anything else its letters and a warning."""
    if not address:
        return {}
    try:
        parts = urlsplit(address) if _ADDRESS.fullmatch(address) else None
        host = parts.hostname if parts and "@" not in parts.netloc else None
    except ValueError:
        host = None
    if host:
        return {"href": address, "host": pieces(host.removeprefix("www."))}
    return {"refused": pieces(address[:200])}


def days_of(row: Mapping[str, Any], what: str) -> Days | None:
    """The days that a date of the row may mean, at the precision stated; None where undated.

    A moment has its day in the zone that is set; a date without a clock time keeps its own.
    """
    return _told(row, what)[0]


def time_of(row: Mapping[str, Any], what: str) -> str:
    """19 Aug 2021, 17:10 UTC; without the hour where none is stated."""
    return _told(row, what)[1]


def _told(row: Mapping[str, Any], what: str) -> tuple[Days | None, str]:
    stated = _iso(row, what)
    return _read(stated, access.preferences().zone) if stated else (None, "")


@lru_cache(maxsize=READ)
def _read(stated: str, zone: tzinfo) -> tuple[Days | None, str]:
    """A date as stated, as its days and as its time in words."""
    moment = _moment(stated, zone)
    days = _days_of(moment.date().isoformat() if moment else stated[:10])
    if days and moment:
        return days, f"{days['words']}, {moment:%H:%M} {offset_words(moment)}"
    return days, days["words"] if days else ""


def _days_of(day: str) -> Days | None:
    try:
        year, month, number = (*map(int, day.split("-")), 0, 0)[:3]
        first = date(year, month or 1, number or 1)
    except ValueError:
        return None
    if number:
        return _days(date_words(first), first, first)
    if month:
        last = first.replace(day=calendar.monthrange(year, month)[1])
        return _days(date_words(first).split(" ", 1)[1], first, last)
    return _days(str(year), first, date(year, 12, 31))


def offset_words(moment: datetime) -> str:
    """UTC, UTC+4:30."""
    minutes = round((moment.utcoffset() or timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "\N{MINUS SIGN}" if minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "") if minutes else "UTC"


def text_of(row: Mapping[str, Any], name: str) -> str:
    """A field as text; empty where it is absent."""
    value = row.get(name)
    return value if isinstance(value, str) else ""


def _iso(row: Mapping[str, Any], what: str) -> str:
    """The date as stated, or the moment that stands for it: at midnight, no hour was stated."""
    for value in (row.get(f"{what}_iso"), row.get(what)):
        if isinstance(value, str) and value:
            return value
        if isinstance(value, datetime) and value == value:
            return value.isoformat().removesuffix("T00:00:00+00:00")
    return ""


def _moment(stated: str, zone: tzinfo) -> datetime | None:
    """The moment that was stated, in a zone; None where no hour was."""
    if len(stated) < len("2021-08-19T17:10"):
        return None
    try:
        moment = datetime.fromisoformat(stated)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(zone)
    except OverflowError:
        return moment


def _days(words: str, first: date, last: date) -> Days:
    return {"words": words, "first": first.isoformat(), "last": last.isoformat()}
