"""The span that is chosen, dragged and laid over the timeline, and the clock by which time plays.

The timeline itself is not redrawn for either. A drag is heard here and not by plotly.js, which
tells of a selection a tenth of a second later, loses it with each new drawing, and keeps a state of
its own. The clock lives in the browser, so that it stops with the page, waits while the page is
hidden, and never runs ahead of the views.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from components import state, theme
from data import access
from dateline.brush import Clause, clause

from . import player
from .bins import days_of, share_of
from .showing import shown_now, span_now

HERE = Path(__file__).parent
KEY = "span_over"


def payload() -> dict[str, Any]:
    """What the browser needs to draw them, as plain JSON."""
    here, shown = state.session(), shown_now()
    timing, span = here.timing, span_now()
    return {
        "span": share_of(shown, span) if span else None,
        "window": _share(shown.window, shown.extent),
        "bottom": theme.AXIS_PX,
        "every": player.PACES[timing.pace] if timing.is_playing else 0,
        "beat": timing.beats,
    }


@state.view("span", shows=payload)
def draw() -> None:
    """Where the span lies, and where the days shown lie in the whole."""

    def on_beat() -> None:
        player.on_beat(_told().get("beat"))

    def on_drag() -> None:
        shown = shown_now()
        if shown.edges:
            _choose(clause_from_event(_told(), shown.edges[0], shown.end, shown.axis))

    _component()(key=KEY, data=payload(), on_beat_change=on_beat, on_drag_change=on_drag)


def clause_from_event(
    event: Mapping[str, Any], start: str, end: str, axis: access.Axis = "published"
) -> Clause | None:
    """The days that a drag along the timeline touched; None where it was a click.

    Args:
        start: when what is shown begins, and `end` when it ends, in ISO.
    """
    shares = event.get("drag") or []
    return clause(axis, *days_of(start, end, shares)) if len(shares) == 2 else None


def _choose(span: Clause | None) -> None:
    """Hand the span to the Brush; a click takes it out."""
    here = state.session()
    axis = here.timing.axis
    brush = here.brush.with_clause(span) if span else here.brush.without(axis)
    state.commit(brush, "timeline")


def _told() -> Mapping[str, Any]:
    return state.widget(KEY) or {}


def _share(window: access.Window | None, extent: access.Window | None) -> list[float] | None:
    """Where the window lies in the extent, 0 to 1; None where it is all of it."""
    if window is None or extent is None or window == extent:
        return None
    first, last, start, end = (player.ordinal(day) for day in (*window, *extent))
    whole = end - start + 1
    return [max(0.0, (first - start) / whole), min(1.0, (last + 1 - start) / whole)]


@cache
def _component() -> Callable[..., Any]:
    css, js = ((HERE / f"span.{kind}").read_text(encoding="utf-8") for kind in ("css", "js"))
    return st.components.v2.component("dateline_span", css=css, js=js)
