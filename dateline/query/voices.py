"""The quotations inside a Brush in the order of a list, with the groups that they fall into."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..brush import Brush, date_words
from .days import NO_DAY
from .ids import Codes
from .index import Index
from .links import expanded
from .rows import quotations_at
from .select import iso_day, selection
from .selected import FEW

By = Literal["speaker", "day", "article"]
Places = NDArray[np.int64]
WRITTEN = ("addressee", "venue")
"""What is said of a quotation in words that may be chosen."""


@dataclass(frozen=True, slots=True)
class Group:
    """Quotations of one speaker, one day or one article."""

    key: str
    """Id, or ISO date; empty for what has none."""
    name: str
    """Empty likewise."""
    first: int
    """The place of its first quotation in the list."""
    count: int


@dataclass(frozen=True, slots=True)
class Voices:
    """Some quotations of a list."""

    frame: pd.DataFrame
    offset: int
    """The place of the first of them in the list."""
    total: int
    """Quotations in the list."""
    groups: tuple[Group, ...]
    """Those that these quotations belong to, in their order; none where the list has no groups."""
    number: int
    """How many groups the list has."""


@dataclass(frozen=True, slots=True, eq=False)
class Ordered:
    """A whole list."""

    rows: Codes
    starts: Places
    """The first place of each group, then the number of rows."""
    keys: Codes
    """What each group has in common: a speaker, a day or an article."""


def voices_view(
    index: Index,
    brush: Brush,
    by: By | None = None,
    is_oldest: bool = False,
    offset: int = 0,
    limit: int | None = 25,
) -> Voices:
    """Quotations inside the Brush by the day of their article; groups of speakers, most said first.

    Args:
        is_oldest: whether the first day comes first. Undated articles come last.
        limit: rows at the most; None for all.
    """
    listed = _listed(index, brush, by, is_oldest)
    total = len(listed.rows)
    stop = total if limit is None else min(total, offset + limit)
    places = listed.rows[offset:stop].astype(np.int64)
    return Voices(
        _with_choices(
            index, quotations_at(index, places, np.ones(len(places), dtype=bool)), places
        ),
        offset,
        total,
        _groups(index, listed, by, _within(listed, offset, stop)) if by and len(places) else (),
        len(listed.keys) if by else 0,
    )


def groups_view(
    index: Index,
    brush: Brush,
    by: By,
    is_oldest: bool = False,
    letters: str = "",
    limit: int = 24,
) -> tuple[tuple[Group, ...], int]:
    """Groups of a list in their order, those with the letters in their name; and how many."""
    listed = _listed(index, brush, by, is_oldest)
    every = np.arange(len(listed.keys))
    if not letters.strip():
        return _groups(index, listed, by, every[:limit]), len(every)
    sought = letters.casefold().strip()
    named = _names(index, by, listed.keys)
    found = np.array([n for n, name in enumerate(named) if sought in name.casefold()], dtype=int)
    return _groups(index, listed, by, found[:limit]), len(found)


def _listed(index: Index, brush: Brush, by: By | None, is_oldest: bool) -> Ordered:
    key = ("voices", brush, by, is_oldest)
    return index.recent.get(key, lambda: _ordered(index, brush, by, is_oldest))


def _ordered(index: Index, brush: Brush, by: By | None, is_oldest: bool) -> Ordered:
    rows = _by_day(index, brush, is_oldest)
    passages = index.quotations.passage[rows]
    if by == "speaker":
        speaker = index.quotations.target[rows]
        order = np.argsort(_places_of_speakers(speaker)[speaker], kind="stable")
        rows, shared = rows[order], speaker[order]
    elif by == "day":
        shared = index.passage_day[passages]
    else:
        shared = index.passage_article[passages]
    if by is None:
        return Ordered(rows.astype(np.int32), np.zeros(1, dtype=np.int64), shared[:0])
    starts = np.flatnonzero(np.append(True, shared[1:] != shared[:-1])[: len(shared)])
    return Ordered(rows.astype(np.int32), np.append(starts, len(rows)), shared[starts])


def _by_day(index: Index, brush: Brush, is_oldest: bool) -> Places:
    articles = _oldest(index) if is_oldest else index.newest
    inside = selection(index, brush).rows("quotations")
    links = index.quotations
    if isinstance(inside, slice) or len(inside) * FEW > len(links.rows):
        chosen = np.zeros(len(links.rows), dtype=bool)
        chosen[inside] = True
        first = links.starts[index.article_start[articles]].astype(np.int64)
        last = links.starts[index.article_start[articles + 1]].astype(np.int64)
        rows = expanded(first, last - first)
        return rows[chosen[rows]]
    rank = np.empty(len(articles), dtype=np.int32)
    rank[articles] = np.arange(len(articles), dtype=np.int32)
    ranks = rank[index.passage_article[links.passage[inside]]]
    return inside[np.argsort(ranks, kind="stable")]


def _oldest(index: Index) -> Codes:
    """Articles, the oldest first, the undated last."""

    def made() -> Codes:
        days = index.article_day.astype(np.int64)
        late = np.where(days == NO_DAY, np.iinfo(np.int64).max, days)
        return np.argsort(late, kind="stable").astype(np.int32)

    return index.recent.get("oldest", made)


def _places_of_speakers(speaker: Codes) -> NDArray[np.int64]:
    """For each speaker a place by how often they speak; the last one for no speaker."""
    counts = np.bincount(speaker + 1, minlength=1)
    counts[0] = -1
    place = np.empty(len(counts), dtype=np.int64)
    place[np.argsort(-counts, kind="stable")] = np.arange(len(counts))
    return np.roll(place, -1)


def _within(listed: Ordered, offset: int, stop: int) -> Places:
    """The groups of some places of a list."""
    ends = np.array([offset, max(offset, stop - 1)])
    first, last = np.searchsorted(listed.starts[:-1], ends, side="right") - 1
    return np.arange(first, last + 1)


def _groups(index: Index, listed: Ordered, by: By, chosen: Places) -> tuple[Group, ...]:
    keys = listed.keys[chosen]
    first, ends = listed.starts[chosen].tolist(), listed.starts[chosen + 1].tolist()
    named = zip(_ids(index, by, keys), _names(index, by, keys), first, ends, strict=True)
    return tuple(Group(key, name, start, end - start) for key, name, start, end in named)


def _ids(index: Index, by: By, keys: Codes) -> list[str]:
    if by == "day":
        return [iso_day(day) if day != NO_DAY else "" for day in keys.tolist()]
    ids = index.entities if by == "speaker" else index.articles
    found = iter(ids.ids_of(keys[keys >= 0]))
    return [next(found) if key >= 0 else "" for key in keys.tolist()]


def _names(index: Index, by: By, keys: Codes) -> list[str]:
    if by == "day":
        return [date_words(date.fromisoformat(d)) if d else "" for d in _ids(index, by, keys)]
    if by == "speaker":
        found = iter(index.names("speaker", keys[keys >= 0]))
        return [next(found) if key >= 0 else "" for key in keys.tolist()]
    return [str(title) for title in index.frames["articles"]["title"].iloc[keys]]


def _with_choices(index: Index, frame: pd.DataFrame, rows: Places) -> pd.DataFrame:
    """The rows with whom they are about, the speaker's office, and what may be chosen of them."""
    about: list[list[dict[str, str]]] = [[] for _ in range(len(rows))]
    owner, codes = index.about.of_rows(rows)
    named = zip(index.entities.ids_of(codes), index.names("about", codes), strict=True)
    for row, (entity, name) in zip(owner.tolist(), named, strict=True):
        about[row].append({"entity_id": entity, "name": name})
    frame["about"] = pd.Series(about, dtype=object)
    for field in (*WRITTEN, "said_role"):
        labels = index.labels[field, "quotations"]  # type: ignore[index]
        values = np.array([*labels.values, ""], dtype=object)[labels.codes[0][rows]]
        frame[f"{field}_value"] = pd.Series(values, dtype=object)
    office = frame["said_role_value"].map(lambda role: index.name_of("said_role", role))
    frame["office"] = office.where(frame["role"].astype(object) == "", "")
    return frame
