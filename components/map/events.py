"""What is clicked on the map, as a clause of the Brush, and what moves the map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pydeck as pdk

from components import state, theme
from components.memory import Drawn
from data import access
from dateline.brush import Brush, Clause, Field, clause

from . import held
from .camera import PRESETS, around, points_of
from .camera import held as view_of

CHART = "map_chart"
FIELDS: Mapping[str, Field] = {
    "places": "place",
    "near": "place",
    "context": "place",
    "areas": "place",
    "circles": "place",
    "countries": "region",
    "divisions": "region",
    "cells": "cell",
}
"""The layers that can be clicked, and the field that their rows are values of."""


def clause_from_event(event: Mapping[str, Any] | None, epoch: int) -> Clause | None:
    """What a click on the map names; None where it is empty or outdated."""
    layers_hit = (event or {}).get("selection", {}).get("objects", {})
    for layer, marks in layers_hit.items():
        name, _, drawn_in = str(layer).partition("-")
        if name in FIELDS and drawn_in.split("-")[0] == str(epoch):
            chosen = [_id_of(mark) for mark in marks]
            if chosen and all(chosen):
                return clause(FIELDS[name], *chosen)
    return None


def _id_of(mark: Sequence[Any] | Mapping[str, Any]) -> str:
    """Of a place, which comes as `areas.sent` sends it, or of a region or cell."""
    if not isinstance(mark, Mapping):
        return str(mark[0]) if mark else ""
    return str(mark.get("id") or mark.get("properties", {}).get("id") or "")


def on_select() -> None:
    """Hand what was clicked to the Brush; the chart's own selection is dropped at once.

    So each click is a new one, and a second on the same mark takes it out again.
    """
    here = state.session()
    chosen = clause_from_event(state.widget(CHART), here.epochs["map"])
    if chosen is None:
        state.redraw("map")
        return
    here.epochs["map"] += 1
    if not access.is_known(chosen.field, chosen.values[0]):
        state.redraw("map")
    adds = held.is_held()
    before = here.brush.clause_on("place")
    here.charting.clicked = frozenset([*chosen.values, *(before.values if before else ())])
    state.choose(chosen, add=adds)


def on_home() -> None:
    """All places."""
    here = state.session()
    here.homes += 1
    here.charting.view = None
    state.redraw("map")


def on_preset(name: str) -> None:
    """A part of the world."""
    look_at(view_of(PRESETS[name], state.session().map_px))
    state.redraw("map")


def on_chosen() -> None:
    """What is chosen."""
    points = chosen_points()
    if points:
        look_at(around(points, state.session().map_px))
    state.redraw("map")


def is_chosen() -> bool:
    """Whether a place, region or cell is."""
    brush = state.session().brush
    return any(brush.clause_on(field) for field in {*FIELDS.values()})


def chosen_points() -> list[tuple[float, float]]:
    """Where the chosen places lie, and how far the chosen regions and cells reach."""
    brush, places = state.session().brush, list[tuple[float, float]]()
    if brush.clause_on("place"):
        found = access.map_view(brush)
        places = points_of(found.iloc[np.flatnonzero(found["selected"].to_numpy())])
    regions = [end for code in _values(brush, "region") for end in access.region_ends(code)]
    return [*places, *regions, *(end for cell in _values(brush, "cell") for end in _corners(cell))]


def _values(brush: Brush, field: Field) -> tuple[str, ...]:
    chosen = brush.clause_on(field)
    return chosen.values if chosen else ()


def _corners(cell: str) -> list[tuple[float, float]]:
    west, south = access.cell_corner(cell)
    return [(west, south), (west + access.CELL_DEGREES, south + access.CELL_DEGREES)]


def look_at(view: pdk.ViewState) -> None:
    """Move the map there at its next drawing, even where it was moved by hand since."""
    charting = state.session().charting
    charting.aims += 1
    charting.view = view.longitude, view.latitude, view.zoom


def on_room(width: object) -> None:
    """Fit the first view to the map's true width in pixels, which only the browser knows."""
    if isinstance(width, int) and 100 <= width <= 10_000:
        state.session().map_px = width
        state.redraw("map")


def on_swap() -> None:
    """The table in place of the map, or the map again."""
    here = state.session()
    here.is_map_read = not here.is_map_read
    state.redraw("map", "map_tools", "map_legend", "map_swap")


def on_drawn(key: str, drawn: Mapping[str, Drawn]) -> None:
    """Draw places, regions or cells; the list beside goes with the map."""
    charting = state.session().charting
    charting.drawn = drawn.get(str(state.widget(key)), charting.drawn)
    state.look("map", "map_tools", "map_legend", "places")


def on_switch() -> None:
    """Areas and names, on or off."""
    charting = state.session().charting
    charting.with_areas = bool(state.widget("map_areas"))
    charting.with_names = bool(state.widget("map_names"))
    state.redraw("map")


def width() -> int:
    """The map's width in pixels, as far as is known."""
    return state.session().map_px or theme.MAP_WIDE_PX
