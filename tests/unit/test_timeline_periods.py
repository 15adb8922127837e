"""Windows that are zoomed, moved and stepped through."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.timeline import periods
from components.timeline.periods import (
    length,
    moved,
    number_of,
    period_for,
    progress,
    stepped,
    whole_period,
    zoomed_in,
    zoomed_out,
)

YEAR = ("2021-01-01", "2021-12-31")
EXTENT = ("2020-01-01", "2023-12-31")
kinds = st.sampled_from(["day", "week", "month", "year"])


@given(st.dates(date(1, 1, 8), date(9998, 12, 1)), kinds)
def test_period_when_a_day_lies_in_it_then_the_next_one_begins_the_day_after(day, kind):
    number = number_of(day, kind)
    first, last = whole_period(number, kind)
    assert first <= day.isoformat() <= last
    following = date.fromisoformat(whole_period(number + 1, kind)[0])
    assert following.toordinal() == date.fromisoformat(last).toordinal() + 1


def test_zoom_when_in_and_in_again_then_shows_the_span_and_then_its_middle():
    span = ("2021-03-01", "2021-03-28")
    assert zoomed_in(YEAR, span) == span
    assert zoomed_in(span, span) == ("2021-03-08", "2021-03-21")
    assert zoomed_in(YEAR, ("2019-01-01", "2019-02-01")) == zoomed_in(YEAR, None)
    day = ("2021-03-01", "2021-03-01")
    assert zoomed_in(day, None) == day


def test_zoom_when_out_then_doubles_and_ends_at_the_extent():
    assert length(zoomed_out(("2021-06-01", "2021-06-10"), EXTENT)) in (20, 21, 22)
    window = ("2021-06-01", "2021-06-01")
    for _ in range(14):
        window = zoomed_out(window, EXTENT)
    assert window == EXTENT


@given(st.dates(date(2020, 1, 1), date(2023, 12, 31)), st.integers(0, 200), st.booleans())
def test_window_when_moved_then_keeps_its_length_within_the_extent(first, more, is_back):
    last = min(first.toordinal() + more, date(2023, 12, 31).toordinal())
    window = first.isoformat(), date.fromordinal(last).isoformat()
    there = moved(window, EXTENT, is_back)
    assert length(there) == length(window)
    assert EXTENT[0] <= there[0] <= there[1] <= EXTENT[1]
    assert (there <= window) if is_back else (there >= window)


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        (("2021-08-01", "2021-08-31"), "day"),
        (YEAR, "week"),
        (EXTENT, "month"),
        (("1950-01-01", "2021-01-01"), "year"),
    ],
)
def test_period_when_chosen_by_the_zoom_then_a_play_has_few_steps(window, expected):
    assert period_for(window) == expected


def test_steps_when_taken_one_after_the_other_then_go_through_the_window_once():
    span, seen = None, []
    while (span := stepped(EXTENT, span, is_back=False)) is not None:
        seen.append(span)
    assert len(seen) == 48
    assert seen[0] == ("2020-01-01", "2020-01-31")
    assert progress(EXTENT, seen[2]) == "month 3 of 48"
    back = [seen[-1]]
    while (span := stepped(EXTENT, back[-1], is_back=True)) is not None:
        back.append(span)
    assert back[::-1] == seen


def test_step_when_the_span_is_no_period_then_begins_with_the_one_it_begins_in():
    assert stepped(EXTENT, ("2021-03-10", "2021-06-01"), is_back=False) == (
        "2021-03-01",
        "2021-03-31",
    )
    assert progress(EXTENT, ("2021-03-10", "2021-06-01")) == ""
    assert stepped(EXTENT, ("1999-01-01", "1999-01-02"), is_back=True)[0] == "2023-12-01"
    assert periods.words(YEAR) == "1 Jan \N{EN DASH} 31 Dec 2021"
