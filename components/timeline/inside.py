"""What is inside the Brush, painted over the chart, and what the pointer is told of it.

With any other data Streamlit takes a chart down and puts up a new one, for which a browser takes a
tenth of a second. So the chart has the axis and all articles, and what a Brush changes lies here.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from components import state, theme
from components.guarded import Same
from components.typeset.frontend import mount, register
from data import access

from .bins import lengths, words_of
from .figure import GAP, px_an_article
from .hues import EMPTY, SHADES, hues_of, shades_of
from .plain import packed
from .showing import shown_now

MOST = 400
"""Diamonds at the most, those of the cells with most quotations."""
LETTERS = 60
COUNTED: dict[access.Axis, tuple[str, str]] = {
    "published": ("article", "articles"),
    "spoken": ("passage", "passages"),
}
"""What the strip counts: one of it, and several."""
_renderer = register("inside", shared="nodes", folder=Path(__file__).parent)


@state.view("inside", shows=lambda: Same(shown_now()))
def draw() -> None:
    """Bars on the strip, a shade a cell of the lanes, and a diamond where an entity speaks."""
    shown = shown_now()
    if shown.edges:
        mount(_renderer, payload(shown, theme.palette()), "inside_over")


def payload(shown: access.Timeline, look: theme.Palette) -> dict[str, Any]:
    """What the browser needs to paint them, as plain JSON.

    `ends` are where bins begin and end, 0 to 1; `bars` heights in pixels over `base`; of the other
    arrays a row is a lane, or a bin of the strip, and what they count stands last.
    """
    ends = np.cumsum([0, *lengths(shown)])
    hues = hues_of(look)
    return {
        "ends": (ends / max(1, ends[-1])).round(5).tolist(),
        "bins": list(words_of(shown)),
        "bars": (shown.density * px_an_article(shown)).round(1).tolist(),
        "base": theme.STRIP_PX - GAP * theme.LANE_PX,
        "bar": look.faint,
        "counted": COUNTED[shown.axis],
        "articles": packed(np.stack([shown.density, shown.density_total], axis=-1)),
        "names": [theme.shortened(name, LETTERS) for name in shown.lanes.name],
        "cells": packed(np.stack([shown.cells, shown.cells_total, shown.speaks], axis=-1)),
        "shades": packed(shades_of(shown, hues)),
        "hues": [*hues.values()],
        "steps": SHADES,
        "empty": EMPTY,
        "diamonds": _diamonds(shown.speaks),
        "top": theme.STRIP_PX,
        "high": theme.LANE_PX,
    }


def _diamonds(speaks: NDArray[np.integer[Any]]) -> list[list[int]]:
    """For each lane the bins in which it speaks."""
    lane, column = np.nonzero(speaks)
    most = np.argsort(-speaks[lane, column], kind="stable")[:MOST]
    kept = np.zeros(speaks.shape, dtype=bool)
    kept[lane[most], column[most]] = True
    return [np.flatnonzero(one).tolist() for one in kept]
