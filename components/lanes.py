"""The names of the timeline's lanes: a button each, in line with its lane."""

from __future__ import annotations

from typing import Any

from components import listed, state, theme
from components.guarded import Same
from components.memory import LANES
from data import access

EVERY = {
    "hour": "an hour",
    "6 hours": "in six hours",
    "day": "a day",
    "week": "a week",
    "month": "a month",
    "year": "a year",
    "decade": "in ten years",
    "century": "in a hundred years",
}
LETTERS = 60
KINDS = ("person", "organisation")


def _shown() -> access.Timeline:
    here = state.session()
    timing = here.timing
    return access.timeline_view(here.brush, timing.lanes, timing.axis, timing.window)


@state.view("lanes", shows=lambda: Same(_shown()))
def draw() -> None:
    """What the strip counts, then a button a lane."""
    listed.draw(payload(_shown(), state.session().timing.lanes), "lane_list", _show)


def payload(shown: access.Timeline, lanes: int) -> dict[str, Any]:
    """The lanes as a column, of which so many are asked for."""
    rows = [_row(*lane) for lane in shown.lanes.rows()]
    part: listed.Part = {"title": "", "count": "", "rows": rows, "rest": ""}
    return listed.payload("Lanes of the timeline", "entity", [part], frame=_frame(shown, lanes))


def _frame(shown: access.Timeline, lanes: int) -> listed.Frame:
    counted = "Articles" if shown.axis == "published" else "Passages"
    has_ranges = not shown.ranges.empty
    wanted = _wanted(lanes, shown.lanes_in_all)
    return {
        "title": f"{counted} {EVERY[shown.unit]}",
        "kinds": list(KINDS),
        "marks": "◆ speaks",
        "foot": "Ranges named most" if has_ranges else "",
        "foot_px": theme.band_px(shown.ranges["row"]) if has_ranges else 0,
        "more": "" if wanted == lanes else "More lanes" if wanted > lanes else "Fewer lanes",
    }


def _row(entity_id: str, name: str, kind: str, count: int, is_chosen: bool) -> listed.Row:
    shown = theme.shortened(name, LETTERS)
    return listed.row(entity_id, shown, theme.number(count), is_chosen, kind)


def _wanted(lanes: int, in_all: int) -> int:
    """As many lanes again, or few; as they are where all of them stand."""
    is_most = lanes == LANES[-1] or lanes >= in_all
    return LANES[0] if is_most else LANES[LANES.index(lanes) + 1]


def _show() -> None:
    timing = state.session().timing
    timing.lanes = _wanted(timing.lanes, _shown().lanes_in_all)
    state.pause(*state.ON_TIME)
