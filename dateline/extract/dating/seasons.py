"""Rules for seasons, feasts, and the parts of a year, month or day."""

from __future__ import annotations

import re
from datetime import date

from .calendar_days import SEASON_MONTHS, easter, moved, narrowed, nth_weekday
from .grammar import ORDINALS, SEASONS, Meaning, dated, on_day, opening, rule, timed
from .reading import TIME_LABELS, Reading

_ENDS = {"end": "late", "close": "late", "eve": "late", "middle": "mid"}
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
    r"|(?:the )?(?:very )?(?P<end>beginning|start|end|middle|close|turn|eve) of (?=[\w'])"
)
def edge_of(match: re.Match[str], at: Reading) -> Meaning | None:
    """Early August, late last July, mid-2007, the end of the year: the value, a third its days."""
    inner = at.inner(match.end())
    if inner is None or inner[1].kind not in ("DATE", "TIME"):
        return None
    word = match["lead"] or _ENDS.get(match["end"], "early")
    meaning = inner[1]
    days = meaning.days and narrowed(meaning.days, word.split()[-1], at.now())
    return Meaning(meaning.kind, meaning.value, days, meaning.anchor, end=inner[0])


@opening(
    r"(?:the )?(?P<which>ORDINAL|last|final|latter|1st|2nd|3rd|4th)[ -](?P<what>quarter|half)\b"
    r"(?P<link> of (?:the )?|,? |)|q(?P<q>[1-4])\b(?P<link2> of | |)"
)
def part_of_year(match: re.Match[str], at: Reading) -> Meaning | None:
    """The third quarter of last year, the second half of 2008, Q3."""
    what = match["what"] or "quarter"
    number = int(match["q"]) if match["q"] else _which(match["which"], what)
    inner = at.inner(match.end()) if match["link"] or match["link2"] else None
    letter = "Q" if what == "quarter" else "H"
    if inner and re.fullmatch(r"\d{4}", inner[1].value):
        return dated(f"{inner[1].value}-{letter}{number}").until(inner[0])
    trimmed = match.end() - len(match["link"] or match["link2"] or "")
    if what == "half" or at.anchor is None or at.label(match.start(), trimmed) != "DATE":
        return None
    year = at.anchor.year - (number > (at.anchor.month + 2) // 3)
    return dated(f"{year:04d}-Q{number}", at.anchor.isoformat()).until(trimmed)


def _which(word: str, what: str) -> int:
    last = 4 if what == "quarter" else 2
    number = int(word[0]) if word[0].isdigit() else ORDINALS.get(word, last)
    return min(number, last)


@opening(
    r"the (?P<which>first|second|third|fourth|last|final) (?P<what>day|week|weekend) of (?=\w)"
)
def part_of_month(match: re.Match[str], at: Reading) -> Meaning | None:
    """The last week of March."""
    inner = at.inner(match.end())
    if inner is None or inner[1].days is None:
        return None
    first, last = inner[1].days
    length = 1 if match["what"] == "day" else 7
    nth = ORDINALS.get(match["which"])
    start = moved(first, "day", length * (nth - 1)) if nth else moved(last, "day", 1 - length)
    meaning = on_day(start, match["what"], inner[1].anchor)
    return meaning and meaning.until(inner[0])


@opening(r"(?:the )?(?P<part>morning|afternoon|evening|night|early hours|dawn) of (?=\w)")
def part_of_day(match: re.Match[str], at: Reading) -> Meaning | None:
    inner = at.inner(match.end())
    if inner is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", inner[1].value):
        return None
    return timed(inner[1], match["part"].replace("early hours", "morning")).until(inner[0])


_FEASTS = {
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's": (1, 1),
    "valentine's day": (2, 14),
    "halloween": (10, 31),
    "fourth of july": (7, 4),
    "veterans day": (11, 11),
    "nowruz": (3, 21),
}
_MOVABLE = {
    "martin luther king day": (1, 0, 3),
    "presidents day": (2, 0, 3),
    "presidents' day": (2, 0, 3),
    "memorial day": (5, 0, -1),
    "labor day": (9, 0, 1),
    "thanksgiving": (11, 3, 4),
}
_EASTER = {"good friday": -2, "easter monday": 1, "easter sunday": 0, "easter": 0}


@rule(rf"(?P<feast>{'|'.join([*_FEASTS, *_MOVABLE, *_EASTER])})(?: day)?(?:,? (?:of )?YEAR)?")
def holiday(match: re.Match[str], at: Reading) -> Meaning | None:
    """A feast with a fixed rule, nearest before publication or after it by tense."""
    if not at.text[match.start()].isupper() or at.is_in_name(*match.span("feast")):
        return None
    feast, now = match["feast"], at.now()
    if match["year"]:
        return on_day(_feast_day(feast, int(match["year"])))
    if now is None:
        fixed = _FEASTS.get(feast)
        return Meaning("DATE", f"XXXX-{fixed[0]:02d}-{fixed[1]:02d}" if fixed else "XXXX-XX-XX")
    outlook = at.outlook(match)
    if at.leans_back() and at.thread.year:
        return on_day(_feast_day(feast, at.thread.year), anchor=now.isoformat())
    days = [_feast_day(feast, now.year + step) for step in (-1, 0, 1)]
    if outlook != "near":
        days = [day for day in days if (day >= now if outlook == "ahead" else day <= now)]
    return on_day(min(days, key=lambda day: abs(day - now)), anchor=now.isoformat())


def _feast_day(feast: str, year: int) -> date:
    if feast in _FEASTS:
        return date(year, *_FEASTS[feast])
    if feast in _MOVABLE:
        return nth_weekday(year, *_MOVABLE[feast])
    return date.fromordinal(easter(year).toordinal() + _EASTER[feast])


RULES = (this_season, season, edge_of, part_of_year, part_of_month, part_of_day, holiday)
