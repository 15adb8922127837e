"""The first line of every screen: the name, the screens, and the corpus that is open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import streamlit as st

from components import capture, keys, search, searches, state
from components.present import ways
from data import access
from dateline.brush import date_range_words
from dateline.errors import CorpusError


def head(title: str = "") -> None:
    """The first line, and the name of the screen under it, where it is given."""
    with st.container(key="head", gap=None):
        with st.container(key="head_title", horizontal=True, vertical_alignment="center"):
            line()
        if title:
            st.header(title, anchor=False)


@contextmanager
def way_out() -> Iterator[None]:
    """A page on a corpus that cannot be opened says so, and leads to another."""
    try:
        yield
    except CorpusError as error:
        st.error(error.public_message)
        st.button("Open another corpus", key="way_out", on_click=state.go, args=("settings",))


def line() -> None:
    """The name, a link a screen, the corpus with its days, search box, searches and Capture.

    The links name no query: `state.open_page` then writes the Brush of the session.
    """
    keys.draw()
    st.title("Dateline", anchor=False, width="content")
    with st.container(key="screens", horizontal=True, width="content"):
        for name, title in state.SCREENS.items():
            is_here = name == state.session().page
            with st.container(key="screen_here" if is_here else f"screen_{name}", width="content"):
                st.page_link(f"pages/{name}.py", label=title)
    ways.back()
    with st.container(key="corpus", width="stretch"):
        st.text(_corpus_words(), width="stretch")
    with st.container(key="search", width="stretch"):
        search.draw()
    with st.container(key="searches_way", width="content"):
        searches.draw()
    with st.container(key="capture_way", width="content"):
        capture.draw()


def _corpus_words() -> str:
    name = access.corpus_path().stem.replace("_", " ")
    try:
        days = access.days()
    except CorpusError:
        return name
    if not days:
        return name
    first, last = map(date.fromisoformat, days)
    return f"{name} · {date_range_words(first, last)}"
