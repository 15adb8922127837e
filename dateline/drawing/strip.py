"""The strip of a timeline: its bins on pixels, a bar each, and the days that are chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from xml.etree.ElementTree import Element

from ..briefing import TimelineShown
from ..dates import date_range_words
from .axis import Days, moment
from .lettering import width_of
from .look import Look
from .nodes import node, number, put, told
from .sheet import SMALL, Box, text


@dataclass(frozen=True, slots=True)
class Bins:
    """The bins of a timeline on pixels."""

    days: Days
    ends: tuple[datetime, ...]
    words: tuple[str, ...]

    def of(self, at: int) -> tuple[float, float]:
        """Where a bin begins and ends."""
        return self.days.x(self.ends[at]), self.days.x(self.ends[at + 1])


def bins_of(shown: TimelineShown, box: Box) -> Bins:
    """The bins between the sides of a box."""
    ends = tuple(moment(edge) for edge in (*shown.edges, shown.end) if edge)
    start, end = (ends[0], ends[-1]) if ends else (datetime(2000, 1, 1), datetime(2000, 1, 2))
    words = tuple(_bin_words(shown.unit, *two) for two in pairwise(ends))
    return Bins(Days(start, end, box.left, box.width), ends, words)


def draw_strip(parent: Element, shown: TimelineShown, look: Look, box: Box, bins: Bins) -> None:
    """All articles in grey, those inside over them, and the most of a bin as a number."""
    most = max(shown.density_total, default=0)
    group = node(parent, "g", data_layer="strip")
    if not most:
        said, low = f"No dated {shown.counts}", box.bottom - 0.4 * look.size
        text(group, look, said, (box.left, low), SMALL, fill=look.faint)
        return
    peak_room = (2.4 if shown.span else 1.25) * look.size
    unit = max(box.height - peak_room, 0.0) / most
    for at, (inside, total) in enumerate(zip(shown.density, shown.density_total, strict=True)):
        if total:
            said = f"{bins.words[at]}: {inside:,} of {counted(total, shown.counts)}"
            _bar(group, look, box, bins, at, (inside * unit, total * unit), said)
    peak = shown.density_total.index(most)
    said, (left, right) = f"{most:,}", bins.of(peak)
    half = width_of(said, SMALL * look.size) / 2
    x = min(max((left + right) / 2, box.left + half), box.right - half)
    low = box.top + peak_room - 0.35 * look.size
    text(group, look, said, (x, low), SMALL, anchor="middle", fill=look.faint)


def _bar(
    group: Element,
    look: Look,
    box: Box,
    bins: Bins,
    at: int,
    highs: tuple[float, float],
    said: str,
) -> None:
    left, right = bins.of(at)
    gap = min(0.6 * look.scale, (right - left) / 5)
    bar = told(group, "g", said, data_bin=at, data_id=f"bin-{at}")
    for high, fill in zip(highs[::-1], (look.context, look.ink), strict=True):
        if high:
            strength = 0.6 if fill == look.context else 0.85
            node(bar, "rect", x=left + gap / 2, y=box.bottom - high, width=right - left - gap,
                 height=high, fill=fill, fill_opacity=strength)  # fmt: skip


def draw_span(parent: Element, shown: TimelineShown, look: Look, box: Box, bins: Bins) -> None:
    """The days that were chosen: between two lines, what lies outside under paper."""
    if not shown.span or not bins.ends:
        return
    first, last = moment(shown.span[0]), moment(shown.span[1]) + timedelta(days=1)
    left, right = bins.days.x(first), bins.days.x(last)
    said = date_range_words(first.date(), moment(shown.span[1]).date())
    group = told(parent, "g", f"Chosen: {said}", data_layer="span", data_id="span")
    for start, end in ((box.left, left), (right, box.right)):
        if end > start:
            node(group, "rect", x=start, y=box.top, width=end - start, height=box.height,
                 fill=look.paper, fill_opacity=0.55)  # fmt: skip
    for x in (left, right):
        node(group, "path", d=f"M{number(x)} {number(box.top)}V{number(box.bottom)}",
             stroke=look.accent, stroke_width=1.4 * look.scale)  # fmt: skip
    half = width_of(said, SMALL * look.size, "bold") / 2
    middle = min(max((left + right) / 2, box.left + half), box.right - half)
    label = text(group, look, said, (middle, box.top + 0.9 * look.size), SMALL, "bold", "middle",
                 look.accent)  # fmt: skip
    put(label, paint_order="stroke", stroke=look.paper, stroke_width=3 * look.scale)


def _bin_words(unit: str, begin: datetime, end: datetime) -> str:
    if unit in ("hour", "6 hours"):
        until = end.hour or 24
        return (
            f"{date_range_words(begin.date(), begin.date())}, {begin:%H}:00\N{EN DASH}{until:02}:00"
        )
    if unit == "year":
        return str(begin.year)
    last = max(begin, end - timedelta(days=1))
    return date_range_words(begin.date(), last.date())


def counted(value: int, singular: str) -> str:
    return f"{value:,} {singular}{'' if value == 1 else 's'}"
