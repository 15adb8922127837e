"""The words of English dates, and the form of a rule: a pattern with what it means.

A pattern is read on folded text (`fold`), so it is lower case; a word in capitals stands for a
fragment below and becomes a named group (`MONTH` -> `month`, `DAY2` -> `day2`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from ...records import TimexKind
from .calendar_days import MONTH_NAMES, WEEKDAY_NAMES, Days, days_of, period

if TYPE_CHECKING:
    from .reading import Reading

NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
} | {
    word: 20 + 10 * tens
    for tens, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    )
}
ORDINALS = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
            "twenty-first",
        ],
        start=1,
    )
}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DAY_PARTS = {
    "morning": "MO",
    "dawn": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "midday": "MI",
    "daytime": "DT",
    "noon": "12:00",
    "midnight": "24:00",
}

MONTH_SHORT = r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
_WEEKDAY = "|".join(WEEKDAY_NAMES)
_SMALL = "|".join(list(NUMBER_WORDS)[1:])
FRAGMENTS = {
    "MONTH": rf"(?:{'|'.join(MONTH_NAMES)})|(?:{MONTH_SHORT})\b\.?",
    "WEEKDAY": rf"{_WEEKDAY}",
    "SHORTDAY": rf"{_WEEKDAY}|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b\.?",
    "DAY": r"(?:3[01]|[12]\d|0?[1-9])(?!\d)(?:st\b|nd\b|rd\b|th\b)?",
    "YEAR": r"(?:1\d|20)\d\d(?!\d)",
    "COUNT": r"\d{1,3},\d{3}|\d{1,4}(?:\.\d{1,2})?"
    rf"|(?:{_SMALL})(?:-(?:{_SMALL}))?(?: and a half)?|half an?|a dozen|(?:a )?few"
    r"|(?:a )?couple of|a number of|several|many|some|dozens of|hundreds of|an?",
    "ABOUT": r"(?:more than|less than|fewer than|at least|at most|up to|well over|just over"
    r"|over|under|nearly|almost|about|around|roughly|some|approximately|only|just|barely)",
    "UNIT": r"seconds?|minutes?|hours?|days?|weeks?|weekends?|fortnights?|months?|quarters?|years?"
    r"|decades?|century|centuries",
    "PERIOD": r"day|weekend|week|month|quarter|year|decade|century",
    "SEASON": r"spring|summer|autumn|fall|winter",
    "PART": r"morning|afternoon|evening|night|dawn|midday",
    "EDGE": r"earlier|early|later|late|mid",
    "ORDINAL": "|".join(sorted(ORDINALS, key=len, reverse=True)),
    "AMPM": r"[ap]m\b|[ap]\. ?m\b\.?|[ap] m\b",
    "ZONE": r"(?:gmt|utc|[ecmp][sd]?t|bst|cest|cet|eest|eet|msk|ist|pkt|[jk]st|hkt|ae[sd]t)\b|z\b",
}
_TOKEN = re.compile(r"\b([A-Z]{3,})(\d?)\b")
_BLANK = re.compile(r"(?P<set>\[[^\]]*\])| (?P<optional>\?)?")
_FOLDED = {ord(upper): upper.lower() for upper in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"} | {
    ord(odd): plain
    for plain, odds in {
        "'": "\u2018\u2019\u02bc",
        "-": "\u2010\u2011\u2012\u2013\u2014\u2212",
        " ": "\t\r\n\u00a0\u2009\u202f\u2007",
    }.items()
    for odd in odds
}


@dataclass(frozen=True, slots=True)
class Meaning:
    kind: TimexKind
    """TIMEX3 type."""
    value: str
    """TIMEX3 value."""
    days: Days | None = None
    """The calendar days it may mean, inclusive."""
    anchor: str = ""
    """What it was read against, ISO, or empty."""
    skip: bool = False
    """The words look like a time and are none."""
    end: int = -1
    """Where the words end, if not with the match."""

    def until(self, end: int) -> Meaning:
        """The same for words that end elsewhere."""
        return replace(self, end=end)


@dataclass(frozen=True, slots=True)
class Rule:
    pattern: re.Pattern[str]
    """What it matches, on folded text."""
    read: Callable[[re.Match[str], Reading], Meaning | None]
    """What a match means; None where the article lacks what the words need."""


Reader = Callable[[re.Match[str], "Reading"], Meaning | None]

NO_TIME = Meaning("DATE", "", skip=True)


def fold(text: str) -> str:
    """The text in lower case with plain quotes, dashes and blanks, every offset kept."""
    return text.translate(_FOLDED)


def grammar(pattern: str) -> re.Pattern[str]:
    """A pattern with its fragments put in; a blank matches up to three."""
    named = _TOKEN.sub(_named_group, pattern)
    return re.compile(_BLANK.sub(_any_blank, named))


def rule(pattern: str) -> Callable[[Reader], Rule]:
    """A decorator that makes a rule of a reader; the match ends where a word ends."""
    return lambda read: Rule(grammar(rf"(?:{pattern})(?<![ -])(?!\w)(?![.,:]\d)"), read)


def opening(pattern: str) -> Callable[[Reader], Rule]:
    """A decorator for words that lead to a date, which the reader goes on to read."""
    return lambda read: Rule(grammar(pattern), read)


def _any_blank(found: re.Match[str]) -> str:
    return found[0] if found["set"] else " {0,3}" if found["optional"] else " {1,3}"


def _named_group(token: re.Match[str]) -> str:
    return f"(?P<{token[1].lower()}{token[2]}>{FRAGMENTS[token[1]]})"


def dated(value: str, anchor: str = "") -> Meaning:
    """A DATE with the days of its value."""
    return Meaning("DATE", value, days_of(value), anchor)


def on_day(day: date | None, unit: str = "day", anchor: str = "") -> Meaning | None:
    """A DATE for the period of a unit in which a day lies."""
    return dated(period(day, unit), anchor) if day else None


def timed(meaning: Meaning, part: str | None) -> Meaning:
    """A part of a day, as TIMEX3 writes it."""
    if not part:
        return meaning
    return replace(meaning, kind="TIME", value=f"{meaning.value}T{DAY_PARTS[part]}")


def month_number(name: str) -> int:
    """1 to 12 from a folded name or its abbreviation."""
    return [month[:3] for month in MONTH_NAMES].index(name[:3]) + 1


def weekday_number(name: str) -> int:
    """0 (Monday) to 6 from a folded name or its abbreviation."""
    return [day[:2] for day in WEEKDAY_NAMES].index(name[:2])


def unit_name(surface: str) -> str:
    """The singular of a unit."""
    return "century" if surface.startswith("centur") else surface.rstrip("s")


def count_value(surface: str) -> str:
    """The count as TIMEX3 writes it: digits, or X where the words leave it open."""
    words = surface.replace("-", " ").split()
    if surface in ("a", "an", "one"):
        return "1"
    if surface.startswith("half"):
        return "0.5"
    if surface == "a dozen":
        return "12"
    if words and words[0][0].isdigit():
        return words[0].replace(",", "")
    if words and words[0] in NUMBER_WORDS:
        total = sum(NUMBER_WORDS.get(word, 0) for word in words)
        return f"{total}.5" if surface.endswith("half") else str(total)
    return "X"
