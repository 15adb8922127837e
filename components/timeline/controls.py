"""The line over the timeline: which days it shows, how far it is zoomed, and how time plays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st

from components import address, picture, state, theme
from components.visit import Session
from data import access
from data.access import pictures
from data.access.pictures import Paper

from . import player
from .periods import moved, progress, words, zoomed_in, zoomed_out
from .showing import shown_now, span_now

AXES: dict[access.Axis, str] = {"published": "Published", "spoken": "Spoken of"}
VIEWS = ("time_ways", "time_told")
"""Fragment keys that a new Brush redraws."""
SHORTCUTS = {"zoom_in": "z", "zoom_out": "Shift+Z", "fit_screen": "0"}


@dataclass(frozen=True)
class Way:
    """A button that leads to other days."""

    name: str
    window: access.Window | None
    """The days that it leads to; None where it leads nowhere."""


def _shows() -> tuple[object, ...]:
    ways = [(icon, way.name, way.window is None) for icon, way in ways_now().items()]
    return state.session().timing.axis, ways, player.shows()


def draw() -> None:
    """The line of controls, then what is shown in words."""
    line = st.container(key="time_bar", horizontal=True, gap="small", vertical_alignment="center")
    with line:
        _controls()
        _told()
        picture.draw("timeline", _picture(state.session()))


@state.view("time_ways", shows=_shows)
def _controls() -> None:
    with st.container(key="time_ways", horizontal=True, gap="small", vertical_alignment="center"):
        _axis()
        ways = ways_now()
        if ways:
            _zoom(ways)
            player.draw()


@state.view("time_told", shows=lambda: _words(shown_now()))
def _told() -> None:
    """Apart from the controls, as a Brush that leaves nothing on the chosen days says so here."""
    st.caption(_words(shown_now()), width="content")


def _picture(here: Session) -> Callable[[Paper], bytes]:
    def made(paper: Paper) -> bytes:
        query = urlencode(address.of(here, "explore"), doseq=True)
        return pictures.timeline_picture(query, paper)

    return made


def ways_now() -> dict[str, Way]:
    """Where the buttons lead now, by their icons; none where no day is shown."""
    shown = shown_now()
    window, extent = shown.window, shown.extent
    if window is None or extent is None:
        return {}
    is_all = window[0] <= extent[0] and window[1] >= extent[1]
    name, whole = "All days", extent if window != extent else None
    if shown.home != extent and is_all:
        name, whole = "Days spoken of most", shown.home
    ways = {
        "arrow_back": ("Earlier days", moved(window, extent, True)),
        "zoom_in": ("Zoom in: the chosen days", zoomed_in(window, span_now())),
        "zoom_out": ("Zoom out", zoomed_out(window, extent)),
        "fit_screen": (name, None if window == shown.home and is_all else whole),
        "arrow_forward": ("Later days", moved(window, extent, False)),
    }
    return {icon: Way(name, None if to == window else to) for icon, (name, to) in ways.items()}


def _axis() -> None:
    timing = state.session().timing

    def on_change() -> None:
        timing.axis = state.widget(f"time_axis_{timing.axis}") or timing.axis
        state.pause(*state.ON_TIME)

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


def _zoom(ways: Mapping[str, Way]) -> None:
    with st.container(key="zoom", horizontal=True, gap="xxsmall", vertical_alignment="center"):
        for icon, way in ways.items():
            st.button(
                way.name,
                key=f"zoom_{icon}",
                icon=f":material/{icon}:",
                help=way.name,
                type="tertiary",
                shortcut=SHORTCUTS.get(icon),
                disabled=way.window is None,
                on_click=show,
                args=(icon,),
            )


def show(icon: str) -> None:
    """Show the days to which that button leads now. For callbacks only."""
    timing, way = state.session().timing, ways_now().get(icon)
    if way and way.window:
        timing.windows[timing.axis] = way.window
    state.pause(*state.ON_TIME)


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
