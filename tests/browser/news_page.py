"""A page that says how often it was drawn, under the notice of news; run by Streamlit."""

from __future__ import annotations

import streamlit as st

from components import state
from components.adding import news

here = state.session()
here.rows += 1
news.draw()
st.text(f"drawn {here.rows - state.ROWS}")
