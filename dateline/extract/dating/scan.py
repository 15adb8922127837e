"""One pass over a stretch of text: at each word that may open a date, the longest reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from . import (
    clock,
    compound,
    dates,
    durations,
    holidays,
    numeric,
    quarters,
    relative,
    seasons,
    weekdays,
    years,
)
from .calendar_days import weekday_near
from .dates import AFTER_DAY, AFTER_DECADE, AFTER_YEAR
from .grammar import FRAGMENTS, Meaning, dated, weekday_number
from .reading import Reading

Found = tuple[int, int, Meaning]

_RULES = (
    *numeric.RULES,
    *years.RULES,
    *dates.RULES,
    *compound.RULES,
    *weekdays.RULES,
    *relative.RULES,
    *seasons.RULES,
    *quarters.RULES,
    *holidays.RULES,
    *durations.RULES,
    *clock.RULES,
)
_ALWAYS_TRIED = tuple(rule for rule in _RULES if "(?P=" in rule.pattern.pattern)
_PROBED = tuple(rule for rule in _RULES if rule not in _ALWAYS_TRIED)
_ANY_RULE = re.compile(
    "".join(
        f"(?:(?={re.sub(r'[(][?]P<[a-z_0-9]+>', '(?:', rule.pattern.pattern)})()|)"
        for rule in _PROBED
    )
)
"""One pattern whose groups tell which rules match at a place: one call in place of seventy."""
_OTHER_FIRST_WORDS = r"""
    the this that last past next coming current previous following first final latter today
    yesterday tomorrow tonight overnight now right currently presently at nowadays these to
    recent recently more most very just lately once twice soon as in future some every each per
    daily everyday weekly monthly quarterly yearly annual annually hourly biweekly nightly
    fortnightly bimonthly biannual biennial opening closing noon
    midnight daytime age aged long beginning start end middle close turn eve early half
    black bloody super cyber fat mon tues? wed thurs? fri sat sun thu [qh][1-4] quarter fiscal
    financial daybreak sunrise sunset dusk nightfall
    fy\d* weekdays weekends mid(?:week|month|year|decade|century)
