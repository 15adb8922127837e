"""Where and when an article stands: its outlet, times and address, fit to be shown."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urlsplit

from components.typeset.text import Piece, pieces
from dateline.brush import date_words

_ADDRESS = re.compile(r"https?://[^\s\x00-\x20\\<>\"]+", re.IGNORECASE)
Days = dict[str, str]
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
    """The days that a date of the row may mean, at the precision stated; None where undated."""
    stated = _iso(row, what)[:10]
    try:
        year, month, day = (*map(int, stated.split("-")), 0, 0)[:3]
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return _days(date_words(first), first, first)
    if month:
        last = first.replace(day=calendar.monthrange(year, month)[1])
        return _days(date_words(first).split(" ", 1)[1], first, last)
    return _days(str(year), first, date(year, 12, 31))


def time_of(row: Mapping[str, Any], what: str) -> str:
    """19 Aug 2021, 17:10 UTC; without the hour where none is stated."""
    days, stated = days_of(row, what), _iso(row, what)
    if not days or len(stated) < len("2021-08-19T17:10"):
        return days["words"] if days else ""
    try:
        moment = datetime.fromisoformat(stated)
    except ValueError:
        return days["words"]
    moment = moment.astimezone(UTC) if moment.tzinfo else moment
    return f"{date_words(moment.date())}, {moment:%H:%M} UTC"


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


def _days(words: str, first: date, last: date) -> Days:
    return {"words": words, "first": first.isoformat(), "last": last.isoformat()}
