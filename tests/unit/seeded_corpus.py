"""Corpora made from a seed, large enough that some records are named in few of the passages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from random import Random

import pandas as pd
from test_query import FIRST_DAY, SAID, Row, frames, originator

from dateline.query import Index, build_index

DAYS = (0, 1, 2, 3, 3, 4, 8, 9, 9, 9, 10, 12, 14, 19, 20)
"""Since the first, those with more articles more than once; the others have none."""
NAMED = {
    "mentions": {"person.a": 50, "person.b": 20, "organisation.c": 15, "place.d": 3, "": 12},
    "toponyms": {"g1": 60, "g2": 25, "g3": 4, "": 11},
    "quotations": {"person.a": 75, "person.b": 6, "": 19},
}
"""How often each record is named; the empty one is none that is known."""
WHOLE = "country"
"""The precision of a city's name that stands for its government, which is no place mention."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a corpus is made from."""

    seed: int
    articles: int
    undated: float = 0.0
    empty: float = 0.0
    """How many articles have no passage."""
    is_full: bool = False
    """Whether each passage names the first record of each kind."""


CORPORA = (
    Made(1, 40, undated=0.2, empty=0.2),
    Made(2, 90, empty=0.2),
    Made(3, 60, undated=0.1),
    Made(4, 50, is_full=True),
    Made(5, 40, undated=1.0, empty=0.3),
    Made(6, 300, undated=0.15, empty=0.25),
)


@cache
def rows_of(made: Made) -> dict[str, list[Row]]:
    """Articles with a moment, a day or neither, and what stands in them, in no order."""
    some = Random(made.seed)
    rows: dict[str, list[Row]] = {t: [] for t in ("articles", "stories", "passages", "timexes")}
    rows |= {kind: [] for kind in NAMED}
    for a in range(made.articles):
        rows["articles"].append((f"a{a}", "" if some.random() < made.undated else moment(some)))
        story, outlet = f"s{some.randrange(made.articles)}", some.choice(("Sound", "Courier", ""))
        rows["stories"].append((story, outlet, some.choice(("CWS", "LPA", "", "", ""))))
        for p in range(0 if some.random() < made.empty else some.randint(1, 4)):
            rows["passages"].append((f"p.a{a}.{p}", f"a{a}"))
    for kind, often in NAMED.items():
        for passage, article in rows["passages"]:
            records = some.choices([*often], [*often.values()], k=some.choice((0, 0, 1, 2, 3)))
            for record in [*records, *[*often][: made.is_full]]:
                said = [some.choice(texts) for texts in SAID.values()]
                said[2] = WHOLE if some.random() < 0.1 else said[2]
                rows[kind].append((passage, article, record, *said))
        some.shuffle(rows[kind])
    return rows


def moment(some: Random) -> str:
    """A day, with a clock time or without."""
    day = (FIRST_DAY + timedelta(days=some.choice(DAYS))).isoformat()
    return some.choice((day, f"{day}T{some.randint(1, 23):02}:30:00Z"))


def counted_rows(made: Made, zone: tzinfo = UTC) -> dict[str, list[Row]]:
    """The same with the day of each article in a zone, and without what is no place mention."""
    rows = rows_of(made)
    pinned = [row for row in rows["toponyms"] if row[5] != WHOLE or not row[2]]
    days = [(article, day_in(zone, stated)) for article, stated in rows["articles"]]
    return rows | {"toponyms": pinned, "articles": days}


def day_in(zone: tzinfo, stated: str) -> str:
    if "T" not in stated:
        return stated
    return datetime.fromisoformat(stated).astimezone(zone).date().isoformat()


@cache
def originators(made: Made) -> dict[str, str]:
    """With whom each article originates."""
    rows = rows_of(made)
    return {article: originator(article, rows) for article, _ in rows["articles"]}


@cache
def index_of(made: Made) -> Index:
    rows = rows_of(made)
    tables = frames(rows | {"articles": counted_rows(made)["articles"]})
    stated = pd.Series([stated for _, stated in rows["articles"]], dtype="str")
    published = pd.to_datetime(stated, format="ISO8601", utc=True)
    articles = tables["articles"].assign(published=published, published_iso=stated)
    return build_index(tables | {"articles": articles})
