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


VIEWS = ("map_tools", "map_chosen")
"""Fragment keys that a new Brush redraws."""


def _shows() -> tuple[bool, str]:
    here = state.session()
    return here.is_map_read, here.charting.drawn


@state.view("map_tools", shows=_shows)
def draw() -> None:
    """What is drawn, and where the map looks; nothing of it where the map is read as a table."""
    here = state.session()
    drawn = here.charting.drawn
    if here.is_map_read:
        _chosen()
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
    _chosen()


def _can_look() -> bool:
    return events.is_chosen() and not state.session().is_map_read


@state.view("map_chosen", shows=_can_look)
def _chosen() -> None:
    """Apart from the others, as of them a Brush changes only this; empty where the map is read, as
    Streamlit redraws only what has been drawn."""
    if state.session().is_map_read:
        return
    st.button(
        "What is chosen",
        key="view_chosen",
        type="tertiary",
        disabled=not _can_look(),
        on_click=events.on_chosen,
    )
