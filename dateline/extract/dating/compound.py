"""Rules for dates that lean on another date in the same words: "a year ago Thursday"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from .calendar_days import moved, narrowed, weekday_near
from .dates import checked
from .durations import duration_value
from .grammar import (
    ORDINALS,
    Meaning,
    count_value,
    dated,
    month_number,
    on_day,
    opening,
    rule,
    timed,
    unit_name,
    weekday_number,
)
from .reading import Reading

_DAYS = frozenset({"day", "week", "fortnight", "month", "year", "decade", "century"})
_WHEN = "last|this|next|the previous|the following|the same"
_STEPS = {"last": -1, "previous": -1, "next": 1, "following": 1}


@rule(
    r"COUNT UNIT ago,? (?:on )?(?:WEEKDAY(?: PART)?|(?P<word>today|yesterday|tomorrow|tonight"
    r"|this PERIOD|this PART2))"
)
def ago_on(match: re.Match[str], at: Reading) -> Meaning | None:
    """A year ago Thursday, 20 years ago this week: the day or period so long before it."""
    now, unit = at.now(), unit_name(match["unit"])
    count = count_value(match["count"])
    if now is None or unit not in _DAYS or not count.isdigit():
        return None
    base: date | None = now
    if match["weekday"]:
        base = moved(now, "day", weekday_number(match["weekday"]) - now.weekday())
    elif match["word"] in ("yesterday", "tomorrow"):
        base = moved(now, "day", -1 if match["word"] == "yesterday" else 1)
    day = moved(base, unit, -int(count)) if base else None
    meaning = on_day(day, match["period"] or "day", now.isoformat())
    part = match["part"] or match["part2"] or ("night" if match["word"] == "tonight" else "")
    return meaning and timed(meaning, part)


@rule(r"COUNT UNIT (?P<link>from|on) (?:WEEKDAY|(?P<word>today|tomorrow))|(?P<day>WEEKDAY2) week")
def from_day(match: re.Match[str], at: Reading) -> Meaning | None:
    """A week from Monday, Monday week; "for two weeks from Monday" is a length and a day."""
    now = at.now()
    before = at.folded[max(0, match.start() - 10) : match.start()]
    if now is None or re.search(r"\b(?:for|over|of|in|within) $", before):
        return None
    count, unit = (
        (count_value(match["count"]), unit_name(match["unit"])) if match["count"] else ("1", "week")
    )
    if unit not in _DAYS or not count.isdigit() or (match["link"] == "on" and unit != "week"):
        return None
    name = match["weekday"] or match["weekday2"]
    step = 1 if match["word"] == "tomorrow" else 0
    base = weekday_near(now, weekday_number(name), "ahead") if name else moved(now, "day", step)
    return on_day(base and moved(base, unit, int(count)), anchor=now.isoformat())


@opening(r"(?:ABOUT )?COUNT UNIT(?= (?:after|before|following)(?: the)? (?=\w))")
def beside_date(match: re.Match[str], at: Reading) -> Meaning | None:
    """Two days after Aug. 15: a length of time, with the day at which it arrives."""
    link = re.match(
        r" {1,3}(after|before|following)(?: {1,3}the)? {1,3}",
        at.folded[match.end() : match.end() + 24],
    )
    count, unit = count_value(match["count"]), unit_name(match["unit"])
    if link is None or unit not in _DAYS or not count.isdigit():
        return None
    inner = at.inner(match.end() + link.end())
    if (
        inner is None
        or inner[1].kind != "DATE"
        or not re.fullmatch(r"\d{4}-\d\d-\d\d", inner[1].value)
    ):
        return None
    base = date.fromisoformat(inner[1].value)
    day = moved(base, unit, int(count) * (-1 if link[1] == "before" else 1))
    days = (day, day) if day else None
    return Meaning("DURATION", duration_value(count, unit), days, base.isoformat()).until(
        match.end()
    )


@rule(
    rf"WEEKDAY,?(?: of)? (?P<when>{_WHEN}) week(?!'s)|the WEEKDAY2 (?P<far>before last|after next)"
)
def weekday_of_week(match: re.Match[str], at: Reading) -> Meaning | None:
    """Monday of last week, the Monday before last."""
    now = at.now()
    if now is None:
        return None
    if match["far"]:
        near = weekday_near(
            now, weekday_number(match["weekday2"]), "back" if "last" in match["far"] else "ahead"
        )
        return on_day(
            near and moved(near, "week", -1 if "last" in match["far"] else 1),
            anchor=now.isoformat(),
        )
    word = match["when"].split()[-1]
    base = at.then("week") if match["when"].startswith("the ") else now
    week = base and moved(base, "week", _STEPS.get(word, 0))
    day = week and moved(week, "day", weekday_number(match["weekday"]) - week.weekday())
    return on_day(day or None, anchor=now.isoformat())


@rule(r"the PERIOD (?P<far>before last|after next)")
def period_before_last(match: re.Match[str], at: Reading) -> Meaning | None:
    value = at.shifted(match["period"], -2 if match["far"] == "before last" else 2)
    return dated(value, at.anchored(at.now())) if value else None


@rule(
    rf"MONTH(?: DAY)?,?(?: of)? (?P<when>{_WHEN}) year(?!'s)"
    r"|(?:at )?this time (?P<way>last|next) year"
)
def month_of_year(match: re.Match[str], at: Reading) -> Meaning | None:
    """August 15 last year, May of this year; this time last year is its month."""
    now = at.now()
    if match["way"]:
        day = moved(now, "year", _STEPS[match["way"]]) if now else None
        return on_day(day, "month", at.anchored(now))
    base = at.then("year") if match["when"].startswith("the ") else now
    if base is None or not at.capital(match, "month"):
        return None
    year = base.year + _STEPS.get(match["when"].split()[-1], 0)
    value = f"{year:04d}-{month_number(match['month']):02d}"
    if not match["day"]:
        return dated(value, base.isoformat())
    return checked(f"{value}-{int(re.sub(r'[^0-9]', '', match['day'])):02d}", at)


@opening(
    r"(?:the )?(?P<what>week|weekend) (?P<link>of|ending|ended|to|starting|beginning)"
    r" (?:on )?(?=\w)"
)
def week_of(match: re.Match[str], at: Reading) -> Meaning | None:
    """The week of Aug. 9, the weekend of Aug. 14-15, the week ending Aug. 15."""
    if match["link"] == "to" and match["what"] == "weekend":
        return None
    inner = at.inner(match.end())
    if inner is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", inner[1].value):
        return None
    day = date.fromisoformat(inner[1].value)
    meaning = on_day(day, match["what"], inner[1].anchor)
    if meaning and match["what"] == "week" and match["link"] != "of":
        step = timedelta(days=6)
        is_end = match["link"] in ("to", "ending", "ended")
        days = (day - step, day) if is_end else (day, day + step)
        meaning = Meaning("DATE", meaning.value, days, meaning.anchor)
    return meaning and meaning.until(inner[0])


@opening(
    r"(?:the )?(?P<ordinal>ORDINAL9|\d{1,3}(?:st|nd|rd|th)) anniversary(?= of (?:the )?(?=\w))"
)
def anniversary(match: re.Match[str], at: Reading) -> Meaning | None:
    """The 20th anniversary of a day that is said."""
    link = re.match(
        r" {1,3}of {1,3}(?:the {1,3}(?!sept))?", at.folded[match.end() : match.end() + 12]
    )
    inner = at.inner(match.end() + link.end()) if link else None
    if inner is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", inner[1].value):
        return None
    word = match["ordinal"]
    years = int(re.sub(r"\D", "", word)) if word[0].isdigit() else ORDINALS[word]
    day = moved(date.fromisoformat(inner[1].value), "year", years)
    meaning = on_day(day, anchor=inner[1].value)
    return meaning and meaning.until(match.end())


@opening(
    r"(?:the )?(?P<end>first|opening|early|last|final|closing) (?:COUNT )?"
    r"(?P<units>days|weeks|months|years)(?= of (?=\w))"
)
def edge_days(match: re.Match[str], at: Reading) -> Meaning | None:
    """The last 10 days of August, the first months of 2020; of the war: a length alone."""
    link = re.match(r" {1,3}of {1,3}", at.folded[match.end() : match.end() + 8])
    inner = at.inner(match.end() + link.end()) if link else None
    count, unit = count_value(match["count"] or "some"), unit_name(match["units"])
    length = Meaning("DURATION", duration_value(count, unit)).until(match.end())
    if inner is None or inner[1].days is None or inner[1].kind != "DATE":
        return length
    is_early = match["end"] in ("first", "opening", "early")
    first, last = narrowed(inner[1].days, "early" if is_early else "late", None)
    if count.isdigit():
        base = inner[1].days[0] if is_early else inner[1].days[1]
        far = moved(base, unit, int(count) if is_early else -int(count))
        if far is None:
            return length
        day = timedelta(days=1)
        first, last = (base, far - day) if is_early else (far + day, base)
    return replace(length, days=(first, last), anchor=inner[1].anchor)


@rule(r"COUNT (?:WEEKDAY)s ago")
def weekdays_ago(match: re.Match[str], at: Reading) -> Meaning | None:
    """Two Fridays ago."""
    now, count = at.now(), count_value(match["count"])
    if now is None or not count.isdigit():
        return Meaning("DATE", f"XXXX-WXX-{weekday_number(match['weekday']) + 1}")
    yesterday = moved(now, "day", -1) or now
    last = weekday_near(yesterday, weekday_number(match["weekday"]), "back")
    return on_day(last and moved(last, "week", 1 - int(count)), anchor=now.isoformat())


@rule(r"this day(?: in)? (?:YEAR|COUNT years ago|(?P<last>last year))")
def this_day_in(match: re.Match[str], at: Reading) -> Meaning | None:
    """On this day in 1919."""
    now, count = at.anchor, "1" if match["last"] else count_value(match["count"] or "")
    if now is None or not (match["year"] or count.isdigit()):
        return None
    back = now.year - int(match["year"]) if match["year"] else int(count)
    return on_day(moved(now, "year", -back), anchor=now.isoformat())


@opening(
    r"(?:(?:the )?COUNT (?P<units>days|weeks|months|years) (?:to|ended|ending|through)"
    r"|the (?P<units2>year|quarter|month) (?:to|ended|ending)) (?=\w)"
)
def lengths_to(match: re.Match[str], at: Reading) -> Meaning | None:
    """The three months to June: a length, with its days."""
    inner = at.inner(match.end())
    count = count_value(match["count"] or "one")
    if inner is None or inner[1].days is None or inner[1].kind != "DATE" or not count.isdigit():
        return None
    group = "units" if match["units"] else "units2"
    unit = unit_name(match[group])
    last = inner[1].days[1]
    after = moved(last + timedelta(days=1), unit, -int(count)) if last < date.max else None
    days = (after, last) if after else None
    length = Meaning("DURATION", duration_value(count, unit), days, inner[1].anchor)
    return length.until(match.end(group))


RULES = (
    ago_on, from_day, beside_date, weekday_of_week, period_before_last, month_of_year, week_of,
    anniversary, edge_days, weekdays_ago, this_day_in, lengths_to,
)  # fmt: skip
