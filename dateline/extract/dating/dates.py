"""Rules for dates that name a day, month, year, decade or century."""

from __future__ import annotations

import re
from datetime import date

from .grammar import (
    ORDINALS,
    Meaning,
    dated,
    grammar,
    month_number,
    rule,
    weekday_number,
)
from .reading import TIME_LABELS, Reading

_TO = r" ?(?:-|to|and|or|until|till|through) ?"
_TAIL = (
    rf"(?:(?={_TO}(?:the )?(?:DAY7(?: of)?,? (?:MONTH7,? )?|MONTH8(?: DAY8)?,? (?:of )?)YEAR7)|)"
)
_THE_YEAR = r"(?:,? ?YEAR|,? of YEAR2|,? of (?P<that>that|the same) year|)"
_SURE_MONTHS = frozenset({"may", "march", "mar"})
BEFORE_A_DATE = re.compile(
    r"\b(?:in|on|by|since|until|till|from|to|between|and|during|of|for|before|after|around|about"
    r"|circa|as of|throughout|through|last|next|this|early|late|mid|past|the|its|his|her|their"
    r"|our|a|an|year|than|with|or)[ -]\(?$|'s $|[(-]$"
)
_FUTURE_WEIGHT = {"past": 3, "": 2, "present": 1, "future": 1}


@rule(r"(?:the )?(?:september|sept\.) (?:11th|11|eleventh)(?= (?:terror|attack|hijack|al-))")
def september_11(_match: re.Match[str], _at: Reading) -> Meaning | None:
    """A name by now: the attacks, whatever the year of the article."""
    return dated("2001-09-11")


@rule(
    r"(?P<which>(?:oct\.|october) 7|jan(?:uary|\.) 6)(?:th)?"
    r"(?= (?:terror )?(?:attack|massacre|hostage|riot|insurrection|capitol|committee))"
)
def attack_day(match: re.Match[str], at: Reading) -> Meaning | None:
    """Days that are a name too, in an article that comes after them."""
    value = "2023-10-07" if match["which"].startswith("o") else "2021-01-06"
    return dated(value) if at.anchor and at.anchor.isoformat() >= value else None


@rule(rf"(?:SHORTDAY,? )?MONTH DAY{_THE_YEAR}{_TAIL}")
def month_day(match: re.Match[str], at: Reading) -> Meaning | None:
    return _day_and_month(match, at)


@rule(rf"(?:SHORTDAY,? )?(?:the )?DAY(?: day)?(?: of)? MONTH{_THE_YEAR}{_TAIL}")
def day_month(match: re.Match[str], at: Reading) -> Meaning | None:
    return _day_and_month(match, at)


@rule(
    rf"(?:the )?DAY(?=(?:, [0-3]?\d\b){{0,4}},?{_TO}"
    r"(?:the )?DAY2(?: of)? MONTH(?:,? (?:of )?YEAR)?)"
)
def first_day_of_range(match: re.Match[str], at: Reading) -> Meaning | None:
    """The 16 of "16-19 August 2021"."""
    return _day_and_month(match, at)


@rule(r"the (?:DAY|ORDINAL)")
def lone_day(match: re.Match[str], at: Reading) -> Meaning | None:
    """The "the 19th" of a month named before, where the model too sees a date.

    In words ("from the tenth") only of a month that the text names, and at the end of a phrase.
    """
    month = at.thread.month or at.anchor
    if month is None or not (_is_lone_number if match["day"] else _is_lone_word)(match, at):
        return None
    day = _number(match["day"]) if match["day"] else ORDINALS[match["ordinal"]]
    return checked(f"{month.year:04d}-{month.month:02d}-{day:02d}", at)


def _is_lone_number(match: re.Match[str], at: Reading) -> bool:
    after = at.folded[match.end() : match.end() + 10]
    counts = re.match(r"[ -](?:century|anniv|day|year|month|week)", after)
    is_ordinal = not match["day"][-1].isdigit()
    return is_ordinal and at.label(*match.span("day")) == "DATE" and not counts


def _is_lone_word(match: re.Match[str], at: Reading) -> bool:
    before = at.folded[max(0, match.start() - 7) : match.start()]
    after = at.folded[match.end() : match.end() + 1]
    leads = re.search(r"\b(?:from|by|until|till|since) $", before)
    return bool(leads) and at.thread.month is not None and (not after or after in ".,;:)")


