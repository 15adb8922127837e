"""The hues of the lanes: one colour scale with a step for each kind of entity."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from components.theme import Palette, mixed


def hues_of(look: Palette) -> dict[str, str]:
    """Hues that a lane may have: its kind's, the accent where chosen, grey where others are."""
    return {**look.kinds, "chosen": look.accent, "left out": look.context}


def steps_of(lanes: pd.DataFrame, hues: Mapping[str, str]) -> NDArray[np.int64]:
    """Which of the hues each lane has."""
    order = list(hues)
    kinds = [str(kind) if str(kind) in hues else "event" for kind in lanes["kind"]]
    if lanes["selected"].any():
        kinds = ["chosen" if chosen else "left out" for chosen in lanes["selected"]]
    return np.array([order.index(kind) for kind in kinds], dtype=np.int64)


def scale_of(look: Palette, hues: Mapping[str, str]) -> list[list[Any]]:
    """A colour scale of one step a hue, each from faint to full."""
    steps = []
    for at, hue in enumerate(hues.values()):
        steps.append([at / len(hues), mixed(look.paper, hue, 0.2)])
        steps.append([(at + 0.999) / len(hues), mixed(look.paper, hue, 0.8)])
    return [*steps[:-1], [1, steps[-1][1]]]
