"""Whether the corpus changed since the screen was drawn, and the way to see it."""

from __future__ import annotations

import streamlit as st

from components import state
from data import access

SECONDS = 10


def draw() -> None:
    """A button once articles were added or taken out elsewhere; nothing until then.

    To be called where the whole screen is drawn, once: the state that it shows is kept.
    """
    adding = state.session().adding
    adding.drawn, adding.is_watched = access.shown(access.corpus_path()), False
    with st.container(key="news_place"):
        _watch()


@st.fragment(run_every=SECONDS, key="news")
def _watch() -> None:
    with state.boundary():
        _catch_up()
        if access.fingerprint(access.corpus_path()) != state.session().adding.drawn:
            st.button(
                "New articles were added elsewhere: show them",
                key="show_news",
                icon=":material/refresh:",
                type="tertiary",
                on_click=_on_show,
            )


def _catch_up() -> None:
    """Draw the screen again where this look, unasked for, may have kept a view from it."""
    adding = state.session().adding
    if adding.is_watched and state.session().owe():
        state.redraw()
    adding.is_watched = True


def _on_show() -> None:
    access.show_now(access.corpus_path())
    state.redraw()
