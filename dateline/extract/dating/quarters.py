"""Rules for halves and quarters, of the calendar and of accounts."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from .calendar_days import Days, days_of
from .grammar import ORDINALS, Meaning, dated, opening, rule
from .reading import Reading

_WHICH = r"(?P<which>ORDINAL|last|final|latter|1st|2nd|3rd|4th)"
_OF = r"(?P<link> of (?:the (?=fiscal|20|1\d))?|,? |)"
_REACH = 100
_OF_ACCOUNTS = re.compile(
    r"[$%€£]|percent|per cent|profit|earning|revenue|sales|growth|grew|econom|gdp|output|deficit"
    r"|export|import|inflation|income|budget|loss|the year"
)
_YEAR = re.compile(r"(?:1\d|20)\d\d(?!\w)")


@opening(
    rf"(?:the )?(?:fiscal )?{_WHICH}[ -](?:fiscal )?(?P<what>quarter|half)\b{_OF}"
    r"|(?P<letter>[qh])(?P<q>[1-4])\b(?P<link2> of |[ ']|)"
    r"|(?P<q2>[1-4])(?P<letter2>[qh])(?:(?P<short>[0-3]\d)\b|(?P<link3> |)\b)"
)
def part_of_year(match: re.Match[str], at: Reading) -> Meaning | None:
    """The third quarter of last year, the second half of 2008, Q3, H1 2021.

    Without a year it is the last one begun; a half of another stretch is the half of its days.
    """
    what = match["what"] or ("half" if "h" in (match["letter"], match["letter2"]) else "quarter")
    figure = match["q"] or match["q2"]
    number = int(figure) if figure else _which(match["which"], what)
    if number > _count(what) or not (match["what"] or at.text[match.start() :][:2].isupper()):
        return None
    if match["short"]:
        return dated(f"20{match['short']}-{what[0].upper()}{number}")
    link = match["link"] or match["link2"] or match["link3"] or ""
    if written := _YEAR.match(at.folded, match.end()):
        part = _part_of(dated(written[0]), number, what, "fiscal" in match[0])
        return part and part.until(written.end())
    inner = at.inner(match.end()) if link else None
    if inner and (meaning := _part_of(inner[1], number, what, "fiscal" in match[0])):
        return _already(meaning, match, at).until(inner[0])
    return _of_this_year(match, at, number, what, match.end() - len(link))


def _already(part: Meaning, match: re.Match[str], at: Reading) -> Meaning:
    """The part of the year before, where a clause of the past names one still to come."""
    is_to_come = part.days and at.anchor and part.days[0] > at.anchor
    if not is_to_come or not part.anchor or at.outlook(match) != "back":
        return part
    return replace(dated(f"{int(part.value[:4]) - 1:04d}{part.value[4:]}"), anchor=part.anchor)


def _part_of(whole: Meaning, number: int, what: str, is_fiscal: bool) -> Meaning | None:
    letter = what[0].upper()
    if whole.value.startswith("FY") and len(whole.value) == 6:
        return Meaning("DATE", f"{whole.value}-{letter}{number}", whole.days)
    if re.fullmatch(r"\d{4}", whole.value):
        value = f"{whole.value}-{letter}{number}"
        return (
            Meaning("DATE", f"FY{value}", _fiscal(whole.value))
            if is_fiscal
            else dated(value, whole.anchor)
        )
    if what == "quarter" or whole.kind != "DATE" or whole.days is None:
        return None
    return Meaning("DATE", whole.value, _half(whole.days, number), whole.anchor)


def _half(days: Days, number: int) -> Days:
    first, last = days
    middle = date.fromordinal((first.toordinal() + last.toordinal()) // 2)
    return (
        (first, middle)
        if number == 1
        else (min(date.fromordinal(middle.toordinal() + 1), last), last)
    )


def _of_this_year(
    match: re.Match[str], at: Reading, number: int, what: str, end: int
) -> Meaning | None:
    """A part of no year that is said, where the model sees a date: not the half of a match."""
    now = at.now()
    if now is None or at.label(match.start(), end) != "DATE":
        return None
    sentence = at.folded[at.sentence(match.start()) : end + _REACH]
    if what == "half" and not _OF_ACCOUNTS.search(sentence):
        return None
    begun = (now.month - 1) * _count(what) // 12 + 1
    value = f"{now.year - (number > begun):04d}-{what[0].upper()}{number}"
    if "fiscal" in match[0]:
        return Meaning("DATE", f"FY{value}", _fiscal(value[:4])).until(end)
    return dated(value, now.isoformat()).until(end)


def _count(what: str) -> int:
    return 4 if what == "quarter" else 2


def _which(word: str, what: str) -> int:
    last = _count(what)
    number = int(word[0]) if word[0].isdigit() else ORDINALS.get(word, last)
    return min(number, last)


@rule(
    r"(?:the )?(?:fiscal|financial)(?: year)? (?P<y>(?:19|20)\d\d)(?:[-/](?P<y2>(?:20)?\d\d))?"
    r"|fy ?'?(?P<short>(?:20)?\d\d)(?:[-/](?P<short2>(?:20)?\d\d))?"
)
def fiscal_year(match: re.Match[str], at: Reading) -> Meaning | None:
    """Fiscal 2020, FY21, financial year 2019-20: all the days that a year of accounts may have.

    A year of two numbers begins in the first of them.
    """
    first, second = match["y"] or match["short"], match["y2"] or match["short2"]
    if match["short"] and not at.text[match.start() : match.start() + 2].isupper():
        return None
    year = int(f"20{(second or first)[-2:]}") if len(first) == 2 or second else int(first)
    days = (date(year - 1, 1, 1), date(year, 12, 31)) if second else _fiscal(str(year))
    return Meaning("DATE", f"FY{year:04d}", days)


def _fiscal(year: str) -> Days:
    """A fiscal year is named for the year in which it begins or ends, by country."""
    return date(int(year) - 1, 4, 1), date(int(year) + 1, 3, 31)


@opening(r"(?:the )?(?P<which>first|second|third|fourth|fifth|last|final) decade of (?=\w)")
def decade_of(match: re.Match[str], at: Reading) -> Meaning | None:
    """The first decade of this century."""
    inner = at.inner(match.end())
    if inner is None or not re.fullmatch(r"\d\d", inner[1].value):
        return None
    return dated(f"{inner[1].value}{ORDINALS.get(match['which'], 10) - 1}").until(inner[0])


@opening(r"(?:the )?turn of (?=the)(?P<bare>the (?:century|(?P<thousand>millennium)))?")
def turn_of(match: re.Match[str], at: Reading) -> Meaning | None:
    """The turn of a century: five years to either side of its first day."""
    base = at.thread.year if at.leans_back() else at.anchor and at.anchor.year
    if match["thousand"]:
        base = 2000
    if match["bare"]:
        found = (match.end(), f"{(base + 50) // 100:02d}") if base else None
    else:
        inner = at.inner(match.end())
        found = (inner[0], inner[1].value) if inner else None
    days = days_of(found[1]) if found and re.fullmatch(r"\d\d", found[1]) else None
    if found is None or days is None or days[0].year < 6:
        return None
    first = days[0].year
    return Meaning("DATE", found[1], (date(first - 5, 1, 1), date(first + 4, 12, 31))).until(
        found[0]
    )


RULES = (part_of_year, fiscal_year, decade_of, turn_of)
