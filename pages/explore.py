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
    "quotations",
    "places",
    *brushbar.VIEWS,
    *nothing.VIEWS,
)


def explore() -> None:
    brushbar.draw()
    upper, beside = st.columns([62, 38], gap="medium")
    with upper, st.container(key="where", horizontal=True, gap="small"):
        with st.container(key="map"):
            map.draw()
            nothing.on_map()
        with st.container(key="places", width=190):
            places.draw()
    with beside, st.container(key="read"):
        reading.draw()
    timeline.bar()
    with st.container(key="when", horizontal=True, gap="small", wrap=False):
        with st.container(key="lanes", width=200):
            lanes.draw()
        with st.container(key="timeline"):
            timeline.draw()
            nothing.on_timeline()


theme.apply()
state.open_page("explore", VIEWS)
if access.counts(Brush()).articles:
    explore()
else:
    first_steps.draw()
