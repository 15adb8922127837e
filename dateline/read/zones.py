"""Time zones as news pages print them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

FIXED_HOURS: dict[str, float] = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0,
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "IDT": 3, "IST": 5.5,
    "PKT": 5, "JST": 9, "KST": 9, "HKT": 8, "AEST": 10, "AEDT": 11,
}  # fmt: skip
REGIONS = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
}
NAMES = "|".join(sorted([*FIXED_HOURS, *REGIONS], key=len, reverse=True))
ZONE = re.compile(rf"(?:\b(?:UTC|GMT))?(?<!\d)([+−-]\d{{1,2}}(?::?\d\d)?)\b|\b({NAMES})\b")
DHAKA, NOT_SUMMER = 6, (1, 2, 11, 12)
"""British summer time has no such months: BST is then the time of Bangladesh."""
ASSUMED = "assumed UTC"


def to_utc(local: datetime, printed: str) -> tuple[datetime, str]:
    """The moment in UTC, and what was assumed about its zone (empty where it was stated).

    Args:
        local: the clock as printed.
        printed: the words around the clock, in which a zone may stand.
    Source: RFC 822 for the North American names; the commonest reading for the others, which
        is named in the note because several are used by more than one country.
    """
    found = ZONE.search(printed)
    if found is None:
        return local, ASSUMED
    zone, note = _offset(found[1]) if found[1] else _named(found[2], local)
    try:
        return local.replace(tzinfo=zone).astimezone(UTC).replace(tzinfo=None), note
    except (OverflowError, ValueError):
        return local, ASSUMED


def _offset(digits: str) -> tuple[tzinfo, str]:
    sign = 1 if digits[0] == "+" else -1
    plain = digits[1:].replace(":", "")
    hours, minutes = (int(plain), 0) if len(plain) <= 2 else (int(plain[:-2]), int(plain[-2:]))
    if hours > 14 or minutes > 59:
        return UTC, ASSUMED
    return timezone(sign * timedelta(hours=hours, minutes=minutes)), ""


def _named(name: str, local: datetime) -> tuple[tzinfo, str]:
    if name in REGIONS:
        try:
            return ZoneInfo(REGIONS[name]), f"{name} read as {REGIONS[name]}"
        except ZoneInfoNotFoundError:
            return UTC, ASSUMED
    hours = DHAKA if name == "BST" and local.month in NOT_SUMMER else FIXED_HOURS[name]
    whole, minutes = divmod(round(abs(hours) * 60), 60)
    sign = "+" if hours > 0 else "-"
    shown = f"{sign}{whole}" + (f":{minutes:02d}" if minutes else "")
    note = f"{name} read as UTC{shown}" if hours else ""
    return timezone(timedelta(hours=hours)), note
