"""A timeline as SVG: a strip of density over a lane an entity, on days that follow the calendar."""

from __future__ import annotations

from datetime import timedelta
from xml.etree.ElementTree import Element

from ..briefing import Footing, TimelineShown
from ..dates import date_range_words
from .axis import HIGH, draw_axis, moment
from .furniture import Entry, kind_entry, legend, legend_height, sample_entry
from .lanes import column_of, draw_lanes
from .look import KINDS, Look
from .nodes import node
from .shapes import diamond
from .sheet import Box, sheet
from .strip import bins_of, draw_span, draw_strip

STRIP, LEAST_LANE, LANE = 4.6, 1.5, 2.0
"""Heights of the strip and of a lane, in body texts."""


def drawn_timeline(
    shown: TimelineShown,
    look: Look,
    width: float,
    height: float,
    footing: Footing | None = None,
    *,
    words: str = "",
) -> Element:
    """Strip, lanes and axis on so many pixels; lanes that do not fit are counted in words.

    Each lane is a node with `data-entity` and `data-id`; its cells, and the bars of the strip, have
    `data-bin`, which counts from 0, and a `<title>`.

    Args: words: the Brush in words, as a headline; none without.
    """
    fits = _fitting(shown, look, width, height, footing, words)
    left_out = len(shown.lanes) - fits
    notes = [_and_more(left_out)] * bool(left_out) + [", ".join(shown.beside)] * bool(shown.beside)
    page = sheet(words or _label(shown), look, (width, height), words, footing, notes)
    entries = _entries(shown, look)
    high = legend_height(look, page.box.width, entries)
    room = page.box.without_foot(high + HIGH * look.size)
    lanes = shown.lanes[:fits]
    column = column_of(lanes, look, room.width)
    strip = Box(room.left + column, room.top, room.width - column, _strip_height(look, room, fits))
    bins = bins_of(shown, strip)
    draw_strip(page.svg, shown, look, strip, bins)
    grid = Box(room.left, strip.bottom, room.width, room.height - strip.height)
    used = draw_lanes(page.svg, lanes, look, grid, column, bins)
    whole = Box(strip.left, strip.top, strip.width, strip.height + used)
    draw_span(page.svg, shown, look, whole, bins)
    draw_axis(page.svg, look, bins.days, whole)
    foot = Box(room.left, whole.bottom + HIGH * look.size, room.width, high)
    legend(page.svg, look, foot, entries)
    return page.svg


def drawn_strip(shown: TimelineShown, look: Look, width: float, height: float) -> Element:
    """The strip of density alone, with its axis."""
    page = sheet(_label(shown), look, (width, height))
    strip = page.box.without_foot(HIGH * look.size)
    bins = bins_of(shown, strip)
    draw_strip(page.svg, shown, look, strip, bins)
    draw_span(page.svg, shown, look, strip, bins)
    draw_axis(page.svg, look, bins.days, strip)
    return page.svg


def _entries(shown: TimelineShown, look: Look) -> list[Entry]:
    inside = [sample_entry(f"{shown.counts}s inside", look.ink, look)]
    whole = [sample_entry("in the corpus", look.context, look)]
    kinds = [kind for kind in KINDS if any(lane.kind == kind for lane in shown.lanes)]
    lanes = [kind_entry(kind, look) for kind in kinds]
    if lanes:
        lanes.append(sample_entry("mentions: the more, the stronger", look.faint, look))
    speaks = any(any(lane.speaks) for lane in shown.lanes)
    return [*inside, *whole, *lanes, *([_speaks(look)] if speaks else [])]


def _speaks(look: Look) -> Entry:
    radius = 0.3 * look.size

    def draw(parent: Element, x: float, y: float) -> None:
        node(parent, "path", d=diamond(x + radius, y, radius), fill=look.ink)

    return Entry("speaks", 2 * radius, 2 * radius, draw)


def _fitting(
    shown: TimelineShown,
    look: Look,
    width: float,
    height: float,
    footing: Footing | None,
    words: str,
) -> int:
    """How many lanes there is room for."""
    notes = [_and_more(1), ", ".join(shown.beside)]
    room = sheet("", look, (width, height), words, footing, notes).box
    high = legend_height(look, room.width, _entries(shown, look)) + HIGH * look.size
    left = room.height - high - STRIP * look.size
    return max(0, min(len(shown.lanes), int(left / (LEAST_LANE * look.size))))


def _strip_height(look: Look, room: Box, lanes: int) -> float:
    least = max(0.0, room.height - lanes * LANE * look.size)
    return max(min(room.height, STRIP * look.size), min(least, 0.3 * room.height))


def _label(shown: TimelineShown) -> str:
    if not shown.edges:
        return "Timeline without a dated article"
    first, last = moment(shown.edges[0]).date(), (moment(shown.end) - timedelta(minutes=1)).date()
    return f"Timeline of {date_range_words(first, last)}"


def _and_more(lanes: int) -> str:
    return f"{lanes:,} more {'lane is' if lanes == 1 else 'lanes are'} not drawn"
