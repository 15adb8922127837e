"""Countries, divisions and cells with their shapes and the place mentions inside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

import orjson
import shapely
import streamlit as st
from shapely.geometry.base import BaseGeometry

from dateline.brush import Brush
from dateline.drawing import Shade
from dateline.query import CELL_DEGREES, cell_corner
from dateline.settings import BASEMAP

from .ground import regions_drawn
from .views import ground_view, name_of

__all__ = ["Shaded", "shades"]

Shaded = Literal["countries", "divisions", "cells"]


def shades(brush: Brush, level: Shaded) -> tuple[Shade, ...]:
    """What of a level is mentioned inside the Brush, or selected."""
    found = _cells(brush) if level == "cells" else _regions(brush, level)
    return tuple(shade for shade in found if shade.mentions or shade.is_selected)


def _cells(brush: Brush) -> Iterator[Shade]:
    for choice in ground_view(brush, "cell"):
        west, south = cell_corner(choice.value)
        shape = shapely.box(west, south, west + CELL_DEGREES, south + CELL_DEGREES)
        half = CELL_DEGREES / 2
        said = name_of("cell", choice.value)
        yield Shade(choice.value, said, choice.count, choice.is_selected, shape, west + half,
                    south + half)  # fmt: skip


def _regions(brush: Brush, level: Literal["countries", "divisions"]) -> Iterator[Shade]:
    choices = {choice.value: choice for choice in ground_view(brush, "region")}
    shapes = _shapes((BASEMAP / f"{level}.geojson").stat().st_mtime_ns, level)
    for region in regions_drawn(level):
        choice = choices.get(region.code)
        if choice:
            yield Shade(region.code, region.name, choice.count, choice.is_selected,
                        shapes[region.code], region.longitude, region.latitude)  # fmt: skip


@st.cache_resource(max_entries=2, show_spinner=False)
def _shapes(written: int, level: str) -> Mapping[str, BaseGeometry]:  # noqa: ARG001 - cached by
    found = orjson.loads((BASEMAP / f"{level}.geojson").read_bytes())["features"]
    shapes = shapely.from_geojson([orjson.dumps(one["geometry"]) for one in found])
    return {
        one["properties"]["id"]: shape for one, shape in zip(found, shapes.tolist(), strict=True)
    }
