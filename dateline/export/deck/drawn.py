"""Maps and timelines of a deck, drawn for the room that a slide of 1920 by 1080 leaves them."""

from __future__ import annotations

from typing import Any

from ...briefing import MapShown, Shown, TimelineShown
from ...drawing import Ground, browser_look, drawn_map, drawn_strip, drawn_timeline, written
from ...drawing.lettering import width_of
from .words import counted, shown

WIDE, BESIDE = 1786, 1186
"""Pixels across the slide, and where quotations stand beside the drawing."""
HIGH, STRIP = 761, 180
HEADLINE, LINE = 68.4, 75
"""Size of a headline, and what its second line takes from the room below."""
TEXT = 22.0
"""Pixels of the letters in a drawing."""
NAMED = 6
"""Places, or lanes, that are named to those who do not see the drawing."""


def drawings(one: Shown, ground: Ground) -> dict[str, Any]:
    """`map` and `timeline` of a slide, each None where there is nothing in it, and `beside`."""
    is_beside = bool(one.quotations or one.slide.text.strip())
    wide = BESIDE if is_beside else WIDE
    high = HIGH - LINE * (width_of(shown(one.slide.headline), HEADLINE, "headline") > WIDE)
    has_map = one.map is not None and any(mark.count for mark in one.map.marks)
    has_days = one.timeline is not None and sum(one.timeline.density) > 0
    told: dict[str, Any] = {"map": None, "timeline": None, "beside": ""}
    if one.timeline and has_days:
        told["timeline"] = _timeline(one.timeline, has_map, wide, high)
        told["beside"] = ", ".join(map(shown, one.timeline.beside)) if has_map else ""
    if one.map and has_map:
        taken = (STRIP + 10) * has_days + 37 * bool(told["beside"])
        told["map"] = _map(one.map, ground, wide, high - taken)
    return told


def _map(found: MapShown, ground: Ground, wide: int, high: int) -> dict[str, str]:
    svg = drawn_map(found, browser_look(TEXT), wide, high, ground=ground)
    most = sorted(found.marks, key=lambda mark: -mark.count)[:NAMED]
    named = ", ".join(f"{shown(mark.name)} ({mark.count:,})" for mark in most if mark.count)
    places = counted(sum(mark.count > 0 for mark in found.marks), "place")
    return {"svg": written(svg), "words": f"Map of {places} by mentions: {named}"}


def _timeline(found: TimelineShown, is_strip: bool, wide: int, high: int) -> dict[str, str]:
    look = browser_look(TEXT)
    svg = drawn_strip(found, look, wide, STRIP) if is_strip else drawn_timeline(
        found, look, wide, high
    )  # fmt: skip
    lanes = ", ".join(f"{shown(lane.name)} ({lane.count:,})" for lane in found.lanes[:NAMED])
    told = f"Timeline of {counted(sum(found.density), 'article')} by {found.unit}"
    return {"svg": written(svg), "words": f"{told}. Mentions: {lanes}" if lanes else told}
