"""Rules for feasts and national days."""

from __future__ import annotations

import re
from datetime import date

from .calendar_days import MONTH_NAMES, WEEKDAY_NAMES
from .feasts import NAMES, Feast, Keeping, keepings_near, keepings_of
from .grammar import NO_TIME, Meaning, fold, rule
from .national import NATIONAL, far_keeping, near_keeping
from .reading import Reading

_REACH, _TOLD = 200, 20_000
_NEXT_WORD = re.compile(r" {1,3}([A-Z][a-z]+)")
_TIME_WORDS = frozenset((*MONTH_NAMES, *WEEKDAY_NAMES, "eve", "day", "morning"))
FIRST_WORDS = """
    all anzac april arba'een arbaeen armistice ascension ash ashura australia bastille boxing canada
    chanukah chinese christmas cinco columbus constitution deepavali diwali easter eid epiphany
    fourth good guy halloween hannukah hanukah hanukkah hijri holy independence international
    islamic juneteenth labor labour laylat liberation lunar mardi martin maundy mawlid memorial
    muharram national new nauroz navruz nawroz norouz norooz noruz nowrooz nowrouz nowroz nowruz
    orthodox palm passover pentecost pesach presidents? president's president's presidents'
    prophet prophet's purim ramadan ramadhan ramazan remembrance republic rosh saint shavuot shrove
    st sukkot thanksgiving unity valentine's veterans victory whit yom
"""


@rule(rf"(?P<feast>{NAMES})(?:,? (?:of )?YEAR)?")
def holiday(match: re.Match[str], at: Reading) -> Meaning | None:
    """A feast, nearest before publication or after it by tense, or of the year that is said.

    "Eid" alone is the nearer of the two; a month of fasting has an open day and all its days.
    """
    if not at.text[match.start()].isupper():
        return None
    if _is_named_after(match, at):
        return NO_TIME
    return _meant(match, at, keepings_of(match["feast"]))


@rule(rf"(?P<feast>{'|'.join(NATIONAL)})(?: day)?(?:,? (?:of )?YEAR)?")
def national_day(match: re.Match[str], at: Reading) -> Meaning | None:
    """A day of the country named nearest, else of the one told of most, else of the outlet's.

    Open where none of them is known.
    """
    if not at.text[match.start()].isupper():
        return None
    begin = max(0, match.start() - _REACH)
    around = at.folded[begin : match.end() + _REACH]
    keeping = near_keeping(match["feast"], around, match.start() - begin)
    if keeping is None:
        told_in = fold(at.thread.text[:_TOLD])
        keeping = far_keeping(match["feast"], (told_in, at.thread.source))
    if keeping is None:
        return Meaning("DATE", f"{match['year'] or 'XXXX'}-XX-XX")
    return _meant(match, at, (keeping,))


def _is_named_after(match: re.Match[str], at: Reading) -> bool:
    """Whether the words are part of a name: Easter Island, the Good Friday Agreement."""
    after = _NEXT_WORD.match(at.text, match.end())
    if after and fold(after[1]) not in _TIME_WORDS:
        return True
    is_word = not re.search(r"[ -]", match["feast"])
    return is_word and at.is_in_name(*match.span("feast"), is_word_of_its_own=True)


def _meant(match: re.Match[str], at: Reading, kept: tuple[Keeping, ...]) -> Meaning | None:
    now = at.now()
    year = match["year"] or (str(at.thread.year or "") if at.leans_back() else "")
    if year:
        there = [one for one in keepings_near(kept, int(year)) if one.day.year == int(year)]
        return _said(there[0], "") if there else None
    if now is None:
        days = {one.day.strftime("%m-%d") for one in keepings_near(kept, 2000)}
        return Meaning("DATE", f"XXXX-{days.pop()}" if len(days) == 1 else "XXXX-XX-XX")
    outlook = at.outlook(match)
    near = keepings_near(kept, now.year)
    running = [one for one in near if one.first <= now <= one.last]
    one = min(running or _on_side(near, now, outlook), key=lambda one: abs(one.day - now))
    return _said(one, now.isoformat())


def _on_side(near: list[Feast], now: date, outlook: str) -> list[Feast]:
    if outlook == "near":
        return near
    side = [one for one in near if (one.day > now) == (outlook == "ahead")]
    return side or near


def _said(one: Feast, anchor: str) -> Meaning:
    value = f"{one.day.year:04d}-XX" if one.is_long else one.day.isoformat()
    return Meaning("DATE", value, (one.first, one.last), anchor)


RULES = (holiday, national_day)
