"""Dateline in the browser: streamlit run app.py.

What the browser may begin with goes out first: the other imports take the server a second.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components import ahead

ICON = Path(__file__).resolve().parent / "static" / "icon.png"

st.set_page_config(page_title="Dateline", page_icon=str(ICON), layout="wide")
ahead.draw()

from components import navigation, state  # noqa: E402
from data import access  # noqa: E402

with state.boundary():
    titles = {**state.SCREENS, state.PRESENT: "Present"}
    if not access.is_prepared():
        titles = {"prepare": "Getting ready"}
    pages = [st.Page(f"pages/{name}.py", title=title) for name, title in titles.items()]
    page = st.navigation(pages, position="hidden")
    state.enter()
    with navigation.way_out():
        page.run()
