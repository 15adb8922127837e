"""Countries and first-level divisions as the map draws them."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter
from typing import Literal, NamedTuple

import orjson
import streamlit as st

from dateline.places.basemap import ATTRIBUTION, REGIONS
from dateline.places.seas import LETTERS_PX as SEA_PX
from dateline.places.seas import TILE_ZOOMS as SEA_TILES
from dateline.query import CELL_DEGREES, cell_corner
from dateline.settings import BASEMAP

__all__ = [
    "ATTRIBUTION",
    "CELL_DEGREES",
    "SEA_PX",
    "SEA_TILES",
    "Drawn",
    "Level",
    "cell_corner",
    "region_ends",
    "region_words",
    "regions_drawn",
]

Level = Literal["countries", "divisions"]
Point = tuple[float, float]
"""Longitude and latitude."""


class Drawn(NamedTuple):
    """A region in the order of its file of outlines."""

    code: str
    """As the Brush names it: "AF", "AF.Kabul"."""
    name: str
    longitude: float
    """Of a point inside."""
    latitude: float


@st.cache_resource(max_entries=2, show_spinner=False)
def _drawn(written: int) -> Mapping[Level, tuple[Drawn, ...]]:  # noqa: ARG001 - cached by
    found = orjson.loads((BASEMAP / REGIONS).read_bytes())
    return {level: tuple(Drawn(*row) for row in rows) for level, rows in found.items()}


@st.cache_resource(max_entries=2, show_spinner=False)
def _names(written: int) -> Mapping[str, str]:
    return {region.code: region.name for rows in _drawn(written).values() for region in rows}


@st.cache_resource(max_entries=4, show_spinner=False)
def _ends(written: int, level: Level) -> Mapping[str, tuple[Point, ...]]:  # noqa: ARG001 - as above
    found = orjson.loads((BASEMAP / f"{level}.geojson").read_bytes())["features"]
    return {one["properties"]["id"]: _extremes(one["geometry"]["coordinates"]) for one in found}


def _extremes(parts: list[list[list[list[float]]]]) -> tuple[Point, ...]:
    """The westernmost, easternmost, southernmost and northernmost point of each part."""
    ends = [end(part[0], key=itemgetter(axis)) for part in parts for axis in (0, 1)
            for end in (min, max)]  # fmt: skip
    return tuple((longitude, latitude) for longitude, latitude in ends)


def _written() -> int:
    return (BASEMAP / REGIONS).stat().st_mtime_ns


def regions_drawn(level: Level) -> tuple[Drawn, ...]:
    """The regions of a level in the order of its file of outlines."""
    return _drawn(_written())[level]


def region_ends(code: str) -> tuple[Point, ...]:
    """Points that lie as far out as the region reaches; none where it is not drawn."""
    return _ends(_written(), "divisions" if "." in code else "countries").get(code, ())


def region_words(code: str) -> str:
    """The name of a country, "Afghanistan", or of a division, "Kabul (Afghanistan)"."""
    names = _names(_written())
    country, _, division = code.partition(".")
    home = names.get(country, country)
    return f"{names.get(code, division)} ({home})" if division else home
