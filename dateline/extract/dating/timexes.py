"""Dates and times of an article, as TIMEX3 values and as days of the calendar.

Each is read against the publication day (`published`, else `updated`), against the date named
before it ("the next day"), or against nothing where it is complete. In a live page the day of an
entry stands for the publication day. Without a publication day what would lean on it keeps an open
value (XXXX-08, XXXX-WXX-4) and has no days. In an article that mostly tells of other years (a
history), dates follow the date before them instead. A leading preposition is outside the span; the
two ends of a range are two expressions, and the days of the first cover the range.

Feasts that the moon moves are reckoned, with the day of doubt in their days; a feast that each
country keeps on its own day is of the country named nearest, else of the one told of most, else of
the outlet's, else open. Years of the Hijra cover parts of two of ours and have an open value (XXXX)
with their days; a fiscal year (FY2020) covers every day that it has in some country. "Two days
after Aug. 15" is a length, and its day is that at which it arrives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...records import Article, Timex, finding_id
from ..parse import Parsed
from .entries import day_at, entry_days
from .grammar import Meaning, fold, grammar
from .reading import Reading, Thread
from .scan import first_day, read_at, times_in
from .years import OTHER_ERA, era_of

_FULL_DATE = grammar(r"MONTH(?: DAY,?)? YEAR")
_NUMERIC = re.compile(r"(?<!\d)(\d\d?)([./-])(\d\d?)\2(?:\d{4}|\d\d)(?!\d)")
_DAY_FIRST = re.compile(r"//[^/]*\.(?:uk|au|nz|ie|in|pk|af|za|ng|ke|fr|de|it|es|ru|tr)(?:[:/]|$)")
_NARRATIVE_DATES = 8
_NARRATIVE_SHARE = 0.7


def find_timexes(article: Article, parsed: Sequence[Parsed]) -> tuple[Timex, ...]:
    """The dates, times, durations and sets of an article's passages, in order.

    **Misses:** days counted from an event that is not dated in the same words ("three days after
    the vote" is a length without days, "the anniversary of the vote" nothing); Holi, Vesak, the
    Mid-Autumn Festival, mothers' and fathers' days, national days of small states; "former",
    "later", "once", "at the time", "since then" and other words that date nothing; "most days",
    "alternate days"; the first number of "two or three days"; centuries before our era; a year
    written only as a number among other numbers; languages other than English. Months and
    weekdays without a year take it from the tense of their clause, so a wrong parse moves them;
    "next Friday" is the first one ahead. A numeric date that may be read two ways, with nothing
    to decide it, has an open value and covers both days. Clock times keep the zone that a name
    means alone (EDT, MSK, GMT), not ET, IST, BST, CST or "local time".

    Source: TimeML 1.2.1 (TIMEX3); ISO 8601 weeks; seasons of the northern hemisphere by month.
    """
    thread = _thread(article)
    entries = entry_days(article.text, thread.anchor, thread.updated)
    headings = [part for part in article.parts if part.kind in ("title", "deck")]
    found: list[Timex] = []
    for stretch in parsed:
        is_heading = any(part.start <= stretch.start < part.end for part in headings)
        if entry := day_at(entries, stretch.start):
            thread.anchor = thread.updated = entry
        at = Reading(stretch.doc.text, stretch.doc, thread, read_at, is_heading)
        found.extend(_timexes(article, stretch, at))
    return tuple(found)


def _thread(article: Article) -> Thread:
    text = fold(article.text)
    is_narrative, day_month = _manner(article, text)
    anchor = first_day(article.published or article.updated)
    era = OTHER_ERA.search(text)
    return Thread(
        anchor=anchor,
        is_narrative=is_narrative,
        day_month=day_month,
        updated=first_day(article.updated) or anchor,
        hour=_hour(article.published),
        source=fold(f"{article.outlet} {article.url} "),
        text=article.text,
        era=era_of(era[0]) if era else "",
    )


def _timexes(article: Article, stretch: Parsed, at: Reading) -> Iterator[Timex]:
    for start, end, meaning in times_in(at):
        yield _timex(article, stretch, start, end, meaning)


def _timex(article: Article, stretch: Parsed, start: int, end: int, meaning: Meaning) -> Timex:
    first, last = (day.isoformat() for day in meaning.days) if meaning.days else ("", "")
    return Timex(
        start=stretch.start + start,
        end=stretch.start + end,
        timex_id=finding_id("t", article.article_id, stretch.start + start, stretch.start + end),
        article_id=article.article_id,
        passage_id=stretch.passage.passage_id,
        surface=article.text[stretch.start + start : stretch.start + end],
        kind=meaning.kind,
        value=meaning.value,
        first=first,
        last=last,
        anchor=meaning.anchor,
    )


def _hour(published: str) -> int | None:
    clock = re.match(r"\d{4}-\d\d-\d\dT(\d\d):.*Z", published)
    return int(clock[1]) if clock else None


def _manner(article: Article, text: str) -> tuple[bool, str]:
    """Whether the article tells of other years, and the order of its numeric dates if proven."""
    stamps = " ".join(value for name, value in article.raw_times if not name.endswith("_order"))
    anchor = first_day(article.published or article.updated)
    years = [int(match["year"]) for match in _FULL_DATE.finditer(text)]
    other = [year for year in years if anchor is None or year < anchor.year]
    is_narrative = len(other) >= _NARRATIVE_DATES and len(other) > _NARRATIVE_SHARE * len(years)
    orders = {
        "mdy" if int(match[3]) > 12 else "dmy"
        for match in _NUMERIC.finditer(f"{text} {stamps}")
        if (int(match[1]) > 12) != (int(match[3]) > 12)
    }
    if not orders and _DAY_FIRST.search(article.url):
        orders = {"dmy"}
    return is_narrative, orders.pop() if len(orders) == 1 else ""
