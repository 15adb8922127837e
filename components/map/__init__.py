"""The map: places sized by mentions inside the Brush, areas as areas, never a pin for a country."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import pydeck as pdk
import streamlit as st

from components import state, theme
from data import access
from dateline.brush import Clause, clause
from dateline.records import NOT_PINNED

from . import table
from .camera import camera
from .layers import layers

TOOLTIP = "<b>{name}</b><br>{said}"
LEGEND = (
    "● mentions inside, grey outside · ○ approximate · dashed: an area. "
    "Land and borders: Natural Earth; dashed borders are disputed."
)

TABLE_LEGEND = "A precision of area or feature is no point; a country is never pinned on the map."


def clause_from_event(event: Mapping[str, Any] | None, epoch: int) -> Clause | None:
    """The place that a selection of the map names; None where it is empty or outdated."""
    layers_hit = (event or {}).get("selection", {}).get("objects", {})
    chosen = [
        mark["id"]
        for layer in (f"areas-{epoch}", f"places-{epoch}")
        for mark in layers_hit.get(layer, [])
        if mark.get("id")
    ]
    return clause("place", *chosen) if chosen else None


def on_select() -> None:
    """Hand what was clicked to the Brush; the same place again takes it out."""
    here = state.session()
    brush, touched = here.brush, here.is_touched("map")
    chosen = clause_from_event(state.widget("map_chart"), here.epochs["map"])
    if chosen is None:
        state.commit(brush.without("place") if touched else brush, "map")
    elif chosen == brush.clause_on("place") and not touched:
        state.commit(brush.without("place"))
    else:
        state.commit(brush.with_clause(chosen), "map")


def on_home() -> None:
    """Back to the first view."""
    state.session().homes += 1
    st.rerun(["map"])


def on_room(width: object) -> None:
    """Fit the first view to the map's true width in pixels, which only the browser knows."""
    if isinstance(width, int) and 100 <= width <= 10_000:
        state.session().map_px = width
        st.rerun(["map"])


def on_swap() -> None:
    """The table in place of the map, or the map again."""
    here = state.session()
    here.is_map_read = not here.is_map_read
    st.rerun(["map"])


@state.view("map")
def draw() -> None:
    """The map of the current Brush, or the table that says the same."""
    here = state.session()
    places = access.map_view(here.brush)
    pinned = places[~places["precision"].isin(NOT_PINNED)]
    if here.is_map_read:
        table.draw(places)
    else:
        _chart(pinned)
    with st.container(key="map_foot", horizontal=True):
        with st.container(key="map_legend"):
            st.caption(TABLE_LEGEND if here.is_map_read else LEGEND)
        st.button(
            "Draw as a map" if here.is_map_read else "Read as a table",
            key="map_read",
            type="tertiary",
            on_click=on_swap,
        )


def _chart(pinned: pd.DataFrame) -> None:
    here = state.session()
    shown = theme.counted(int((pinned["count"] > 0).sum()), "place")
    look, view = theme.palette(), camera(pinned, here.homes, here.map_px)
    st.pydeck_chart(
        pdk.Deck(
            layers=layers(pinned, look, here.epochs["map"], view.zoom),
            views=[pdk.View("MapView", controller={"doubleClickZoom": False})],
            map_style=f"app/static/basemap/style-{look.name}.json",
            initial_view_state=view,
            tooltip={"html": TOOLTIP, "style": theme.tooltip(look)},
        ),
        key="map_chart",
        height=theme.MAP_PX,
        on_select=on_select,
        selection_mode="single-object",
        alt=f"Map of {shown}; the list beside it and the table say the same in words.",
    )
    st.button(
        "Show all places",
        key="fit",
        icon=":material/fit_screen:",
        on_click=on_home,
    )
