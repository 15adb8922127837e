"""The ways out of a presentation, and the way back to its slide."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs

import streamlit as st

from components import address, state
from components.memory import onward
from data import access
from dateline.brush import from_query


def begin() -> str:
    """Begin a presentation, whose address is left as it is; the id of its briefing.

    It is the one that was shown before where the address names none.
    """
    state.through_the_app(state.PRESENT)
    here = state.of_this_corpus()
    here.page, here.views = state.PRESENT, ()
    here.trail = onward(here.trail, (state.PRESENT, ""))
    here.presenting.shown = (address.given().get(state.PRESENT) or [here.presenting.shown])[-1]
    return here.presenting.shown


def on_event(event: Mapping[str, Any]) -> None:
    """What was asked for on a slide: the live view, a sentence in its article, or to leave."""
    if event.get("field") == "leave":
        state.go("briefings")
    here = state.session().presenting
    here.briefing, here.number = str(event.get("briefing")), _number(event.get("number"))
    article, at = event.get("article"), event.get("at")
    if isinstance(article, str) and isinstance(at, int):
        state.session().listing.begins = (article, at)
    camera = _camera(event.get("camera"))
    _open(str(event.get("page")), str(event.get("query")), camera)


def back() -> None:
    """The link to the slide that was left; nothing where none was."""
    if state.session().presenting.briefing:
        with st.container(key="to_slide", width="content"):
            st.button(
                "Back to the briefing", key="back_to_slide", type="tertiary",
                on_click=state.return_to_slide,
            )  # fmt: skip


def _open(page: str, query: str, camera: tuple[float, float, float] | None) -> None:
    """Open a screen as the query of an address says it."""
    here = state.session()
    if from_query(query, access.is_known)[0] != here.brush:
        here.remember()
    here.charting.view = camera
    here.charting.aims += bool(camera)
    here.address, here.carried = None, parse_qs(query)
    here.going = page if page in state.SCREENS else "explore"
    st.rerun()


def _number(given: object) -> int:
    return given if isinstance(given, int) and given > 0 else 1


def _camera(given: object) -> tuple[float, float, float] | None:
    """Longitude, latitude and zoom, where they are three numbers."""
    if not isinstance(given, list) or [type(part) in (int, float) for part in given] != [True] * 3:
        return None
    longitude, latitude, zoom = map(float, given)
    return longitude, latitude, zoom
