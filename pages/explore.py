"""Explore: map, quotations and timeline, moved together by one Brush."""

from __future__ import annotations

import streamlit as st

from components import (
    brushbar,
    first_steps,
    lanes,
    map,
    nothing,
    places,
    reading,
    state,
    theme,
    timeline,
)
from data import access
from dateline.brush import Brush

VIEWS = (
    *map.VIEWS,
    *timeline.VIEWS,
    "lanes",
    *reading.VIEWS,
    "places",
    *brushbar.VIEWS,
    *nothing.VIEWS,
)


def explore() -> None:
    """Only the innermost container is entered: with each drawing of a view Streamlit copies all
    containers that are, and the ancestors of each."""
    brushbar.draw()
    upper, beside = st.columns([62, 38], gap="medium")
    where = upper.container(key="where", horizontal=True, gap="small")
    with where.container(key="map"):
        map.draw()
        nothing.on_map()
    with where.container(key="places", width=190):
        places.draw()
    with beside.container(key="read"):
        reading.draw()
    timeline.bar()
    when = st.container(key="when", horizontal=True, gap="small", wrap=False)
    with when.container(key="lanes", width=200):
        lanes.draw()
    with when.container(key="timeline"):
        timeline.draw()
        nothing.on_timeline()


theme.apply()
state.open_page("explore", VIEWS)
if access.counts(Brush()).articles:
    explore()
else:
    first_steps.draw()
