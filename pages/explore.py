"""Explore: map, quotations and timeline, moved together by one Brush."""

from __future__ import annotations

import streamlit as st

from components import (
    brushbar,
    evidence,
    first_steps,
    lanes,
    map,
    places,
    quotations,
    state,
    theme,
    timeline,
)
from data import access
from dateline.brush import Brush

VIEWS = (*brushbar.VIEWS, "quotations", "timeline", "lanes", "places", "map")


@state.view("quotations")
def reading() -> None:
    here = state.session()
    other = "passages" if here.reads == "quotations" else "quotations"
    st.button(f"Read {other}", key="other", type="tertiary", on_click=swap, args=(other,))
    if here.reads == "passages":
        page = access.passages_view(here.brush, here.rows)
        evidence.draw_passages(page, "passage_list", on_event, height=theme.READING_PX)
    else:
        page = access.quotations_view(here.brush, here.rows)
        quotations.draw_quotations(
            page, "quotation_list", on_event, brush=here.brush, height=theme.READING_PX
        )


def swap(reads: str) -> None:
    state.session().reads = reads


def on_event(event: dict[str, object]) -> None:
    chosen = quotations.clause_from_event(event)
    if chosen is not None:
        state.choose(chosen, add=bool(event.get("add")))
    elif event["field"] == "more":
        state.session().rows += state.ROWS


def explore() -> None:
    brushbar.draw()
    upper, beside = st.columns([62, 38], gap="medium")
    with upper, st.container(key="where", horizontal=True, gap="small"):
        with st.container(key="map"):
            map.draw()
        with st.container(key="places", width=190):
            places.draw()
    with beside, st.container(key="read"):
        reading()
    with st.container(key="when", horizontal=True, gap="small", wrap=False):
        with st.container(key="lanes", width=200):
            lanes.draw()
        with st.container(key="timeline"):
            timeline.draw()


theme.apply()
state.open_page("explore", VIEWS)
if access.counts(Brush()).articles:
    explore()
else:
    first_steps.draw()
