"""Where the map looks: what the browser tells of it, else what was asked for last."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import streamlit as st

from components import state
from components.memory import Camera, Charting

KEY = "capture_camera"
SCRIPT = Path(__file__).with_suffix(".js")
CLOSEST = 24.0
_component = st.components.v2.component("dateline_camera", js=SCRIPT.read_text(encoding="utf-8"))


def listen() -> None:
    """Hear from the browser where the map looks."""
    _component(key=KEY, data={}, on_camera_change=_heard, height=1)


def of(here: state.Session) -> Camera | None:
    """That of a screen with a map; None of any other."""
    if here.page != "explore":
        return None
    told = None if here.is_map_read else here.capturing.camera
    return told or asked(here.charting)


def asked(charting: Charting) -> Camera | None:
    """Where the map was last asked to look; at first where it was not."""
    if charting.view or charting.first is None:
        return charting.view
    first = charting.first[1]
    return read([first.longitude, first.latitude, first.zoom])


def read(told: object) -> Camera | None:
    """A camera that the browser tells; None where it makes no sense."""
    if not isinstance(told, list) or len(told) != 3:
        return None
    if not all(isinstance(one, (int, float)) and math.isfinite(one) for one in told):
        return None
    longitude, latitude, zoom = map(float, told)
    east = (longitude + 180) % 360 - 180
    return (east, latitude, zoom) if abs(latitude) <= 90 and 0 <= zoom <= CLOSEST else None


def _heard() -> None:
    """Nothing is redrawn for it: it is asked for when the slide is kept."""
    held: Any = state.widget(KEY) or {}
    state.session().capturing.camera = read(held.get("camera"))
