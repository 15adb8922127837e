"""Rules for weekdays."""

from __future__ import annotations

import re
from datetime import date

from .calendar_days import Outlook, moved, weekday_near
from .grammar import NO_TIME, Meaning, on_day, rule, timed, weekday_number
from .reading import Reading

_SOON = 2


@rule(r"(?:black|bloody|super|cyber|fat) WEEKDAY")
def named_weekday(_match: re.Match[str], _at: Reading) -> Meaning | None:
    return NO_TIME


@rule(
    r"(?:(?P<shift>last|this past|next|this coming|this) )?"
    r"(?:WEEKDAY|(?P<short>mon|tues?|wed|thurs?|fri|sat|sun)\.)(?: PART| (?P<clock>noon|midnight))?"
)
def weekday(match: re.Match[str], at: Reading) -> Meaning | None:
    """On the publication day itself it is that day, never a week early."""
    group = "weekday" if match["weekday"] else "short"
    if not at.capital(match, group) or at.is_in_name(*match.span(group)):
        return None
    number = weekday_number(match[group])
    now = at.now()
    part = match["part"] or match["clock"]
    if now is None:
        return timed(Meaning("DATE", f"XXXX-WXX-{number + 1}"), part)
    shift = (match["shift"] or "").split(" ")[-1]
    outlook = _outlook(match, at, shift)
    day = weekday_near(now, number, outlook)
    if day == now and shift in ("next", "last"):
        day = moved(now, "week", 1 if shift == "next" else -1)
    if outlook == "back" and not shift:
        day = _since_published(at, number) or day
    meaning = on_day(day, anchor=now.isoformat())
    return meaning and timed(meaning, part)


def _since_published(at: Reading, number: int) -> date | None:
    """The weekday between publication and an update soon after, which may have named it."""
    anchor, updated = at.anchor, at.thread.updated
    if at.thread.is_narrative or anchor is None or updated is None:
        return None
    day = weekday_near(updated, number, "back")
    is_soon = (updated - anchor).days <= _SOON
    return day if is_soon and day and day > anchor else None


_SHIFTS: dict[str, Outlook] = {"next": "ahead", "coming": "ahead"}


def _outlook(match: re.Match[str], at: Reading, shift: str) -> Outlook:
    """This Monday is the last one where its clause tells of the past."""
    if shift == "this" and "past" not in match["shift"]:
        is_told = at.tense(*match.span()) == "past" and not at.is_heading
        return "back" if is_told else "ahead"
    return _SHIFTS.get(shift, "back") if shift else at.outlook(match)


RULES = (named_weekday, weekday)
