"""The table of names is what it says, and is told right from wrong."""

from __future__ import annotations

from collections import Counter

import pytest
from world_names import TOLERANCE_KM, WorldName, is_right, read_names

from dateline.places.gazetteer import Gazetteer


def test_table_when_read_then_300_names_of_all_kinds_each_once_with_a_position():
    rows = read_names()
    kinds = Counter(row.kind for row in rows)
    assert len(rows) >= 300
    assert len({row.name for row in rows}) == len(rows)
    assert set(kinds) == set(TOLERANCE_KM)
    assert kinds["town"] >= 100
    assert all(-90 < row.latitude < 90 and -180 < row.longitude < 180 for row in rows)


@pytest.mark.parametrize(
    ("name", "latitude", "right"),
    [("Kabul", 34.53, True), ("Kabul", 34.9, False), ("Zzyzxabad", 34.53, False)],
)
def test_is_right_when_the_place_is_far_or_unknown_then_it_is_not(
    gazetteer: Gazetteer, name: str, latitude: float, right: bool
):
    assert is_right(WorldName(name, "town", latitude, 69.17), gazetteer) is right
