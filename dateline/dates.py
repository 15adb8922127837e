"""Days in English, as a newspaper writes them."""

from __future__ import annotations

from datetime import date

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def date_words(day: date) -> str:
    """19 Aug 2021."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def date_range_words(first: date, last: date) -> str:
    """16-19 Aug 2021, with what both ends share said once."""
    if first == last:
        return date_words(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}\N{EN DASH}{date_words(last)}"
    if first.year == last.year:
        month = MONTHS[first.month - 1]
        return f"{first.day} {month} \N{EN DASH} {date_words(last)}"
    return f"{date_words(first)} \N{EN DASH} {date_words(last)}"
