"""Where the map looks first, and which names it writes."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.map.camera import PRESETS, around, camera, held, is_seen, mercator
from components.map.labels import LETTER_PX, LINE_PX, SPOT_PX, Window, named
from components.theme import MAP_PX
from data import access
from dateline.places.basemap import build_basemap
from dateline.settings import BASEMAP

PLACES = st.lists(
    st.tuples(st.floats(-180, 180), st.floats(-75, 75), st.integers(0, 10_000)),
    min_size=1,
    max_size=30,
)

CROWD = st.lists(
    st.tuples(
        st.sampled_from(["A", "Os", "Lima", "Kabul", "Jerusalem"]), st.integers(0, 30),
        st.integers(0, 20), st.integers(1, 99), st.sampled_from([0.0, 3.2, 8.0, 24.0]),
    ),
    max_size=60,
)  # fmt: skip


def frame(rows: list[tuple[float, float, int]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["longitude", "latitude", "total"])


@given(PLACES)
def test_camera_when_asked_for_all_then_every_place_is_in_the_window(rows):
    view = camera(frame(rows), homes=1)
    world = 512 * 2**view.zoom
    for longitude, latitude, _ in rows:
        across = abs((longitude - view.longitude + 180) % 360 - 180) / 360
        down = abs(mercator(latitude) - mercator(view.latitude))
        assert view.zoom == pytest.approx(0, abs=1e-5) or max(across * world, down * world) < 300


def test_camera_when_places_lie_on_both_sides_of_the_date_line_then_looks_at_it():
    view = camera(frame([(179.0, -17.0, 5), (-178.0, -16.0, 5)]), homes=1)
    assert abs(view.longitude) > 178
    assert view.zoom > 4


def test_camera_when_nearly_all_is_in_one_country_then_looks_there_first():
    rows = [(69.2, 34.5, 300), (65.7, 31.6, 90), (62.2, 34.3, 60), (-77.0, 38.9, 5)]
    assert camera(frame(rows)).zoom > camera(frame(rows), homes=1).zoom + 2
    assert camera(frame(rows)).longitude == pytest.approx(67.45, abs=0.1)


def test_camera_when_there_are_no_places_then_shows_the_world():
    assert camera(frame([])).zoom < 1


def mark(name: str, longitude: float, count: int) -> dict[str, object]:
    at, size = [longitude, 30.0], 8.0
    return {"name": name, "at": at, "count": count, "size": size, "area": False, "selected": False}


def test_names_when_they_would_touch_then_the_smaller_goes_left_or_above():
    marks = [mark("Alpha", 40.0, 5), mark("Beta", 42.0, 9), mark("Gamma", 41.0, 1)]
    written = {each["name"]: each["side"] for each in named(marks, zoom=4)}
    assert written == {"Alpha": "end", "Beta": "start", "Gamma": "middle"}


def test_names_when_a_small_one_is_chosen_then_it_is_written_first():
    marks = [mark("Alpha", 40.0, 9), mark("Gamma", 40.2, 1) | {"selected": True}]
    assert next(each["name"] for each in named(marks, zoom=4)) == "Gamma"


def test_names_when_nothing_is_inside_then_are_not_written():
    assert list(named([mark("Alpha", 40.0, 0)], zoom=4)) == []


def test_names_when_a_large_disc_has_small_ones_beside_it_then_the_large_is_named():
    marks = [mark("Alpha", 40.0, 9), mark("B", 40.9, 1), mark("C", 39.1, 1)]
    assert next(each["name"] for each in named(marks, zoom=4)) == "Alpha"


@given(CROWD)
def test_names_when_a_map_is_crowded_then_none_lies_over_another_or_over_a_larger_disc(rows):
    marks = [
        mark(name, float(x), count) | {"at": [float(x), float(y)], "size": size}
        for name, x, y, count, size in rows
    ]
    written = list(named(marks, zoom=4))
    counts = [each["count"] for each in written]
    assert counts == sorted(counts, reverse=True)
    boxes = [written_over(each, zoom=4) for each in written]
    assert not any(overlap(one, other) for one, other in combinations(boxes, 2))
    for each, box in zip(written, boxes, strict=True):
        more = [other for other in marks if other["count"] > each["count"]]
        assert not any(overlap(box, around_middle(other, 4, other["size"])) for other in more)
        spots = [around_middle(other, 4, SPOT_PX) for other in marks if other["at"] != each["at"]]
        assert each["size"] > 14 or not any(overlap(box, spot) for spot in spots)


def written_over(each: dict[str, Any], zoom: float) -> tuple[float, ...]:
    """West, north, east and south of a name that is written."""
    x, y, _, _ = around_middle(each, zoom, 0)
    length = LETTER_PX * len(each["name"])
    west = x + each["shift"][0] - length * {"start": 0, "end": 1, "middle": 0.5}[each["side"]]
    north = y + each["shift"][1] - LINE_PX / 2
    return west, north, west + length, north + LINE_PX


def around_middle(each: dict[str, Any], zoom: float, off: float) -> tuple[float, ...]:
    """West, north, east and south of what lies around the middle of a mark."""
    x, y = (512 * 2**zoom * share for share in (each["at"][0] / 360, mercator(each["at"][1])))
    return x - off, y - off, x + off, y + off


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Whether two boxes do so by more than a rounding error."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    return across > 1e-6 and min(one[3], other[3]) - max(one[1], other[1]) > 1e-6


@pytest.mark.parametrize(("longitude", "side"), [(20.0, "start"), (25.0, "end"), (40.0, "start")])
def test_name_when_an_edge_would_cut_it_then_it_stands_on_the_other_side(longitude, side):
    (written,) = named([mark("Khorasan", longitude, 5)], 4, Window(20.0, 30.0, 300))
    assert written["side"] == side


def test_camera_when_a_fifth_is_far_away_then_looks_where_most_is_and_holds_it_all_when_asked():
    rows = [(69.2, 34.5, 60), (62.2, 34.3, 25), (-77.0, 38.9, 15)]
    near, whole = camera(frame(rows)), camera(frame(rows), homes=1)
    assert near.longitude == pytest.approx(65.7, abs=0.1)
    assert whole.zoom < 2 < near.zoom


def test_camera_when_the_canvas_is_narrow_then_looks_from_farther_away():
    rows = [(69.2, 34.5, 60), (62.2, 34.3, 25)]
    wide, narrow = camera(frame(rows), width=640), camera(frame(rows), width=320)
    assert wide.zoom - narrow.zoom == pytest.approx(1.0)


def test_camera_when_the_canvas_is_narrow_then_outer_places_are_not_cut_off():
    rows = [(-60.0, 10.0, 5), (60.0, 10.0, 5)]
    view = camera(frame(rows), homes=1, width=362)
    assert all(is_seen(view, longitude, latitude, 362) for longitude, latitude, _ in rows)


@pytest.mark.parametrize("name", sorted(PRESETS))
def test_preset_when_asked_for_then_its_middle_is_seen_and_its_corners_lie_near_the_edge(name):
    west, south, east, north = PRESETS[name]
    view = held(PRESETS[name], 640)
    world = 512 * 2**view.zoom
    across, down = world * (east - west) / 360, world * (mercator(south) - mercator(north))
    assert across <= 641 or view.zoom == 0
    assert down <= MAP_PX + 1 or view.zoom == 0
    assert across > 600 or down > MAP_PX - 20 or view.zoom == 0


def test_around_when_points_lie_beside_the_date_line_then_looks_at_both():
    points = [(179.0, -17.0), (-178.0, -16.0)]
    view = around(points, 640)
    assert all(is_seen(view, *point, 640) for point in points)
    assert view.zoom > 4


def test_around_when_it_is_one_point_then_keeps_some_distance():
    assert around([(69.2, 34.5)], 640).zoom < 6


def test_names_when_centred_then_stand_on_their_middle_or_not_at_all():
    marks = [mark("Alpha", 40.0, 5), mark("Beta", 40.1, 9)]
    written = list(named([each | {"centred": True, "size": 0} for each in marks], zoom=4))
    assert [(each["name"], each["side"], each["shift"]) for each in written] == [
        ("Beta", "middle", [0, 0])
    ]


@pytest.mark.parametrize(
    ("code", "inside", "outside"),
    [
        ("AF", [(61, 34), (74, 37)], [(90, 34), (40, 34)]),
        ("RU", [(30, 60), (170, 65)], [(-60, 60)]),
        ("FJ", [(178, -17.5), (-179.5, -17)], [(150, -17)]),
        ("AF.Kabul", [(69.2, 34.5)], [(62, 34.5)]),
    ],
)
def test_view_when_a_region_is_looked_at_then_all_of_it_is_seen_and_little_else(
    code, inside, outside, gazetteer
):
    build_basemap(BASEMAP)
    view = around(access.region_ends(code), 700)
    assert all(is_seen(view, *point, 700) for point in inside)
    assert not any(is_seen(view, *point, 700) for point in outside)


def test_region_ends_when_the_region_is_not_drawn_then_there_are_none(gazetteer):
    build_basemap(BASEMAP)
    assert access.region_ends("XX") == ()
