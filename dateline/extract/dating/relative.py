"""Rules for dates that count from now or then, and for seasons, quarters and holidays."""

from __future__ import annotations

import re
from datetime import date

from .calendar_days import moved
from .durations import duration_value
from .grammar import (
    DAY_PARTS,
    NO_TIME,
    Meaning,
    count_value,
    dated,
    on_day,
    rule,
    timed,
    unit_name,
)
from .reading import Reading

_WAY = "last|past|previous|next|coming|following"
_COARSE = {"fortnight": "week", "decade": "year", "century": "year", "weekend": "week"}
_RANKED = re.compile(r"\bmost (?:read|viewed|popular|shared|watched|commented) $")
_VAGUE = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX"}


@rule(
    r"(?:last|this|yesterday|tomorrow) (?:morning|afternoon|evening|night)"
    r"|today|yesterday|tomorrow|the day (?:before yesterday|after tomorrow)|tonight|overnight"
)
def day_word(match: re.Match[str], at: Reading) -> Meaning | None:
    words = match[0]
    back = -1 if words.startswith(("yesterday", "last")) else 0
    step = {"tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
    count = step.get(words, step.get(words.split()[0], back))
    part = "night" if words in ("tonight", "overnight") else words.split()[-1]
    value = "XXXX-XX-XX"
    if words == "today" and _RANKED.search(at.folded[max(0, match.start() - 16) : match.start()]):
        return NO_TIME
    if at.is_of_today() and at.anchor and (day := moved(at.anchor, "day", count)):
        value = day.isoformat()
    return timed(dated(value, at.anchored(at.anchor)), part if part in DAY_PARTS else "")


@rule(
    r"(?P<shift>this past|this coming|this|last|past|next|coming|(?:the )?(?:current|coming)"
    r"|the (?:last|past|next)) PERIOD"
)
def this_period(match: re.Match[str], at: Reading) -> Meaning | None:
    """This, last and next week, month, year ...; "the past decade" is its length as well."""
    shift = match["shift"].removeprefix("the ").split(" ")[-1]
    step = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(shift, 0)
    unit = match["period"]
    now = at.now()
    if match[0] == "this day" and at.folded[max(0, match.start() - 3) : match.start()] == "to ":
        return Meaning("DATE", "PRESENT_REF")
    if match["shift"] in ("past", "the past", "the last") and unit != "weekend":
        return _stretch(now, "1", unit, -1)
    if match["shift"] == "the next":
        return _from_then(at, unit, 1) if now else None
    if now is None:
        return Meaning("DATE", _VAGUE.get(unit, "XXXX"))
    return dated(at.shifted(unit, step), now.isoformat())


@rule(r"(?:the (?P<shift>following|previous|preceding|same|next|prior)|that) PERIOD"
      r"|the PERIOD2 (?P<side>before|after|earlier|later|following)")  # fmt: skip
def that_period(match: re.Match[str], at: Reading) -> Meaning | None:
    """The day, week ... before or after the date named last."""
    words = match["shift"] or match["side"] or ""
    if match["side"] in ("before", "after") and not _ends_clause(match, at):
        return _beside_event(match, at)
    step = {"following": 1, "next": 1, "after": 1, "later": 1, "same": 0, "": 0}.get(words, -1)
    return _from_then(at, match["period"] or match["period2"], step)


@rule(
    r"(?:ABOUT )?COUNT UNIT"
    r" (?P<side>ago|earlier|previously|before|later|afterwards?|after|from now)"
)
def ago(match: re.Match[str], at: Reading) -> Meaning | None:
    """So many units ago (from now), or earlier and later (from the date named last)."""
    side, count = match["side"], count_value(match["count"])
    if side in ("before", "after") and not _ends_clause(match, at):
        return None
    unit = unit_name(match["unit"])
    is_back = side in ("ago", "earlier", "previously", "before")
    base = at.now() if side in ("ago", "from now") else at.then(unit)
    if unit in ("second", "minute", "hour"):
        day = at.then("day") if side not in ("ago", "from now") else base
        days = (day, day) if day else None
        return Meaning("TIME", f"{day or 'XXXX-XX-XX'}TXX", days, at.anchored(day))
    number = float(count) if count != "X" else None
    if number is None or base is None:
        vague = _VAGUE.get(unit, "XXXX")
        return Meaning("DATE", "PAST_REF" if is_back and number is None else vague)
    if number != int(number):
        unit, number = "month", number * {"year": 12, "month": 1}.get(unit, 0)
    grain = _COARSE.get(unit, unit)
    factor = {"decade": 10, "century": 100, "fortnight": 2}.get(unit, 1)
    day = moved(base, grain, int(number) * factor * (-1 if is_back else 1))
    return on_day(day, grain, base.isoformat())


def _ends_clause(match: re.Match[str], at: Reading) -> bool:
    after = at.folded[match.end() : match.end() + 2].strip()
    return not after or after[0] in ".,;)"


def _beside_event(match: re.Match[str], at: Reading) -> Meaning | None:
    """The day before an event: the date just before the words, if they explain one; else open."""
    if at.depth:
        return None
    if at.thread.day and at.explains(match.start()):
        return on_day(at.thread.day, "day")
    return Meaning("DATE", _VAGUE.get(match["period2"], "XXXX"))


@rule(
    r"(?:years|months|weeks|days|decades|centuries) (?:ago|earlier|before(?= ?[.,;)]|$))"
    r"|long ago|(?:a|some) (?:short )?(?:time|while) ago"
)
def long_ago(_match: re.Match[str], _at: Reading) -> Meaning | None:
    return Meaning("DATE", "PAST_REF")


@rule(
    rf"(?:the )?(?P<way>{_WAY}|first|final) (?:ABOUT )?COUNT UNIT"
    rf"|(?:the )?COUNT2 (?P<way2>{_WAY}) UNIT2"
    rf"|the (?P<way3>{_WAY}) (?P<units>days|weeks|months|years|decades)"
)
def stretch(match: re.Match[str], at: Reading) -> Meaning | None:
    """The past nine days: a length, with its days where it counts from now."""
    way = match["way"] or match["way2"] or match["way3"]
    step = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(way, 0)
    if match["unit2"] and not match["unit2"].endswith("s"):
        return None
    count = count_value(match["count"] or match["count2"] or "some")
    unit = unit_name(match["unit"] or match["unit2"] or match["units"])
    return _stretch(at.now() if step else None, count, unit, step)


@rule(
    r"(?:the (?P<shift>next|following|same|previous) |that )PART"
    r"|the PART2 (?P<side>before|after)(?! the\b)"
)
def next_morning(match: re.Match[str], at: Reading) -> Meaning | None:
    words = match["shift"] or match["side"] or ""
    step = {"next": 1, "following": 1, "after": 1, "previous": -1, "before": -1}.get(words, 0)
    day = _from_then(at, "day", step)
    return timed(day, match["part"] or match["part2"]) if day else None


def _from_then(at: Reading, unit: str, step: int) -> Meaning | None:
    base = at.then(unit) or (at.thread.last_day if unit == "day" and step == 0 else None)
    if base is None:
        return Meaning("DATE", _VAGUE.get(unit, "XXXX"))
    return on_day(moved(base, unit, step), unit, base.isoformat())


def _stretch(now: date | None, count: str, unit: str, step: int) -> Meaning:
    days = None
    if now and step and count.isdigit() and unit not in ("second", "minute", "hour"):
        other = moved(now, unit, step * int(count))
        days = (min(now, other), max(now, other)) if other else None
    anchor = now.isoformat() if days and now else ""
    return Meaning("DURATION", duration_value(count, unit), days, anchor)


RULES = (day_word, this_period, that_period, ago, long_ago, stretch, next_morning)
