"""What stands around the names of the timeline's lanes."""

from __future__ import annotations

import pandas as pd
import pytest
from made_corpus import stored

from components import lanes, theme
from components.memory import LANES
from data import access
from dateline.brush import Brush


@pytest.fixture
def timeline(tmp_path, monkeypatch) -> access.Timeline:
    monkeypatch.setenv("DATELINE_CORPUS", str(stored(tmp_path / "rivers.db", articles=40)))
    return access.timeline_view(Brush(), LANES[0])


def test_lanes_when_named_then_the_frame_says_what_is_counted_and_what_the_shapes_mean(timeline):
    shown = lanes.payload(timeline, LANES[0])
    assert [row["value"] for row in shown["parts"][0]["rows"]] == timeline.lanes.entity_id
    frame = shown["frame"]
    assert frame["title"] == f"Articles {lanes.EVERY[timeline.unit]}"
    assert (frame["kinds"], frame["marks"]) == (["person", "organisation"], "◆ speaks")
    assert (frame["foot"], frame["foot_px"]) == ("", 0)


def test_ranges_when_there_are_some_then_their_name_is_as_high_as_their_band(timeline):
    object.__setattr__(timeline, "axis", "spoken")
    object.__setattr__(timeline, "ranges", pd.DataFrame({"row": [0, 2, 1]}))
    frame = lanes.payload(timeline, LANES[0])["frame"]
    assert frame["title"].startswith("Passages ")
    assert (frame["foot"], frame["foot_px"]) == ("Ranges named most", theme.band_px([0, 1, 2]))


@pytest.mark.parametrize(
    ("asked", "in_all", "name"),
    [
        (LANES[0], LANES[0], ""),
        (LANES[0], LANES[0] + 1, "More lanes"),
        (LANES[1], LANES[1] + 1, "More lanes" if len(LANES) > 2 else "Fewer lanes"),
        (LANES[1], LANES[0] + 1, "Fewer lanes"),
        (LANES[-1], LANES[-1] * 2, "Fewer lanes"),
    ],
)
def test_button_when_lanes_are_left_then_offers_more_and_after_the_last_fewer(
    timeline, asked, in_all, name
):
    object.__setattr__(timeline, "lanes_in_all", in_all)
    assert lanes.payload(timeline, asked)["frame"]["more"] == name
