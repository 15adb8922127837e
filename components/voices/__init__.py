"""The quote explorer: the quotations set as in a newspaper, what narrows them, who on whom."""

from __future__ import annotations

import streamlit as st

from components import state

from . import filters, said, whom
from .tools import TITLES, shown, tools

__all__ = ["TITLES", "VIEWS", "draw", "shown", "tools"]
VIEWS = ("voices_filters", "voices_shown")
"""Fragment keys, in the order in which a new Brush redraws them."""


def draw() -> None:
    """What narrows, and beside it the list or the matrix."""
    with st.container(key="voices", horizontal=True, gap="large", wrap=False):
        with st.container(key="voices_filters", width=236):
            _filters()
        with st.container(key="voices_shown"):
            _shown()


@state.view("voices_filters")
def _filters() -> None:
    filters.draw(state.session().brush)


@state.view("voices_shown")
def _shown() -> None:
    here = state.session()
    (whom if shown(here.voicing) == "whom" else said).draw(here.brush)
