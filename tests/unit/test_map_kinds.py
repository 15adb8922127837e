"""Layers of the map of one kind ask the browser for one program."""

from __future__ import annotations

import itertools
from collections import defaultdict
from typing import Any

import numpy as np
import pandas as pd
import pydeck as pdk

from components import theme
from components.map.backdrop import scale, seas
from components.map.layers import layers
from components.map.marks import Still
from components.memory import Charting

LOOK = theme.LIGHT
COLUMNS = {"TextLayer": ("getSize", "getPixelOffset", "getAngle", "getColor")}
COLUMNS["ScatterplotLayer"] = ("getRadius", "getDashArray", "getLineWidth", "getFillColor")


def drawn() -> dict[str, list[dict[str, Any]]]:
    """The layers of a map with no area that has an outline, by kind."""
    given = ("place_id", "name", "longitude", "latitude", "precision", "radius_km", "total")
    none = pd.DataFrame({name: [] for name in (*given, "outline")})
    nothing = (np.array([], dtype=np.int64), np.array([], dtype=np.bool_))
    view = pdk.ViewState(longitude=20, latitude=30, zoom=2)
    places = layers(Still.of(none), *nothing, LOOK, 0, 2.0, Charting(), [])
    kinds = defaultdict[str, list[dict[str, Any]]](list)
    for layer in (seas(LOOK), *places, *scale(view, 640, LOOK)):
        sent = layer.told()
        kinds[sent["@@type"]].append(sent)
    return kinds


def is_column(layer: dict[str, Any], name: str) -> bool:
    return str(layer.get(name)).startswith("@@=")


def test_layers_of_a_kind_when_drawn_then_they_are_compiled_once() -> None:
    kinds = drawn()
    assert set(kinds) == {"ScatterplotLayer", "TextLayer", "PolygonLayer"}
    for kind, names in COLUMNS.items():
        assert len(kinds[kind]) > 3
        for one, other in itertools.pairwise(kinds[kind]):
            assert one.get("extensions") == other.get("extensions"), (one["id"], other["id"])
            for name in names:
                assert is_column(one, name) == is_column(other, name), (name, one["id"])


def test_discs_when_drawn_then_only_circles_of_areas_are_dashed() -> None:
    discs = drawn()["ScatterplotLayer"]
    assert [layer["id"] for layer in discs if "getDashArray" in layer] == ["circles-0"]
