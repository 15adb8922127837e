"""The places that may stand on the map, as the Brush has them now."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from components import state
from data import access

from .marks import Mask, Numbers, Still


@dataclass(frozen=True, slots=True, eq=False)
class Pinned:
    """The places that may stand on the map under a Brush."""

    places: pd.DataFrame
    """All places."""
    still: Still
    count: Numbers
    selected: Mask


def pinned_now() -> Pinned:
    """Those of the session's Brush."""
    places = access.map_view(state.session().brush)
    still = access.kept("still places", lambda: Still.of(places))
    count, selected = (places[name].to_numpy()[still.codes] for name in ("count", "selected"))
    return Pinned(places, still, count, selected)
