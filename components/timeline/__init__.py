"""The timeline: a strip of density over one lane an entity; drag along it to brush a span."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any

import streamlit as st

from components import state, theme
from components.guarded import Same
from dateline.brush import Clause, clause

from . import controls, span, speaks
from .figure import figure, height_of
from .showing import shown_now

CONFIG = {"displayModeBar": False, "doubleClick": False}
VIEWS = ("timeline", "speaks", "span", "time_bar")
"""Fragment keys that a new Brush redraws."""
NOTHING = {
    "published": "No article here states when it was published.",
    "spoken": "No passage here speaks of a day.",
}


def clause_from_event(event: Mapping[str, Any] | None, axis: str = "published") -> Clause | None:
    """The days that a box on the timeline touches; None where there is no box."""
    boxes = (event or {}).get("selection", {}).get("box", [])
    ends = sorted(datetime.fromisoformat(str(end)) for box in boxes for end in box.get("x", []))
    if not ends:
        return None
    field = "spoken" if axis == "spoken" else "published"
    return clause(field, ends[0].date().isoformat(), ends[-1].date().isoformat())


def on_select(key: str, is_whole_days: bool) -> None:
    """Hand the span to the Brush; a cleared box takes it out.

    Args:
        is_whole_days: whether a box may stay as it was drawn, since bins are days or longer.
    """
    here = state.session()
    axis = here.timing.axis
    chosen = clause_from_event(state.widget(key), axis)
    brush = here.brush.with_clause(chosen) if chosen else here.brush.without(axis)
    state.commit(brush, "timeline" if is_whole_days else "")


def bar() -> None:
    """What is shown, how far it is zoomed, and how time plays."""
    controls.draw()


def draw() -> None:
    """The timeline of the current Brush, and over it the span that is chosen."""
    _chart()
    speaks.draw()
    span.draw()


def _shows() -> tuple[Same, int]:
    return Same(shown_now()), state.session().epochs["timeline"]


@state.view("timeline", shows=_shows)
def _chart() -> None:
    here, shown = state.session(), shown_now()
    if not shown.edges:
        st.caption(NOTHING[shown.axis])
        return
    key = f"timeline_chart_{here.epochs['timeline']}"
    st.plotly_chart(
        figure(shown, theme.palette()),
        key=key,
        height=height_of(shown),
        theme=None,
        on_select=partial(on_select, key, shown.unit not in ("hour", "6 hours")),
        selection_mode="box",
        config=CONFIG,
        alt=f"Timeline with {theme.counted(len(shown.lanes), 'lane')}, named beside it.",
    )
