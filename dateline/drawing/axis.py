"""An axis of days that follows the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple
from xml.etree.ElementTree import Element

from ..dates import MONTHS
from .lettering import width_of
from .look import Look
from .nodes import node
from .sheet import SMALL, Box, text

Step = tuple[str, int]
STEPS: tuple[Step, ...] = (
    *(("hour", n) for n in (1, 2, 3, 6, 12)),
    *(("day", n) for n in (1, 2, 7, 14)),
    *(("month", n) for n in (1, 2, 3, 6)),
    *(("year", n) for n in (1, 2, 5, 10, 20, 50, 100, 200, 500)),
)
"""How far ticks may lie apart, the nearest first."""
SECONDS = {"hour": 3600, "day": 86_400, "month": 2_600_000, "year": 31_600_000}
"""About as long as a unit is."""
ROOM = 1.35
"""What a tick's words need, of their width."""
HIGH = 2.9
"""Height of the axis, in body texts."""


class Tick(NamedTuple):
    at: datetime
    upper: str
    """The hour, the day, the month or the year."""
    lower: str
    """What that lies in."""


@dataclass(frozen=True, slots=True)
class Days:
    """Moments laid on pixels."""

    start: datetime
    end: datetime
    left: float
    width: float

    def x(self, moment: datetime) -> float:
        """Pixels from the left of the drawing, within the axis."""
        share = (moment - self.start) / (self.end - self.start) if self.end > self.start else 0.0
        return self.left + min(max(share, 0.0), 1.0) * self.width


def moment(iso: str) -> datetime:
    """A day, or a day and an hour."""
    return datetime.fromisoformat(iso).replace(tzinfo=None)


def ticks(days: Days, look: Look) -> list[Tick]:
    """As many ticks as their words leave room for."""
    span = (days.end - days.start).total_seconds()
    for step in STEPS:
        if span / (SECONDS[step[0]] * step[1]) * look.size > days.width:
            continue
        found = list(_ticks(days, step))
        widest = max((width_of(tick.upper, SMALL * look.size) for tick in found), default=0.0)
        if len(found) * (widest * ROOM + 0.6 * look.size) <= days.width:
            return found
    return []


def draw_axis(parent: Element, look: Look, days: Days, box: Box) -> None:
    """A line with ticks under a box, the days above what they lie in."""
    group = node(parent, "g", data_layer="axis")
    node(group, "path", d=f"M{box.left:.1f} {box.bottom:.1f}H{box.right:.1f}", stroke=look.rule,
         stroke_width=look.scale)  # fmt: skip
    before, free = "", box.left
    for tick in ticks(days, look):
        x, low = days.x(tick.at), box.bottom
        node(group, "path", d=f"M{x:.1f} {low:.1f}v{0.35 * look.size:.1f}", stroke=look.faint,
             stroke_width=look.scale)  # fmt: skip
        for at, words in enumerate((tick.upper, tick.lower if tick.lower != before else "")):
            half = width_of(words, SMALL * look.size) / 2
            place = min(max(x, box.left + half), box.right - half)
            if words and (not at or place - half >= free):
                text(group, look, words, (place, low + (1.3 + at * 1.1) * look.size), SMALL,
                     anchor="middle", fill=look.faint)  # fmt: skip
                free = place + half + 0.5 * look.size if at else free
                before = tick.lower if at else before


def _ticks(days: Days, step: Step) -> Iterator[Tick]:
    at = _first(days.start, step)
    while at <= days.end:
        if at >= days.start:
            yield Tick(at, *_words(at, step[0]))
        if at.year + step[1] >= 9999:
            return
        at = _next(at, step)


def _first(start: datetime, step: Step) -> datetime:
    unit, many = step
    day = start.replace(hour=0, minute=0, second=0, microsecond=0)
    if unit == "hour":
        return day
    if unit == "day":
        return day - timedelta(days=day.weekday() if many % 7 == 0 else 0)
    if unit == "month":
        return day.replace(day=1, month=1)
    return day.replace(day=1, month=1, year=max(start.year - start.year % many, 1))


def _next(at: datetime, step: Step) -> datetime:
    unit, many = step
    if unit in ("hour", "day"):
        return at + timedelta(**{f"{unit}s": many})
    if unit == "month":
        months = at.month - 1 + many
        return at.replace(year=at.year + months // 12, month=months % 12 + 1)
    return at.replace(year=at.year - (at.year == 1) + many)


def _words(at: datetime, unit: str) -> tuple[str, str]:
    if unit == "hour":
        return f"{at:%H:%M}", f"{at.day} {MONTHS[at.month - 1]} {at.year}"
    if unit == "day":
        return f"{at.day} {MONTHS[at.month - 1]}", str(at.year)
    if unit == "month":
        return MONTHS[at.month - 1], str(at.year)
    return str(at.year), ""
