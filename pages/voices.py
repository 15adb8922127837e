"""Voices: who holds which position over time, and how outlets word the same statement."""

from __future__ import annotations

import streamlit as st

from components import brushbar, first_steps, positions, state, theme, wording
from components.parts import name_parts, part
from data import access
from dateline.brush import Brush

MODES = {"position": "Position over time", "wording": "Wording"}
SHOWN = {"position": positions, "wording": wording}
HEAD = (*brushbar.VIEWS, "voices_mode")


@state.view("voices_mode")
def mode() -> None:
    shown = _shown()
    st.segmented_control(
        "What is shown",
        list(MODES),
        format_func=MODES.__getitem__,
        default=shown,
        required=True,
        key=f"voices_mode_{shown}",
        label_visibility="collapsed",
        on_change=_on_mode,
        args=(shown,),
    )


def _on_mode(before: str) -> None:
    name_parts(show=[state.widget(f"voices_mode_{before}") or before])


def _shown() -> str:
    return next((one for one in part("show") if one in MODES), "position")


theme.apply()
state.open_page("voices", HEAD)
state.session().views = (*HEAD, *SHOWN[_shown()].VIEWS)
if access.counts(Brush()).articles:
    brushbar.draw()
    mode()
    SHOWN[_shown()].draw()
else:
    first_steps.draw()
