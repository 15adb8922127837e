"""Where names lie: the geocoder that is set, and the user's own places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import streamlit as st

from dateline.places.gazetteer import (
    Gazetteer,
    OwnPlaces,
    build_gazetteer,
    gazetteer_mark,
    gazetteer_path,
    open_gazetteer,
    own_places,
)
from dateline.places.gazetteer.own import COLUMNS, REQUIRED
from dateline.places.providers import (
    ARCGIS_KEY,
    DAYS_KEPT,
    PROVIDERS,
    Answer,
    Trial,
    geocoded,
    has_key,
    is_public,
    tried,
)
from dateline.records import Place
from dateline.settings import GEOCODERS, MOST_PER_SECOND, read_settings

__all__ = [
    "ARCGIS_KEY",
    "COLUMNS",
    "DAYS_KEPT",
    "GEOCODERS",
    "MOST_PER_SECOND",
    "REQUIRED",
    "Answer",
    "OwnPlaces",
    "Trial",
    "attribution_of",
    "has_key",
    "is_built",
    "is_public",
    "known_places",
    "look_up",
    "mark",
    "may_keep",
    "own_places",
    "public_server",
    "rebuild",
    "try_provider",
]


@st.cache_resource(max_entries=2, show_spinner=False)
def _gazetteer(mark: str) -> Gazetteer:  # noqa: ARG001 - a changed table gives another mark
    return open_gazetteer()


def look_up(name: str) -> Answer:
    """What a name may mean, by the geocoder that is set."""
    return geocoded(name, _gazetteer(gazetteer_mark()), read_settings())


def known_places(place_ids: Iterable[str]) -> Mapping[str, Place]:
    """Those places that the gazetteer knows, by id; none before it is built."""
    if not is_built():
        return {}
    found = map(_gazetteer(str(gazetteer_path())).place, place_ids)
    return {place.place_id: place for place in found if place}


def try_provider() -> Trial:
    """Whether the provider that is set answers: one request, now."""
    return tried(read_settings())


def public_server(provider: str) -> str:
    """The address that is asked where no other is set."""
    return PROVIDERS[provider].server


def may_keep(provider: str) -> bool:
    """Whether the provider's terms let its answers be kept."""
    return PROVIDERS[provider].may_keep


def attribution_of(provider: str) -> str:
    """What must stand beside the answers of a provider."""
    return PROVIDERS[provider].attribution


def mark() -> str:
    """What changes whenever the gazetteer does."""
    return gazetteer_mark()


def is_built() -> bool:
    """Whether the gazetteer holds the user's own places as they stand now."""
    return gazetteer_path().exists()


def rebuild() -> Path:
    """The gazetteer with the user's own places, built where it is not yet.

    Raises:
        GazetteerError: it cannot be built; the message says why.
    """
    return build_gazetteer()
