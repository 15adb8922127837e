"""The first start: what Dateline needs is built, with progress, and then Explore opens."""

from __future__ import annotations

import time

import streamlit as st

from components import state, theme
from data import access

theme.apply()
state.through_the_app()
with st.container(key="ready"):
    st.title("Dateline", anchor=False)
    st.header("Getting ready", anchor=False)
    st.markdown(
        "This is done once and needs no network: the gazetteer, the map, and a few articles to "
        "start with. You can close this page; what is finished stays finished."
    )
    bar = st.progress(0.0, "Starting")
began = time.monotonic()


def report(said: str, share: float) -> None:
    spent = time.monotonic() - began
    left = spent / share - spent if share > 0.05 else 0
    words = f"{said} · about {max(1, round(left / 60))} min left" if left > 5 else said
    bar.progress(min(share, 1.0), words)


access.prepare(report)
st.rerun()
