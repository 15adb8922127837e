"""What a click asked for: done, or why it could not be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from components import state, theme
from dateline.errors import DatelineError


@contextmanager
def asked() -> Iterator[state.Adding]:
    """The session's articles on their way in; a fault inside becomes a sentence on the page."""
    here = state.session().adding
    here.said = here.fault = ""
    try:
        yield here
    except DatelineError as error:
        here.fault = error.public_message


def draw() -> None:
    """What came of the last thing that was asked."""
    here = state.session().adding
    if here.fault:
        with st.container(key="adding_fault"):
            st.error(theme.plain(here.fault), icon=":material/error:")
    if here.said:
        with st.container(key="adding_said"):
            st.info(theme.plain(here.said), icon=":material/check:")
