"""The ways out of a presentation, and the way back to its slide."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components import address, opening, state
from components.memory import onward


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
    opening.open_address(str(event.get("page")), str(event.get("query")), camera)


def back() -> None:
    """The link to the slide that was left; nothing where none was."""
    if state.session().presenting.briefing:
        with st.container(key="to_slide", width="content"):
            st.button(
                "Back to the briefing", key="back_to_slide", type="tertiary",
                on_click=state.return_to_slide,
            )  # fmt: skip


def _number(given: object) -> int:
    return given if isinstance(given, int) and given > 0 else 1


def _camera(given: object) -> tuple[float, float, float] | None:
    """Longitude, latitude and zoom, where they are three numbers."""
    if not isinstance(given, list) or [type(part) in (int, float) for part in given] != [True] * 3:
        return None
    longitude, latitude, zoom = map(float, given)
    return longitude, latitude, zoom
