"""Where names lie: the geocoder that is set, and the user's own places."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dateline.places.gazetteer import (
    Gazetteer,
    OwnPlaces,
    build_gazetteer,
    gazetteer_path,
    open_gazetteer,
    own_places,
)
from dateline.places.gazetteer.own import COLUMNS, REQUIRED
from dateline.places.providers import Answer, geocoded
from dateline.settings import GEOCODERS, read_settings

__all__ = [
    "COLUMNS",
    "GEOCODERS",
    "REQUIRED",
    "Answer",
    "OwnPlaces",
    "is_built",
    "look_up",
    "mark",
    "own_places",
    "rebuild",
]


@st.cache_resource(max_entries=2, show_spinner=False)
def _gazetteer(path: str) -> Gazetteer:  # noqa: ARG001 - a changed table gives another path
    return open_gazetteer()


def look_up(name: str) -> Answer:
    """What a name may mean, by the geocoder that is set."""
    return geocoded(name, _gazetteer(str(gazetteer_path())), read_settings())


def mark() -> str:
    """What changes whenever the gazetteer does."""
    return gazetteer_path().stem


def is_built() -> bool:
    """Whether the gazetteer holds the user's own places as they stand now."""
    return gazetteer_path().exists()


def rebuild() -> Path:
    """The gazetteer with the user's own places, built where it is not yet.

    Raises:
        GazetteerError: it cannot be built; the message says why.
    """
    return build_gazetteer()
