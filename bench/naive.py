"""The naive way: filter the frame, send every row that is left, run the whole script again."""

from __future__ import annotations

import os

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pydeck as pdk
import streamlit as st

from bench.corpora import DAYS, FIRST

ROWS = int(os.environ.get("BENCH_ROWS", "100000"))
PLACES, ENTITIES = 2_500, 240


@st.cache_data
def load(rows: int) -> pd.DataFrame:
    dice = np.random.default_rng(1)
    town, entity = dice.integers(0, PLACES, rows), dice.integers(0, ENTITIES, rows)
    north, east = dice.uniform(-50, 65, PLACES), dice.uniform(-170, 170, PLACES)
    return pd.DataFrame(
        {
            "place": [f"Town {number}" for number in town],
            "latitude": north[town],
            "longitude": east[town],
            "entity": [f"Person {number}" for number in entity],
            "published": FIRST + dice.integers(0, DAYS, rows).astype("timedelta64[D]"),
            "said": "We will not leave before the work is done",
        }
    )


def answer() -> None:
    st.session_state["pressed"] = st.session_state.get("pressed", 0) + 1


pressed = st.session_state.get("pressed", 0)
st.button("Next", key="next", on_click=answer)
rows = load(ROWS)
rows = rows[rows["published"] >= rows["published"].min() + pd.Timedelta(days=7 * (pressed % 12))]
with st.container(key="words"):
    st.text(f"{len(rows)} rows from {rows['published'].min():%d %b %Y}")
with st.container(key="map"):
    dots = pdk.Layer(
        "ScatterplotLayer", rows.drop(columns="published"),
        get_position=["longitude", "latitude"], get_radius=4, radius_units="'pixels'",
    )  # fmt: skip
    st.pydeck_chart(pdk.Deck([dots], map_provider=None), key="chart")
with st.container(key="timeline"):
    marks = go.Scattergl(x=rows["published"], y=rows["entity"], mode="markers")
    st.plotly_chart(go.Figure(marks), key="lanes")
with st.container(key="read"):
    st.dataframe(rows)
