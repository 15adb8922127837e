"""What each view shows under a Brush: counts, map, and timeline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..brush import Brush
from .days import NO_DAY
from .ids import Codes
from .index import Index
from .select import Places, Selection, iso_day, selection

MAX_BINS = 120
MIN_DAYS = 14
Counted = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Counts:
    """How much of the corpus lies inside a Brush, each kind told apart."""

    articles: int
    stories: int
    """Texts told apart: copies of one are one."""
    origins: int
    """Agencies and outlets with whom the articles originate."""
    passages: int
    mentions: int
    places: int
    quotations: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """A density strip over lanes, binned by the day of publication."""

    edges: tuple[str, ...]
    """First day of each bin, ISO."""
    bin_days: int
    """Days in a bin."""
    density_total: Counted
    """Articles a bin, whole corpus."""
    density: Counted
    """Articles a bin with a passage inside."""
    lanes: pd.DataFrame
    """entity_id, name, kind, total, count, selected; best first."""
    cells_total: Counted
    """Mentions in the whole corpus, lane by bin."""
    cells: Counted
    """Mentions inside, lane by bin."""
    speaks: Counted
    """Quotations inside, lane by bin."""
    span: tuple[str, str] | None
    """The brushed days."""
    undated: int
    """Articles inside that state no day."""


def counts(index: Index, brush: Brush) -> Counts:
    """The corpus counted inside the whole Brush."""
    chosen = selection(index, brush)
    articles = chosen.articles()
    return Counts(
        articles=int(articles.sum()),
        stories=_distinct(index.article_story[articles]),
        origins=_distinct(index.article_origin[articles]),
        passages=len(chosen.passages),
        mentions=chosen.number("mentions"),
        places=int((chosen.count("toponyms") > 0).sum()),
        quotations=chosen.number("quotations"),
    )


def _distinct(codes: Codes) -> int:
    return int((np.bincount(codes) > 0).sum()) if len(codes) else 0


def map_view(index: Index, brush: Brush) -> pd.DataFrame:
    """Every place of the corpus, in one order whatever the Brush, with its mentions inside."""
    shown = ["kind", "latitude", "longitude", "precision", "radius_km", "outline", "country"]
    places = index.frames["places"]
    view = places[["place_id", *shown]].copy()
    label = places["neutral_label"].astype(object)
    view.insert(1, "name", label.where(label != "", places["name"].astype(object)))
    view["total"] = index.toponyms.totals
    view["count"] = selection(index, brush.seen_by("map")).count("toponyms")
    chosen = brush.clause_on("place")
    view["selected"] = view["place_id"].isin(chosen.values if chosen else ())
    return view


def timeline_view(index: Index, brush: Brush, lanes: int = 14) -> Timeline:
    """The timeline under all clauses but its own."""
    seen = brush.seen_by("timeline")
    chosen = selection(index, seen)
    bins = index.recent.get("bins", lambda: _bins(index))
    frame, codes = _lanes(index, brush, chosen, lanes)
    span = brush.clause_on("published")
    articles = chosen.articles()

    def cells(kind: Literal["mentions", "quotations"], seen: Brush) -> Counted:
        key = ("cells", kind, seen, *codes.tolist())
        inside = selection(index, seen)
        return index.recent.get(key, lambda: _grid(kind, codes, bins, inside))

    return Timeline(
        edges=bins.edges,
        bin_days=bins.days,
        density_total=bins.articles,
        density=bins.counted(bins.of_article[articles]),
        lanes=frame,
        cells_total=cells("mentions", Brush()),
        cells=cells("mentions", seen),
        speaks=cells("quotations", seen),
        span=(span.values[0], span.values[1]) if span else None,
        undated=int((articles & (bins.of_article < 0)).sum()),
    )


@dataclass(frozen=True, slots=True, eq=False)
class Bins:
    """The days of publication in bins of one length."""

    edges: tuple[str, ...]
    days: int
    """In a bin."""
    of_article: Codes
    """-1 for an undated article."""
    of_passage: Codes
    articles: Counted
    """In each bin, of the whole corpus."""

    def counted(self, found: Codes) -> Counted:
        """How many fall in each bin, the undated left out."""
        return np.bincount(found[found >= 0], minlength=len(self.edges))


def _bins(index: Index) -> Bins:
    first, bins, bin_days = _extent(index.article_day)
    of_article = _bin_of(index.article_day, first, bin_days)
    told = of_article[(of_article >= 0) & (np.diff(index.article_start) > 0)]
    return Bins(
        tuple(iso_day(first + n * bin_days) for n in range(bins)),
        bin_days,
        of_article,
        of_article[index.passage_article],
        np.bincount(told, minlength=bins),
    )


def _extent(days: Codes) -> tuple[int, int, int]:
    dated = days[days != NO_DAY]
    if not len(dated):
        return 0, 0, 1
    first, last = int(dated.min()), int(dated.max())
    missing = max(0, MIN_DAYS - (last - first + 1))
    first, last = first - missing // 2, last + missing - missing // 2
    bin_days = next((n for n in (1, 7, 30, 365) if (last - first) // n < MAX_BINS), 3650)
    if bin_days == 7:
        first -= (first + 3) % 7
    return first, (last - first) // bin_days + 1, bin_days


def _bin_of(days: Codes, first: int, bin_days: int) -> Codes:
    dated = days != NO_DAY
    bins = (np.where(dated, days, first).astype(np.int64) - first) // bin_days
    return np.where(dated, bins, -1).astype(np.int32)


def _lanes(index: Index, brush: Brush, chosen: Selection, lanes: int) -> tuple[pd.DataFrame, Codes]:
    total, count = index.mentions.totals, chosen.count("mentions")
    clause = brush.clause_on("entity")
    selected = index.entities.known(clause.values if clause else ())
    fits = np.flatnonzero(index.is_lane & (total > 0))
    best = _best(fits, count[fits], total[fits], lanes)
    codes = np.concatenate([best, selected[~np.isin(selected, best)]]).astype(np.int32)
    frame = index.frames["entities"][["entity_id", "name", "kind"]].iloc[codes]
    frame = frame.reset_index(drop=True)
    frame["total"], frame["count"] = total[codes], count[codes]
    frame["selected"] = np.isin(codes, selected)
    return frame, codes


def _best(codes: Places, count: Counted, total: Counted, most: int) -> Places:
    """The records with the most inside, then in all, then the first."""
    if len(codes) > most:
        kept = count >= np.partition(count, -most)[-most]
        codes, count, total = codes[kept], count[kept], total[kept]
    return codes[np.lexsort((codes, -total, -count))][:most]


def _grid(
    kind: Literal["mentions", "quotations"], lanes: Codes, bins: Bins, chosen: Selection
) -> Counted:
    """Rows inside by lane and bin; each lane's rows are looked up by its record."""
    made = np.zeros((len(lanes), len(bins.edges)), dtype=np.int64)
    links, left = chosen.index.links(kind), chosen.left.get(kind)
    for lane, record in enumerate(lanes.tolist()):
        passages = links.passages_with(record)
        if left is not None:
            passages = passages[left[links.rows_with(record)]]
        if not chosen.is_whole:
            passages = passages[chosen.mask[passages]]
        made[lane] = bins.counted(bins.of_passage[passages])
    return made


def first_and_last_day(index: Index) -> tuple[str, str] | None:
    """The first and the last day on which an article was published, or None."""
    dated = index.article_day[index.article_day != NO_DAY]
    return (iso_day(int(dated.min())), iso_day(int(dated.max()))) if len(dated) else None
