"""The hues of the lanes, and the shade of each cell in one of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np
from numpy.typing import NDArray

from components.theme import Palette
from data import access

SHADES = 36
"""Steps from faint to full, a hue."""
EMPTY = 254
"""The shade of a cell in which nothing is."""


@cache
def hues_of(look: Palette) -> Mapping[str, str]:
    """Hues that a lane may have: its kind's, the accent where chosen, grey where others are."""
    return {**look.kinds, "chosen": look.accent, "left out": look.context}


def steps_of(lanes: access.Lanes, hues: Mapping[str, str]) -> NDArray[np.int64]:
    """Which of the hues each lane has."""
    order = list(hues)
    kinds = [kind if kind in hues else "event" for kind in lanes.kind]
    if lanes.selected.any():
        kinds = ["chosen" if chosen else "left out" for chosen in lanes.selected]
    return np.array([order.index(kind) for kind in kinds], dtype=np.int64)


def shades_of(shown: access.Timeline, hues: Mapping[str, str]) -> NDArray[np.uint8]:
    """The shade of each cell: of its lane's hue by what is inside, of grey by what is not."""
    strength = np.sqrt(shown.cells / max(1, int(shown.cells.max(initial=0))))
    inside = steps_of(shown.lanes, hues)[:, None] * SHADES + 1 + (SHADES - 3) * strength
    outside = np.where(shown.cells_total > 0, list(hues).index("left out") * SHADES + 4, EMPTY)
    return np.where(shown.cells > 0, inside, outside).astype(np.uint8)
