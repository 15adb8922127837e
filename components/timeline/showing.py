"""The timeline as this session looks at it, and the days that it chose on it."""

from __future__ import annotations

from components import state
from data import access


def shown_now() -> access.Timeline:
    """The timeline of the session's Brush, axis and window."""
    here = state.session()
    timing = here.timing
    return access.timeline_view(here.brush, timing.lanes, timing.axis, timing.window)


def span_now() -> access.Window | None:
    """The days that are chosen on the axis that is shown."""
    here = state.session()
    chosen = here.brush.clause_on(here.timing.axis)
    return (chosen.values[0], chosen.values[1]) if chosen else None
