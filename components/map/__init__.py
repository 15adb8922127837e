"""The map: places sized by mentions inside the Brush, areas as areas, never a pin for a country."""

from __future__ import annotations

import numpy as np
import orjson
import pandas as pd
import pydeck as pdk
import streamlit as st
from pydeck.bindings.json_tools import default_serialize

from components import picture, state, theme
from components.memory import Drawn
from data import access

from . import controls, events, ground, held, rows, table, taken
from .backdrop import scale, seas
from .camera import around, camera, is_seen, points_of
from .events import clause_from_event, on_room
from .layers import layers

__all__ = ["VIEWS", "clause_from_event", "draw", "on_room"]

VIEWS = ("map", *controls.VIEWS, "map_legend", "map_swap")
"""Fragment keys that a new Brush redraws."""
TOOLTIPS: dict[Drawn, str] = {
    "places": "<b>{name}</b><br>{said}",
    "countries": "<b>{name}</b>",
    "divisions": "<b>{name}</b>",
    "cells": "<b>{name}</b><br>{said}",
}
LEGENDS: dict[Drawn, str] = {
    "places": "● mentions inside, grey outside · ○ approximate · dashed: an area.",
    "countries": "Shaded by the places mentioned inside.",
    "divisions": "Shaded by the places mentioned inside; outlines approximate, by nearest town.",
    "cells": "Cells of 5°, shaded by the places mentioned inside.",
}
SOURCE = "Natural Earth; dashed borders are disputed."
TABLE_LEGEND = "A precision of area or feature is no point; a country is never pinned on the map."


class Chart(pdk.Deck):  # type: ignore[misc]
    """A deck whose JSON has no blanks."""

    def to_json(self) -> str:
        return orjson.dumps(self, default=default_serialize).decode()


def draw() -> None:
    """The map of the current Brush, or the table that says the same; its controls, its legend."""
    _map()
    controls.draw()
    held.listen()
    with st.container(key="map_foot", horizontal=True):
        with st.container(key="map_legend"):
            _legend()
        picture.draw("map", taken.map_of(state.session()))
        _swap()


@state.view("map")
def _map() -> None:
    here = state.session()
    places = access.map_view(here.brush)
    if here.is_map_read:
        table.draw(places)
    else:
        _chart(rows.pinned(places))


@state.view("map_swap", shows=lambda: state.session().is_map_read)
def _swap() -> None:
    st.button(
        "Draw as a map" if state.session().is_map_read else "Read as a table",
        key="map_read",
        type="tertiary",
        on_click=events.on_swap,
    )


@state.view("map_legend", shows=lambda: _said())
def _legend() -> None:
    st.caption(_said(), help=None if state.session().is_map_read else access.ATTRIBUTION)


def _said() -> str:
    here = state.session()
    if here.is_map_read:
        return TABLE_LEGEND
    places, said = access.map_view(here.brush), LEGENDS[here.charting.drawn]
    inside = rows.inside(places)
    if inside > rows.MOST and here.charting.drawn == "places":
        said = (
            f"The {rows.MOST} most mentioned of {theme.number(inside)} places; "
            "countries and grid show all. " + said
        )
    return f"{said} {SOURCE}"


def _chart(pinned: pd.DataFrame) -> None:
    here, look = state.session(), theme.palette()
    view = _view(pinned)
    st.pydeck_chart(
        Chart(
            layers=[seas(look), *_drawn(pinned, view.zoom), *scale(view, here.map_px, look)],
            views=[pdk.View("MapView", repeat=True, controller={"doubleClickZoom": False})],
            map_style=f"app/static/basemap/style-{look.name}.json",
            initial_view_state=view,
            tooltip={"html": TOOLTIPS[here.charting.drawn], "style": theme.tooltip(look)},
        ),
        key=events.CHART,
        height=theme.MAP_PX,
        on_select=events.on_select,
        selection_mode="single-object",
        alt=f"Map of {_shown(pinned)}; the list beside it and the table say the same in words.",
    )


def _shown(pinned: pd.DataFrame) -> str:
    return theme.counted(int((pinned["count"] > 0).sum()), "place")


def _drawn(pinned: pd.DataFrame, zoom: float) -> list[pdk.Layer]:
    here, look = state.session(), theme.palette()
    drawn, epoch = here.charting.drawn, here.epochs["map"]
    if drawn == "places":
        return layers(pinned, look, epoch, zoom, here.charting)
    if drawn == "cells":
        return ground.cells(access.ground_view(here.brush, "cell"), look, epoch, zoom)
    return ground.regions(access.ground_view(here.brush, "region"), drawn, look, epoch, zoom)


def _view(pinned: pd.DataFrame) -> pdk.ViewState:
    """The view that was asked for, or the first; or one of a place that was chosen elsewhere."""
    here = state.session()
    charting, chosen = here.charting, pinned.iloc[np.flatnonzero(pinned["selected"])]
    ids = frozenset(chosen["place_id"])
    view = _asked_for(pinned)
    news = chosen[chosen["place_id"].isin(ids - charting.chosen - charting.clicked)]
    points = points_of(news)
    if not all(is_seen(view, *point, here.map_px) for point in points):
        events.look_at(around(points, here.map_px))
        view = _asked_for(pinned)
    charting.chosen = ids
    return view


def _asked_for(pinned: pd.DataFrame) -> pdk.ViewState:
    here = state.session()
    if here.charting.view is None:
        return _first_view(pinned)
    longitude, latitude, zoom = (at + here.charting.aims * 1e-7 for at in here.charting.view)
    return pdk.ViewState(longitude=longitude, latitude=latitude, zoom=zoom)


def _first_view(pinned: pd.DataFrame) -> pdk.ViewState:
    """That of the whole corpus, worked out once for the places and the room that there are."""
    here = state.session()
    asked = here.homes, here.map_px, len(pinned), int(pinned["total"].sum())
    if here.charting.first is None or here.charting.first[0] != asked:
        here.charting.first = asked, camera(pinned, here.homes, here.map_px)
    return here.charting.first[1]
