"""Ranges of days spoken of, as bars in a band of their own under the lanes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from components import theme
from data import access

from .periods import words

ROW = theme.RANGE_PX / theme.LANE_PX
"""Height of a row of ranges, counted in lanes."""


def band_px(shown: access.Timeline) -> int:
    """Height of the band; 0 where no range is shown."""
    return 0 if shown.ranges.empty else theme.band_px(shown.ranges["row"])


def traces_of(shown: access.Timeline, look: theme.Palette) -> list[dict[str, Any]]:
    """A bar a range: in ink where it is named inside, else in grey."""
    if shown.ranges.empty:
        return []
    is_inside = shown.ranges["count"] > 0
    drawn = ((is_inside, look.faint), (~is_inside, look.context))
    return [_bars(shown, kept, colour) for kept, colour in drawn if kept.any()]


def _bars(shown: access.Timeline, kept: Any, colour: str) -> dict[str, Any]:  # noqa: ANN401
    x, y, said = list[Any](), list[Any](), list[str]()
    for row in shown.ranges[kept].to_dict("records"):
        level = round(len(shown.lanes) + (row["row"] + 1) * ROW, 2)
        first, end = _ends(shown, row)
        x += [*_between(first, end), None]
        y += [level] * 5 + [None]
        told = f"{theme.number(row['count'])} of {theme.counted(row['total'], 'date')}"
        said += [f"{words((row['first'], row['last']))}<br>{told}"] * 5 + [""]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "line": {"color": colour, "width": 5},
        "hovertext": said,
        "hoverinfo": "text",
    }


def _ends(shown: access.Timeline, row: dict[Any, Any]) -> tuple[date, date]:
    """The range as far as it is in view."""
    first = max(row["first"], shown.edges[0][:10])
    after = (date.fromisoformat(row["last"]) + timedelta(days=1)).isoformat()
    return date.fromisoformat(first), date.fromisoformat(min(after, shown.end))


def _between(first: date, end: date) -> list[str]:
    """Five days from one end to the other, each of which answers the pointer."""
    return [(first + (end - first) * part / 4).isoformat() for part in range(5)]
