"""What is counted and what the map shows under a Brush."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..brush import Brush
from .days import NO_DAY
from .ids import Codes
from .index import Index
from .select import iso_day, selection


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


def first_and_last_day(index: Index) -> tuple[str, str] | None:
    """The first and the last day on which an article was published, or None."""
    dated = index.article_day[index.article_day != NO_DAY]
    return (iso_day(int(dated.min())), iso_day(int(dated.max()))) if len(dated) else None
