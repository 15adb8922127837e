"""Briefings: the list of them, or the one that the address names."""

from __future__ import annotations

import streamlit as st

from components import state
from components.briefings import drafts, now, opened, preview, shelf, slide, slides, standards
from data.access.standards import findings
from dateline.briefing import Slide

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
    listed, written, seen = st.columns([30, 36, 34], gap="medium")
    with listed:
        slides.draw()
    with written:
        slide.draw()
    with seen:
        _preview()
        _remarks()


@state.view("briefing_preview")
def _preview() -> None:
    """The chosen slide as it is written and as the room will see it."""
    written = _written()
    if written is not None:
        preview.draw(written)


@state.view("briefing_standards")
def _remarks() -> None:
    """What analytic standards say of the chosen slide as it is written."""
    briefing, written = now.opened(), _written()
    if briefing is not None and written is not None:
        found = findings(drafts.as_written(briefing))
        here = tuple(one for one in found if one.slide_id == written.slide_id)
        standards.draw(here, drafts.use)


def _written() -> Slide | None:
    briefing = now.opened()
    chosen = now.chosen(briefing) if briefing else None
    return now.found(drafts.as_written(briefing), chosen.slide_id) if briefing and chosen else None
