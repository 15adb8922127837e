"""The map: places sized by mentions inside the Brush, areas as areas, never a pin for a country."""

from __future__ import annotations

from copy import copy
from functools import cache
from typing import Any

import numpy as np
import orjson
import pydeck as pdk
import streamlit as st
from pydeck.bindings.json_tools import default_serialize

from components import picture, state, theme
from components.memory import Drawn
from data import access

from . import controls, events, ground, held, rows, table, taken
from .backdrop import scale, seas
from .events import clause_from_event, on_room
from .labels import Window
from .layer import Layer
from .layers import layers
from .looking import view_now
from .pinned import Pinned, pinned_now
from .rows import in_grey

__all__ = ["VIEWS", "clause_from_event", "draw", "on_room"]

VIEWS = ("map", *controls.VIEWS, "map_legend", "map_swap")
"""Fragment keys that a new Brush redraws."""
TOOLTIPS: dict[Drawn, str] = {
    "places": "<b>{1}</b><br>{2}",
    "countries": "<b>{name}</b>",
    "divisions": "<b>{name}</b>",
    "cells": "<b>{name}</b><br>{said}",
}
LEGENDS: dict[Drawn, str] = {
    "places": "● inside, grey outside · ○ approximate · dashed: area.",
    "countries": "Shaded by the places mentioned inside.",
    "divisions": "Shaded by the places mentioned inside; outlines approximate, by nearest town.",
    "cells": "Cells of 5°, shaded by the places mentioned inside.",
}
SOURCE = "Natural Earth; dashed borders are disputed."
TABLE_LEGEND = "A precision of area or feature is no point; a country is never pinned on the map."


class Chart(pdk.Deck):  # type: ignore[misc]
    """A deck whose JSON has no blanks; only its layers and its view are made anew each time."""

    def __init__(self, **how: Any) -> None:  # noqa: ANN401 - as pydeck takes it
        super().__init__(**how)
        self.still: dict[str, Any] = orjson.loads(orjson.dumps(self, default=default_serialize))

    def to_json(self) -> str:
        told = {
            "layers": [layer.told() for layer in self.layers],
            "initialViewState": self.initial_view_state,
        }
        return orjson.dumps(self.still | told, default=default_serialize).decode()


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
    if state.session().is_map_read:
        table.draw(access.map_view(state.session().brush))
    else:
        _chart(pinned_now())


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
    said = LEGENDS[here.charting.drawn]
    if here.charting.drawn == "places" and np.count_nonzero(pinned_now().count) > rows.MOST:
        said = f"The {rows.MOST} most mentioned places; countries and grid show all. {said}"
    return f"{said} {SOURCE}"


def _chart(pinned: Pinned) -> None:
    here, look = state.session(), theme.palette()
    view = view_now(pinned)
    chart = copy(_blank(look.name, here.charting.drawn))
    chart.layers = [*seas(look), *_drawn(pinned, view), *scale(view, here.map_px, look)]
    chart.initial_view_state = view
    number = theme.counted(int(np.count_nonzero(pinned.count)), "place")
    st.pydeck_chart(
        chart,
        key=events.CHART,
        height=theme.MAP_PX,
        on_select=events.on_select,
        selection_mode="single-object",
        alt=f"Map of {number}; the list beside it and the table say the same in words.",
    )


@cache
def _blank(look: str, drawn: Drawn) -> Chart:
    """The map with nothing on it: to make one takes as long as all that is drawn on it."""
    shown = next(each for each in (theme.LIGHT, theme.DARK) if each.name == look)
    return Chart(
        views=[pdk.View("MapView", repeat=True, controller={"doubleClickZoom": False})],
        map_style=f"app/static/basemap/style-{look}.json",
        tooltip={"html": TOOLTIPS[drawn], "style": theme.tooltip(shown)},
    )


def _drawn(pinned: Pinned, view: pdk.ViewState) -> list[Layer]:
    here, look, zoom = state.session(), theme.palette(), view.zoom
    drawn, epoch = here.charting.drawn, here.epochs["map"]
    if drawn == "places":
        still, shown = pinned.still, (pinned.count, pinned.selected)
        grey = access.kept("places in grey", lambda: orjson.Fragment(orjson.dumps(in_grey(still))))
        window = Window(view.longitude, view.latitude, here.map_px)
        return layers(still, *shown, look, epoch, zoom, here.charting, grey, window)
    if drawn == "cells":
        return ground.cells(access.ground_view(here.brush, "cell"), look, epoch, zoom)
    return ground.regions(access.ground_view(here.brush, "region"), drawn, look, epoch, zoom)
