"""The timeline as a plotly figure: its axis, all articles, and the lines of its lanes.

Nothing in it depends on the Brush but the ranges of days spoken of: what is inside is painted over
it, see `inside`, and so is the span that is chosen, see `span`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from components import theme
from data import access

from .bins import ends_of, lengths
from .plain import PlainFigure
from .ranges import band_px, traces_of

STRIP = theme.STRIP_PX / theme.LANE_PX
"""Height of the strip, counted in lanes; the strip stands above zero, lanes run down from it."""
GAP = 0.3
PEAK = 0.75
"""Room above the highest bar for its number."""
TICKS = [
    {"dtickrange": [None, 86_400_000], "value": "%H:%M\n%-d %b %Y"},
    {"dtickrange": [86_400_000, "M1"], "value": "%-d %b\n%Y"},
    {"dtickrange": ["M1", "M12"], "value": "%b\n%Y"},
    {"dtickrange": ["M12", None], "value": "%Y"},
]


def height_of(shown: access.Timeline) -> int:
    """Pixels."""
    lanes = len(shown.lanes) * theme.LANE_PX
    return theme.STRIP_PX + lanes + band_px(shown) + theme.AXIS_PX


def px_an_article(shown: access.Timeline) -> float:
    """Pixels of the strip's height for each article; of days spoken of, for each passage."""
    return (STRIP - GAP - PEAK) * theme.LANE_PX / max(1, int(shown.density_total.max(initial=0)))


def figure(shown: access.Timeline, look: theme.Palette) -> PlainFigure:
    """All articles as an outline, and ranges."""
    traces = [_outline(shown, look), *traces_of(shown, look)]
    return PlainFigure({"data": traces, "layout": _layout(shown, look)})


def _outline(shown: access.Timeline, look: theme.Palette) -> dict[str, Any]:
    scale = px_an_article(shown) / theme.LANE_PX
    whole = np.repeat((-GAP - shown.density_total * scale).round(3), 2).tolist()
    return {
        "type": "scatter",
        "x": [end for end in ends_of(shown) for _ in (0, 1)],
        "y": [-GAP, *whole, -GAP],
        "mode": "lines",
        "line": {"width": 0},
        "fill": "toself",
        "fillcolor": look.context,
        "opacity": 0.55,
        "hoverinfo": "skip",
    }


def _peak(shown: access.Timeline) -> dict[str, Any]:
    peak = int(shown.density_total.argmax())
    begin = np.datetime64(shown.edges[peak], "m") + np.timedelta64(
        int(lengths(shown)[peak]) // 120_000, "m"
    )
    text = theme.number(int(shown.density_total[peak]))
    where = {"x": str(begin), "y": PEAK - STRIP, "yanchor": "bottom"}
    return {**where, "text": text, "showarrow": False}


def _layout(shown: access.Timeline, look: theme.Palette) -> dict[str, Any]:
    font = {"family": theme.SANS, "size": 12, "color": look.faint}
    return {
        "margin": {"t": 0, "r": 0, "b": theme.AXIS_PX, "l": 0, "pad": 0},
        "paper_bgcolor": theme.CLEAR,
        "plot_bgcolor": theme.CLEAR,
        "showlegend": False,
        "font": font,
        "hoverlabel": {"bgcolor": look.ink, "font": {**font, "color": look.paper}},
        "dragmode": False,
        "annotations": [_peak(shown)],
        "xaxis": _across(shown, look),
        "yaxis": _down(shown, look),
    }


def _across(shown: access.Timeline, look: theme.Palette) -> dict[str, Any]:
    return {
        "type": "date",
        "range": [shown.edges[0], shown.end],
        "fixedrange": True,
        "showgrid": False,
        "ticks": "outside",
        "tickcolor": look.rule,
        "linecolor": look.rule,
        "showline": True,
        "tickformatstops": TICKS,
    }


def _down(shown: access.Timeline, look: theme.Palette) -> dict[str, Any]:
    lanes = len(shown.lanes)
    return {
        "range": [lanes + band_px(shown) / theme.LANE_PX, -STRIP],
        "fixedrange": True,
        "showticklabels": False,
        "tickmode": "array",
        "tickvals": [lane + 0.5 for lane in range(lanes)],
        "gridcolor": look.rule,
        "gridwidth": 0.5,
        "zeroline": False,
    }
