"""Calendar values and the days they cover."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
import spacy
from cpu_seconds import least_seconds

from dateline.extract.dating.calendar_days import (
    days_of,
    easter,
    moved,
    narrowed,
    nth_weekday,
    period,
    weekday_near,
)
from dateline.extract.dating.timexes import find_timexes
from dateline.extract.parse import Parsed
from dateline.records import Article, Part, Passage

THURSDAY = date(2021, 8, 19)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2021-08-19", "2021-08-19", "2021-08-19"),
        ("2021-08-19T17:42", "2021-08-19", "2021-08-19"),
        ("2021-W33", "2021-08-16", "2021-08-22"),
        ("2021-W33-WE", "2021-08-21", "2021-08-22"),
        ("2021-Q4", "2021-10-01", "2021-12-31"),
        ("2021-H1", "2021-01-01", "2021-06-30"),
        ("2021-WI", "2021-12-01", "2022-02-28"),
        ("202", "2020-01-01", "2029-12-31"),
        ("18", "1800-01-01", "1899-12-31"),
    ],
)
def test_days_when_value_is_on_the_calendar_then_first_and_last(
    value: str, first: str, last: str
) -> None:
    assert days_of(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("value", ["", "PAST_REF", "P20Y", "XXXX-08", "2021-02-30", "2021-W60"])
def test_days_when_value_is_off_the_calendar_then_none(value: str) -> None:
    assert days_of(value) is None


@pytest.mark.parametrize(
    ("unit", "value"),
    [("week", "2021-W33"), ("month", "2021-08"), ("quarter", "2021-Q3"), ("decade", "202")],
)
def test_period_when_asked_of_a_day_then_the_one_around_it(unit: str, value: str) -> None:
    assert period(THURSDAY, unit) == value


def test_moved_when_month_is_shorter_then_its_last_day() -> None:
    assert moved(date(2021, 3, 31), "month", -1) == date(2021, 2, 28)


def test_moved_when_off_the_calendar_then_none() -> None:
    assert moved(THURSDAY, "century", 900) is None


def test_weekday_when_it_is_the_day_itself_then_that_day() -> None:
    assert weekday_near(THURSDAY, 3, "back") == weekday_near(THURSDAY, 3, "ahead") == THURSDAY


def test_narrowed_when_earlier_in_the_week_then_up_to_the_day_before() -> None:
    week = (date(2021, 8, 16), date(2021, 8, 22))
    assert narrowed(week, "earlier", THURSDAY) == (date(2021, 8, 16), date(2021, 8, 18))
    assert narrowed(week, "later", THURSDAY) == (date(2021, 8, 20), date(2021, 8, 22))


def test_feasts_when_computed_then_as_the_almanac_has_them() -> None:
    assert [easter(year) for year in (1961, 2021, 2024)] == [
        date(1961, 4, 2),
        date(2021, 4, 4),
        date(2024, 3, 31),
    ]
    assert nth_weekday(2021, 11, 3, 4) == date(2021, 11, 25)
    assert nth_weekday(2021, 5, 0, -1) == date(2021, 5, 31)


@pytest.mark.parametrize("piece", ["Aug 19 ", "the beginning of ", "1 ", "early ", " " * 7])
def test_scan_when_one_piece_repeats_then_time_grows_with_length(piece: str) -> None:
    doc = spacy.blank("en").make_doc((piece * 20_000)[:20_000])
    article = Article("a1", doc.text, published="2021-08-19", parts=(Part(0, 20_000, "body"),))
    parsed = (Parsed(Passage(0, 20_000, "p", "a1"), 0, doc),)
    assert least_seconds(lambda: partial(find_timexes, article, parsed), under=2) < 2
