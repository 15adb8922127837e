"""The timeline as a plotly figure: one pair of axes for strip and lanes.

Nothing in it depends on the span that is chosen: that is dragged and drawn over it, see `span`,
and so are the diamonds, see `speaks`.
"""

from __future__ import annotations

from html import escape
from typing import Any

import numpy as np

from components import theme
from data import access

from .bins import AROUND, ends_of, lengths, words_of
from .hues import TOP, hues_of, scale_of, shades_of
from .plain import PlainFigure, packed
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


def figure(shown: access.Timeline, look: theme.Palette) -> PlainFigure:
    """Strip, lanes and ranges."""
    traces = [*_strip(shown, look), _lanes(shown, look)]
    return PlainFigure({"data": [*traces, *traces_of(shown, look)], "layout": _layout(shown, look)})


def _strip(shown: access.Timeline, look: theme.Palette) -> list[dict[str, Any]]:
    """All articles as a grey outline, those inside as bars in ink."""
    scale = (STRIP - GAP - PEAK) / max(1, int(shown.density_total.max(initial=0)))
    whole = np.repeat((-GAP - shown.density_total * scale).round(3), 2).tolist()
    counted = "article" if shown.axis == "published" else "passage"
    said = [
        f"{when}<br>{theme.number(inside)} of {theme.counted(total, counted)}"
        for when, inside, total in zip(
            words_of(shown), shown.density.tolist(), shown.density_total.tolist(), strict=True
        )
    ]
    outline = {
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
    bars = {
        "type": "bar",
        "x": list(shown.edges),
        "offset": 0,
        "y": (-shown.density * scale).round(3).tolist(),
        "base": -GAP,
        "width": lengths(shown).tolist(),
        "marker": {"color": look.faint, "line": {"color": look.paper, "width": 0.5}},
        "hovertext": said,
        "hoverinfo": "text",
    }
    return [outline, bars]


def _lanes(shown: access.Timeline, look: theme.Palette) -> dict[str, Any]:
    """Mentions inside as shade, those outside in grey.

    A lane has the hue of its kind, or the accent if it is chosen.
    """
    hues = hues_of(look)
    numbers = np.stack([shown.cells, shown.cells_total, shown.speaks], axis=-1)
    told = "mentions: %{customdata[0]} of %{customdata[1]}<br>quotations: %{customdata[2]}"
    return {
        "type": "heatmap",
        "x": ends_of(shown),
        "y": list(range(len(shown.lanes) + 1)),
        "z": packed(shades_of(shown, hues)),
        "zmin": 0,
        "zmax": TOP,
        "colorscale": scale_of(look),
        "showscale": False,
        "xgap": 1,
        "ygap": 5,
        "customdata": packed(numbers),
        "hovertemplate": f"%{{y}}<br>{AROUND[shown.unit]}<br>{told}<extra></extra>",
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
        "ticktext": [escape(theme.shortened(str(name), 60)) for name in shown.lanes["name"]],
        "gridcolor": look.rule,
        "gridwidth": 0.5,
        "zeroline": False,
    }
