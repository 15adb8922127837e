"""Time that plays: a window that steps through the days shown, by hand or by the clock."""

from __future__ import annotations

from datetime import date

import streamlit as st

from components import state
from data import access
from dateline.brush import clause

from .periods import period_for, stepped
from .showing import shown_now, span_now

PACES = {"½": 2400, "1": 1200, "2": 600, "4": 300}
"""Milliseconds between steps, by how often faster than at first."""


def ordinal(day: str) -> int:
    """The number of a day."""
    return date.fromisoformat(day).toordinal()


def played() -> access.Window | None:
    """The days that time plays through: those shown, as far as there is anything."""
    shown = shown_now()
    if shown.window is None or shown.extent is None:
        return None
    first, last = max(shown.window[0], shown.extent[0]), min(shown.window[1], shown.extent[1])
    return (first, last) if first <= last else shown.window


def step(is_back: bool) -> None:
    """Go one period on, or back, by hand."""
    state.session().timing.is_playing = False
    _go(is_back)


def toggle() -> None:
    """Let time play from here, or from the beginning where it has come to the end; or pause it."""
    here, window = state.session(), played()
    if here.timing.is_playing or window is None:
        state.pause()
    here.timing.is_playing = True
    if stepped(window, span_now(), is_back=False) is None:
        _show(stepped(window, None, is_back=False))
    _go(is_back=False)


def on_beat(beat: object) -> None:
    """One step by the clock; a clock that is behind, or may not run, does not move time."""
    timing = state.session().timing
    if not timing.is_playing or beat == "stop":
        state.pause()
    if beat != timing.beats:
        state.redraw("span")
    _go(is_back=False)


def _go(is_back: bool) -> None:
    window = played()
    following = stepped(window, span_now(), is_back) if window else None
    if following is None:
        state.pause()
    _show(following)


def _show(span: access.Window | None) -> None:
    here = state.session()
    if span:
        state.play(here.brush.with_clause(clause(here.timing.axis, *span)))


def shows() -> tuple[object, ...]:
    """What `draw` shows."""
    timing, window, span = state.session().timing, played(), span_now()
    if window is None:
        return ()
    ends = [stepped(window, span, is_back) is None for is_back in (True, False)]
    return period_for(window), *ends, timing.is_playing, timing.pace


def draw() -> None:
    """Back, play or pause, on, and how fast."""
    here, window = state.session(), played()
    if window is None:
        return
    timing, span, period = here.timing, span_now(), period_for(window)
    with st.container(key="player", horizontal=True, gap="xxsmall", vertical_alignment="center"):
        st.button(f"One {period} back", key="time_back", icon=":material/skip_previous:",
                  help=f"One {period} back", type="tertiary", on_click=step, args=(True,),
                  disabled=stepped(window, span, is_back=True) is None)  # fmt: skip
        name = "Pause" if timing.is_playing else f"Play {period} by {period}"
        icon = ":material/pause:" if timing.is_playing else ":material/play_arrow:"
        st.button(name, key="time_play", icon=icon, help=name, type="tertiary", on_click=toggle)
        st.button(f"One {period} on", key="time_on", icon=":material/skip_next:",
                  help=f"One {period} on", type="tertiary", on_click=step, args=(False,),
                  disabled=stepped(window, span, is_back=False) is None)  # fmt: skip
        _pace()


def _pace() -> None:
    timing = state.session().timing
    paces = list(PACES)

    def on_click() -> None:
        timing.pace = paces[(paces.index(timing.pace) + 1) % len(paces)]
        state.redraw("time_ways")

    st.button(f"{timing.pace}\N{MULTIPLICATION SIGN}", key="time_pace", type="tertiary",
              help="Speed: click for the next", on_click=on_click)  # fmt: skip
