"""Rules for times of day, and for words such as now, recently and soon."""

from __future__ import annotations

import re
from dataclasses import replace

from .calendar_days import moved, narrowed, weekday_near
from .grammar import DAY_PARTS, NUMBER_WORDS, Meaning, dated, on_day, rule
from .reading import Reading

_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_OFFSETS = {
    "gmt": "Z", "utc": "Z", "z": "Z", "est": "-05", "edt": "-04", "cdt": "-05", "mst": "-07",
    "mdt": "-06", "pst": "-08", "pdt": "-07", "cet": "+01", "cest": "+02", "eet": "+02",
    "eest": "+03", "msk": "+03", "pkt": "+05", "jst": "+09", "kst": "+09", "hkt": "+08",
    "aest": "+10", "aedt": "+11",
}  # fmt: skip
"""Zones that one name means; IST, BST and CST are each used by several countries."""
_EASTERNMOST = 14
_DEEP_NIGHT = 5
_AT_AN_HOUR = re.compile(r"\b(?:at|by|until|till|from|since|before|after|around|about|was|is) $")
_CLOCK = r"(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?"


@rule(
    rf"{_CLOCK} ?(?:AMPM|o'clock)(?:,? ZONE)?"
    rf"|{_CLOCK.replace('<', '<z_')} ?(?:ZONE2|hrs|hours local)"
    r"|(?P<m_hour>[01]\d|2[0-3])(?P<m_minute>[0-5]\d) ?(?:ZONE3|hrs|hours (?:gmt|local)|local time)"
)
def clock_time(match: re.Match[str], at: Reading) -> Meaning | None:
    """8 PM, 5:34 a.m., 14:58 UTC, 0930 GMT."""
    groups = match.groupdict()
    prefix = "m_" if groups["m_hour"] else "" if groups["hour"] else "z_"
    hour = int(groups[prefix + "hour"])
    if groups["ampm"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if groups["ampm"].startswith("p") else 0)
    zone = groups["zone"] or groups["zone2"] or groups["zone3"] or ""
    minute = groups.get(prefix + "minute")
    time = f"T{hour:02d}" + (f":{minute}" if minute else "")
    group = next((name for name in ("zone", "zone2", "zone3") if groups[name]), "")
    if group and not (at.capital(match, group) or zone[-1] == "z"):
        return None
    return _on_some_day(time, at, match, hour, zone)


@rule(r"(?P<hour>1[0-2]|[1-9])(?:[:.](?P<minute>[0-5]\d))?(?: o'clock)? (?:in the|at) PART")
def clock_in_part(match: re.Match[str], at: Reading) -> Meaning | None:
    """7:30 in the morning; "at 2 in the morning", not "killed 2 in the morning"."""
    before = at.folded[max(0, match.start() - 8) : match.start()]
    if not match["minute"] and not _AT_AN_HOUR.search(before):
        return None
    hour = int(match["hour"]) % 12
    is_late = match["part"] in ("afternoon", "evening") or (
        match["part"] == "night" and hour > _DEEP_NIGHT
    )
    minute = f":{match['minute']}" if match["minute"] else ""
    return _on_some_day(f"T{hour + 12 * is_late:02d}{minute}", at)


@rule(
    rf"(?:(?P<word>{_HOURS}) o'clock"
    rf"|(?P<past>half past|(?:a )?quarter (?:past|to)) (?P<word2>{_HOURS}))(?: (?:in the|at) PART)?"
)
def worded_clock(match: re.Match[str], at: Reading) -> Meaning | None:
    """Six o'clock, half past six in the evening, a quarter to eight."""
    hour = NUMBER_WORDS[match["word"] or match["word2"]] % 12
    late = {"afternoon", "evening"} | ({"night"} if hour > _DEEP_NIGHT else set())
    minutes = 60 * (hour + 12 * (match["part"] in late))
    past = match["past"] or ""
    if not past:
        return _on_some_day(f"T{minutes // 60:02d}", at)
    minutes += 30 if "half" in past else -15 if past.endswith("to") else 15
    return _on_some_day(f"T{minutes // 60 % 24:02d}:{minutes % 60:02d}", at)


@rule(r"(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?")
def digital_time(match: re.Match[str], at: Reading) -> Meaning | None:
    """17:42; three parts after "in" are a runner's time."""
    before = at.folded[max(0, match.start() - 10) : match.start()]
    if match["second"] and re.search(r"\b(?:in|of|time) $", before):
        h, m, s = (int(match[name]) for name in ("hour", "minute", "second"))
        return Meaning("DURATION", f"PT{h}H{m}M{s}S")
    leads = re.search(r"\b(?:at|by|until|till|from|since|before|after|around|about) $", before)
    if len(match["hour"]) < 2 and not leads:
        return None
    hour = int(match["hour"])
    return _on_some_day(f"T{hour:02d}:{match['minute']}", at, match, hour)


@rule(r"noon|midnight|midday")
def noon(match: re.Match[str], at: Reading) -> Meaning | None:
    return _on_some_day({"noon": "T12:00", "midday": "TMI"}.get(match[0], "T24:00"), at)


@rule(r"dawn|daybreak|sunrise|sunset|dusk|nightfall")
def edge_of_day(match: re.Match[str], at: Reading) -> Meaning | None:
    before = at.folded[max(0, match.start() - 7) : match.start()]
    if not re.search(r"\b(?:at|by|before|after|until|since|till) $", before):
        return None
    part = {"dusk": "EV", "sunset": "EV", "nightfall": "NI"}.get(match[0], "MO")
    if at.tense(*match.span()) == "present" and not at.is_heading:
        return Meaning("TIME", f"XXXX-XX-XXT{part}")
    return _on_some_day(f"T{part}", at)


