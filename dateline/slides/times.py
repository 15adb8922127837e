"""The timeline of a slide: density, lanes, and in words what its bins do not hold."""

from __future__ import annotations

from collections.abc import Iterator

from ..briefing import Lane, TimelineShown
from ..query import Index, Timeline, Window, timeline_view
from .asked import Asked
from .words import counted


def timeline_shown(index: Index, asked: Asked, has_lanes: bool) -> TimelineShown:
    """The timeline as it was looked at; without lanes the strip alone."""
    view = timeline_view(index, asked.brush, asked.lanes, asked.axis, _window(index, asked))
    chosen = asked.brush.clause_on(asked.axis)
    return TimelineShown(
        unit=view.unit,
        edges=view.edges,
        end=view.end,
        density=tuple(view.density.tolist()),
        density_total=tuple(view.density_total.tolist()),
        lanes=tuple(_lanes(view)) if has_lanes else (),
        span=(chosen.values[0], chosen.values[1]) if chosen else None,
        counts="article" if view.axis == "published" else "passage",
        beside=tuple(_beside(view)),
    )


def _window(index: Index, asked: Asked) -> Window | None:
    """The days to show, where the corpus has one of them."""
    extent = timeline_view(index, asked.brush, asked.lanes, asked.axis).extent
    window = asked.window
    if not window or not extent or max(window[0], extent[0]) > min(window[1], extent[1]):
        return None
    return window


def _lanes(view: Timeline) -> Iterator[Lane]:
    counted = zip(view.lanes.rows(), view.cells.tolist(), view.speaks.tolist(), strict=True)
    for (entity_id, name, kind, count, is_selected), cells, speaks in counted:
        yield Lane(entity_id, name, kind, count, tuple(cells), tuple(speaks), is_selected)


def _beside(view: Timeline) -> Iterator[str]:
    left = view.beside
    kind = "date" if view.axis == "spoken" else "article"
    of = ((left.earlier, "earlier"), (left.later, "later"), (left.hourless, "without an hour"),
          (left.undated, "without a day"))  # fmt: skip
    yield from (f"{counted(number, kind)} {where}" for number, where in of if number)
    if view.other_ranges:
        yield f"{counted(view.other_ranges, 'more range')} not drawn"
