"""The timeline: a strip of articles over one lane an entity; drag along it to brush a span."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import streamlit as st

from components import state, theme
from data import access
from dateline.brush import Clause, clause

from .figure import figure

CONFIG = {"displayModeBar": False, "doubleClick": False}


def clause_from_event(event: Mapping[str, Any] | None) -> Clause | None:
    """The days that a box on the timeline touches; None where there is no box."""
    boxes = (event or {}).get("selection", {}).get("box", [])
    ends = sorted(datetime.fromisoformat(str(end)) for box in boxes for end in box.get("x", []))
    if not ends:
        return None
    return clause("published", ends[0].date().isoformat(), ends[-1].date().isoformat())


def on_select() -> None:
    """Hand the span to the Brush; a cleared box takes it out."""
    brush = state.session().brush
    chosen = clause_from_event(state.widget(_key()))
    state.commit(brush.with_clause(chosen) if chosen else brush.without("published"), "timeline")


@state.view("timeline")
def draw() -> None:
    """The timeline of the current Brush."""
    shown = access.timeline_view(state.session().brush, theme.LANES)
    if not shown.edges:
        st.caption("No article here states when it was published.")
        return
    st.plotly_chart(
        figure(shown, theme.palette()),
        key=_key(),
        height=theme.STRIP_PX + len(shown.lanes) * theme.LANE_PX + theme.AXIS_PX,
        theme=None,
        on_select=on_select,
        selection_mode="box",
        config=CONFIG,
        alt=f"Timeline with {theme.counted(len(shown.lanes), 'lane')}, named beside it.",
    )


def _key() -> str:
    return f"timeline_chart_{state.session().epochs['timeline']}"
