"""What each view shows under a Brush: counts, map, and timeline."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..brush import Brush
from .index import NO_DAY, Codes, Index, Links, Mask
from .select import inside, iso_day

LANE_KINDS = ("person", "organisation")
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
    entities: int
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
    mask = inside(index, brush)
    mentions = index.mentions.count(mask, len(index.entities))
    toponyms = index.toponyms.count(mask, len(index.places))
    articles = np.unique(index.passage_article[mask])
    return Counts(
        articles=len(articles),
        stories=len(np.unique(index.article_story[articles])),
        origins=len(np.unique(index.article_origin[articles])),
        passages=int(mask.sum()),
        mentions=int(mask[index.mentions.passage].sum()),
        places=int((toponyms > 0).sum()),
        entities=int((mentions > 0).sum()),
        quotations=int(quotations_inside(index, brush, mask).sum()),
    )


def quotations_inside(index: Index, brush: Brush, mask: Mask) -> Mask:
    """Which rows of `index.quotations` stand in a passage inside and have a chosen speaker."""
    rows = mask[index.quotations.passage]
    speaker = brush.clause_on("speaker")
    if speaker and brush.scope == "passage":
        rows &= np.isin(index.quotations.target, index.entities.known(speaker.values))
    return rows


def map_view(index: Index, brush: Brush) -> pd.DataFrame:
    """Every place of the corpus, in one order whatever the Brush, with its mentions inside."""
    shown = ["kind", "latitude", "longitude", "precision", "radius_km", "outline", "country"]
    places = index.frames["places"]
    size = len(index.places)
    view = places[["place_id", *shown]].copy()
    label = places["neutral_label"].astype(object)
    view.insert(1, "name", label.where(label != "", places["name"].astype(object)))
    view["total"] = index.toponyms.count(np.ones(len(index.passages), dtype=bool), size)
    view["count"] = index.toponyms.count(inside(index, brush.seen_by("map")), size)
    chosen = brush.clause_on("place")
    view["selected"] = view["place_id"].isin(chosen.values if chosen else ())
    return view


def timeline_view(index: Index, brush: Brush, lanes: int = 14) -> Timeline:
    """The timeline under all clauses but its own."""
    mask = inside(index, brush.seen_by("timeline"))
    first, bins, bin_days = _bins(index.article_day)
    bin_of = _bin_of(index.article_day, first, bin_days)
    passage_bin = bin_of[index.passage_article]
    frame, codes = _lanes(index, brush, mask, lanes)
    span = brush.clause_on("published")
    everything = np.ones(len(index.passages), dtype=bool)

    def grid(links: Links, inside: Mask) -> Counted:
        return _grid(links.passage, links.target, codes, passage_bin, bins, inside)

    days = (iso_day(first + n * bin_days) for n in range(bins))
    return Timeline(
        edges=tuple(days),
        bin_days=bin_days,
        density_total=_articles_a_bin(index, everything, bin_of, bins),
        density=_articles_a_bin(index, mask, bin_of, bins),
        lanes=frame,
        cells_total=grid(index.mentions, everything),
        cells=grid(index.mentions, mask),
        speaks=grid(index.quotations, mask),
        span=(span.values[0], span.values[1]) if span else None,
        undated=len(np.unique(index.passage_article[mask & (passage_bin < 0)])),
    )


def _bins(days: Codes) -> tuple[int, int, int]:
    dated = days[days != NO_DAY]
    if not len(dated):
        return 0, 0, 1
    first, last = (int(day) for day in np.quantile(dated, [0, 1]))
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


def _articles_a_bin(index: Index, mask: Mask, bin_of: Codes, bins: int) -> Counted:
    found = bin_of[np.unique(index.passage_article[mask])]
    return np.bincount(found[found >= 0], minlength=bins)


def _lanes(index: Index, brush: Brush, mask: Mask, lanes: int) -> tuple[pd.DataFrame, Codes]:
    size = len(index.entities)
    total = index.mentions.count(np.ones(len(mask), dtype=bool), size)
    count = index.mentions.count(mask, size)
    entities = index.frames["entities"]
    fits = entities["kind"].isin(LANE_KINDS).to_numpy() & (total > 0)
    chosen = brush.clause_on("entity")
    selected = index.entities.known(chosen.values if chosen else ())
    order = np.lexsort((-total, -count))
    best = order[fits[order]][:lanes]
    codes = np.concatenate([best, selected[~np.isin(selected, best)]]).astype(np.int32)
    frame = entities[["entity_id", "name", "kind"]].iloc[codes].reset_index(drop=True)
    frame["total"], frame["count"] = total[codes], count[codes]
    frame["selected"] = np.isin(codes, selected)
    return frame, codes


def _grid(
    passage: Codes, target: Codes, lanes: Codes, passage_bin: Codes, bins: int, mask: Mask
) -> Counted:
    kept = mask[passage] & (target >= 0) & (passage_bin[passage] >= 0)
    lane_of = np.full(int(target.max(initial=-1)) + 1, -1, dtype=np.int32)
    within = lanes < len(lane_of)
    lane_of[lanes[within]] = np.arange(len(lanes), dtype=np.int32)[within]
    lane, column = lane_of[target[kept]], passage_bin[passage[kept]]
    flat = np.bincount((lane * bins + column)[lane >= 0], minlength=len(lanes) * bins)
    return flat.reshape(len(lanes), bins)


def first_and_last_day(index: Index) -> tuple[str, str] | None:
    """The first and the last day on which an article was published, or None."""
    dated = index.article_day[index.article_day != NO_DAY]
    return (iso_day(int(dated.min())), iso_day(int(dated.max()))) if len(dated) else None
