"""The passages that speak for a row of a profile, over the page until they are closed."""

from __future__ import annotations

import streamlit as st

from components import evidence, state, theme
from components.profile import paging
from components.profile.shown import entity_now, on_event
from data.access import entities

SIZE = 8


@state.view("profile_told")
def draw() -> None:
    """The passages that were asked for; nothing where none were."""
    here = state.session()
    asked = here.profiling.told
    if asked is None:
        return
    what, value, words = asked
    page = entities.told(here.brush, entity_now(), what, value, paging.offset("told", SIZE), SIZE)
    with st.container(key="profile_told", gap="xsmall"):
        st.button("Close", key="told_close", type="tertiary", icon=":material/close:",
                  on_click=_close)  # fmt: skip
        counted = theme.number(page.total)
        told = {
            "title": theme.shortened(words, 90) or "Passages",
            "count": counted if page.inside else f"{counted}, outside the selection",
            "focus": here.profiling.turns,
            "more": "",
        }
        evidence.draw_passages(page, "told_passages", on_event, instead=told)
        paging.draw("told", page.total, SIZE)


def _close() -> None:
    state.session().profiling.told = None
