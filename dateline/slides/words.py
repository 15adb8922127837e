"""Counts, names and days as a slide writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ..dates import MONTHS, date_range_words

DAY = 10
"""Letters of a date that states its day."""


def counted(number: int, singular: str, plural: str = "") -> str:
    """1 article, 1,200 articles."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def listed(names: Sequence[str], most: int = 3) -> str:
    """A, B and C; of more names the first ones and how many more there are."""
    if len(names) > most:
        return f"{', '.join(names[:most])} and {len(names) - most:,} more"
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def date_text(stated: str) -> str:
    """A date as precisely as it is stated: 2021, Aug 2021, 19 Aug 2021."""
    if len(stated) >= DAY:
        return between(stated[:DAY], stated[:DAY])
    year, _, month = stated.partition("-")
    return f"{MONTHS[int(month) - 1]} {year}" if month else year


def between(first: str, last: str) -> str:
    """16 to 19 Aug 2021, from two ISO days."""
    said = date_range_words(date.fromisoformat(first), date.fromisoformat(last))
    return re.sub(" ?\N{EN DASH} ?", " to ", said)
