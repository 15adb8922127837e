"""The line over the timeline: which days it shows, how far it is zoomed, and how time plays."""

from __future__ import annotations

import streamlit as st

from components import state, theme
from data import access

from . import player
from .periods import moved, progress, words, zoomed_in, zoomed_out
from .showing import shown_now, span_now

AXES: dict[access.Axis, str] = {"published": "Published", "spoken": "Spoken of"}


@state.view("time_bar")
def draw() -> None:
    """The line of controls, then what is shown in words."""
    shown = shown_now()
    with st.container(key="time_bar", horizontal=True, gap="small", vertical_alignment="center"):
        _axis()
        if shown.window and shown.extent:
            _zoom(shown, shown.window, shown.extent)
            player.draw()
        st.caption(_words(shown), width="content")


def _axis() -> None:
    timing = state.session().timing

    def on_change() -> None:
        timing.axis = state.widget(f"time_axis_{timing.axis}") or timing.axis
        state.pause("timeline", "lanes")

    st.segmented_control(
        "Days on the timeline",
        list(AXES),
        format_func=AXES.__getitem__,
        default=timing.axis,
        required=True,
        key=f"time_axis_{timing.axis}",
        label_visibility="collapsed",
        help="Days on which articles were published, or the days that their passages speak of",
        on_change=on_change,
    )


def _zoom(shown: access.Timeline, window: access.Window, extent: access.Window) -> None:
    is_all = window[0] <= extent[0] and window[1] >= extent[1]
    is_home = window == shown.home
    name, whole = "All days", extent if window != extent else None
    if shown.home != extent and is_all:
        name, whole = "Days spoken of most", shown.home
    with st.container(key="zoom", horizontal=True, gap="xxsmall", vertical_alignment="center"):
        _button("Earlier days", "arrow_back", moved(window, extent, True), window)
        _button("Zoom in: the chosen days", "zoom_in", zoomed_in(window, span_now()), window, "z")
        _button("Zoom out", "zoom_out", zoomed_out(window, extent), window, "Shift+Z")
        _button(name, "fit_screen", None if is_home and is_all else whole, None, "0")
        _button("Later days", "arrow_forward", moved(window, extent, False), window)


def _button(
    name: str,
    icon: str,
    window: access.Window | None,
    now: access.Window | None,
    shortcut: str | None = None,
) -> None:
    """A button to another window; off where it would lead nowhere."""
    st.button(
        name,
        key=f"zoom_{icon}",
        icon=f":material/{icon}:",
        help=name,
        type="tertiary",
        shortcut=shortcut,
        disabled=window in (None, now),
        on_click=show,
        args=(window,),
    )


def show(window: access.Window) -> None:
    """Show these days. For callbacks only."""
    timing = state.session().timing
    timing.windows[timing.axis] = window
    state.pause("timeline", "lanes")


def _words(shown: access.Timeline) -> str:
    """The days shown and what is not among them; where time plays, how far it has come."""
    if shown.window is None:
        return ""
    said = [words(shown.window)]
    left = shown.beside
    kind = "date" if shown.axis == "spoken" else "article"
    counted = ((left.earlier, "earlier"), (left.later, "later"))
    said += [f"{theme.counted(n, kind)} {where}" for n, where in counted if n]
    if left.hourless:
        said.append(f"{theme.number(left.hourless)} without an hour")
    if left.undated:
        said.append(f"{theme.number(left.undated)} without a day")
    if shown.other_ranges:
        said.append(f"{theme.counted(shown.other_ranges, 'more range')} not drawn")
    return " · ".join([*_chosen(), *said])


def _chosen() -> list[str]:
    """The chosen days where they are empty, and how far time has played."""
    span, window = span_now(), player.played()
    if span is None or window is None:
        return []
    is_empty = not access.counts(state.session().brush).passages
    said = [f"nothing on {words(span)}" if is_empty else "", progress(window, span)]
    return [text[0].upper() + text[1:] for text in said if text]
