"""Dateline in the browser: streamlit run app.py.

What the browser may begin with goes out first: the other imports take the server a second.
"""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

import streamlit as st

from components import ahead

# In the page itself, as a browser asks for a file of it anew whenever the address changes.
DRAWN = b64encode((Path(__file__).resolve().parent / "static" / "icon.png").read_bytes()).decode()
ICON = f"data:image/png;base64,{DRAWN}"

st.set_page_config(page_title="Dateline", page_icon=ICON, layout="wide")
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
