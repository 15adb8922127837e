"""Rules for seasons, and the parts of a year, month or day."""

from __future__ import annotations

import re
from datetime import date

from .calendar_days import SEASON_MONTHS, moved, narrowed, nth_weekday
from .grammar import ORDINALS, SEASONS, Meaning, dated, on_day, opening, rule, timed, weekday_number
from .reading import TIME_LABELS, Reading

_ENDS = {"end": "late", "close": "late", "eve": "late", "middle": "mid", "latter": "late"}
_SEASONAL = "(?:offensive|campaign|fighting|session|harvest|season|months|elections?|term)"


@rule(
    r"(?P<shift>this past|this coming|this|last|past|next|coming|the (?:last|past|next|coming))"
    r" SEASON"
)
def this_season(match: re.Match[str], at: Reading) -> Meaning | None:
    shift = match["shift"].split(" ")[-1]
    step = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(shift, 0)
    return _season(match["season"], at, step, is_shifted=True)


@rule(r"(?:the )?SEASON(?:,? (?:of )?YEAR| of (?P<same>that|this|last|next|the same) year)?")
def season(match: re.Match[str], at: Reading) -> Meaning | None:
    code = SEASONS[match["season"]]
    if match["year"]:
        return dated(f"{match['year']}-{code}")
    if match["same"]:
        step = {"last": -1, "next": 1}.get(match["same"], 0)
        base = at.thread.year if match["same"] in ("that", "the same") else None
        year = base or (at.anchor.year + step if at.anchor else None)
        return dated(f"{year}-{code}") if year else None
    if not _is_season(match, at):
        return None
    return _season(match["season"], at, 0, ahead=at.outlook(match) != "back")


def _is_season(match: re.Match[str], at: Reading) -> bool:
    """Whether "fall" and "spring" mean the season: by what stands around and the model's word."""
    start, end = match.span("season")
    after = at.folded[match.end() : match.end() + 5]
    if after.startswith(" of "):
        return False
    if at.label(start, end) in TIME_LABELS:
        return True
    if re.match(rf" {_SEASONAL}\b", at.folded[match.end() : match.end() + 12]):
        return True
    before = at.folded[max(0, match.start() - 12) : match.start()]
    leads = re.search(r"\b(?:in|by|during|over|throughout|until|since|through) $", before)
    return bool(leads) and "the" in match[0].split()


def _season(
    name: str, at: Reading, step: int, ahead: bool = False, is_shifted: bool = False
) -> Meaning | None:
    code, now = SEASONS[name], at.now()
    if at.leans_back() and not is_shifted and at.thread.year:
        return dated(f"{at.thread.year:04d}-{code}")
    if now is None:
        return Meaning("DATE", f"XXXX-{code}")
    month = now.month + (12 if code == "WI" and now.month < 3 else 0)
    year = now.year - (code == "WI" and now.month < 3)
    begun, over = month >= SEASON_MONTHS[code], month >= SEASON_MONTHS[code] + 3
    if is_shifted:
        year += {-1: 0 if over else -1, 1: 1 if begun else 0}.get(step, 0)
    elif ahead:
        year += over
    else:
        year -= not begun
    return dated(f"{year:04d}-{code}", now.isoformat())


@opening(
    r"(?P<lead>(?:very )?EDGE|the (?:early|late|mid))(?: ?- ?| (?:in|on) | )(?=[\w'])"
    r"|(?:the )?(?P<part>early|middle|late|latter|later) part of (?=[\w'])"
    r"|(?:the )?(?:very )?(?P<end>beginning|start|end|middle|close|eve) of (?=[\w'])"
)
def edge_of(match: re.Match[str], at: Reading) -> Meaning | None:
    """Early August, late last July, mid-2007, the end of the year: the value, a third its days."""
    inner = at.inner(match.end())
    if inner is None or inner[1].kind not in ("DATE", "TIME"):
        return None
    if match["end"] == "eve" and inner[1].days:
        return _day_before(inner[1]).until(inner[0])
    word = (
        match["lead"] or _ENDS.get(match["part"], match["part"]) or _ENDS.get(match["end"], "early")
    )
    meaning = inner[1]
    days = meaning.days and narrowed(meaning.days, word.split()[-1], at.now())
    return Meaning(meaning.kind, meaning.value, days, meaning.anchor, end=inner[0])


def _nth_of_month(match: re.Match[str], month: Meaning) -> Meaning:
    """The first Monday of September; of a longer stretch the stretch itself."""
    if not re.fullmatch(r"\d{4}-\d\d", month.value):
        return month
    year, number = map(int, month.value.split("-"))
    ordinal = ORDINALS.get(match["which"], -1)
    day = nth_weekday(year, number, weekday_number(match["weekday"]), ordinal)
    return on_day(day, anchor=month.anchor) or month


def _day_before(meaning: Meaning) -> Meaning:
    """The eve: of a feast by its own day, of a stretch the day before its first."""
    named = re.fullmatch(r"\d{4}-\d\d-\d\d", meaning.value)
    day = date.fromisoformat(named[0]) if named else meaning.days and meaning.days[0]
    return on_day(moved(day, "day", -1) if day else None, anchor=meaning.anchor) or meaning


@rule(r"(?P<lead>early|mid|late)[ -]?(?P<unit>week|month|year|decade|century)")
def mid_period(match: re.Match[str], at: Reading) -> Meaning | None:
    """Midweek, mid-month, mid-century: of the period told of."""
    base = at.then(match["unit"]) if at.leans_back() else at.anchor
    if base is None or (match["lead"] != "mid" and "-" not in match[0]):
        return None
    meaning = on_day(base, match["unit"], base.isoformat())
    days = meaning and meaning.days and narrowed(meaning.days, match["lead"], at.now())
    return meaning and Meaning("DATE", meaning.value, days or None, meaning.anchor)


@opening(
    r"the (?P<which>first|second|third|fourth|last|final)"
    r" (?:(?P<what>day|week|weekend) of|WEEKDAY (?:of|in)) (?=\w)"
)
def part_of_month(match: re.Match[str], at: Reading) -> Meaning | None:
    """The last week of March."""
    inner = at.inner(match.end())
    if inner is None or inner[1].days is None:
        return None
    first, last = inner[1].days
    if match["weekday"]:
        return _nth_of_month(match, inner[1]).until(inner[0])
    length = 1 if match["what"] == "day" else 7
    nth = ORDINALS.get(match["which"])
    start = moved(first, "day", length * (nth - 1)) if nth else moved(last, "day", 1 - length)
    meaning = on_day(start, match["what"], inner[1].anchor)
    return meaning and meaning.until(inner[0])


@opening(
    r"(?:the )?(?P<part>morning|afternoon|evening|night|(?:early|small|wee) hours|dawn) of (?=\w)"
)
def part_of_day(match: re.Match[str], at: Reading) -> Meaning | None:
    inner = at.inner(match.end())
    if inner is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", inner[1].value):
        return None
    return timed(inner[1], re.sub(r"\w+ +hours", "morning", match["part"])).until(inner[0])


RULES = (this_season, season, edge_of, mid_period, part_of_month, part_of_day)
