"""The timeline as this session looks at it, and the days that it chose on it."""

from __future__ import annotations

from components import state, theme
from data import access

LANES = (theme.LANES, 30, 60)
"""Lanes at first, and as more are asked for."""


def shown_now() -> access.Timeline:
    """The timeline of the session's Brush, axis and window."""
    here = state.session()
    timing = here.timing
    return access.timeline_view(here.brush, lanes_now(), timing.axis, timing.window)


def lanes_now() -> int:
    """How many lanes are shown at the most."""
    return LANES[min(state.session().timing.fuller, len(LANES) - 1)]


def span_now() -> access.Window | None:
    """The days that are chosen on the axis that is shown."""
    here = state.session()
    chosen = here.brush.clause_on(here.timing.axis)
    return (chosen.values[0], chosen.values[1]) if chosen else None
