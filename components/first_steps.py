"""What stands where there are no articles yet: the ways to the first."""

from __future__ import annotations

import streamlit as st

from components import navigation, state
from data import access


def draw() -> None:
    """The head of the page, what Dateline would show, and two ways to begin."""
    navigation.head("No articles yet")
    with st.container(key="first_steps"):
        st.markdown(
            "Dateline turns a pile of news articles into a map, a timeline and quotations that "
            "move together. This corpus is empty. Paste a text, drop files or name a folder: "
            "text as scraped, HTML, CSV, JSON lines or Parquet."
        )
        with st.container(horizontal=True):
            st.button("Add articles", type="primary", on_click=state.go, args=("add",))
            st.button("Open another corpus", on_click=state.go, args=("settings",))
        st.caption("The same from a terminal")
        st.code(f"python -m dateline ingest FOLDER --corpus {access.corpus_path()}", language=None)
