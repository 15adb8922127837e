"""The names of the timeline's lanes: a button each, in line with its lane."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components import listed, state, theme
from components.guarded import Same
from components.memory import LANES
from data import access

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
LANE = ("entity_id", "name", "kind", "count", "selected")
LETTERS = 60
LEGEND = " ".join(f"{theme.kind_mark(kind)} {kind}" for kind in ("person", "organisation"))
LEGEND += " ◆ speaks"


def _shown() -> access.Timeline:
    here = state.session()
    timing = here.timing
    return access.timeline_view(here.brush, timing.lanes, timing.axis, timing.window)


@state.view("lanes", shows=lambda: Same(_shown()))
def draw() -> None:
    """What the strip counts, then a button a lane."""
    shown = _shown()
    counted = "Articles" if shown.axis == "published" else "Passages"
    with st.container(key="lane_names", gap=None):
        st.caption(f"{counted} {EVERY[shown.unit]}  \n{LEGEND}")
        listed.draw(payload(shown), "lane_list")
        if not shown.ranges.empty:
            height = theme.band_px(shown.ranges["row"])
            with st.container(key="range_names", border=False, height=height):
                st.caption("Ranges named most")
        _more(shown.lanes_in_all)


def payload(shown: access.Timeline) -> dict[str, Any]:
    """The lanes as a column."""
    columns = [shown.lanes[name].tolist() for name in LANE]
    rows = [_row(*lane) for lane in zip(*columns, strict=True)]
    part: listed.Part = {"title": "", "count": "", "rows": rows, "rest": ""}
    return listed.payload("Lanes of the timeline", "entity", [part])


def _row(entity_id: str, name: str, kind: str, count: int, is_chosen: bool) -> listed.Row:
    shown = theme.shortened(name, LETTERS)
    return listed.row(entity_id, shown, theme.number(count), is_chosen, kind)


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
