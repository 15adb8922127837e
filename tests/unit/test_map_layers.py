"""The map's layers where the Brush leaves little or nothing to draw."""

from __future__ import annotations

import pandas as pd
import pytest

from components import theme
from components.map.layers import layers
from components.map.marks import Still
from components.memory import Charting


def places(count: int, rows: int) -> pd.DataFrame:
    """Towns that are named three times, so many of them inside."""
    made = {
        "place_id": [f"g{n}" for n in range(rows)],
        "name": [f"Town {n}" for n in range(rows)],
        "kind": "city",
        "latitude": 34.5,
        "longitude": 69.2,
        "precision": "point",
        "radius_km": 8.0,
        "country": "AF",
        "total": 3,
        "count": count,
        "selected": False,
    }
    frame = pd.DataFrame(made, index=range(rows))
    return frame.assign(outline=pd.Series([[]] * rows, dtype=object))


@pytest.mark.parametrize(("count", "rows"), [(0, 0), (0, 4), (2, 4)])
def test_layers_when_few_or_no_places_are_inside_then_those_are_drawn(count: int, rows: int):
    shown = places(count, rows)
    counts, selected = shown["count"].to_numpy(), shown["selected"].to_numpy(dtype=bool)
    drawn = layers(Still.of(shown), counts, selected, theme.LIGHT, 0, 3.0, Charting(), [])
    sizes = {str(layer.id).split("-")[0]: len(layer.data) for layer in drawn if layer.data}
    assert sizes.get("places", 0) == (rows if count else 0)
