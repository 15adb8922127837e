"""What is set on the map: what it draws, which layers, and where it looks."""

from __future__ import annotations

import streamlit as st

from components import state
from components.memory import Drawn

from . import events
from .camera import PRESETS

KINDS: dict[str, Drawn] = {
    "Places": "places",
    "Countries": "countries",
    "Divisions": "divisions",
    "Grid": "cells",
}


VIEWS = ("map_tools",)
"""Fragment keys that a new Brush redraws."""


def _shows() -> tuple[bool, str, bool]:
    here = state.session()
    return here.is_map_read, here.charting.drawn, events.is_chosen()


@state.view("map_tools", shows=_shows)
def draw() -> None:
    """What is drawn, and where the map looks; nothing of it where the map is read as a table."""
    here = state.session()
    drawn = here.charting.drawn
    if here.is_map_read:
        return
    with st.container(key="map_kinds", width="content"):
        now = next(name for name, kind in KINDS.items() if kind == drawn)
        st.segmented_control(
            "What the map draws",
            list(KINDS),
            default=now,
            required=True,
            key=f"map_drawn_{drawn}",
            label_visibility="collapsed",
            on_change=events.on_drawn,
            args=(f"map_drawn_{drawn}", KINDS),
        )
    st.button("Show all places", key="fit", icon=":material/fit_screen:", on_click=events.on_home)
    with (
        st.popover("Views and layers", key="map_more", icon=":material/layers:"),
        st.container(gap="xxsmall"),
    ):
        _more()


def _more() -> None:
    charting = state.session().charting
    st.toggle("Areas", charting.with_areas, key="map_areas", on_change=events.on_switch)
    st.toggle("Names", charting.with_names, key="map_names", on_change=events.on_switch)
    st.caption("Look at")
    for name in PRESETS:
        st.button(
            name, key=f"view_{name}", type="tertiary", on_click=events.on_preset, args=(name,)
        )
    st.button(
        "What is chosen",
        key="view_chosen",
        type="tertiary",
        disabled=not events.is_chosen(),
        on_click=events.on_chosen,
    )
