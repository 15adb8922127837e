"""What Dateline says of itself: what it misses, and where its data come from."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dateline.misses import Miss, stated_misses
from dateline.settings import PROJECT

__all__ = ["Miss", "misses", "sources"]


@st.cache_data(show_spinner=False)
def misses() -> dict[str, tuple[Miss, ...]]:
    """What the extractors say that they do not find, by room of the engine."""
    rooms: dict[str, list[Miss]] = {}
    for miss in stated_misses():
        rooms.setdefault(miss.room, []).append(miss)
    return {room: tuple(found) for room, found in rooms.items()}


@st.cache_data(show_spinner=False)
def sources() -> Mapping[str, str]:
    """The sections of data/SOURCES.md by their headings, as markdown of our own."""
    text = (PROJECT / "data" / "SOURCES.md").read_text(encoding="utf-8")
    sections = text.split("\n## ")[1:]
    return {head: body.strip() for head, _, body in (part.partition("\n") for part in sections)}
