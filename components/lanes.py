"""The names of the timeline's lanes: a button each, in line with its lane."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components import state, theme
from data import access
from dateline.brush import clause

UNITS = {1: "a day", 7: "a week", 30: "in 30 days", 365: "a year", 3650: "in ten years"}

LETTERS = 24
LEGEND = " ".join(f"{theme.kind_mark(kind)} {kind}" for kind in ("person", "organisation"))
LEGEND += " ◆ speaks"


@state.view("lanes")
def draw() -> None:
    """What the strip counts, then a button a lane."""
    shown = access.timeline_view(state.session().brush, theme.LANES)
    undated = f", {theme.number(shown.undated)} undated" if shown.undated else ""
    with st.container(key="lane_names", gap=None):
        st.caption(f"Articles {UNITS[shown.bin_days]}{undated}  \n{LEGEND}")
        for lane in shown.lanes.to_dict("records"):
            _button(lane)


def _button(lane: dict[Any, Any]) -> None:
    mark = theme.kind_mark(str(lane["kind"]))
    name = theme.plain(theme.shortened(str(lane["name"]), LETTERS))
    st.button(
        f"{mark} {name} :gray[{theme.number(lane['count'])}]",
        key=f"lane_{lane['entity_id']}",
        type="primary" if lane["selected"] else "tertiary",
        width="stretch",
        on_click=state.choose,
        args=(clause("entity", lane["entity_id"]), True),
    )
