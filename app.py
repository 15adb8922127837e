"""Dateline in the browser: streamlit run app.py."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components import state
from data import access

ICON = Path(__file__).resolve().parent / "static" / "icon.png"

st.set_page_config(page_title="Dateline", page_icon=str(ICON), layout="wide")
with state.boundary():
    first = "explore" if access.is_prepared() else "prepare"
    page = st.Page(f"pages/{first}.py", title=first.capitalize(), default=True)
    st.navigation([page], position="top").run()