"""
_FIRST_WORDS = "|".join(
    [f"(?:{FRAGMENTS['WEEKDAY']})s?", *_OTHER_FIRST_WORDS.split()]
    + holidays.FIRST_WORDS.split()
    + years.FIRST_WORDS
    + [FRAGMENTS[name] for name in ("MONTH", "COUNT", "ABOUT", "SEASON", "EDGE", "ORDINAL")]
    + [FRAGMENTS[name] for name in ("UNIT", "PART")]
)
_OPENING = re.compile(rf"(?<![\w.,:/$€£#@])(?=\d|'\d|(?:{_FIRST_WORDS})(?!\w))")
_WORD = re.compile(r"[\w']+")
_BACKGROUND = re.compile(r"(?:\b(?:since|as in|than|as of|its|the)|\([^()]{0,40}) ?$")
_RANGE_LINK = re.compile(r" ?(?:-|to|until|till|through) ?(?:the )?")
_FURTHEST = 30
_BETWEEN = re.compile(r"\bbetween $")
_WEEKDAY = re.compile(rf"(?:{FRAGMENTS['WEEKDAY']})\b(?! ?,? ?(?:\d|{FRAGMENTS['MONTH']}))")
_EARLIEST, _LATEST = 1000, 2999
_CLOCK_THEN_DAY = re.compile(r"[ ,(]{0,3}(?:[a-z]+ time)?,? ?(?:on )?(?:the )?")
_DAY_THEN_CLOCK = re.compile(r",? ?(?:at|around|about|by|before|after|from|until)? ?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def times_in(at: Reading) -> list[Found]:
    """Start, end and meaning of the times of a stretch, in order, without overlap."""
    found = list(_scan(at))
    for i in range(len(found) - 1):
        second = found[i + 1] = _after_first(at, found[i], found[i + 1])
        first, found[i + 1] = found[i], _with_day_before(at, found[i], second)
        found[i] = _with_clock_or_range(at, first, second)
    return found


def read_at(at: Reading, start: int) -> tuple[int, Meaning] | None:
    """End and meaning of the longest time that begins at a place and can be read."""
    probe = _ANY_RULE.match(at.folded, start)
    hits = probe.groups() if probe else ()
    likely = [rule for rule, hit in zip(_PROBED, hits, strict=True) if hit is not None]
    matches = [
        (match, rule)
        for rule in (*_ALWAYS_TRIED, *likely)
        if (match := rule.pattern.match(at.folded, start))
    ]
    for match, rule in sorted(matches, key=lambda pair: -pair[0].end()):
        meaning = rule.read(match, at)
        if meaning is not None:
            return max(meaning.end, match.end()) if meaning.end < 0 else meaning.end, meaning
    return None


def _scan(at: Reading) -> Iterator[Found]:
    position = 0
    while opening := _OPENING.search(at.folded, position):
        start = opening.start()
        read = read_at(at, start)
        if read is None:
            word = _WORD.match(at.folded, start)
            position = word.end() if word else start + 1
            continue
        position, meaning = read
        if meaning.skip:
            continue
        yield from (found := [(start, position, meaning), *_continued(at, position, meaning)])
        position = found[-1][1]
        for item in found:
            _follow(at, *item)


def _continued(at: Reading, end: int, meaning: Meaning) -> Iterator[Found]:
    """What goes on from a date without its own month or century: the 19 of "Aug 16-19"."""
    if re.fullmatch(r"\d{4}", meaning.value) and (year := AFTER_YEAR.match(at.folded, end)):
        yield year.start("short"), year.end(), dated(meaning.value[:2] + year["short"])
    if re.fullmatch(r"\d{3}", meaning.value) and (tens := AFTER_DECADE.match(at.folded, end)):
        yield tens.start("short"), tens.end(), dated(meaning.value[:2] + tens["short"][-3])
    while meaning.kind == "DATE" and _DAY.fullmatch(meaning.value):
        match = AFTER_DAY.match(at.folded, end)
        if match is None or not _is_day(at, match):
            return
        day = int(re.sub(r"\D", "", match["day"]))
        year_ = match["year"] or meaning.value[:4]
        meaning = dated(f"{year_}{meaning.value[4:8]}{day:02d}", meaning.anchor)
        if meaning.days is None:
            return
        end = match.end()
        yield match.start("day"), end, meaning


def _is_day(at: Reading, match: re.Match[str]) -> bool:
    after = at.words(match.end(), min(match.end() + 2, len(at.text)))
    counts_things = after is not None and after[-1].pos_ in ("NOUN", "ADJ", "NUM")
    return match["link"] == "-" or (match["link"] != "," and not counts_things)


def _follow(at: Reading, start: int, end: int, meaning: Meaning) -> None:
    at.last_end = end
    sentence = at.sentence(start)
    if at.thread.is_narrative and _is_background(at, start, end, meaning, sentence):
        return
    if meaning.days:
        at.sentence_day = (sentence, meaning.days[0])
    at.thread.follow(meaning)
    if _DAY.match(meaning.value) and meaning.days:
        at.local_day = meaning.days[0]
    year = re.search(r"(?<!\d)(?:1\d|20)\d\d(?!\d)", at.text[start:end])
    if year and meaning.kind == "DATE" and (end - start > 4 or start - sentence < 4):
        at.local_year = int(year[0])


def _is_background(at: Reading, start: int, end: int, meaning: Meaning, sentence: int) -> bool:
    """Whether a narrative only glances at a date: since then, in brackets, back, or ahead."""
    if start > sentence + 4 and _BACKGROUND.search(at.folded[max(0, start - 45) : start]):
        return True
    if meaning.days is None:
        return False
    seen = at.sentence_day
    if seen and seen[0] == sentence and meaning.days[0] < seen[1]:
        return True
    return at.tense(start, end) == "future"


def _with_clock_or_range(at: Reading, first: Found, second: Found) -> Found:
    """A clock time takes the day named next; the first date of a range covers the range."""
    start, end, meaning = first
    between = at.folded[end : second[0]]
    if len(between) > _FURTHEST:
        return first
    if _CLOCK_THEN_DAY.fullmatch(between) and (clock := _clock_on(meaning, second[2])):
        return start, end, clock
    if meaning.kind != "DATE" or not (second[2].kind == "DATE" or _weekday(at, second)):
        return first
    if (
        _is_range(at, first, second)
        and meaning.days
        and second[2].days
        and meaning.days[0] <= second[2].days[1]
    ):
        return start, end, replace(meaning, days=(meaning.days[0], second[2].days[1]))
    return first


def _is_range(at: Reading, first: Found, second: Found) -> bool:
    if second[0] - first[1] > _FURTHEST:
        return False
    between = at.folded[first[1] : second[0]]
    led = at.folded[max(0, first[0] - 9) : first[0]]
    return bool(_RANGE_LINK.fullmatch(between)) or (
        between.strip() == "and" and bool(_BETWEEN.search(led))
    )


def _weekday(at: Reading, found: Found) -> re.Match[str] | None:
    return _WEEKDAY.match(at.folded, found[0]) if found[2].days else None


def _after_first(at: Reading, first: Found, second: Found) -> Found:
    """A weekday that ends a range is the next one after its first day: "Monday to Friday"."""
    weekday, days = _weekday(at, second), first[2].days
    if weekday is None or days is None or not _is_range(at, first, second):
        return second
    day = weekday_near(days[0], weekday_number(weekday[0]), "ahead")
    if days[0] != days[1] or day is None:
        return second
    start, end, meaning = second
    value = f"{day.isoformat()}{meaning.value[10:]}"
    return start, end, replace(meaning, value=value, days=(day, day))


def _with_day_before(at: Reading, first: Found, second: Found) -> Found:
    between = at.folded[first[1] : second[0]]
    if _weekday(at, second):
        return second
    if len(between) <= 10 and _DAY_THEN_CLOCK.fullmatch(between):
        clock = _clock_on(second[2], first[2])
        return (second[0], second[1], clock) if clock else second
    return second


def _clock_on(clock: Meaning, day: Meaning) -> Meaning | None:
    if clock.kind != "TIME" or day.kind != "DATE" or not _DAY.fullmatch(day.value):
        return None
    time = clock.value.partition("T")[2]
    return replace(day, kind="TIME", value=f"{day.value}T{time}") if time else None


def first_day(value: str) -> date | None:
    """The day of an ISO date or date and time; None at a coarser precision or out of history."""
    try:
        day = date.fromisoformat(value[:10]) if len(value) >= 10 else None
    except ValueError:
        return None
    return day if day and _EARLIEST <= day.year <= _LATEST else None
