"""The hues of the lanes: one colour scale with a step for each kind of entity."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from components.theme import CLEAR, Palette, mixed
from data import access

SHADES = 36
"""Steps from faint to full, a hue."""
EMPTY, TOP = 254, 255
"""The shade of a cell in which nothing is, and the highest."""


@cache
def hues_of(look: Palette) -> Mapping[str, str]:
    """Hues that a lane may have: its kind's, the accent where chosen, grey where others are."""
    return {**look.kinds, "chosen": look.accent, "left out": look.context}


def steps_of(lanes: pd.DataFrame, hues: Mapping[str, str]) -> NDArray[np.int64]:
    """Which of the hues each lane has."""
    order = list(hues)
    kinds = [str(kind) if str(kind) in hues else "event" for kind in lanes["kind"]]
    if lanes["selected"].any():
        kinds = ["chosen" if chosen else "left out" for chosen in lanes["selected"]]
    return np.array([order.index(kind) for kind in kinds], dtype=np.int64)


def shades_of(shown: access.Timeline, hues: Mapping[str, str]) -> NDArray[np.uint8]:
    """The shade of each cell: of its lane's hue by what is inside, of grey by what is not."""
    strength = np.sqrt(shown.cells / max(1, int(shown.cells.max(initial=0))))
    inside = steps_of(shown.lanes, hues)[:, None] * SHADES + 1 + (SHADES - 3) * strength
    outside = np.where(shown.cells_total > 0, list(hues).index("left out") * SHADES + 4, EMPTY)
    return np.where(shown.cells > 0, inside, outside).astype(np.uint8)


@cache
def scale_of(look: Palette) -> list[list[Any]]:
    """A colour scale of `SHADES` a hue, each from faint to full, then of what is empty."""
    hues, steps = hues_of(look), list[list[Any]]()
    for at, hue in enumerate(hues.values()):
        steps.append([at * SHADES / TOP, mixed(look.paper, hue, 0.2)])
        steps.append([((at + 1) * SHADES - 1) / TOP, mixed(look.paper, hue, 0.8)])
    return [*steps, [len(hues) * SHADES / TOP, CLEAR], [1, CLEAR]]
