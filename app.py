"""Dateline in the browser: streamlit run app.py."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components import navigation, state
from data import access

ICON = Path(__file__).resolve().parent / "static" / "icon.png"

st.set_page_config(page_title="Dateline", page_icon=str(ICON), layout="wide")
with state.boundary():
    names = list(state.SCREENS) if access.is_prepared() else ["prepare"]
    titles = {"prepare": "Getting ready", **state.SCREENS}
    pages = [st.Page(f"pages/{name}.py", title=titles[name]) for name in names]
    page = st.navigation(pages, position="hidden")
    state.enter()
    with navigation.way_out():
        page.run()
