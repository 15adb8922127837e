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

PLAIN = ("place_id", "kind", "precision", "country", "outline")
"""Columns of places that are taken faster as plain objects."""


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
    return Counts(
        articles=len(chosen.article_codes()),
        stories=chosen.stories(),
        origins=chosen.origins(),
        passages=chosen.size,
        mentions=chosen.number("mentions"),
        places=int(np.count_nonzero(chosen.count("toponyms"))),
        quotations=chosen.number("quotations"),
    )


def map_view(index: Index, brush: Brush, is_named: bool = False) -> pd.DataFrame:
    """The places of the corpus, in one order whatever the Brush, with their mentions inside.

    Args:
        is_named: whether places that no article names are left out.
    """
    places, codes = index.recent.get(("places", is_named), lambda: _places(index, is_named))
    view = places.copy(deep=False)
    view["count"] = selection(index, brush.seen_by("map")).count("toponyms")[codes]
    chosen = brush.clause_on("place")
    selected = np.zeros(len(index.places), dtype=bool)
    selected[index.places.known(chosen.values) if chosen else []] = True
    view["selected"] = selected[codes]
    return view


def _places(index: Index, is_named: bool) -> tuple[pd.DataFrame, Codes]:
    """The places before any Brush, text as plain objects; and their codes.

    They have all columns of a view, as pandas puts in a new one ten times slower.
    """
    totals = index.toponyms.totals
    codes = np.flatnonzero(totals > 0) if is_named else np.arange(len(totals))
    shown = ["kind", "latitude", "longitude", "precision", "radius_km", "outline", "country"]
    frame = index.frames["places"].iloc[codes].reset_index(drop=True)
    label = frame["neutral_label"].astype(object)
    names = label.where(label != "", frame["name"].astype(object))
    view = frame[["place_id", *shown]].astype(dict.fromkeys(PLAIN, object))
    view.insert(1, "name", names)
    return view.assign(total=totals[codes], count=0, selected=False), codes.astype(np.int32)


def first_and_last_day(index: Index) -> tuple[str, str] | None:
    """The first and the last day on which an article was published, or None."""
    dated = index.article_day[index.article_day != NO_DAY]
    return (iso_day(int(dated.min())), iso_day(int(dated.max()))) if len(dated) else None
