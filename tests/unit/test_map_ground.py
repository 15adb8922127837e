"""Regions and cells in words and shades, outlines across the date line, and the scale."""

from __future__ import annotations

import itertools
import math

import pandas as pd
import pydeck as pdk
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import theme
from components.map.backdrop import LINE_PX, round_length, scale
from components.map.ground import CHOSEN, STEPS, step_of
from components.map.marks import Still
from components.map.rows import MOST_POINTS, outlines
from dateline.query.facets import Choice
from dateline.query.labels import cell_id, cell_words, division_id


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("N35E065", "35–40°N 65–70°E"),
        ("S05W080", "0–5°S 75–80°W"),
        ("N00E000", "0–5°N 0–5°E"),
        ("S10E175", "5–10°S 175–180°E"),
    ],
)
def test_cell_when_named_then_gives_its_bounds_low_to_high(cell: str, said: str) -> None:
    assert cell_words(cell) == said


@given(st.floats(-180, 179.99), st.floats(-89.9, 89.9))
def test_cell_when_a_point_lies_in_it_then_its_words_hold_the_point(x: float, y: float) -> None:
    down, across = cell_words(cell_id(x, y)).split()
    for value, said, sides in ((y, down, "NS"), (x, across, "EW")):
        low, high = (int(end) for end in said[:-2].split("–"))
        assert low - 1e-9 <= abs(value) <= high + 1e-9
        assert said[-1] == sides[value < 0] or abs(value) < 1e-9


@pytest.mark.parametrize(
    ("country", "name", "code"),
    [("AF", "Kabul", "AF.Kabul"), ("AF", "AF.08", "AF.08"), ("AF", "", ""), ("", "X", ".X")],
)
def test_division_when_coded_then_two_of_one_name_are_told_apart(
    country: str, name: str, code: str
) -> None:
    assert division_id(country, name) == code


@pytest.mark.parametrize(
    ("choice", "step"),
    [
        (None, 0),
        (Choice("AF", 0, 5, False), 0),
        (Choice("AF", 1, 5, False), 2),
        (Choice("AF", 100, 100, False), STEPS),
        (Choice("AF", 0, 5, True), CHOSEN),
    ],
)
def test_step_when_counted_then_grows_with_the_logarithm(choice: Choice | None, step: int) -> None:
    assert step_of(choice, 100) == step


def areas(*rings: list[list[float]]) -> Still:
    made = {"name": "Area", "longitude": 0.5, "latitude": 0.5, "precision": "area1"}
    frame = pd.DataFrame({"outline": list(rings)}).assign(**made, radius_km=40.0, total=1)
    return Still.of(frame.assign(place_id=[f"a{n}" for n in range(len(rings))]))


def test_outline_when_it_crosses_the_date_line_then_no_edge_streaks() -> None:
    ring = [[179.0, -17.0], [-179.0, -17.0], [-179.0, -16.0], [179.0, -16.0], [179.0, -17.0]]
    (found,) = outlines(areas(ring), [0]).values()
    steps = [abs(b[0] - a[0]) for a, b in itertools.pairwise(found)]
    assert max(steps) == pytest.approx(2)


def test_outlines_when_they_are_many_then_keep_to_their_budget() -> None:
    ring = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.0]]
    found = outlines(areas(*[ring] * 1000), range(1000))
    assert 0 < sum(len(ring) for ring in found.values()) <= MOST_POINTS


@given(st.floats(1, 20_000))
def test_length_when_rounded_then_is_1_2_or_5_and_at_least_two_fifths(most: float) -> None:
    found = round_length(most)
    assert str(found).rstrip("0") in {"1", "2", "5"}
    assert most * 0.39 < found <= most


@given(st.floats(-60, 70), st.floats(0.5, 7))
def test_scale_when_drawn_then_its_line_is_as_long_as_it_says(latitude: float, zoom: float) -> None:
    line, said = scale(pdk.ViewState(longitude=20, latitude=latitude, zoom=zoom), 640, theme.LIGHT)
    along, *ends = line.data
    (west, south), (east, _) = (end["at"] for end in ends)
    km = (east - west) * 111.3 * math.cos(math.radians(south))
    assert km == pytest.approx(int(said.data[0]["name"].split()[0].replace(",", "")), rel=0.01)
    assert along["at"] == [west, south]
    assert along["box"][2] == pytest.approx(1000 * km, rel=0.01)
    assert (east - west) / 360 * 512 * 2**zoom <= LINE_PX + 1e-6
