"""The floor of a page with Explore's parts: the same elements as good as empty, redrawn at a press.

A map of one point, a chart of one bar and five components of one line, each a view of its own. What
this takes, Streamlit, deck.gl and plotly take themselves, whatever is shown in them.
"""

from __future__ import annotations

import pydeck as pdk
import streamlit as st

from components import theme

SCRIPT = """
export default ({ parentElement, data }) => { parentElement.textContent = data.said; };
"""
COMPONENTS = ("head_brush", "chips", "places", "read", "lanes")
VIEWS = ("marked", "charted", *COMPONENTS)

st.set_page_config(page_title="Bare", layout="wide")
line = st.components.v2.component("bench_line", js=SCRIPT)


def pressed() -> int:
    return int(st.session_state.get("pressed", 0))


def answer() -> None:
    st.session_state["pressed"] = pressed() + 1
    st.rerun(VIEWS)


def said(name: str) -> None:
    @st.fragment(key=name)
    def one() -> None:
        line(key=f"{name}_line", data={"said": f"{name} {pressed()}"})

    one()


@st.fragment(key="marked")
def marked() -> None:
    st.pydeck_chart(
        pdk.Deck(
            layers=[_layer("ScatterplotLayer"), _layer("TextLayer")],
            initial_view_state=pdk.ViewState(longitude=10, latitude=30, zoom=1),
            map_style=f"app/static/basemap/style-{theme.palette().name}.json",
        ),
        key="map_chart",
        height=theme.MAP_PX,
        on_select="rerun",
    )


def _layer(kind: str) -> pdk.Layer:
    here = [{"at": [10 + pressed() % 5, 30], "name": str(pressed())}]
    size = {"get_radius": 6, "radius_units": "'pixels'", "get_text": "name", "get_size": 13}
    return pdk.Layer(kind, here, id=kind, pickable=True, get_position="at", **size)


@st.fragment(key="charted")
def charted() -> None:
    bar = {"type": "bar", "x": ["2026-01-01"], "y": [1 + pressed() % 5]}
    st.plotly_chart({"data": [bar], "layout": {}}, key="timeline_chart", height=200)


@st.fragment(key="asking")
def asking() -> None:
    st.button("Next", key="next", on_click=answer)


asking()
with st.container(key="map"):
    marked()
with st.container(key="timeline"):
    charted()
for name in COMPONENTS:
    with st.container(key=name):
        said(name)
