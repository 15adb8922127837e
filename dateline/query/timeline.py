"""The timeline under a Brush: a strip of density over lanes, by publication or by days spoken of.

Hours are those of publication; of the days spoken of the day is the smallest unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

import numpy as np
import pandas as pd

from ..brush import Brush
from ..records import EntityKind
from . import published, spoken
from .bins import NO_BINS, Bins, Counted, Unit, Window, bins_between, extent_of
from .bins import Axis as Axis
from .cells import cells
from .ids import Codes
from .index import Index
from .labels import Mask
from .select import day_number, iso_day, selection
from .selected import Places, Selection

BLOCK = 64
"""Lanes of which the best is looked at first; to part all of them takes ten times longer."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What is inside the Brush but not in the bins: articles, or the dates in them."""

    earlier: int = 0
    later: int = 0
    undated: int = 0
    """Articles that state no day, or dates that name none."""
    hourless: int = 0
    """Articles of these days that state no hour, where bins are hours."""


@dataclass(frozen=True, slots=True, eq=False)
class Lanes:
    """Entities that have a lane, the best first: a value a lane."""

    entity_id: list[str]
    name: list[str]
    kind: list[EntityKind]
    total: Counted
    """Mentions in the whole corpus."""
    count: Counted
    """Those inside."""
    selected: Mask

    def __len__(self) -> int:
        return len(self.entity_id)

    def rows(self) -> Iterator[tuple[str, str, EntityKind, int, bool]]:
        """Id, name and kind of each, its mentions inside, and whether it is selected."""
        counted = self.count.tolist(), self.selected.tolist()
        return zip(self.entity_id, self.name, self.kind, *counted, strict=True)

    @property
    def frame(self) -> pd.DataFrame:
        """A row a lane."""
        return pd.DataFrame({each.name: getattr(self, each.name) for each in fields(self)})


NO_RANGES = pd.DataFrame()


@dataclass(frozen=True, slots=True)
class Timeline:
    """A density strip over lanes, in bins that follow the calendar."""

    axis: Axis
    unit: Unit
    edges: tuple[str, ...]
    """Where each bin begins, ISO: a day, or a day and an hour."""
    end: str
    """Where the last bin ends."""
    density_total: Counted
    """Articles a bin, whole corpus; of days spoken of, passages that speak of the bin."""
    density: Counted
    """Those inside; of articles, those with a passage inside."""
    lanes: Lanes
    lanes_in_all: int
    """Entities that may have a lane."""
    cells_total: Counted
    """Mentions in the whole corpus, lane by bin."""
    cells: Counted
    """Mentions inside, lane by bin."""
    speaks: Counted
    """Quotations inside, lane by bin."""
    beside: Beside
    window: Window | None
    """The first and the last day shown."""
    home: Window | None
    """Those that are shown at first."""
    extent: Window | None
    """Those of the whole corpus."""
    ranges: pd.DataFrame
    """Of days spoken of, the ranges that are named most: `spoken.ranges`."""
    other_ranges: int


def timeline_view(
    index: Index,
    brush: Brush,
    lanes: int = 14,
    axis: Axis = "published",
    window: Window | None = None,
) -> Timeline:
    """The timeline under all clauses but its own.

    Args:
        lanes: lanes at the most, chosen ones beyond them added.
        window: the first and the last day to show; None for those of the first view.
    """
    home, whole = _home(index, axis), _extent(index, axis)
    bins = home if window is None else _bins(window, axis)
    seen = brush.seen_by("timeline")
    chosen, everything = selection(index, seen), selection(index, Brush())
    best, codes, fits = _lanes(index, brush, chosen, lanes)
    ranges, others = NO_RANGES, 0
    if axis == "spoken":
        ranges, others = spoken.ranges(index, bins, chosen)
    return Timeline(
        axis=axis,
        unit=bins.unit,
        edges=bins.edges,
        end=bins.end,
        density_total=_density(index, axis, bins, everything),
        density=_density(index, axis, bins, chosen),
        lanes=best,
        lanes_in_all=fits,
        cells_total=cells(axis, bins, "mentions", codes, everything),
        cells=cells(axis, bins, "mentions", codes, chosen),
        speaks=cells(axis, bins, "quotations", codes, chosen),
        beside=_beside(index, axis, bins, chosen),
        window=_window(bins),
        home=_window(home),
        extent=_window(whole),
        ranges=ranges,
        other_ranges=others,
    )


def _window(bins: Bins) -> Window | None:
    return (iso_day(bins.first), iso_day(bins.last)) if bins.edges else None


def _bins(window: Window, axis: Axis) -> Bins:
    first, last = (day_number(day) for day in window)
    return bins_between(first, last, has_hours=axis == "published")


def _home(index: Index, axis: Axis) -> Bins:
    if axis == "published":
        return _extent(index, axis)
    return index.recent.get("home", lambda: _made(spoken.home_of(index)))


def _extent(index: Index, axis: Axis) -> Bins:
    if axis == "published":
        return index.recent.get("extent", lambda: _made(extent_of(index.article_day)))
    ends = index.spoken.first, index.spoken.last
    return index.recent.get("spoken extent", lambda: _made(extent_of(np.concatenate(ends))))


def _made(ends: tuple[int, int] | None) -> Bins:
    return bins_between(*ends, has_hours=False) if ends else NO_BINS


def _density(index: Index, axis: Axis, bins: Bins, chosen: Selection) -> Counted:
    def made() -> Counted:
        if axis == "spoken":
            return spoken.spoken_of(index, bins, chosen)
        return published.articles_in(index, bins, chosen)[: len(bins.edges)]

    if not chosen.is_whole:
        return made()
    return index.recent.get(("density", axis, bins.first, bins.last), made)


def _beside(index: Index, axis: Axis, bins: Bins, chosen: Selection) -> Beside:
    if axis == "spoken":
        earlier, later = spoken.beside(index, bins, chosen)
        return Beside(earlier, later, spoken.undated(index, chosen))
    return Beside(*published.articles_in(index, bins, chosen)[len(bins.edges) :].tolist())


def _lanes(index: Index, brush: Brush, chosen: Selection, lanes: int) -> tuple[Lanes, Codes, int]:
    total, count = index.mentions.totals, chosen.count("mentions")
    clause = brush.clause_on("entity")
    selected = index.entities.known(clause.values if clause else ())
    fits = index.once.get("may have lanes", lambda: np.flatnonzero(index.is_lane & (total > 0)))
    best = _best(fits, count, total, lanes)
    codes = np.concatenate([best, selected[~np.isin(selected, best)]]).astype(np.int32)
    named = index.plain("entities").at(codes, ("entity_id", "name", "kind"))
    found = Lanes(
        entity_id=named["entity_id"],
        name=named["name"],
        kind=named["kind"],
        total=total[codes],
        count=count[codes],
        selected=np.isin(codes, selected),
    )
    return found, codes, len(fits)


def _best(codes: Places, count: Counted, total: Counted, most: int) -> Places:
    """The records with the most inside, then in all, then the first."""
    codes = _foremost(codes, count[codes], most)
    return codes[np.lexsort((codes, -total[codes], -count[codes]))][:most]


def _foremost(codes: Places, count: Counted, most: int) -> Places:
    """At least so many codes, all that may be among the first; those of blocks give a bound."""
    for block in (BLOCK, 1):
        if len(codes) > most * block:
            highest = np.maximum.reduceat(count, np.arange(0, len(count), block))
            kept = count >= np.partition(highest, -most)[-most]
            codes, count = codes[kept], count[kept]
    return codes