@rule(rf"MONTH(?:,? (?:of )?YEAR{_TAIL}| of (?P<that>that|the same) year)")
def month_year(match: re.Match[str], at: Reading) -> Meaning | None:
    year = _written_year(match, at)
    if not at.capital(match, "month") or year is None:
        return None
    return dated(f"{year:04d}-{month_number(match['month']):02d}")


@rule(rf"(?:(?P<shift>last|this past|past|next|this coming|this) )?MONTH{_TAIL}")
def month(match: re.Match[str], at: Reading) -> Meaning | None:
    if not at.capital(match, "month") or not _is_month(match, at):
        return None
    name, shift, tail = match["month"], match["shift"], match["year7"]
    if tail:
        return dated(f"{tail}-{month_number(name):02d}")
    now = at.now()
    if shift and now:
        number = month_number(name)
        step = {"last": -(number >= now.month), "past": -(number > now.month)}
        ahead = {"next": int(number <= now.month), "coming": int(number < now.month)}
        year = now.year + (step | ahead).get(shift.split()[-1], 0)
        return dated(f"{year:04d}-{number:02d}", now.isoformat())
    value = at.month_value(name, at.outlook(match))
    return dated(value, at.anchored(at.now()))


def _is_month(match: re.Match[str], at: Reading) -> bool:
    start, end = match.span("month")
    if at.is_in_name(start, end):
        return False
    if match["month"] not in _SURE_MONTHS or match["shift"]:
        return True
    before = at.folded[max(0, start - 12) : start]
    if re.search(r"\b(?:the|his|her|their|its|long) $", before):
        return False
    if re.match(r" (?:to|on|of|for|against) [^\d]", at.folded[end : end + 10]):
        return False
    return bool(BEFORE_A_DATE.search(before)) or at.label(start, end) in TIME_LABELS


AFTER_DAY = grammar(
    r" ?(?P<link>-|to|and|,|or|through|until|till) ?(?:the )?DAY(?:,? YEAR)?"
    r"(?!\w)(?![.,:]\d)(?!(?: of)? MONTH)"
)
AFTER_DECADE = re.compile(
    r"(?: and | or |-| to |, )(?:the )?(?:early |late |mid-)?(?P<short>'?[1-9]0s)(?!\w)"
)
AFTER_YEAR = re.compile(r"[-/](?P<short>\d\d)(?![\w-])(?![.,:]\d)")


def _day_and_month(match: re.Match[str], at: Reading) -> Meaning | None:
    if not at.capital(match, "month"):
        return None
    month_, day = month_number(match["month"]), _number(match["day"])
    year_ = _written_year(match, at)
    if year_ is not None:
        return checked(f"{year_:04d}-{month_:02d}-{day:02d}")
    if at.leans_back() and at.thread.year is not None:
        year_ = at.year_of_month(month_, "back")
        return checked(f"{year_:04d}-{month_:02d}-{day:02d}", at)
    if at.anchor is None:
        return dated(f"XXXX-{month_:02d}-{day:02d}")
    return _nearest(match, at, at.anchor, month_, day)


def _nearest(
    match: re.Match[str], at: Reading, anchor: date, month_: int, day: int
) -> Meaning | None:
    """The year whose day lies nearest to publication; tense and a weekday named weigh in."""
    weight = _FUTURE_WEIGHT[at.tense(*match.span())]
    named = match.groupdict().get("shortday")
    candidates = []
    for year_ in (anchor.year - 1, anchor.year, anchor.year + 1):
        meaning = checked(f"{year_:04d}-{month_:02d}-{day:02d}", at)
        if meaning and meaning.days:
            distance = (meaning.days[0] - anchor).days
            wrong = bool(named) and meaning.days[0].weekday() != weekday_number(named or "")
            cost = distance * weight if distance > 0 else -distance
            candidates.append((wrong, cost, meaning))
    return min(candidates, key=lambda c: c[:2])[2] if candidates else None


def _written_year(match: re.Match[str], at: Reading) -> int | None:
    groups = match.groupdict()
    for name in ("year", "year2", "year7"):
        if groups.get(name):
            return int(groups[name])
    return at.thread.year if groups.get("that") else None


def checked(value: str, at: Reading | None = None) -> Meaning | None:
    """The meaning of a value that is a day of the calendar."""
    meaning = dated(value, at.anchored(at.now()) if at else "")
    return meaning if meaning.days else None


def full_year(digits: str) -> int:
    """Two digits up to 39 are of this century."""
    number = int(digits)
    if len(digits) > 2:
        return number
    return number + (2000 if number < 40 else 1900)


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))


RULES = (
    september_11, attack_day, month_day, day_month, first_day_of_range, lone_day,
    month_year, month,
)  # fmt: skip
