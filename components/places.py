"""Places in words: countries and regions, which the map does not pin, and the rest by name."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from components import state, theme
from data import access
from dateline.brush import clause
from dateline.records import AREAS, NOT_PINNED

PRECISION = {"near": "near · "} | dict.fromkeys(AREAS, "area · ")
LISTED = 30
LETTERS = 22


@state.view("places")
def draw() -> None:
    """Two lists of buttons, most mentioned first; what is chosen stays in sight."""
    places = access.map_view(state.session().brush)
    whole = places["precision"].isin(NOT_PINNED)
    with st.container(key="place_names", gap=None, height=theme.MAP_PX):
        _listed("Countries and regions", places[whole])
        _listed("On the map", places[~whole])


def _listed(title: str, places: pd.DataFrame) -> None:
    ranked = places.sort_values(
        ["selected", "count", "total", "name"], ascending=[False, False, False, True]
    )
    st.caption(f"{title} :gray[{theme.number(int((places['count'] > 0).sum()))}]")
    for place in ranked.head(LISTED).to_dict("records"):
        _button(place)
    if len(ranked) > LISTED:
        st.caption(f"and {theme.number(len(ranked) - LISTED)} more on the map")


def _button(place: dict[Any, Any]) -> None:
    kept = "" if place["count"] == place["total"] else f" of {theme.number(place['total'])}"
    extent = PRECISION.get(str(place["precision"]), "")
    counted = f"{extent}{theme.number(place['count'])}{kept}"
    st.button(
        f"{theme.plain(theme.shortened(place['name'], LETTERS))} :gray[{counted}]",
        key=f"place_{place['place_id']}",
        type="primary" if place["selected"] else "tertiary",
        width="stretch",
        on_click=state.choose,
        args=(clause("place", place["place_id"]), True),
    )
