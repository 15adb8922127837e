"""The names of the timeline's lanes: a button each, in line with its lane."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components import state, theme
from components.timeline.bins import EVERY
from components.timeline.ranges import band_of
from components.timeline.showing import LANES, lanes_now, shown_now
from dateline.brush import clause

LETTERS = 24
LEGEND = " ".join(f"{theme.kind_mark(kind)} {kind}" for kind in ("person", "organisation"))
LEGEND += " ◆ speaks"


@state.view("lanes")
def draw() -> None:
    """What the strip counts, then a button a lane."""
    shown = shown_now()
    counted = "Articles" if shown.axis == "published" else "Passages that speak of it,"
    with st.container(key="lane_names", gap=None):
        st.caption(f"{counted} {EVERY[shown.unit]}  \n{LEGEND}")
        for lane in shown.lanes.to_dict("records"):
            _button(lane)
        if not shown.ranges.empty:
            with st.container(
                key="range_names", border=False, height=round(band_of(shown) * theme.LANE_PX)
            ):
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
    timing, now = state.session().timing, lanes_now()
    is_most = now == LANES[-1] or now >= in_all
    if is_most and not timing.fuller:
        return
    name = "Fewer lanes" if is_most else "More lanes"

    def on_click() -> None:
        timing.fuller = 0 if is_most else timing.fuller + 1
        state.pause("timeline", "lanes")

    st.button(name, key="more_lanes", type="tertiary", on_click=on_click)
