"""What a chart reports, as recorded from Chromium with Streamlit 1.67, and the clause it makes."""

from __future__ import annotations

import pytest

from components import map as map_view
from components import timeline
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
DRAGGED_LEFT = {
    "selection": {
        "points": [
            {
                "curve_number": 1,
                "point_number": 29,
                "point_index": 29,
                "x": "2024-02-08 12:00",
                "y": -0.79,
                "label": "2024-02-08 12:00",
                "value": -0.79,
                "hovertext": "8 Feb 2024<br>0 of 2 articles",
            }
        ],
        "point_indices": [29],
        "box": [
            {
                "xref": "x",
                "yref": "y",
                "x": ["2024-02-27 11:56:54.5923", "2024-02-08 02:22:08.7554"],
                "y": [-2.5833333333333335, 10],
            }
        ],
        "lasso": [],
    }
}
CLICKED_BESIDE = {"selection": {"points": [], "point_indices": [], "box": [], "lasso": []}}


def box(*ends: str) -> dict[str, object]:
    return {"selection": {"points": [], "box": [{"xref": "x", "yref": "y", "x": list(ends)}]}}


@pytest.mark.parametrize(
    ("event", "epoch", "expected"),
    [
        (MOSUL, 0, clause("place", "g8")),
        (MARSHES, 2, clause("place", "a2")),
        (MOSUL, 1, None),
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
    ("event", "expected"),
    [
        (DRAGGED_LEFT, clause("published", "2024-02-08", "2024-02-27")),
        (CLICKED_BESIDE, None),
        (None, None),
        ({}, None),
        (box("2024-02-08", "2024-02-09 23:59"), clause("published", "2024-02-08", "2024-02-09")),
        (box("2024-02-08 09:00", "2024-02-08 10:00"), clause("published", *["2024-02-08"] * 2)),
        (box("0312-01-01 09:00", "1024-12-31"), clause("published", "0312-01-01", "1024-12-31")),
    ],
)  # fmt: skip
def test_timeline_event_when_read_then_gives_the_days_that_the_box_touches(event, expected):
    assert timeline.clause_from_event(event) == expected
