"""A briefing on a full screen: all slides are sent once, and the browser shows them."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components import state, theme
from components.present.ways import on_event
from components.typeset.frontend import mount, register
from data.access import presenting
from dateline.errors import DatelineError

UNKNOWN = (
    "The address names a briefing that this corpus does not have: it may have been deleted, or "
    "another corpus is open."
)
_renderer = register(
    "present",
    *(str(script) for script in presenting.SCRIPTS),
    shared="nodes",
    folder=Path(__file__).parent,
)


def draw(briefing_id: str) -> None:
    """The briefing of this id, from the slide that the address or the way back names."""
    try:
        deck = presenting.deck(briefing_id)
    except DatelineError as error:
        _instead("This briefing cannot be shown", theme.plain(error.public_message))
        return
    if deck is None:
        _instead("There is no such briefing", UNKNOWN)
        return
    here = state.session().presenting
    begin = here.number if here.briefing == briefing_id else 0
    here.briefing = ""
    look = theme.palette()
    payload = {
        "deck": deck,
        "begin": begin,
        "colours": presenting.colours(look.name, theme.hues(look)),
    }
    with st.container(key="present"):
        mount(_renderer, payload, "presented", on_event)


def _instead(title: str, why: str) -> None:
    with st.container(key="nothing_to_present"):
        st.header(title, anchor=False)
        st.markdown(why)
        st.button("Open Briefings", key="to_briefings", on_click=state.go, args=("briefings",))
