"""The places of the map as a table: the same rows, for those who would rather read."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from components import state, theme
from dateline.brush import clause

MOST = 400
"""Rows: as many places as the map draws."""
COLUMNS = {
    "name": st.column_config.TextColumn("Place"),
    "count": st.column_config.NumberColumn("Mentions inside", format="localized"),
    "total": st.column_config.NumberColumn("of all", format="localized"),
    "kind": st.column_config.TextColumn("Kind"),
    "precision": st.column_config.TextColumn("Precision"),
    "radius_km": st.column_config.NumberColumn("Radius, km", format="%.0f"),
    "country": st.column_config.TextColumn("Country code"),
    "latitude": st.column_config.NumberColumn("Latitude", format="%.3f"),
    "longitude": st.column_config.NumberColumn("Longitude", format="%.3f"),
    "selected": st.column_config.CheckboxColumn("Chosen"),
}


def draw(places: pd.DataFrame) -> None:
    """Places with a mention inside the Brush, most mentioned first; rows can be chosen."""
    shown = places[(places["count"] > 0) | places["selected"]]
    ranked = shown.sort_values(["count", "total", "name"], ascending=[False, False, True])
    ranked = ranked.iloc[np.flatnonzero((np.arange(len(ranked)) < MOST) | ranked["selected"])]
    key = f"place_table_{state.session().epochs['map']}"
    st.dataframe(
        ranked[list(COLUMNS)],
        key=key,
        height=theme.MAP_PX,
        hide_index=True,
        column_config=COLUMNS,
        on_select=lambda: on_select(key, ranked["place_id"].tolist()),
        selection_mode="multi-row",
        placeholder="–",
    )


def on_select(key: str, place_ids: list[str]) -> None:
    """Hand the chosen rows to the Brush; none chosen takes the places out of it."""
    rows = (state.widget(key) or {}).get("selection", {}).get("rows", [])
    chosen = [place_ids[row] for row in rows if row < len(place_ids)]
    brush = state.session().brush
    state.commit(
        brush.with_clause(clause("place", *chosen)) if chosen else brush.without("place"), "map"
    )