@rule(r"night|daytime|(?:the )?(?:morning|afternoon|evening|night)")
def some_night(match: re.Match[str], at: Reading) -> Meaning | None:
    """At night; "in the morning" of the day told of."""
    part = DAY_PARTS[match[0].split()[-1]]
    before = at.folded[max(0, match.start() - 9) : match.start()]
    if match[0].startswith("the "):
        leads = re.search(r"\b(?:in|during|by|until|till|overnight in) $", before)
        return _on_some_day(f"T{part}", at) if leads else None
    if re.search(r"\b(?:at|by) $", before) or match[0] == "daytime":
        return Meaning("TIME", f"XXXX-XX-XXT{part}")
    return None


def _on_some_day(
    time: str, at: Reading, match: re.Match[str] | None = None, hour: int = 0, zone: str = ""
) -> Meaning:
    """A time of the day told of: the publication day, or in a narrative the last day named.

    An hour of the past that on the publication day was still to come anywhere on earth is of the
    day before.
    """
    day = at.local_day or (at.thread.day if at.leans_back() else at.anchor)
    published = at.thread.hour
    if match and day and day == at.anchor and published is not None and not at.local_day:
        is_later = hour > published + _EASTERNMOST and at.tense(*match.span()) == "past"
        day = moved(day, "day", -1) if is_later else day
    meaning = dated(day.isoformat() if day else "XXXX-XX-XX", at.anchored(day))
    value = meaning.value + time + _OFFSETS.get(zone, "")
    return Meaning("TIME", value, meaning.days, meaning.anchor)


@rule(
    r"(?:right )?now|currently|presently|current|at present|nowadays|these days|to date"
    r"|the present|at the moment|the time being"
)
def present(_match: re.Match[str], _at: Reading) -> Meaning | None:
    return Meaning("DATE", "PRESENT_REF")


@rule(
    r"(?:(?:more|most|very|just|only) )?recently"
    r"|(?:the |more )?recent(?: (?:past|years|months|weeks|days|decades|times))?"
    r"|(?:in )?the past(?= ?[.,;:)]|$)|lately|at one point"
)
def past(_match: re.Match[str], _at: Reading) -> Meaning | None:
    return Meaning("DATE", "PAST_REF")


@rule(
    r"(?:very )?soon(?! (?:as|after))|the (?:near |foreseeable )?future|in future|some ?day"
    r"|(?:the )?coming (?:days|weeks|months|years|decades)"
)
def future(match: re.Match[str], at: Reading) -> Meaning | None:
    tokens = at.words(match.end() - 1, match.end())
    if match[0] == "soon" and tokens and tokens[0].head.tag_ == "VBD":
        return None
    return Meaning("DATE", "FUTURE_REF")


_SATURDAY = 5
_ON_WEEKEND = re.compile(r"\b(?:at|on|over|during|by|since|until|till|before|after|for) $")
_ITS_EVENT = re.compile(r" {1,3}(?:of|when|that|after|before|to)\b")
_LATE_IN = re.compile(r"\b(?:late|early|later|earlier) in $")
_OF_THE_DAY = re.compile(r"\b(?:for|on|in|ended|ending|end|finished|closed) $")


@rule(r"the day|the (?:year|month|week|weekend)")
def the_day(match: re.Match[str], at: Reading) -> Meaning | None:
    """The day of the report; the year, month or week only inside "the end of the year"."""
    unit = match[0].split()[-1]
    if unit != "day" and not at.depth:
        return None
    leads = at.folded[max(0, match.start() - 12) : match.start()]
    if _ITS_EVENT.match(at.folded, match.end()) and not _LATE_IN.search(leads):
        return None
    if unit == "day" and not at.depth and not _OF_THE_DAY.search(leads):
        return None
    base = at.then(unit) if at.leans_back() else at.anchor
    return on_day(base, unit, base.isoformat()) if base else None


@rule(r"the weekend")
def the_weekend(match: re.Match[str], at: Reading) -> Meaning | None:
    """At the weekend: the one under way or before; ahead by tense, or after "until"."""
    before = at.folded[max(0, match.start() - 12) : match.start()]
    now = at.now()
    if now is None or not _ON_WEEKEND.search(before):
        return None
    if now.weekday() >= _SATURDAY:
        return on_day(now, "weekend", now.isoformat())
    day = weekday_near(now, _SATURDAY, at.outlook(match))
    return on_day(day, "weekend", now.isoformat())


@rule(r"(?:(?:the|that|this) )?(?P<unit>year|month|week)(?:'s |-)(?P<edge>end|start|beginning)")
def months_end(match: re.Match[str], at: Reading) -> Meaning | None:
    base = at.then(match["unit"]) if at.leans_back() else at.anchor
    meaning = on_day(base, match["unit"], base.isoformat()) if base else None
    edge = "late" if match["edge"] == "end" else "early"
    days = meaning and meaning.days and narrowed(meaning.days, edge, at.now())
    return meaning and replace(meaning, days=days or None)


@rule(r"that time")
def that_time(match: re.Match[str], at: Reading) -> Meaning | None:
    """By that time: the day named last."""
    before = at.folded[max(0, match.start() - 8) : match.start()]
    day = at.thread.day
    if not day or not re.search(r"\b(?:by|at|until|since) $", before):
        return None
    return dated(day.isoformat(), day.isoformat())


RULES = (
    clock_time, clock_in_part, worded_clock, digital_time, noon, edge_of_day, some_night, the_day,
    the_weekend, months_end, that_time, present, past, future,
)  # fmt: skip
