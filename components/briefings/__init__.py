"""Briefings: the list of them, or the one that the address names."""

from __future__ import annotations

import streamlit as st

from components import state
from components.briefings import drafts, now, opened, shelf, slide, slides, standards
from data.access.standards import findings

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
        form, remarks = st.columns([62, 38], gap="medium")
        with form:
            slide.draw()
        with remarks:
            _remarks()


@state.view("briefing_standards")
def _remarks() -> None:
    """What analytic standards say of the chosen slide as it is written."""
    briefing = now.opened()
    chosen = now.chosen(briefing) if briefing else None
    if briefing is not None and chosen is not None:
        found = findings(drafts.as_written(briefing))
        here = tuple(one for one in found if one.slide_id == chosen.slide_id)
        standards.draw(here, drafts.use)
