"""Maps and charts as pictures: the ground that maps are drawn on, and how drawings look."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dateline import drawing
from dateline.drawing import Ground, Look
from dateline.places.basemap import PALETTES
from dateline.settings import BASEMAP

__all__ = ["Ground", "Look", "colours", "drawn_on", "look_in"]

GROUND = ("land", "water", "border", "disputed")


def drawn_on() -> Ground:
    """What lies under the places of a map."""
    return _ground((BASEMAP / "stamp.json").stat().st_mtime_ns)


@st.cache_resource(max_entries=2, show_spinner=False)
def _ground(written: int) -> Ground:  # noqa: ARG001 - cached by
    return drawing.read_ground(BASEMAP)


def colours(name: str, hues: Mapping[str, str]) -> dict[str, str]:
    """All colours of a drawing by their names, which are those of the browser's CSS variables.

    Args:
        name: `light` or `dark`.
        hues: those of the screens, as `theme.hues` names them.
    """
    return {**hues, **{part: PALETTES[name][part] for part in GROUND}}


def look_in(name: str, hues: Mapping[str, str], size: float = 13.0) -> Look:
    """The look of a picture in these colours."""
    return drawing.look_of(colours(name, hues), size)
