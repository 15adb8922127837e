"""Findings of an older Dateline: offered to be made anew."""

from __future__ import annotations

import streamlit as st

from components import theme
from components.settings import jobs, saving
from data.access import analysis

WORDS = (
    "What was found in an article was found by the Dateline that added it. After an upgrade the "
    "findings can be made anew; the articles, the links to them and your decisions stay."
)


def draw() -> None:
    """What is outdated, the jobs under way, and what became of the last."""
    with saving.section("analysis", "Analysis", WORDS):
        if jobs.draw("reanalyse"):
            return
        old = analysis.outdated()
        if not old:
            st.markdown(f"All findings are of this version, {theme.plain(analysis.EXTRACTOR)}.")
            return
        articles = theme.counted(old, "article")
        st.markdown(f"{articles} {'was' if old == 1 else 'were'} analysed by another version.")
        st.button(f"Analyse {articles} again", key="reanalyse", on_click=_on_start)


def _on_start() -> None:
    with saving.asked() as here:
        here.job = analysis.start()
