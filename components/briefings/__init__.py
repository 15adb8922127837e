"""Briefings: the list of them, or the one that the address names."""

from __future__ import annotations

import streamlit as st

from components import state
from components.briefings import now, opened, shelf, slide, slides

VIEWS = (now.SHELF,)
"""Fragment keys of the list."""


def draw() -> None:
    """The list, or the opened briefing with its slides and the chosen one of them."""
    here = state.session()
    if not now.asked():
        here.views = VIEWS
        shelf.draw()
        return
    briefing = now.opened()
    if briefing is None:
        opened.missing()
        return
    here.views, here.capturing.briefing_id = now.VIEWS, briefing.briefing_id
    opened.head()
    opened.live()
    beside, written = st.columns([42, 58], gap="large")
    with beside:
        slides.draw()
    with written:
        slide.draw()
