"""Dates: tables of text -> (words, kind, value, first day, last day), and properties of spans."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.extract.dating.entries import entry_days
from dateline.extract.dating.timexes import find_timexes
from dateline.extract.parse import parse
from dateline.records import Article, Part, Timex

THURSDAY = "2021-08-19"
Expected = tuple[str, str, str, str, str]


def timexes(text: str, published: str = THURSDAY, title: str = "") -> tuple[Timex, ...]:
    whole = f"{title}\n{text}" if title else text
    body = Part(len(whole) - len(text), len(whole), "body")
    parts = (Part(0, len(title), "title"), body) if title else (body,)
    article = Article("a1", whole, published=published, parts=parts)
    return find_timexes(article, parse(article))


def rows(text: str, published: str = THURSDAY) -> list[Expected]:
    found = timexes(text, published)
    return [(t.surface, t.kind, t.value, t.first, t.last) for t in found]


def day(words: str, value: str) -> Expected:
    return (words, "DATE", value, value, value)


WRITTEN: list[tuple[str, list[Expected]]] = [
    ("The law passed on 2020-02-29.", [day("2020-02-29", "2020-02-29")]),
    ("The towers fell on Sept. 11, 2001.", [day("Sept. 11, 2001", "2001-09-11")]),
    ("The Sept. 11 attacks led to war.", [day("The Sept. 11", "2001-09-11")]),
    ("Kabul fell on Sunday, August 15, 2021.", [day("Sunday, August 15, 2021", "2021-08-15")]),
    ("They met on the 3rd of March 2019.", [day("the 3rd of March 2019", "2019-03-03")]),
    ("On Friday, Aug. 13, Herat had fallen.", [day("Friday, Aug. 13", "2021-08-13")]),
    (
        "It began in October 2001.",
        [("October 2001", "DATE", "2001-10", "2001-10-01", "2001-10-31")],
    ),
    ("He ruled until 1747.", [("1747", "DATE", "1747", "1747-01-01", "1747-12-31")]),
    ("In the 1990s it was so.", [("the 1990s", "DATE", "199", "1990-01-01", "1999-12-31")]),
    (
        "It was a 19th-century fort.",
        [("19th-century", "DATE", "18", "1800-01-01", "1899-12-31")],
    ),
    ("About 2000 people came.", []),
    ("It cost $2001 to repair.", []),
    (
        "There is no 31 February 2020.",
        [("February 2020", "DATE", "2020-02", "2020-02-01", "2020-02-29")],
    ),
]

RELATIVE: list[tuple[str, list[Expected]]] = [
    ("The minister said Thursday that talks began.", [day("Thursday", "2021-08-19")]),
    ("He said on Friday he would return.", [day("Friday", "2021-08-13")]),
    ("The council will meet on Friday.", [day("Friday", "2021-08-20")]),
    ("The airport is closed until Monday.", [day("Monday", "2021-08-23")]),
    ("She left yesterday.", [day("yesterday", "2021-08-18")]),
    (
        "Earlier this week, the envoy arrived.",
        [("Earlier this week", "DATE", "2021-W33", "2021-08-16", "2021-08-18")],
    ),
    ("He came last month.", [("last month", "DATE", "2021-07", "2021-07-01", "2021-07-31")]),
    ("It grew in recent years.", [("recent years", "DATE", "PAST_REF", "", "")]),
    (
        "The vote was held in November.",
        [("November", "DATE", "2020-11", "2020-11-01", "2020-11-30")],
    ),
    (
        "The vote will be held in November.",
        [("November", "DATE", "2021-11", "2021-11-01", "2021-11-30")],
    ),
    ("The deadline is Aug. 31.", [day("Aug. 31", "2021-08-31")]),
    ("He left two days ago.", [day("two days ago", "2021-08-17")]),
    (
        "They met three months ago.",
        [("three months ago", "DATE", "2021-05", "2021-05-01", "2021-05-31")],
    ),
    (
        "Herat fell on Aug. 12. The next day Kandahar fell.",
        [day("Aug. 12", "2021-08-12"), day("The next day", "2021-08-13")],
    ),
    (
        "Thousands left over the past week.",
        [("the past week", "DURATION", "P1W", "2021-08-12", "2021-08-19")],
    ),
]

VAGUE_EDGES: list[tuple[str, list[Expected]]] = [
    ("He left late Monday.", [day("late Monday", "2021-08-16")]),
    (
        "It happened in early August.",
        [("early August", "DATE", "2021-08", "2021-08-01", "2021-08-10")],
    ),
    ("Prices rose in mid-2019.", [("mid-2019", "DATE", "2019", "2019-05-02", "2019-09-01")]),
    (
        "It shrank in the third quarter of 2020.",
        [("the third quarter of 2020", "DATE", "2020-Q3", "2020-07-01", "2020-09-30")],
    ),
    (
        "It shrank in the second half of last year.",
        [("the second half of last year", "DATE", "2020-H2", "2020-07-01", "2020-12-31")],
    ),
    (
        "He died in the summer of 1839.",
        [("the summer of 1839", "DATE", "1839-SU", "1839-06-01", "1839-08-31")],
    ),
    ("The fall of Kabul stunned them.", []),
    ("They may march on.", []),
    ("It opened on Christmas Day 2020.", [day("Christmas Day 2020", "2020-12-25")]),
    ("The march ended on Easter Sunday 2022.", [day("Easter Sunday 2022", "2022-04-17")]),
]

LENGTHS: list[tuple[str, list[Expected]]] = [
    ("After 20 years of war they left.", [("20 years", "DURATION", "P20Y", "", "")]),
    ("It took almost seven weeks.", [("almost seven weeks", "DURATION", "P7W", "", "")]),
    ("It ended within 48 hours.", [("48 hours", "DURATION", "PT48H", "", "")]),
    ("For days families waited.", [("days", "DURATION", "PXD", "", "")]),
    ("He prays every week.", [("every week", "SET", "P1W", "", "")]),
    ("The fee is paid annually.", [("annually", "SET", "P1Y", "", "")]),
    ("Prayers are held on Fridays.", [("Fridays", "SET", "XXXX-WXX-5", "", "")]),
    ("A 22-year-old man aged 22 died.", []),
]

CLOCKS: list[tuple[str, list[Expected]]] = [
    (
        "First published: 07:20, 08.19.21",
        [
            ("07:20", "TIME", "2021-08-19T07:20", "2021-08-19", "2021-08-19"),
            day("08.19.21", "2021-08-19"),
        ],
    ),
    (
        "At 5 p.m. on Aug. 15 the palace fell.",
        [
            ("5 p.m.", "TIME", "2021-08-15T17", "2021-08-15", "2021-08-15"),
            day("Aug. 15", "2021-08-15"),
        ],
    ),
    (
        "The gate opened at 14:30 GMT.",
        [("14:30 GMT", "TIME", "2021-08-19T14:30Z", "2021-08-19", "2021-08-19")],
    ),
    (
        "They landed on Monday morning.",
        [("Monday morning", "TIME", "2021-08-16TMO", "2021-08-16", "2021-08-16")],
    ),
]

RANGES: list[tuple[str, list[Expected]]] = [
    (
        "From Aug 16-19 the airport was closed.",
        [("Aug 16", "DATE", "2021-08-16", "2021-08-16", "2021-08-19"), day("19", "2021-08-19")],
    ),
    (
        "Between 2001 and 2014 they fought.",
        [
            ("2001", "DATE", "2001", "2001-01-01", "2014-12-31"),
            ("2014", "DATE", "2014", "2014-01-01", "2014-12-31"),
        ],
    ),
    (
        "The siege (12-14 July 2019) failed.",
        [
            ("12", "DATE", "2019-07-12", "2019-07-12", "2019-07-14"),
            day("14 July 2019", "2019-07-14"),
        ],
    ),
]


WEEKDAYS: list[tuple[str, list[Expected]]] = [
    (
        "Two towns are now lost: Zaranj on Tuesday, Kunduz on Wednesday.",
        [
            ("now", "DATE", "PRESENT_REF", "", ""),
            day("Tuesday", "2021-08-17"),
            day("Wednesday", "2021-08-18"),
        ],
    ),
    ('"On Tuesday I could not have sold it," he said.', [day("Tuesday", "2021-08-17")]),
    ("I do not complain about Wednesday.", [day("Wednesday", "2021-08-18")]),
    ("The mayor, who until Sunday was a judge, left.", [day("Sunday", "2021-08-15")]),
    ("Until Sunday the bridge had been open.", [day("Sunday", "2021-08-15")]),
    ("Flights were suspended until Sunday.", [day("Sunday", "2021-08-22")]),
    (
        "She stood there from Tuesday until Wednesday noon.",
        [
            ("Tuesday", "DATE", "2021-08-17", "2021-08-17", "2021-08-18"),
            ("Wednesday noon", "TIME", "2021-08-18T12:00", "2021-08-18", "2021-08-18"),
        ],
    ),
    (
        "About 900 left between Tuesday and Wednesday morning.",
        [
            ("Tuesday", "DATE", "2021-08-17", "2021-08-17", "2021-08-18"),
            ("Wednesday morning", "TIME", "2021-08-18TMO", "2021-08-18", "2021-08-18"),
        ],
    ),
    (
        "Flights were cancelled at the weekend.",
        [("the weekend", "DATE", "2021-W32-WE", "2021-08-14", "2021-08-15")],
    ),
    (
        "The road will be open by the weekend.",
        [("the weekend", "DATE", "2021-W33-WE", "2021-08-21", "2021-08-22")],
    ),
    (
        "The vote was on Wednesday. A plan announced the evening before failed.",
        [
            day("Wednesday", "2021-08-18"),
            ("the evening before", "TIME", "2021-08-17TEV", "2021-08-17", "2021-08-17"),
        ],
    ),
    (
        "He came on Sunday. The gate was built in March 2001. Nili fell on the same day.",
        [
            day("Sunday", "2021-08-15"),
            ("March 2001", "DATE", "2001-03", "2001-03-01", "2001-03-31"),
            day("the same day", "2021-08-15"),
        ],
    ),
    (
        "She will leave in September. The league begins from the tenth.",
        [
            ("September", "DATE", "2021-09", "2021-09-01", "2021-09-30"),
            day("the tenth", "2021-09-10"),
        ],
    ),
    ("He came by the tenth street.", []),
    (
        "They came before one o'clock.",
        [("one o'clock", "TIME", "2021-08-19T01", "2021-08-19", "2021-08-19")],
    ),
    ("Most read today", []),
]


@pytest.mark.parametrize(
    ("text", "expected"), WRITTEN + RELATIVE + VAGUE_EDGES + LENGTHS + CLOCKS + RANGES + WEEKDAYS
)
def test_timexes_when_published_on_a_thursday_then_as_listed(
    text: str, expected: list[Expected]
) -> None:
    assert rows(text) == expected


UNANCHORED = [
    ("The talks ended on Monday.", "Monday", "XXXX-WXX-1"),
    ("The talks ended in May.", "May", "XXXX-05"),
    ("The talks ended on May 4.", "May 4", "XXXX-05-04"),
    ("The talks ended yesterday.", "yesterday", "XXXX-XX-XX"),
]


@pytest.mark.parametrize(("text", "words", "value"), UNANCHORED)
def test_relative_date_when_publication_is_unknown_then_open_and_off_the_calendar(
    text: str, words: str, value: str
) -> None:
    assert rows(text, published="") == [(words, "DATE", value, "", "")]


def test_weekend_when_published_on_its_sunday_then_that_weekend() -> None:
    found = rows("The ministry insisted at the weekend that all was calm.", "2021-08-15")
    assert found[0][2:] == ("2021-W32-WE", "2021-08-14", "2021-08-15")


LATE = [
    ("The plane took off at 11:59 p.m.", "2021-08-30"),
    ("The plane took off at 5 a.m.", "2021-08-31"),
    ("The plane will take off at 11:59 p.m.", "2021-08-31"),
]


@pytest.mark.parametrize(("text", "value"), LATE)
def test_clock_of_the_past_when_still_to_come_at_publication_then_the_day_before(
    text: str, value: str
) -> None:
    assert rows(text, "2021-08-31T03:50:00Z")[0][3] == value


def updated_rows(text: str) -> list[tuple[str, str]]:
    article = Article(
        "a1", text, published="2021-08-03T16:40:00Z", updated="2021-08-04T10:45:00Z",
        parts=(Part(0, len(text), "body"),),
    )  # fmt: skip
    return [(t.surface, t.first) for t in find_timexes(article, parse(article))]


def test_weekday_when_an_update_the_day_after_may_name_it_then_that_day() -> None:
    assert updated_rows("The group said so on Wednesday, after a blast on Friday.") == [
        ("Wednesday", "2021-08-04"),
        ("Friday", "2021-07-30"),
    ]


def test_live_page_when_newest_first_then_each_entry_has_its_day() -> None:
    text = (
        "It began last night.\n\n10.45 - A blast\n\nIt was unlike last night.\n\n"
        "07.05 - The dead\n\nThey speak of two.\n\n18.55 - Reply\n\nThey met today."
    )
    assert [found for found in updated_rows(text) if "." not in found[0]] == [
        ("last night", "2021-08-02"),
        ("last night", "2021-08-03"),
        ("today", "2021-08-03"),
    ]


ENTRIES = [
    ("10:45 - a\n07:05 - b\n18:55 - c", [4, 4, 3]),
    ("16:40 - a\n18:55 - b\n19:10 - c\n07:05 - d", [3, 3, 3, 4]),
    ("10.45 - a\n3 August, 18.55 - b\n16.40 - c", [4, 3, 3]),
    ("9:15 p.m.\n8:40 p.m.\n11:00 a.m.", [4, 4, 4]),
    ("10:45 - a\n07:05 - b", []),
    ("At 10:45 it was a\nand 07:05 b\nand 06:00 c", []),
]


@pytest.mark.parametrize(("text", "days"), ENTRIES)
def test_entries_when_headed_by_clock_times_then_the_day_turns_with_the_clock(
    text: str, days: list[int]
) -> None:
    found = entry_days(text, date(2021, 8, 3), date(2021, 8, 4))[1]
    assert [one.day for one in found] == days


NUMERIC = [
    ("Signed 08.19.21.", "2021-08-19", "2021-08-19", "2021-08-19"),
    ("Signed 3/4/2021.", "2021-XX-XX", "2021-03-04", "2021-04-03"),
    ("Signed 3/4/2021, then 13/4/2021.", "2021-04-03", "2021-04-03", "2021-04-03"),
    ("Signed 3/4/2021, then 4/13/2021.", "2021-03-04", "2021-03-04", "2021-03-04"),
]


@pytest.mark.parametrize(("text", "value", "first", "last"), NUMERIC)
def test_numeric_date_when_order_is_open_then_evidence_decides(
    text: str, value: str, first: str, last: str
) -> None:
    found = timexes(text, published="2021-12-01")[0]
    assert (found.value, found.first, found.last) == (value, first, last)


def test_numeric_date_when_one_reading_is_the_publication_day_then_that_reading() -> None:
    assert rows("Updated 08.09.21", published="2021-08-09") == [day("08.09.21", "2021-08-09")]


def test_infinitive_in_a_title_when_a_weekday_follows_then_ahead() -> None:
    found = timexes("The cabinet met.", title="Council to name cabinet Friday")
    assert [t.value for t in found] == ["2021-08-20"]


def test_present_in_a_title_when_a_weekday_follows_then_back() -> None:
    found = timexes("The cabinet met.", title="Envoy hails talks on Tuesday")
    assert [t.value for t in found] == ["2021-08-17"]


def test_history_when_dates_lack_a_year_then_the_date_before_gives_it() -> None:
    told = " ".join(f"In March {year} the army moved." for year in range(1838, 1843))
    text = (
        f"{told} In May 1839 and June 1839 it rested. On 5 July 1839 it left. On 7 August it won."
    )
    assert timexes(text)[-1].value == "1839-08-07"


def test_history_paragraph_when_a_month_lacks_a_year_then_its_year() -> None:
    found = rows("In August 1998 the embassies were bombed; in October the missiles came.")
    assert [value for _, _, value, _, _ in found] == ["1998-08", "1998-10"]


def test_anchor_when_date_is_relative_then_publication_day_else_empty() -> None:
    anchors = [t.anchor for t in timexes("He came on Monday, as on 1 May 2020.")]
    assert anchors == [THURSDAY, ""]


def test_updated_when_published_is_unknown_then_anchor() -> None:
    text = "He came on Monday."
    parts = (Part(0, len(text), "body"),)
    article = Article("a1", text, updated="2021-08-19T17:42:00Z", parts=parts)
    assert find_timexes(article, parse(article))[0].value == "2021-08-16"


@pytest.mark.shared
def test_seed_when_published_on_19_august_then_the_four_dates_of_its_body(shared: Path) -> None:
    text = (shared / "seed" / "article.txt").read_text(encoding="utf-8")
    found = {t[0]: t[2:] for t in rows(text)}
    assert found["Thursday"] == (THURSDAY, THURSDAY, THURSDAY)
    assert found["Earlier this week"] == ("2021-W33", "2021-08-16", "2021-08-18")
    assert found["last month"] == ("2021-07", "2021-07-01", "2021-07-31")
    assert found["recent years"] == ("PAST_REF", "", "")
    assert found["08.19.21"] == (THURSDAY, THURSDAY, THURSDAY)


PIECES = """
    the last late early of in on May March 31 9 12 2001 1861-63 ’99 08.19.21 99/99/99 Thursday fall
    spring 20 years ago after Aug. 32 0 Easter 17:42 25:99 p.m. quarter first half week’s end every
    a İstanbul ﷺ - – , . ( ) ' decades 0000 9999 weekend day before
"""
WORDS = st.sampled_from(PIECES.split())
ANCHORS = st.sampled_from([THURSDAY, "", "0001-01-01"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS | st.text(max_size=6), max_size=30), ANCHORS)
def test_any_words_when_read_then_spans_are_exact_ordered_and_days_ordered(
    words: list[str], published: str
) -> None:
    text = " ".join(words)
    article = Article("a1", text, published=published, parts=(Part(0, len(text), "body"),))
    found = find_timexes(article, parse(article))
    for timex in found:
        assert text[timex.start : timex.end] == timex.surface != ""
        assert timex.value
        assert timex.first <= timex.last
    assert all(a.end <= b.start for a, b in pairwise(found))
