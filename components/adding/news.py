"""Whether the corpus changed since the screen was drawn, and the way to see it."""

from __future__ import annotations

import streamlit as st

from components import beat, state
from data import access

SECONDS = 10


def draw() -> None:
    """A button once articles were added or taken out elsewhere; nothing until then.

    To be called where the whole screen is drawn, once: the state that it shows is kept.
    """
    state.session().adding.drawn = access.shown(access.corpus_path())
    with st.container(key="news_place"):
        _watch()


@st.fragment(key="news")
def _watch() -> None:
    """A look, unasked for, may keep a view from the browser that was drawn just before it."""
    with state.boundary():
        beat.every(SECONDS, "news_beat", on_beat=state.catch_up)
        if access.fingerprint(access.corpus_path()) != state.session().adding.drawn:
            st.button(
                "New articles were added elsewhere: show them",
                key="show_news",
                icon=":material/refresh:",
                type="tertiary",
                on_click=_on_show,
            )


def _on_show() -> None:
    access.show_now(access.corpus_path())
    state.redraw()
