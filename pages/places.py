"""Places: what became of the names of places: resolved, ambiguous, unplaced."""

from __future__ import annotations

import streamlit as st

from components import brushbar, first_steps, placed, state, theme
from data import access
from dateline.brush import Brush

VIEWS = (*brushbar.VIEWS, *placed.VIEWS)


def places() -> None:
    brushbar.draw()
    placed.tools()
    names, beside = st.columns([58, 42], gap="medium")
    with names:
        placed.names()
    with beside:
        placed.beside()


theme.apply("placed")
state.open_page("places", VIEWS)
if access.counts(Brush()).articles:
    places()
else:
    first_steps.draw()
