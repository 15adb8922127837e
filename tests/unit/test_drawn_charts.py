"""Matrix, network, days, positions, candidates and shaded maps as SVG."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
import shapely
from drawn_things import FOOTING, HOSTILE, SVG, ends, layer, look, read_again, texts

from dateline.briefing import Said, Source
from dateline.drawing import (
    Ground,
    Shade,
    Spot,
    drawn_candidates,
    drawn_days,
    drawn_matrix,
    drawn_network,
    drawn_positions,
    drawn_shades,
    matrix_size,
    positions_size,
    read_ground,
)
from dateline.drawing.shades import strength
from dateline.places.basemap import build_basemap
from dateline.query import Head, Matrix
from dateline.query.network import Network
from dateline.query.profile import Days
from dateline.settings import BASEMAP

SPEAKERS = (Head("person.a", "Ana Ruiz", "person", 9, False),
            Head("person.b", HOSTILE, "person", 4, True))  # fmt: skip
ABOUT = (Head("organisation.x", "Port Authority", "organisation", 8, True),
         Head("place.y", "Lisbon", "place", 5, False))  # fmt: skip
MATRIX = Matrix(SPEAKERS, ABOUT, np.array([[5, 4], [3, 0]]), 7, 12, 30)
DAYS = Days("day", ("2021-08-14", "2021-08-15", "2021-08-16"), "2021-08-17", np.array([3, 1, 5]),
            np.array([2, 0, 5]), np.array([0, 0, 4]), 2)  # fmt: skip
SOURCE = Source("a1", "A port", "Harbour Times", "", "", "2021-08-16", "")
SAID = Said(
    "q1", "The port stays open", "direct", "Ana Ruiz", "harbour master", "said", "", "", "", "",
    "p1", 0, 19, "rules", 0.9, SOURCE, "states, then denies", 2, "2021-08-16",
)  # fmt: skip
LAND = shapely.box(60, 30, 75, 38)


@pytest.fixture(scope="module")
def ground() -> Ground:
    build_basemap(BASEMAP)
    return read_ground(BASEMAP)


def network(size: int) -> Network:
    """Those named with one, around it."""
    turns = np.linspace(0, 2 * np.pi, size)
    nodes = pd.DataFrame(
        {
            "entity_id": [f"person.{n}" for n in range(size)],
            "name": [f"Name number {n}" for n in range(size)],
            "kind": ["person", "group"] * (size // 2) + ["person"] * (size % 2),
            "together": range(size, 0, -1),
            "x": 400 + 300 * np.cos(turns),
            "y": 260 + 200 * np.sin(turns),
        }
    )
    ties = pd.DataFrame({"a": 0, "b": range(1, size), "together": 3, "drawn": True})
    return Network(nodes, ties)


def test_matrix_when_drawn_then_a_cell_names_its_pair_and_empty_ones_are_left_out() -> None:
    svg = read_again(
        drawn_matrix(MATRIX, look(), *matrix_size(MATRIX, look()), FOOTING, words="All")
    )
    cells = [node for node in svg.iter() if node.get("data-layer") == "cell"]
    pairs = [(node.get("data-speaker"), node.get("data-about")) for node in cells]
    assert pairs == [("person.a", "organisation.x"), ("person.a", "place.y"),
                     ("person.b", "organisation.x")]  # fmt: skip
    assert not list(svg.iter(f"{SVG}script"))
    told = " ".join(texts(svg))
    assert "2 of 7 speakers, 2 of 12 names" in told
    assert all(line in told for line in FOOTING.lines())


def test_matrix_when_both_are_chosen_then_the_cell_has_the_accent() -> None:
    svg = drawn_matrix(MATRIX, look(), 900, 500)
    cells = [node for node in svg.iter() if node.get("data-layer") == "cell"]
    assert [node[1].get("fill") == look().accent for node in cells] == [False, False, True]


@pytest.mark.parametrize("size", [(200, 120), (4000, 3000)])
def test_matrix_when_it_does_not_fit_then_it_is_drawn_in_part(size: tuple[int, int]) -> None:
    svg = drawn_matrix(MATRIX, look(), *size, FOOTING)
    assert all(0 <= x <= size[0] + 1 for x, _ in ends(svg))


def test_matrix_when_empty_then_it_says_so() -> None:
    empty = Matrix((), (), np.zeros((0, 0), dtype=np.int64), 0, 0, 0)
    assert "No quotation here" in " ".join(texts(drawn_matrix(empty, look(), 700, 300)))


def test_network_when_drawn_then_names_do_not_overlap_and_marks_lie_inside() -> None:
    svg = read_again(drawn_network(network(40), look(), 900, 700, FOOTING, words="Named with"))
    inner = layer(svg, "network")
    marks = [node for node in inner if node.get("data-entity")]
    assert len(marks) == 40
    width, height = float(inner.get("width", "")), float(inner.get("height", ""))
    assert all(0 <= x <= width and 0 <= y <= height for x, y in ends(inner))
    assert len(list(layer(svg, "ties"))) == 39
    named = {node.text for node in inner if node.tag.endswith("text")}
    assert "Name number 0" in named


def test_network_when_no_one_is_named_then_it_says_so() -> None:
    empty = Network(network(1).nodes, network(1).ties)
    assert "No one else" in " ".join(texts(drawn_network(empty, look(), 500, 300)))


def test_days_when_drawn_then_mentions_stand_and_quotations_hang() -> None:
    svg = drawn_days(DAYS, look(), 700, 300, FOOTING, words="Mentions", span=("2021-08-15",) * 2)
    bars = [node for node in layer(svg, "strip") if node.get("data-bin")]
    assert [node.get("data-bin") for node in bars] == ["0", "1", "2"]
    said = [node for node in layer(svg, "said") if node.get("data-bin")]
    assert [node.get("data-bin") for node in said] == ["2"]
    assert float(said[0].get("y", "")) >= float(bars[2][1].get("y", ""))
    assert "2 in articles that state no day" in texts(svg)
    assert "15 Aug 2021" in texts(svg)


def test_positions_when_drawn_then_words_speaker_day_and_change_stand_there() -> None:
    said = [SAID, replace(SAID, quotation_id="q2", content=HOSTILE, mode="indirect")]
    svg = read_again(drawn_positions(said, look(), *positions_size(said, look(), 900), FOOTING,
                                     words="Ana Ruiz", in_all=9))  # fmt: skip
    told = texts(svg)
    assert "“The port stays open”" in told
    assert "states, then denies" in told
    assert "16 Aug 2021" in told
    assert any(line.startswith("2 of 9 statements") for line in told)
    drawn = [node.get("data-id") for node in svg.iter() if node.get("data-layer") == "statement"]
    assert drawn == ["q1", "q2"]


def test_positions_when_there_is_no_room_then_the_rest_is_counted() -> None:
    said = [replace(SAID, quotation_id=f"q{n}") for n in range(20)]
    svg = drawn_positions(said, look(), 900, 400)
    drawn = sum(node.get("data-layer") == "statement" for node in svg.iter())
    assert 0 < drawn < 20
    assert f"{20 - drawn} more statements are not drawn" in texts(svg)


def test_candidates_when_drawn_then_the_chosen_one_alone_is_filled(ground: Ground) -> None:
    spots = [
        Spot("g.1", 1, "Washington", "score 0.9", -77.04, 38.9, True),
        Spot("g.2", 2, "Washington, Tyne and Wear", "score 0.4", -1.52, 54.9, False),
    ]
    svg = read_again(drawn_candidates(spots, look(), 900, 600, FOOTING, ground=ground))
    opacity = {node.get("data-place"): float(node.get("fill-opacity", ""))
               for node in layer(svg, "inside")}  # fmt: skip
    assert opacity["g.1"] > 0.8 > 0.1 > opacity["g.2"]
    assert {"1. Washington", "2. Washington, Tyne and Wear"} <= set(texts(svg))


@pytest.mark.parametrize("level", ["countries", "divisions", "cells"])
def test_shades_when_drawn_then_the_more_mentions_the_stronger(level: str, ground: Ground) -> None:
    shades = [Shade("AF", "Afghanistan", 90, False, LAND, 67, 34),
              Shade("IR", HOSTILE, 2, False, shapely.box(45, 25, 60, 38), 53, 32),
              Shade("PK", "Pakistan", 5, True, shapely.box(62, 24, 75, 30), 69, 27)]  # fmt: skip
    svg = read_again(drawn_shades(shades, level, look(), 900, 600, FOOTING, ground=ground))
    paths = {node.get("data-region"): node for node in layer(svg, "inside")}
    strong, weak = (float(paths[code].get("fill-opacity", "")) for code in ("AF", "IR"))
    assert strong > weak
    assert paths["PK"].get("fill") == look().accent
    assert "selected" in texts(svg)


def test_strength_when_counts_rise_then_it_never_falls() -> None:
    found = [strength(count, 500) for count in range(501)]
    assert found[0] == 0
    assert all(low <= high for low, high in combinations(found[::25], 2))
