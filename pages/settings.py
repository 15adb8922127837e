"""Settings: one column, each change saved at once and taken back at will."""

from __future__ import annotations

import streamlit as st

from components import navigation, state, theme
from components.settings import (
    analysis,
    corpora,
    display,
    geocoding,
    network,
    own_places,
    saving,
)
from data import access

PARTS = (
    corpora.draw,
    network.draw_network,
    geocoding.draw,
    own_places.draw,
    display.draw_zone,
    display.draw_doubt,
    analysis.draw,
    display.draw_theme,
)

theme.apply()
with state.boundary():
    state.open_page("settings")
    navigation.head("Settings")
saving.apply()
with st.container(key="settings"):
    saving.draw_faults()
    for draw in PARTS:
        draw()
    with st.container(key="settings_file"):
        st.text(f"Kept in {access.settings_path()}, which you may edit by hand.")
saving.draw()
