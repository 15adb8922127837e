"""Layers of the map of one kind ask the browser for one program."""

from __future__ import annotations

import itertools
from collections import defaultdict
from typing import Any

import numpy as np
import pandas as pd
import pydeck as pdk
import pytest

from components import theme
from components.map.backdrop import scale, seas
from components.map.layers import layers
from components.map.marks import Still
from components.memory import Charting
from dateline.places.basemap import SERVED_AT
from dateline.places.seas import tiled

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
    for layer in (*seas(LOOK), *places, *scale(view, 640, LOOK)):
        sent = layer.told()
        kinds[sent["@@type"]].append(sent)
    return kinds


def is_column(layer: dict[str, Any], name: str) -> bool:
    return str(layer.get(name)).startswith("@@=")


def test_layers_of_a_kind_when_drawn_then_they_are_compiled_once() -> None:
    kinds = drawn()
    assert set(kinds) == {"ScatterplotLayer", "TextLayer", "TileLayer", "PolygonLayer"}
    for kind, names in COLUMNS.items():
        assert len(kinds[kind]) > 3
        for one, other in itertools.pairwise(kinds[kind]):
            assert one.get("extensions") == other.get("extensions"), (one["id"], other["id"])
            for name in names:
                assert is_column(one, name) == is_column(other, name), (name, one["id"])


def test_discs_when_drawn_then_only_circles_of_areas_are_dashed() -> None:
    discs = drawn()["ScatterplotLayer"]
    assert [layer["id"] for layer in discs if "getDashArray" in layer] == ["circles-0"]


@pytest.mark.parametrize("look", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_names_of_seas_when_in_tiles_then_they_are_drawn_as_those_that_are_not(
    look: theme.Palette,
) -> None:
    large, small = (layer.told() for layer in seas(look))
    told = {
        "getSize": "getTextSize",
        "getColor": "getTextColor",
        "getAngle": "getTextAngle",
        "getPixelOffset": "getTextPixelOffset",
        "sizeUnits": "textSizeUnits",
        "sizeMaxPixels": "textSizeMaxPixels",
        "characterSet": "textCharacterSet",
        "fontFamily": "textFontFamily",
        "fontWeight": "textFontWeight",
    }
    named = set(large) - {"@@type", "id", "data", "pickable", "getText", "getPosition"}
    assert named <= set(told)
    for one, other in told.items():
        if is_column(large, one):
            assert small[other] in (large[one], large[one].replace("@@=", "@@=properties."))
        else:
            assert small.get(other) == large.get(one), one
    assert (small["getText"], small["pointType"]) == ("@@=properties.name", "text")


def test_tiles_of_seas_when_far_away_then_none_is_loaded_and_each_address_has_its_file() -> None:
    _, small = (layer.told() for layer in seas(LOOK))
    zooms = range(small["minZoom"], small["maxZoom"] + 1)
    assert "extent" not in small
    assert small["data"] == f"{SERVED_AT}/seas/{{z}}-{{x}}-{{y}}.json"
    assert {zoom for zoom, _, _ in tiled([]).tiles} == set(zooms)
    assert (small["zoomOffset"], small["refinementStrategy"]) == (-0.5, "no-overlap")
