"""Times, days and texts of a deck, in words fit to be shown to a room."""

from __future__ import annotations

import calendar
import re
import unicodedata
from datetime import UTC, date, datetime

from ...dates import date_words

MOST = 500
"""Letters of a paragraph that stay together, where its sentences are no longer."""
_SENTENCE = re.compile(r"(?<=[.!?؟。])\s+")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)


def shown(text: str) -> str:
    """The text on one line, without characters that are unseen or turn what follows around."""
    return " ".join(_UNSEEN.sub(" ", text).split())


def lines_of(text: str) -> list[str]:
    """Its lines that say something; one too long for a slide in parts that end with a sentence."""
    return [part for line in text.splitlines() for part in _parts(shown(line))]


def _parts(line: str) -> list[str]:
    parts = [""]
    for sentence in _SENTENCE.split(line):
        room = MOST - len(parts[-1])
        if parts[-1] and len(sentence) > room:
            parts.append(sentence)
        else:
            parts[-1] = f"{parts[-1]} {sentence}".strip()
    cut = [part[at : at + 2 * MOST] for part in parts for at in range(0, len(part), 2 * MOST)]
    return [part for part in map(str.strip, cut) if part]


def direction(text: str) -> str:
    """`rtl` where the first letter that has a direction runs from right to left, else `ltr`."""
    runs = (unicodedata.bidirectional(character) for character in text)
    return "rtl" if next((run for run in runs if run in ("L", "R", "AL")), "L") != "L" else "ltr"


def day_words(iso: str) -> str:
    """19 Aug 2021, Aug 2021 or 2021, as precise as the date; empty where there is none."""
    try:
        year, month, day = (*map(int, iso[:10].split("-")), 0, 0)[:3]
        if day:
            return date_words(date(year, month, day))
        return f"{calendar.month_abbr[month]} {year}" if month else str(year)
    except (ValueError, IndexError):
        return ""


def moment_words(iso: str) -> str:
    """19 Aug 2021, 17:10 UTC; without the hour where none is stated."""
    try:
        moment = datetime.fromisoformat(iso) if "T" in iso else None
    except ValueError:
        moment = None
    if moment is None:
        return day_words(iso)
    moment = moment.astimezone(UTC) if moment.tzinfo else moment
    return f"{date_words(moment.date())}, {moment:%H:%M} UTC"


def counted(value: int, singular: str) -> str:
    """1 mention, 2,000 mentions."""
    return f"{value:,} {singular}" if value == 1 else f"{value:,} {singular}s"
