"""The address of a page: the Brush, and how it is looked at, so that a link is a view."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import chain
from typing import get_args
from urllib.parse import parse_qs, urlencode

import streamlit as st

from components.memory import DRAWN, LANES, Charting, Profiling, Timing, Voicing
from components.visit import Session
from data import access
from dateline.address import Query, taken

ARTICLE = "article"
"""The key that names the article in the reader."""
PARTS: Mapping[str, tuple[str, ...]] = {
    "voices": ("side", "subject", "statement"),
    "briefings": ("briefing", "slide"),
}
"""What the address of a screen names besides the Brush."""
OWN = (ARTICLE, *Voicing.KEYS, *Profiling.KEYS, *chain.from_iterable(PARTS.values()))
"""Keys that screens read for themselves."""
AXES: dict[str, access.Axis] = {axis: axis for axis in get_args(access.Axis)}


def given() -> Query:
    """The query of the page's address, as the browser had it when it asked for this run."""
    return {key: st.query_params.get_all(key) for key in st.query_params}


def of(here: Session, page: str) -> Query:
    """The query that shows a screen as it is now: the Brush, and what belongs to the screen."""
    query = parse_qs(here.brush.to_query()) | here.stating.parts.get(page, {})
    if page == "voices":
        return query | here.voicing.address(here.brush.to_query())
    if page == "entities":
        return query | here.profiling.address()
    if page == "explore":
        return query | _looks(here.charting, here.timing)
    return query | {ARTICLE: [here.article]} if page == "articles" and here.article else query


def without_own(query: Query) -> str:
    """The query without what screens read for themselves, as text."""
    return urlencode({key: query[key] for key in query if key not in OWN}, doseq=True)


def take_looks(query: Query, here: Session) -> tuple[str, ...]:
    """Look at Explore as the query says, and as at first where it is silent.

    What it says of that is taken out of the query; what makes no sense is returned, in words.
    """
    wrong = list[str]()
    here.charting.drawn = taken(query, "map", DRAWN.get, wrong) or "places"
    here.timing.axis = taken(query, "axis", AXES.get, wrong) or "published"
    here.timing.lanes = taken(query, "lanes", _lanes, wrong) or LANES[0]
    axis = here.timing.axis
    window = taken(query, "days", lambda text: _window(text, here), wrong)
    here.timing.windows = {axis: window} if window else {}
    return tuple(wrong)


def _looks(charting: Charting, timing: Timing) -> Query:
    """What is not as at first."""
    said = {
        "map": charting.drawn if charting.drawn != "places" else "",
        "axis": timing.axis if timing.axis != "published" else "",
        "lanes": str(timing.lanes) if timing.lanes != LANES[0] else "",
        "days": "..".join(timing.window or ()),
    }
    return {key: [value] for key, value in said.items() if value}


def _lanes(text: str) -> int | None:
    return next((lanes for lanes in LANES if str(lanes) == text), None)


def _window(text: str, here: Session) -> access.Window | None:
    """Two days, where the corpus has a day between them."""
    timing = here.timing
    extent = access.timeline_view(here.brush, timing.lanes, timing.axis, None).extent
    try:
        first, last = (date.fromisoformat(part).isoformat() for part in text.split(".."))
    except ValueError:
        return None
    return (first, last) if extent and max(first, extent[0]) <= min(last, extent[1]) else None
