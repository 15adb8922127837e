"""One entity under a Brush: its names, its days and the places it is named with."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..brush import Brush
from .bins import NO_BINS, Bins, Counted, Unit, bins_between, extent_of
from .days import NO_DAY
from .entities import COUNTED, tallies
from .index import Index
from .named import Named, named, passages_held, rows_held
from .select import iso_day, selection
from .selected import Selection

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Tally:
    """How often an entity is named and quoted."""

    mentions: int
    articles: int
    said: int
    """Quotations of which it is the speaker."""
    about: int
    """Quotations about it."""
    first: str
    """The first day of an article that mentions it, ISO; empty where none is dated."""
    last: str


@dataclass(frozen=True, slots=True, eq=False)
class Days:
    """Mentions and quotations of an entity by the day of their article."""

    unit: Unit
    edges: tuple[str, ...]
    """Where each bin begins, ISO."""
    end: str
    """Where the last bin ends."""
    total: Counted
    """Mentions in the whole corpus."""
    inside: Counted
    said: Counted
    """Its quotations inside."""
    undated: int
    """Mentions inside in articles that state no day."""


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """What a corpus has of one entity."""

    entity_id: str
    name: str
    kind: str
    country: str
    place_id: str
    """The place that it is, or empty."""
    inside: Tally
    """Under all clauses of the Brush but that on entities."""
    total: Tally
    names: pd.DataFrame
    """name as written, count inside, total; most first."""
    places: pd.DataFrame
    """place_id, name, kind, country, count, total, selected: passages that name both; those
    inside are under all clauses but those on entities and places."""
    days: Days


def profile_view(index: Index, brush: Brush, entity_id: str) -> Profile | None:
    """The entity under all clauses but that on entities; None where the corpus has none."""
    code = index.entities.code_of(entity_id)
    if code is None:
        return None
    seen = brush.without("entity")
    row = index.frames["entities"].iloc[code]
    return Profile(
        entity_id=entity_id,
        name=str(row["name"]),
        kind=str(row["kind"]),
        country=_stated(row["country"]),
        place_id=_stated(row["place_id"]),
        inside=_tally(index, seen, code),
        total=_tally(index, Brush(), code),
        names=_names(selection(index, seen), code),
        places=_places(index, seen, code),
        days=_days(index, brush.seen_by("timeline"), code),
    )


def _stated(value: object) -> str:
    return value if isinstance(value, str) else ""


def _tally(index: Index, brush: Brush, code: int) -> Tally:
    found = tallies(index, brush)
    counts = {name: int(getattr(found, name)[code]) for name in COUNTED}
    days = [int(found.first[code]), int(found.last[code])]
    first, last = ("" if day == NO_DAY else iso_day(day) for day in days)
    return Tally(**counts, first=first, last=last)


def _names(chosen: Selection, code: int) -> pd.DataFrame:
    rows, inside = rows_held(chosen, code)
    links, frame = chosen.index.mentions, chosen.index.frames["mentions"]
    codes, names = pd.factorize(frame["surface"].iloc[links.rows[rows]].array)
    total = np.bincount(codes, minlength=len(names))
    count = np.bincount(codes[inside], minlength=len(names))
    told = {"name": np.asarray(names, dtype=object), "count": count, "total": total}
    return _ranked(pd.DataFrame(told))


def _ranked(frame: pd.DataFrame) -> pd.DataFrame:
    by = ["count", "total", "name"]
    return frame.sort_values(by, ascending=[False, False, True], ignore_index=True)


def _places(index: Index, seen: Brush, code: int) -> pd.DataFrame:
    """Places that share a passage with the entity, the place that it is itself left out."""
    chosen, everything = selection(index, seen.seen_by("map")), selection(index, Brush())
    count = _placed(chosen).passages(passages_held(chosen, code))
    total = _placed(everything).passages(passages_held(everything, code))
    own = index.frames["entities"]["place_id"].iloc[code]
    total[index.places.known([own] if isinstance(own, str) and own else [])] = 0
    codes = np.flatnonzero(total)
    shown = ["place_id", "name", "neutral_label", "kind", "country"]
    frame = index.frames["places"][shown].iloc[codes].astype(object).reset_index(drop=True)
    label = frame.pop("neutral_label")
    frame["name"] = label.where(label != "", frame["name"])
    frame["count"], frame["total"] = count[codes], total[codes]
    clause = seen.clause_on("place")
    frame["selected"] = frame["place_id"].isin(clause.values if clause else ())
    return _ranked(frame)


def _placed(chosen: Selection) -> Named:
    """Mentions of places inside; of the whole corpus they are sorted out once."""
    return kept(chosen, "toponyms named", lambda: named(chosen, "toponyms"))


def kept(chosen: Selection, key: Hashable, make: Callable[[], T]) -> T:
    """What is made of a selection; of the whole corpus it is made once."""
    if chosen.is_whole and not chosen.left:
        return chosen.index.recent.get(key, make)
    return make()


def _days(index: Index, seen: Brush, code: int) -> Days:
    bins = index.recent.get("days of all", lambda: _extent(index))
    chosen = selection(index, seen)
    rows, inside = rows_held(chosen, code)
    days = index.passage_day[index.mentions.passage[rows]]
    said = index.quotations.rows_with(code)
    holds = chosen.holds("quotations")[said]
    spoken = index.passage_day[index.quotations.passage[said[holds]]]
    return Days(
        unit=bins.unit,
        edges=bins.edges,
        end=bins.end,
        total=_binned(bins, days),
        inside=_binned(bins, days[inside]),
        said=_binned(bins, spoken),
        undated=int((days[inside] == NO_DAY).sum()),
    )


def _extent(index: Index) -> Bins:
    found = extent_of(index.article_day)
    return bins_between(*found, has_hours=False) if found else NO_BINS


def _binned(bins: Bins, days: NDArray[np.int32]) -> Counted:
    return bins.counted(bins.of_days(days))
