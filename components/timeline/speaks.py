"""A diamond where an entity speaks, laid over the lanes: hundreds of marks in one picture."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import streamlit as st

from components import state, theme
from components.guarded import Same
from data import access

from .bins import lengths
from .showing import shown_now

HERE = Path(__file__).parent
MOST = 400
"""Diamonds at the most, those of the cells with most quotations."""


@state.view("speaks", shows=lambda: Same(shown_now()))
def draw() -> None:
    """The diamonds of the lanes that are shown."""
    _component()(key="speaks_over", data=payload(shown_now()))


def payload(shown: access.Timeline) -> dict[str, Any]:
    """For each lane the bins in which it speaks, and the middle of each bin, 0 to 1."""
    lane, column = np.nonzero(shown.speaks)
    most = np.argsort(-shown.speaks[lane, column], kind="stable")[:MOST]
    kept = np.zeros(shown.speaks.shape, dtype=bool)
    kept[lane[most], column[most]] = True
    ends = np.cumsum([0, *lengths(shown)]) if shown.edges else np.zeros(1)
    middles = (ends[:-1] + ends[1:]) / 2 / max(1, ends[-1])
    return {
        "lanes": [np.flatnonzero(one).tolist() for one in kept],
        "middles": middles.round(5).tolist(),
        "top": theme.STRIP_PX,
        "high": theme.LANE_PX,
    }


@cache
def _component() -> Callable[..., Any]:
    css, js = ((HERE / f"speaks.{kind}").read_text(encoding="utf-8") for kind in ("css", "js"))
    return st.components.v2.component("dateline_speaks", css=css, js=js)
