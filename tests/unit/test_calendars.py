"""Other calendars against days that almanacs print."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.dating import calendars

ALMANAC = [
    (calendars.hebrew_new_year(2021), "2021-09-07"),
    (calendars.hebrew_new_year(2024), "2024-10-03"),
    (calendars.passover(2021), "2021-03-28"),
    (calendars.passover(2024), "2024-04-23"),
    (calendars.hanukkah(2021), "2021-11-29"),
    (calendars.hanukkah(2023), "2023-12-08"),
    (calendars.lunar_new_year(2021), "2021-02-12"),
    (calendars.lunar_new_year(1966), "1966-01-21"),
    (calendars.lunar_new_year(2034), "2034-02-19"),
    (calendars.diwali(2021), "2021-11-04"),
    (calendars.diwali(2009), "2009-10-17"),
    (calendars.julian_easter(2021), "2021-05-02"),
    (calendars.julian_easter(2016), "2016-05-01"),
    (calendars.persian_day(1400), "2021-03-21"),
    (calendars.persian_day(1403), "2024-03-20"),
    (calendars.persian_day(1400, 5, 28), "2021-08-19"),
    (calendars.persian_day(1357, 11, 22), "1979-02-11"),
    (calendars.islamic_day(1442, 10, 1), "2021-05-13"),
    (calendars.islamic_day(1442, 9, 1), "2021-04-13"),
]


@pytest.mark.parametrize(("day", "expected"), ALMANAC)
def test_feast_when_reckoned_then_as_the_almanac_has_it(day: date, expected: str) -> None:
    assert day.isoformat() == expected


@given(st.integers(1300, 1500), st.integers(1, 12))
def test_islamic_months_when_in_order_then_they_meet_and_have_29_or_30_days(
    year: int, month: int
) -> None:
    first, last = calendars.islamic_month(year, month)
    following = calendars.islamic_month(year + month // 12, month % 12 + 1)[0]
    assert last + timedelta(days=1) == following
    assert (last - first).days + 1 in (29, 30)


@given(st.integers(1280, 1470), st.integers(1, 12))
def test_persian_months_when_in_order_then_31_30_or_29_days(year: int, month: int) -> None:
    first = calendars.persian_day(year, month)
    following = calendars.persian_day(year + month // 12, month % 12 + 1)
    assert (following - first).days in ((31,) if month < 7 else (30, 29) if month == 12 else (30,))


@given(st.integers(1600, 2400))
def test_hebrew_feasts_when_reckoned_then_on_the_weekdays_that_the_calendar_allows(
    year: int,
) -> None:
    assert calendars.hebrew_new_year(year).weekday() not in (6, 2, 4)
    assert calendars.passover(year).weekday() not in (0, 2, 4)
