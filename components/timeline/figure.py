"""The timeline as a plotly figure: one pair of axes, so that a box spans strip and lanes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from html import escape
from typing import Any

import numpy as np
import plotly.graph_objects as go

from components import theme
from data import access
from dateline.brush import date_range_words

from .hues import hues_of, scale_of, steps_of

STRIP = theme.STRIP_PX / theme.LANE_PX
"""Height of the strip, counted in lanes; the strip stands above zero, lanes run down from it."""
GAP = 0.3
PEAK = 0.75
"""Room above the highest bar for its number."""
TICKS = [
    {"dtickrange": [None, "M1"], "value": "%-d %b\n%Y"},
    {"dtickrange": ["M1", "M12"], "value": "%b\n%Y"},
    {"dtickrange": ["M12", None], "value": "%Y"},
]


def figure(shown: access.Timeline, look: theme.Palette) -> go.Figure:
    """Strip and lanes on one pair of axes, so that a box spans them all."""
    first = [date.fromisoformat(edge) for edge in shown.edges]
    whole = timedelta(days=shown.bin_days)
    words = [date_range_words(day, day + whole - timedelta(days=1)) for day in first]
    edges = [*first, first[-1] + whole]
    made = go.Figure([*_strip(shown, edges, words, look), _lanes(shown, edges, words, look)])
    made.update_layout(_layout(len(shown.lanes), edges, look))
    _number_peak(made, shown, edges)
    if shown.span:
        last = date.fromisoformat(shown.span[1]) + timedelta(days=1)
        made.add_vrect(
            shown.span[0], last, fillcolor=look.accent, opacity=0.13, line_width=0, layer="above"
        )
        for end in (shown.span[0], last):
            made.add_vline(end, line={"color": look.accent, "width": 1.5})
    return made


def _strip(
    shown: access.Timeline, edges: list[date], words: list[str], look: theme.Palette
) -> list[Any]:
    """All articles as a grey outline, those inside as bars in ink."""
    scale = (STRIP - GAP - PEAK) / max(1, int(shown.density_total.max(initial=0)))
    whole = -GAP - shown.density_total * scale
    said = [
        f"{when}<br>{theme.number(inside)} of {theme.counted(total, 'article')}"
        for when, inside, total in zip(words, shown.density, shown.density_total, strict=True)
    ]
    middles = [datetime.combine(day, datetime.min.time()) + _half(shown) for day in edges[:-1]]
    outline = go.Scatter(
        x=[day for day in edges for _ in (0, 1)],
        y=[-GAP, *np.repeat(whole, 2), -GAP],
        mode="lines",
        line={"width": 0},
        fill="toself",
        fillcolor=look.context,
        opacity=0.55,
        hoverinfo="skip",
    )
    bars = go.Bar(
        x=middles,
        y=-shown.density * scale,
        base=-GAP,
        width=shown.bin_days * 86_400_000,
        marker={"color": look.faint, "line": {"color": look.paper, "width": 0.5}},
        unselected={"marker": {"opacity": 0.35}},
        hovertext=said,
        hoverinfo="text",
    )
    return [outline, bars]


def _half(shown: access.Timeline) -> timedelta:
    return timedelta(days=shown.bin_days / 2)


def _number_peak(made: go.Figure, shown: access.Timeline, edges: list[date]) -> None:
    peak = int(shown.density_total.argmax())
    middle = datetime.combine(edges[peak], datetime.min.time()) + _half(shown)
    text = theme.number(int(shown.density_total[peak]))
    made.add_annotation(x=middle, y=PEAK - STRIP, text=text, showarrow=False, yanchor="bottom")


def _lanes(
    shown: access.Timeline, edges: list[date], words: list[str], look: theme.Palette
) -> go.Heatmap:
    """Mentions inside as shade, those outside in grey, a diamond where the entity speaks.

    A lane has the hue of its kind, or the accent if it is chosen.
    """
    hues = hues_of(look)
    kinds = steps_of(shown.lanes, hues)
    strength = np.sqrt(shown.cells / max(1, int(shown.cells.max(initial=0))))
    outside = np.where(shown.cells_total > 0, list(hues).index("left out") + 0.1, np.nan)
    shade = np.where(shown.cells > 0, kinds[:, None] + 0.02 + 0.96 * strength, outside)
    return go.Heatmap(
        x=edges,
        y=list(range(len(shown.lanes) + 1)),
        z=shade,
        zmin=0,
        zmax=len(hues),
        colorscale=scale_of(look, hues),
        showscale=False,
        xgap=1,
        ygap=5,
        text=np.where(shown.speaks > 0, "◆", ""),
        texttemplate="%{text}",
        textfont={"size": 9, "color": look.ink},
        hovertext=_said(shown, words),
        hoverinfo="text",
        hoverongaps=False,
    )


def _said(shown: access.Timeline, words: list[str]) -> list[list[str]]:
    names = [escape(str(name)) for name in shown.lanes["name"]]
    return [
        [
            f"{name}<br>{when}<br>"
            + ("" if cell == total else f"{theme.number(cell)} of ")
            + theme.counted(total, "mention")
            + (f", {theme.counted(spoken, 'quotation')}" if spoken else "")
            if total
            else ""
            for cell, total, spoken, when in zip(*lane, words, strict=True)
        ]
        for name, *lane in zip(names, shown.cells, shown.cells_total, shown.speaks, strict=True)
    ]


def _layout(lanes: int, edges: list[date], look: theme.Palette) -> dict[str, Any]:
    font = {"family": theme.SANS, "size": 12, "color": look.faint}
    edge = {"color": look.accent, "width": 1.5, "dash": "solid"}
    return {
        "margin": {"t": 0, "r": 0, "b": theme.AXIS_PX, "l": 0, "pad": 0},
        "paper_bgcolor": theme.CLEAR,
        "plot_bgcolor": theme.CLEAR,
        "showlegend": False,
        "font": font,
        "hoverlabel": {"bgcolor": look.ink, "font": {**font, "color": look.paper}},
        "dragmode": "select",
        "selectdirection": "h",
        "newselection": {"line": edge},
        "activeselection": {"fillcolor": look.accent, "opacity": 0.13},
        "xaxis": {
            "type": "date",
            "range": [edges[0].isoformat(), edges[-1].isoformat()],
            "fixedrange": True,
            "showgrid": False,
            "ticks": "outside",
            "tickcolor": look.rule,
            "linecolor": look.rule,
            "showline": True,
            "tickformatstops": TICKS,
        },
        "yaxis": {
            "range": [lanes, -STRIP],
            "fixedrange": True,
            "showticklabels": False,
            "tickvals": list(range(lanes + 1)),
            "gridcolor": look.rule,
            "gridwidth": 0.5,
            "zeroline": False,
        },
    }
