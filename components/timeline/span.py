"""The span that is chosen, laid over the timeline, and the clock by which time plays.

The timeline itself is not redrawn for either: the clock lives in the browser, so that it stops
with the page, waits while the page is hidden, and never runs ahead of the views.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from components import state, theme
from data import access

from . import player
from .bins import share_of
from .showing import shown_now, span_now

HERE = Path(__file__).parent


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

    def report() -> None:
        player.on_beat((state.widget("span_over") or {}).get("beat"))

    _component()(key="span_over", data=payload(), on_beat_change=report)


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
