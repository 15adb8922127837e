"""What a chart reports, as recorded from Chromium with Streamlit 1.67, and the clause it makes."""

from __future__ import annotations

import pytest

from components import map as map_view
from components.timeline import span
from dateline.brush import clause

MOSUL = {
    "selection": {
        "indices": {"places-0-1f2a": [7]},
        "objects": {
            "places-0-1f2a": [
                ["g8", "Mosul", "19 mentions", [43.13, 36.34], 9.1],
            ]
        },
    }
}
MARSHES = {
    "selection": {
        "indices": {"areas-2-0": [0]},
        "objects": {"areas-2-0": [["a2", "Mesopotamian Marshes", "4 mentions", []]]},
    }
}
PAKTIYA = {
    "selection": {
        "indices": {"divisions-3": [14]},
        "objects": {
            "divisions-3": [
                {
                    "type": "Feature",
                    "properties": {"n": 14, "id": "AF.Paktiyā", "name": "Paktiyā"},
                    "geometry": {"type": "Polygon", "coordinates": []},
                }
            ]
        },
    }
}
CELL = {
    "selection": {
        "indices": {"cells-1-9": [0]},
        "objects": {"cells-1-9": [{"id": "N30E065", "w": 65, "s": 30, "step": 8}]},
    }
}
NOTHING_ON_MAP = {"selection": {"indices": {}, "objects": {}}}
DRAGGED = {"drag": [0.24, 0.45], "beat": None}
CLICKED = {"drag": [], "beat": None}
QUARTER = ("2024-01-01", "2024-04-10 00:00")
"""What was shown: a hundred days."""


@pytest.mark.parametrize(
    ("event", "epoch", "expected"),
    [
        (MOSUL, 0, clause("place", "g8")),
        (MARSHES, 2, clause("place", "a2")),
        (MOSUL, 1, None),
        ({"selection": {"objects": {"context-4": [["g8", "Mosul"]]}}}, 4, clause("place", "g8")),
        (PAKTIYA, 3, clause("region", "AF.Paktiyā")),
        (PAKTIYA, 2, None),
        (CELL, 1, clause("cell", "N30E065")),
        ({"selection": {"objects": {"seas-0": [{"id": "g1"}]}}}, 0, None),
        (NOTHING_ON_MAP, 0, None),
        ({}, 0, None),
        (None, 0, None),
        ({"selection": {"objects": {"places-0-1f2a": [[]]}}}, 0, None),
        ({"selection": {"objects": {"divisions-0": [{"name": "no id"}]}}}, 0, None),
    ],
)
def test_map_event_when_read_then_names_the_place_of_this_epoch(event, epoch, expected):
    assert map_view.clause_from_event(event, epoch) == expected


@pytest.mark.parametrize(
    ("event", "shown", "expected"),
    [
        (DRAGGED, QUARTER, clause("published", "2024-01-25", "2024-02-15")),
        (CLICKED, QUARTER, None),
        ({"beat": 3}, QUARTER, None),
        ({}, QUARTER, None),
        ({"drag": [0.2501, 0.2599]}, QUARTER, clause("published", *["2024-01-26"] * 2)),
        ({"drag": [0.0, 1.0]}, QUARTER, clause("published", "2024-01-01", "2024-04-09")),
        ({"drag": [-2.0, 7.0]}, QUARTER, clause("published", "2024-01-01", "2024-04-09")),
        ({"drag": [0.5, 0.9]}, ("0312-01-01", "1024-12-31"),
         clause("published", "0668-07-01", "0953-09-12")),
    ],
)  # fmt: skip
def test_timeline_event_when_read_then_gives_the_days_that_the_drag_touches(event, shown, expected):
    assert span.clause_from_event(event, *shown) == expected
