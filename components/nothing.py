"""What is said over the map and the timeline where the Brush leaves nothing in them."""

from __future__ import annotations

import streamlit as st

from components import state
from data import access

VIEWS = ("no_places", "no_days")
"""Fragment keys of the two."""
WHAT_TO_DO = "Take a part of it out, or undo."


def _no_places() -> bool:
    return not access.map_view(state.session().brush)["count"].to_numpy().any()


@state.view("no_places", shows=_no_places)
def on_map() -> None:
    """A line on the map without a place inside."""
    if _no_places():
        _say("no_places", f"No place is named in this selection. {WHAT_TO_DO}")


def _no_days() -> str:
    here = state.session()
    timing = here.timing
    shown = access.timeline_view(here.brush, timing.lanes, timing.axis, timing.window)
    if not shown.edges or shown.density.any():
        return ""
    one = "article" if shown.axis == "published" else "passage"
    dated = "that states its day " if shown.beside.undated else ""
    return f"No {one} {dated}is in this selection. {WHAT_TO_DO}"


@state.view("no_days", shows=_no_days)
def on_timeline() -> None:
    """A line on the timeline without an article inside."""
    if said := _no_days():
        _say("no_days", said)


def _say(key: str, words: str) -> None:
    with st.container(key=key):
        st.text(words, width="content")
