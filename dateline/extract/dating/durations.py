"""Rules for lengths of time, repeated times, times of day and vague times."""

from __future__ import annotations

import re

from .calendar_days import Days, moved
from .grammar import (
    DAY_PARTS,
    NO_TIME,
    SEASONS,
    Meaning,
    count_value,
    month_number,
    on_day,
    rule,
    unit_name,
    weekday_number,
)
from .reading import Reading

_CODES = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip


_REACH = 60
_COMPOUND = r"[\w.]+(?:-[\w.]+)?-(?:day|week|month|year|hour|minute|decade|century)s?\b"
_NTH_TIME = re.compile(r"\b(?:first|second|third|only|last|biggest|worst|best)\b[^.;]*\bin (?:$|.)")
_SURELY_AHEAD = re.compile(r"\b(?:will|shall|(?:due|set|expected|scheduled|plans?) to)\b|'ll\b")


def duration_value(count: str, unit: str) -> str:
    """A length as TIMEX3 writes it: P5Y, PT30M, PXD where the count is open."""
    if unit == "fortnight":
        return f"P{2 * int(count)}W" if count.isdigit() else "PXW"
    code = _CODES[unit]
    return f"PT{count}{code[1]}" if code.startswith("T") else f"P{count}{code}"


@rule(r"(?:aged|age) \d{1,3}(?: (?:and|to) \d{1,3})?|COUNT[ -]?(?:year|month|week|day)s?[ -]olds?"
      r"|COUNT2 years? of age")  # fmt: skip
def age(_match: re.Match[str], _at: Reading) -> Meaning | None:
    """Ages tell of a person, not of the calendar."""
    return NO_TIME


@rule(
    rf"(?:ABOUT )?(?:the (?!{_COMPOUND}))?COUNT(?: -?|-)"
    r"(?:single |more |full |straight |consecutive |whole |long |further )?UNIT"
    r"(?:'|[ -]long\b|(?P<half> and a half)|)"
)
def duration(match: re.Match[str], at: Reading) -> Meaning | None:
    unit, count = unit_name(match["unit"]), count_value(match["count"])
    if match["count"] in ("a", "an") and match["unit"].endswith("s"):
        return None
    if match["count"] == "some" and not match["unit"].endswith("s"):
        return None
    if match["half"]:
        count += ".5"
    if unit == "quarter" and count == "1":
        return None
    if unit == "second" and (count == "1" or not match["unit"].endswith("s")):
        return None
    after = at.folded[match.end() : match.end() + 4]
    if unit == "quarter" and after.startswith(" of"):
        return None
    return Meaning("DURATION", duration_value(count, unit), *_ahead(match, at, count, unit))


def _ahead(
    match: re.Match[str], at: Reading, count: str, unit: str
) -> tuple[Days, str] | tuple[()]:
    """The days at which "in two weeks" arrives, where its clause looks ahead."""
    before = at.folded[max(0, match.start() - 4) : match.start()]
    now = at.anchor
    if now is None or not count.isdigit() or unit not in ("day", "week", "month", "year"):
        return ()
    if not before.endswith("in "):
        return ()
    clause = at.folded[at.sentence(match.start()) : match.start()]
    clause += re.split("[.;:!?]", at.folded[match.end() : match.end() + _REACH])[0]
    if match["about"] or _NTH_TIME.search(clause):
        return ()
    if at.tense(*match.span()) not in ("future", "present"):
        return ()
    if not _SURELY_AHEAD.search(clause):
        return ()
    meaning = on_day(moved(now, unit, int(count)), unit, now.isoformat())
    return (meaning.days, meaning.anchor) if meaning and meaning.days else ()


@rule(
    r"(?P<unit>day|week|month|year|decade|century|hour|minute)s?-long"
    r"|(?P<unit2>years|months|weeks|days|hours|decades|centuries|minutes)"
)
def bare_units(match: re.Match[str], at: Reading) -> Meaning | None:
    """Months-long; "for years", "days before" by the word that leads or follows."""
    if match["unit"]:
        count = "X" if match[0].split("-")[0].endswith("s") else "1"
        return Meaning("DURATION", duration_value(count, match["unit"]))
    before = at.folded[max(0, match.start() - 10) : match.start()]
    after = at.folded[match.end() : match.end() + 8]
    leads = re.search(r"\b(?:for|after|within|over|in|took|takes|take) $", before)
    if not leads and not re.match(r" (?:after|before|later|earlier|into)\b", after):
        return None
    unit = unit_name(match["unit2"])
    return Meaning("DURATION", duration_value("X", unit))


@rule(
    r"(?:once|twice|COUNT times) (?:a|an|per|every|each) PERIOD"
    r"|(?:every|each)(?: (?:single|(?P<other>other|second)|COUNT2))? UNIT"
    r"|(?:every|each)(?: (?:single|other))? (?:WEEKDAY5(?: PART5)?|SEASON)"
    r"|(?:every|each) (?:ORDINAL|last) (?P<monthly>WEEKDAY6)"
    r"(?: (?:of|in) (?:the|each|every) month)?"
    r"|(?P<kind>weekdays|weekends)"
    r"|(?:per|a) (?P<per>day|week|month|year|hour|minute)"
    r"|every (?:WEEKDAY|MONTH|PART)|(?:WEEKDAY3)s"
)
def repeated(match: re.Match[str], at: Reading) -> Meaning | None:
    """Every week, twice a year, 960 a week, on Fridays."""
    groups = match.groupdict()
    if groups["weekday"] or groups["weekday3"]:
        number = weekday_number(groups["weekday"] or groups["weekday3"])
        return Meaning("SET", f"XXXX-WXX-{number + 1}")
    if groups["weekday5"]:
        value = f"XXXX-WXX-{weekday_number(groups['weekday5']) + 1}"
        return Meaning("SET", value + (f"T{DAY_PARTS[groups['part5']]}" if groups["part5"] else ""))
    if groups["monthly"]:
        return Meaning("SET", "P1M")
    if groups["season"]:
        return Meaning("SET", f"XXXX-{SEASONS[groups['season']]}")
    if groups["kind"]:
        return Meaning("SET", "XXXX-WXX-WE" if groups["kind"] == "weekends" else "P1D")
    if groups["month"]:
        return Meaning("SET", f"XXXX-{month_number(groups['month']):02d}")
    if groups["part"]:
        return Meaning("SET", f"XXXX-XX-XXT{DAY_PARTS[groups['part']]}")
    before = at.folded[max(0, match.start() - 20) : match.start()]
    if match[0].startswith("a ") and not re.search(r"[\d%] ?(?:\w+ )?$", before):
        return None
    unit = unit_name(groups["period"] or groups["unit"] or groups["per"])
    if unit == "second" and not groups["count2"]:
        return None
    count = "2" if groups["other"] else count_value(groups["count2"] or "1")
    return Meaning("SET", duration_value(count, unit))


_ADVERBS = {
    "daily": "P1D", "everyday": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q",
    "yearly": "P1Y", "annual": "P1Y", "annually": "P1Y", "hourly": "PT1H", "biweekly": "P2W",
    "nightly": "XXXX-XX-XXTNI",
    "fortnightly": "P2W",
    "bimonthly": "P2M",
    "biannual": "P6M",
    "biennial": "P2Y",
}  # fmt: skip


@rule("|".join(_ADVERBS))
def adverb(match: re.Match[str], at: Reading) -> Meaning | None:
    if at.text[match.start()].isupper() and match.start() and at.is_in_name(*match.span()):
        return None
    return Meaning("SET", _ADVERBS[match[0]])


RULES = (age, duration, bare_units, repeated, adverb)
