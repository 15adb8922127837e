"""The timeline: a strip of density over one lane an entity; drag along it to brush a span."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components import state, theme
from components.guarded import Same

from . import controls, inside, span
from .figure import figure, height_of
from .ranges import traces_of
from .showing import shown_now

CONFIG = {"displayModeBar": False, "doubleClick": False}
VIEWS = ("timeline", "inside", "span", *controls.VIEWS)
"""Fragment keys that a new Brush redraws."""
NOTHING = {
    "published": "No article here states when it was published.",
    "spoken": "No passage here speaks of a day.",
}


def bar() -> None:
    """What is shown, how far it is zoomed, and how time plays."""
    controls.draw()


def draw() -> None:
    """The timeline, what of it is inside the Brush, and over it the span that is chosen."""
    _chart()
    inside.draw()
    span.draw()


def _shows() -> tuple[Any, ...]:
    """All that the chart is made of, and nothing where there is none."""
    shown = shown_now()
    if not shown.edges:
        return ()
    drawn = traces_of(shown, theme.LIGHT)
    return shown.axis, shown.edges, shown.end, Same(shown.density_total), len(shown.lanes), drawn


@state.view("timeline", shows=_shows)
def _chart() -> None:
    shown = shown_now()
    if not shown.edges:
        st.caption(NOTHING[shown.axis])
        return
    st.plotly_chart(
        figure(shown, theme.palette()),
        key="timeline_chart",
        height=height_of(shown),
        theme=None,
        config=CONFIG,
        alt=f"Timeline with {theme.counted(len(shown.lanes), 'lane')}, named beside it.",
    )
