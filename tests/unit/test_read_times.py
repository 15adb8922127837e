"""Printed times: words -> UTC ISO 8601 and what was assumed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.read.times import numeric_order, read_time

PRINTED = [
    ("08.19.21, 17:42", "2021-08-19T17:42:00Z", "assumed UTC"),
    ("17:10, 08.19.21", "2021-08-19T17:10:00Z", "assumed UTC"),
    ("19/08/2021", "2021-08-19", ""),
    ("8/19/2021 5:42 pm", "2021-08-19T17:42:00Z", "assumed UTC"),
    ("13/12/2021", "2021-12-13", ""),
    ("12/13/2021", "2021-12-13", ""),
    ("08.08.21", "2021-08-08", ""),
    ("19.08.68", "2068-08-19", ""),
    ("19.08.69", "1969-08-19", ""),
    ("Wed 08.09.21", "2021-09-08", ""),
    ("August 19, 2021", "2021-08-19", ""),
    ("Thursday, 19th of August 2021", "2021-08-19", ""),
    ("Aug. 19, 2021 at 5:42 p.m. EDT", "2021-08-19T21:42:00Z", "EDT read as UTC-4"),
    ("5:42 PM ET, Thu January 7, 2021", "2021-01-07T22:42:00Z", "ET read as America/New_York"),
    ("9 May 2021, 12.05am BST", "2021-05-08T23:05:00Z", "BST read as UTC+1"),
    ("19 Aug 2021 17:10 GMT", "2021-08-19T17:10:00Z", ""),
    ("19 Aug 2021 17:10 GMT+3", "2021-08-19T14:10:00Z", ""),
    ("Fri Apr 28 19:20:36 CEST 2023", "2023-04-28T17:20:36Z", "CEST read as UTC+2"),
    ("Thu, 19 Aug 2021 17:10:00 +0000", "2021-08-19T17:10:00Z", ""),
    ("2021-08-19T17:10:00+03:00", "2021-08-19T14:10:00Z", ""),
    ("2021-08-19T17:10:00.123Z", "2021-08-19T17:10:00Z", ""),
    ("2021-08-19 00:00:00", "2021-08-19", ""),
    ("2021-08-19 00:00:00Z", "2021-08-19T00:00:00Z", ""),
    ("20210819171000", "2021-08-19T17:10:00Z", "assumed UTC"),
    ("20210819T171000Z", "2021-08-19T17:10:00Z", ""),
    ("1474528230000", "2016-09-22T07:10:30Z", ""),
    ("{'$date': 1474528230000}", "2016-09-22T07:10:30Z", ""),
    ("August 2021", "2021-08", ""),
    ("2021", "2021", ""),
]


@pytest.mark.parametrize(("raw", "value", "zone"), PRINTED)
def test_read_time_when_printed_in_a_known_way_gives_utc_and_its_assumption(raw, value, zone):
    moment = read_time(raw)
    assert moment is not None
    assert (moment.value, moment.zone, moment.rest) == (value, zone, "")


@pytest.mark.parametrize(
    "raw", ["08.09.21", "Thu 08.09.21", "0000-00-00", "31/02/2021", "1/13/2999"]
)
def test_read_time_when_open_or_impossible_keeps_the_words_and_no_value(raw):
    moment = read_time(raw)
    assert moment is not None
    assert (moment.raw, moment.value) == (raw, "")


@pytest.mark.parametrize("raw", ["", "Thursday", "17:42", "the council met", "version 1.2.3.4"])
def test_read_time_when_no_date_is_named_gives_none(raw):
    assert read_time(raw) is None


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["08.19.21", "08.09.21"], "month first"),
        (["19/08/2021"], "day first"),
        (["08.09.21"], ""),
        (["19/08/2021", "08/19/2021"], ""),
    ],
)
def test_numeric_order_when_one_order_is_proved_gives_it(texts, order):
    assert numeric_order(texts) == order


def test_read_time_when_the_order_comes_from_another_date_says_so():
    moment = read_time("08.09.21, 17:42", "month first")
    assert moment is not None
    assert moment.value == "2021-08-09T17:42:00Z"
    assert dict(moment.raw_times("updated")) == {
        "updated": "08.09.21, 17:42",
        "updated_zone": "assumed UTC",
        "updated_order": "month first in 08.09.21",
    }


@given(st.text(alphabet="0123456789 :./-TZ+apmGUC,JanFeb"))
def test_read_time_when_given_any_digits_never_raises(raw):
    moment = read_time(raw)
    assert moment is None or moment.value == "" or moment.value[:4].isdigit()
