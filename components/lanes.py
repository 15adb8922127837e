"""The names of the timeline's lanes: a button each, in line with its lane."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components import state, theme
from components.memory import LANES
from data import access
from dateline.brush import clause

EVERY = {
    "hour": "an hour",
    "6 hours": "in six hours",
    "day": "a day",
    "week": "a week",
    "month": "a month",
    "year": "a year",
    "decade": "in ten years",
    "century": "in a hundred years",
}
LETTERS = 24
LEGEND = " ".join(f"{theme.kind_mark(kind)} {kind}" for kind in ("person", "organisation"))
LEGEND += " ◆ speaks"


@state.view("lanes")
def draw() -> None:
    """What the strip counts, then a button a lane."""
    here = state.session()
    timing = here.timing
    shown = access.timeline_view(here.brush, timing.lanes, timing.axis, timing.window)
    counted = "Articles" if shown.axis == "published" else "Passages"
    with st.container(key="lane_names", gap=None):
        st.caption(f"{counted} {EVERY[shown.unit]}  \n{LEGEND}")
        for lane in shown.lanes.to_dict("records"):
            _button(lane)
        if not shown.ranges.empty:
            height = theme.band_px(shown.ranges["row"])
            with st.container(key="range_names", border=False, height=height):
                st.caption("Ranges named most")
        _more(shown.lanes_in_all)


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


def _more(in_all: int) -> None:
    """As many lanes again, or few; nothing where all of them stand."""
    timing = state.session().timing
    is_most = timing.lanes == LANES[-1] or timing.lanes >= in_all
    if is_most and timing.lanes == LANES[0]:
        return
    name = "Fewer lanes" if is_most else "More lanes"
    wanted = LANES[0] if is_most else LANES[LANES.index(timing.lanes) + 1]
    st.button(name, key="more_lanes", type="tertiary", on_click=_show, args=(wanted,))


def _show(lanes: int) -> None:
    state.session().timing.lanes = lanes
    state.pause("timeline", "lanes")
