"""Add: articles on their way in, looked at before anything is kept, and taken out at will."""

from __future__ import annotations

import streamlit as st

from components import navigation, state, theme
from components.adding import asked, batches, formats, job, preview, ways

theme.apply("adding")
state.open_page("add")
navigation.head("Add articles")
with st.container(key="adding", gap="medium"):
    asked.draw()
    job.draw()
    with st.container(key="ways_in"):
        left, right = st.columns([58, 42], gap="large")
        with left:
            ways.draw()
        with right:
            formats.draw()
    preview.draw()
    batches.draw()
