"""Places in words: what the map does not pin, and the rest by name; regions or cells with it."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from components import state, theme
from data import access
from data.access import Choice
from dateline.brush import Field, clause
from dateline.records import AREAS, NOT_PINNED

PRECISION = {"near": "near · "} | dict.fromkeys(AREAS, "area · ")
LISTED = 30
LETTERS = 22


@state.view("places")
def draw() -> None:
    """Buttons, most mentioned first; what is chosen stays in sight."""
    here = state.session()
    with st.container(key="place_names", gap=None, height=theme.MAP_PX):
        if here.charting.drawn == "places":
            _places()
        elif here.charting.drawn == "cells":
            _choices("Cells of the grid", "cell", access.ground_view(here.brush, "cell"))
        else:
            _regions(here.charting.drawn == "divisions")


def _places() -> None:
    places = access.map_view(state.session().brush)
    whole = places["precision"].isin(NOT_PINNED)
    _listed("Countries and regions", places[whole])
    _listed("On the map", places[~whole])


def _listed(title: str, places: pd.DataFrame) -> None:
    ranked = places.sort_values(
        ["selected", "count", "total", "name"], ascending=[False, False, False, True]
    )
    _head(title, int((places["count"] > 0).sum()))
    for place in ranked.head(LISTED).to_dict("records"):
        _place(place)
    _rest(len(ranked))


def _regions(are_divisions: bool) -> None:
    """Regions with places inside; what names a country as a whole counts as inside it."""
    found = access.ground_view(state.session().brush, "region")
    title = "Divisions" if are_divisions else "Countries"
    _choices(title, "region", [c for c in found if ("." in c.value) == are_divisions])


def _choices(title: str, field: Field, found: list[Choice] | tuple[Choice, ...]) -> None:
    ranked = sorted(found, key=lambda choice: not choice.is_selected)
    _head(title, sum(choice.count > 0 for choice in found))
    for choice in ranked[:LISTED]:
        home, _, division = choice.value.partition(".")
        name = f"{division}, {home}" if division else access.name_of(field, choice.value)
        _button(field, choice.value, name, "", choice.count, choice.total, choice.is_selected)
    _rest(len(ranked))


def _place(place: dict[Any, Any]) -> None:
    extent = PRECISION.get(str(place["precision"]), "")
    counted = int(place["count"]), int(place["total"])
    _button("place", place["place_id"], place["name"], extent, *counted, bool(place["selected"]))


def _head(title: str, inside: int) -> None:
    st.caption(f"{title} :gray[{theme.number(inside)}]")


def _rest(listed: int) -> None:
    if listed > LISTED:
        st.caption(f"and {theme.number(listed - LISTED)} more")


def _button(
    field: Field, value: str, name: str, extent: str, count: int, total: int, is_chosen: bool
) -> None:
    kept = "" if count == total else f" of {theme.number(total)}"
    counted = f"{extent}{theme.number(count)}{kept}"
    st.button(
        f"{theme.plain(theme.shortened(name, LETTERS))} :gray[{counted}]",
        key=f"place_{value}",
        type="primary" if is_chosen else "tertiary",
        width="stretch",
        on_click=state.choose,
        args=(clause(field, value), True),
    )
