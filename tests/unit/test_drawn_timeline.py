"""Timelines as SVG: the strip, its lanes, the axis and the days that were chosen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from drawn_things import FOOTING, HOSTILE, SVG, WEEK, lane, layer, look, numbers, read_again, texts
from hypothesis import given
from hypothesis import strategies as st

from dateline.briefing import TimelineShown
from dateline.drawing import drawn_strip, drawn_timeline, written
from dateline.drawing.axis import Days, moment, ticks
from dateline.drawing.lettering import width_of
from dateline.drawing.sheet import SMALL

EMPTY = TimelineShown("day", (), "", (), (), beside=("3 articles without a day",))


@pytest.mark.parametrize("shown", [WEEK, EMPTY, replace(WEEK, lanes=(), span=None)])
@pytest.mark.parametrize("size", [(1200, 500), (360, 300), (1600, 140)])
def test_timeline_when_drawn_then_it_is_xml_of_its_size(
    shown: TimelineShown, size: tuple[float, float]
) -> None:
    svg = read_again(drawn_timeline(shown, look(), *size, FOOTING, words="Kabul"))
    assert (svg.get("width"), svg.get("height")) == tuple(map(str, size))
    rects = list(svg.iter(f"{SVG}rect"))
    for node in rects:
        assert float(node.get("width", "")) >= 0
        assert float(node.get("height", "")) >= 0
        right = float(node.get("x", "0")) + float(node.get("width", ""))
        assert float(node.get("x", "0")) >= -0.01
        assert right <= size[0] + 0.01


def test_lanes_when_drawn_then_each_has_its_entity_its_shape_and_its_cells() -> None:
    svg = read_again(drawn_timeline(WEEK, look(), 900, 400))
    lanes = [node for node in svg.iter() if node.get("data-layer") == "lane"]
    assert [node.get("data-entity") for node in lanes] == [one.entity_id for one in WEEK.lanes]
    for node, told in zip(lanes, WEEK.lanes, strict=True):
        bins = [int(cell.get("data-bin", "")) for cell in node if cell.get("data-bin")]
        assert bins == [at for at, count in enumerate(told.cells) if count]
        assert all(cell.findtext(f"{SVG}title") for cell in node if cell.get("data-bin"))
    shapes = [[child.tag.removeprefix(SVG) for child in node][2] for node in lanes]
    assert shapes == ["circle", "rect", "circle"]


def test_lane_when_chosen_then_it_alone_has_the_accent_and_is_bold() -> None:
    svg = drawn_timeline(replace(WEEK, span=None), look(), 900, 400)
    lanes = [node for node in svg.iter() if node.get("data-layer") == "lane"]
    has = [any(n.get("fill") == look().accent for n in node.iter()) for node in lanes]
    bold = [any(n.get("font-weight") == "600" for n in node.iter()) for node in lanes]
    assert has == bold == [False, False, True]


def test_lanes_when_there_is_no_room_then_the_rest_is_counted() -> None:
    many = tuple(lane(f"Person {n}", (1, 0, 2, 0, 0, 1, 0)) for n in range(40))
    svg = drawn_timeline(replace(WEEK, lanes=many), look(), 900, 400)
    drawn = sum(node.get("data-layer") == "lane" for node in svg.iter())
    assert 5 < drawn < 40
    assert f"{40 - drawn} more lanes are not drawn" in texts(svg)


def test_strip_when_drawn_then_what_is_inside_lies_over_all() -> None:
    bars = [node for node in layer(drawn_strip(WEEK, look(), 700, 150), "strip") if len(node)]
    assert [node.get("data-bin") for node in bars] == ["0", "1", "2", "3", "4", "5"]
    highs = [[float(r.get("height", "")) for r in bar if r.tag == "rect"] for bar in bars]
    assert highs[2][1] == pytest.approx(highs[2][0] * 3 / 5, abs=0.02)
    assert len(highs[1]) == 1


def test_span_when_days_are_chosen_then_two_lines_in_accent_hold_them() -> None:
    svg = drawn_timeline(WEEK, look(), 700, 400)
    lines = [n for n in layer(svg, "span") if n.get("stroke") == look().accent]
    starts = [numbers(n.get("d", ""))[0] for n in lines]
    bar = next(n for n in layer(svg, "strip") if n.get("data-bin") == "2")
    assert starts[0] == pytest.approx(float(bar[1].get("x", "")), abs=1)
    assert "16\N{EN DASH}18 Aug 2021" in texts(svg)


def test_timeline_when_names_are_hostile_then_they_are_text() -> None:
    shown = replace(WEEK, lanes=(lane(HOSTILE, (1,) * 7),), beside=(HOSTILE,))
    svg = read_again(drawn_timeline(shown, look(), 900, 300, words=HOSTILE))
    assert not list(svg.iter(f"{SVG}script"))


@given(st.datetimes().map(lambda d: d.replace(microsecond=0)), st.integers(3, 10**6),
       st.floats(150, 2000))  # fmt: skip
def test_ticks_when_laid_on_an_axis_then_their_words_do_not_meet(
    start, hours: int, width: float
) -> None:
    from datetime import timedelta

    try:
        end = start + timedelta(hours=hours)
    except OverflowError:
        return
    days = Days(start, end, 0, width)
    found = ticks(days, look())
    places = [days.x(tick.at) for tick in found]
    assert places == sorted(places)
    for (one, left), (other, right) in zip(
        zip(found, places, strict=True), list(zip(found, places, strict=True))[1:], strict=False
    ):
        half = (width_of(one.upper, SMALL * 13) + width_of(other.upper, SMALL * 13)) / 2
        assert right - left >= half * 0.9


def test_ticks_when_of_two_months_then_they_are_days_of_weeks() -> None:
    days = Days(moment("2021-07-05"), moment("2021-09-11"), 0, 900)
    assert ticks(days, look())[1][1:] == ("12 Jul", "2021")


def test_timeline_when_of_the_sample_size_then_it_stays_small() -> None:
    cells = tuple(n % 5 for n in range(120))
    edges = tuple(f"2021-{1 + n // 28:02}-{1 + n % 28:02}" for n in range(120))
    many = tuple(lane(f"Person {n}", cells) for n in range(14))
    shown = replace(WEEK, edges=edges, end="2021-05-10", density=cells, density_total=cells,
                    lanes=many)  # fmt: skip
    assert len(written(drawn_timeline(shown, look(), 1600, 900))) < 400_000
