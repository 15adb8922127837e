"""An entity over time as SVG: its mentions inside over all of them, and below when it speaks."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ..briefing import Footing, TimelineShown
from ..query.profile import Days
from .axis import HIGH, draw_axis
from .furniture import legend, legend_height, sample_entry
from .look import Look
from .nodes import node, told
from .sheet import SMALL, Box, sheet, text
from .strip import Bins, bins_of, counted, draw_span, draw_strip

SPEAKS = 0.28
"""Share of the bars below the line, which are its quotations."""


def drawn_days(
    found: Days,
    look: Look,
    width: float,
    height: float,
    footing: Footing | None = None,
    *,
    words: str = "",
    span: tuple[str, str] | None = None,
) -> Element:
    """The bars on so many pixels; each has `data-bin`, which counts from 0, and a `<title>`.

    Args:
        words: the Brush in words, as a headline; none without.
        span: the days that were chosen.
    """
    undated = f"{found.undated:,} in articles that state no day" if found.undated else ""
    page = sheet(words or "Mentions over time", look, (width, height), words, footing,
                 [undated] * bool(undated))  # fmt: skip
    entries = [
        sample_entry("mentions inside the selection", look.ink, look),
        sample_entry("all mentions", look.context, look),
        sample_entry("quotations by it", look.faint, look),
    ]
    high = legend_height(look, page.box.width, entries)
    room = page.box.without_foot(high + HIGH * look.size)
    upper = room._replace(height=room.height * (1 - SPEAKS))
    shown = _shown(found, span)
    bins = bins_of(shown, room)
    draw_strip(page.svg, shown, look, upper, bins)
    lower = Box(room.left, upper.bottom, room.width, room.height - upper.height)
    _quotations(page.svg, found, look, lower, bins)
    draw_span(page.svg, shown, look, room, bins)
    draw_axis(page.svg, look, bins.days, room)
    foot = Box(room.left, room.bottom + HIGH * look.size, room.width, high)
    legend(page.svg, look, foot, entries)
    return page.svg


def _shown(found: Days, span: tuple[str, str] | None) -> TimelineShown:
    edges = tuple(found.edges)
    if span and (not edges or span[1] < edges[0] or span[0] >= found.end):
        span = None
    inside, total = (tuple(map(int, counts)) for counts in (found.inside, found.total))
    return TimelineShown(found.unit, edges, found.end, inside, total, span=span, counts="mention")


def _quotations(parent: Element, found: Days, look: Look, box: Box, bins: Bins) -> None:
    """Bars that hang from the line, each as high as its quotations."""
    most = int(found.said.max(initial=0))
    group = node(parent, "g", data_layer="said")
    node(group, "path", d=f"M{box.left:.1f} {box.top:.1f}H{box.right:.1f}", stroke=look.faint,
         stroke_width=0.6 * look.scale)  # fmt: skip
    for at, said in enumerate(found.said.tolist()):
        if said:
            left, right = bins.of(at)
            gap = min(0.6 * look.scale, (right - left) / 5)
            high = (box.height - 1.3 * look.size) * said / most
            words = f"{bins.words[at]}: {counted(said, 'quotation')} by it"
            told(group, "rect", words, x=left + gap / 2, y=box.top, width=right - left - gap,
                 height=max(high, 1.0), fill=look.faint, fill_opacity=0.8,
                 data_bin=at, data_id=f"said-{at}")  # fmt: skip
    if most:
        peak = int(found.said.argmax())
        x = sum(bins.of(peak)) / 2
        low = box.top + max(box.height - 1.3 * look.size, 0) + 1.05 * look.size
        text(group, look, f"{most:,}", (x, low), SMALL, anchor="middle", fill=look.faint)
