"""Bins of the timeline against a plain recount, on both axes and through every unit."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from silent_frames import SILENT

from dateline.brush import Brush, clause
from dateline.query import Index, build_index, in_zone, timeline_view
from dateline.query.bins import bins_between
from dateline.query.days import DAYS_TO_EPOCH

FOUND = (
    *("passage_id", "article_id", "entity_id", "place_id", "speaker_id", "mode", "role"),
    *("precision", "confidence", "first", "last"),
)
LONGEST = {"hour": 4, "6 hours": 13, "day": 120, "week": 840, "month": 3600, "year": 43_800}
days = st.dates(date(1700, 1, 1), date(2150, 1, 1))


def index_of(published: list[str], spoken: list[tuple[int, str, str]] = ()) -> Index:
    """Articles of one passage that mentions one person, and dates in them by their article."""
    ids = [f"a{n}" for n in range(len(published))]
    empty = pd.DataFrame(columns=FOUND, dtype=object)
    mentions = {"passage_id": [f"p.{i}" for i in ids], "entity_id": "person.a"}
    timexes = {
        "passage_id": [f"p.a{n}" for n, _, _ in spoken],
        "article_id": [f"a{n}" for n, _, _ in spoken],
        "first": pd.to_datetime([first for _, first, _ in spoken], utc=True),
        "last": pd.to_datetime([last for _, _, last in spoken], utc=True),
    }
    places = {name: [] for name in ("place_id", "name", "country", "admin1", "precision")}
    return build_index(
        {
            "articles": pd.DataFrame(
                {
                    "article_id": ids,
                    "story_id": ids,
                    "outlet": "",
                    "agency": "",
                    "published": pd.to_datetime(
                        pd.Series(published, dtype=object), format="ISO8601", utc=True
                    ),
                    "published_iso": pd.Series(published, dtype="str"),
                }
            ),
            "passages": pd.DataFrame({"passage_id": [f"p.{i}" for i in ids], "article_id": ids}),
            "entities": pd.DataFrame(
                {"entity_id": ["person.a"], "name": ["A"], "kind": ["person"], "country": [""]}
            ),
            "places": pd.DataFrame(places | {"longitude": [0.0][:0], "latitude": [0.0][:0]}),
            "mentions": pd.DataFrame(mentions | {"kind": "person"}),
            "toponyms": empty,
            **SILENT,
            "timexes": pd.DataFrame(timexes),
        }
    )


def number(day: date) -> int:
    return day.toordinal() - DAYS_TO_EPOCH


@given(days, st.integers(1, 150_000), st.lists(days, max_size=20))
def test_bins_when_made_for_any_days_then_follow_the_calendar_and_hold_each_day_once(
    first: date, length: int, others: list[date]
) -> None:
    last = min(first.toordinal() + length - 1, date(2400, 1, 1).toordinal())
    bins = bins_between(number(first), last - DAYS_TO_EPOCH)
    assert 1 <= len(bins.edges) <= 124
    begins = [datetime.fromisoformat(edge) for edge in bins.edges]
    end = datetime.fromisoformat(bins.end)
    assert begins[0].date() <= first
    assert end.date().toordinal() > last
    if bins.unit in ("month", "year", "decade"):
        assert {begin.day for begin in begins} == {1}
    if bins.unit == "week":
        assert {begin.weekday() for begin in begins} == {0}
    if bins.unit in LONGEST:
        assert last - first.toordinal() < LONGEST[bins.unit]
    for day in others:
        expected = sum(begin.date() <= day for begin in begins) - 1
        found = int(bins.of_days(np.array([number(day)], dtype=np.int32))[0])
        inside = begins[0].date() <= day < end.date()
        if bins.unit in ("hour", "6 hours"):
            found, expected = found // 24 if found >= 0 else -1, expected // 24
        assert found == (expected if inside else -1) or bins.unit == "6 hours"


@pytest.mark.parametrize(
    ("last", "unit"),
    [
        ("2021-08-19", "hour"),
        ("2021-08-25", "6 hours"),
        ("2021-11-30", "day"),
        ("2022-12-01", "week"),
        ("2029-01-01", "month"),
        ("2099-01-01", "year"),
        ("2500-01-01", "decade"),
        ("4500-01-01", "century"),
    ],
)
def test_window_when_shown_then_its_unit_suits_its_length(last: str, unit: str) -> None:
    index = index_of(["2021-08-19T10:30:00Z"])
    view = timeline_view(index, Brush(), window=("2021-08-19", last))
    assert view.unit == unit
    assert int(view.density_total.sum()) == 1


@given(
    st.lists(st.datetimes(datetime(2021, 8, 17), datetime(2021, 8, 23)), min_size=1, max_size=12),
    st.sampled_from(["UTC", "Asia/Kabul", "America/New_York", "Pacific/Apia"]),
)
def test_hours_when_shown_in_a_zone_then_each_article_stands_in_the_hour_of_that_zone(
    moments: list[datetime], zone: str
) -> None:
    stated = [m.replace(tzinfo=UTC, microsecond=0).isoformat() for m in moments]
    index = index_of([*stated, "2021-08-20"])
    if zone != "UTC":
        index = in_zone(index, ZoneInfo(zone))
    view = timeline_view(index, Brush(), window=("2021-08-19", "2021-08-21"))
    there = [datetime.fromisoformat(s).astimezone(ZoneInfo(zone)) for s in stated]
    shown = [f"{m:%Y-%m-%dT%H}:00" for m in there if 19 <= m.day <= 21]
    assert view.density_total.tolist() == [shown.count(edge) for edge in view.edges]
    assert view.cells[0].tolist() == view.density_total.tolist()
    beside = view.beside
    assert (beside.hourless, beside.undated) == (1, 0)
    assert beside.earlier == sum(m.day < 19 for m in there)
    assert beside.later == sum(m.day > 21 for m in there)


spans = st.tuples(
    st.integers(0, 2),
    st.dates(date(2021, 7, 20), date(2021, 9, 20)),
    st.integers(0, 40),
)


@given(st.lists(spans, max_size=12), st.integers(1, 60))
def test_days_spoken_of_when_counted_then_a_passage_counts_once_in_each_bin_it_speaks_of(
    said: list[tuple[int, date, int]], length: int
) -> None:
    dates = [(n, first, first + timedelta(days=more)) for n, first, more in said]
    index = index_of(["2021-08-19"] * 3, [(n, a.isoformat(), b.isoformat()) for n, a, b in dates])
    start, end = date(2021, 8, 10), date(2021, 8, 10) + timedelta(days=length - 1)
    view = timeline_view(index, Brush(), axis="spoken", window=(start.isoformat(), end.isoformat()))
    assert view.unit == "day"
    bins = [start + timedelta(days=n) for n in range(length)]
    expected = [len({n for n, a, b in dates if a <= day <= b}) for day in bins]
    assert view.density.tolist() == view.density_total.tolist() == expected
    assert view.cells[0].tolist() == expected
    assert view.beside.earlier == sum(b < start for _, _, b in dates)
    assert view.beside.later == sum(a > end for _, a, _ in dates)
    drawn = {(a, b) for a, b in zip(view.ranges["first"], view.ranges["last"], strict=True)}
    told = {(a, b) for _, a, b in dates if max(a, start) < min(b, end)}
    assert len(drawn) + view.other_ranges == len(told)
    assert drawn <= {(a.isoformat(), b.isoformat()) for a, b in told}


def test_days_spoken_of_when_some_are_far_away_then_the_first_view_leaves_them_beside() -> None:
    near = [(n % 3, f"2021-08-{10 + n}", f"2021-08-{10 + n}") for n in range(15)]
    far = [(0, "1812-06-24", "1812-06-24"), (1, "2050-01-01", "2050-12-31")]
    view = timeline_view(index_of(["2021-08-19"] * 3, [*near, *far]), Brush(), axis="spoken")
    assert view.unit == "day"
    assert (view.beside.earlier, view.beside.later) == (1, 1)
    assert view.extent == ("1810-01-01", "2059-12-31") or view.extent[0] <= "1812-06-24"
    assert int(view.density_total.sum()) == 15


def test_timeline_when_its_own_days_are_chosen_then_is_not_filtered_by_them() -> None:
    index = index_of(["2021-08-19", "2021-08-25"], [(0, "2021-08-01", "2021-08-02")])
    chosen = Brush(
        (clause("published", *["2021-08-25"] * 2), clause("spoken", *["1999-01-01"] * 2))
    )
    for axis in ("published", "spoken"):
        before, after = (timeline_view(index, b, axis=axis) for b in (Brush(), chosen))
        assert before.density.tolist() == after.density.tolist()
