"""Every form of date: tables of text -> (words, TIMEX3 value, days), against 19 August 2021."""

from __future__ import annotations

import re
from functools import partial

import pytest
import spacy
from cpu_seconds import Work, least_seconds
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.extract.dating.timexes import find_timexes
from dateline.extract.parse import Parsed, parse
from dateline.records import Article, Part, Passage, Timex

THURSDAY = "2021-08-19"
SAME = "the day of the value"
Row = tuple[str, str, str, str]


def timexes(text: str, published: str = THURSDAY, outlet: str = "", url: str = "") -> list[Timex]:
    article = Article(
        "a1", text, published=published, outlet=outlet, url=url,
        parts=(Part(0, len(text), "body"),),
    )  # fmt: skip
    return list(find_timexes(article, parse(article)))


def shown(found: Timex) -> tuple[str, str, str]:
    days = found.first if found.first == found.last else f"{found.first}..{found.last}"
    return found.surface, found.value, SAME if days and days == found.value[:10] else days


EDGES: list[Row] = [
    ("He left earlier this month.", "earlier this month", "2021-08", "2021-08-01..2021-08-18"),
    ("He left late last year.", "late last year", "2020", "2020-09-01..2020-12-31"),
    ("He left later this year.", "later this year", "2021", "2021-08-20..2021-12-31"),
    ("It fell in the early 1990s.", "the early 1990s", "199", "1990-01-01..1993-05-01"),
    (
        "It was built in the late 19th century.",
        "the late 19th century",
        "18",
        "1866-09-02..1899-12-31",
    ),
    ("It stood in the mid-1980s.", "the mid-1980s", "198", "1983-05-02..1986-09-01"),
    ("By late August they had gone.", "late August", "2021-08", "2021-08-22..2021-08-31"),
    ("Rain came by mid-century.", "mid-century", "20", "2033-05-02..2066-08-31"),
    ("Rain came by mid-week.", "mid-week", "2021-W33", "2021-08-18..2021-08-20"),
    ("By year's end they go.", "year's end", "2021", "2021-09-02..2021-12-31"),
    ("At year-end they go.", "year-end", "2021", "2021-09-02..2021-12-31"),
    (
        "The end of last month was hard.",
        "The end of last month",
        "2021-07",
        "2021-07-22..2021-07-31",
    ),
    (
        "In the middle of August they left.",
        "the middle of August",
        "2021-08",
        "2021-08-11..2021-08-21",
    ),
    (
        "They left in the latter half of 2008.",
        "the latter half of 2008",
        "2008-H2",
        "2008-07-01..2008-12-31",
    ),
    (
        "At the turn of the 20th century they came.",
        "the turn of the 20th century",
        "19",
        "1895-01-01..1904-12-31",
    ),
    (
        "At the turn of the century they came.",
        "the turn of the century",
        "20",
        "1995-01-01..2004-12-31",
    ),
    ("He was shot on the eve of Eid al-Adha.", "the eve of Eid al-Adha", "2021-07-19", SAME),
    (
        "In the first week of September they left.",
        "the first week of September",
        "2021-W35",
        "2021-08-30..2021-09-05",
    ),
    (
        "In the last decade of the 19th century it began.",
        "the last decade of the 19th century",
        "189",
        "1890-01-01..1899-12-31",
    ),
    (
        "In the first decade of this century it fell.",
        "the first decade of this century",
        "200",
        "2000-01-01..2009-12-31",
    ),
    (
        "They fought in the first half of the 20th century.",
        "the first half of the 20th century",
        "19",
        "1900-01-01..1949-12-31",
    ),
    (
        "In the second half of August it rained.",
        "the second half of August",
        "2021-08",
        "2021-08-17..2021-08-31",
    ),
]

QUARTERS: list[Row] = [
    ("Profits rose in Q3 2020.", "Q3 2020", "2020-Q3", "2020-07-01..2020-09-30"),
    ("Profits rose in 3Q20.", "3Q20", "2020-Q3", "2020-07-01..2020-09-30"),
    (
        "Profits rose in the fiscal third quarter.",
        "the fiscal third quarter",
        "FY2021-Q3",
        "2020-04-01..2022-03-31",
    ),
    ("In fiscal 2020 the deficit grew.", "fiscal 2020", "FY2020", "2019-04-01..2021-03-31"),
    ("In fiscal year 2019-20 it grew.", "fiscal year 2019-20", "FY2020", "2019-01-01..2020-12-31"),
    ("FY2021 was hard.", "FY2021", "FY2021", "2020-04-01..2022-03-31"),
    (
        "The third fiscal quarter of 2020 was bad.",
        "The third fiscal quarter of 2020",
        "FY2020-Q3",
        "2019-04-01..2021-03-31",
    ),
    ("In the first half, sales grew.", "the first half", "2021-H1", "2021-01-01..2021-06-30"),
    ("In H1 2021 sales grew.", "H1 2021", "2021-H1", "2021-01-01..2021-06-30"),
    (
        "The first half of the year was dry.",
        "The first half of the year",
        "2021-H1",
        "2021-01-01..2021-06-30",
    ),
    (
        "In the 12 months to June 2021, output fell.",
        "the 12 months",
        "P12M",
        "2020-07-01..2021-06-30",
    ),
    ("In the year to March, output fell.", "the year", "P1Y", "2020-04-01..2021-03-31"),
    (
        "In the week to Sunday, cases rose.",
        "the week to Sunday",
        "2021-W32",
        "2021-08-09..2021-08-15",
    ),
    (
        "In the week ending Aug. 15 it was bad.",
        "the week ending Aug. 15",
        "2021-W32",
        "2021-08-09..2021-08-15",
    ),
    ("The week of Aug. 9 was bad.", "The week of Aug. 9", "2021-W32", "2021-08-09..2021-08-15"),
    (
        "On the weekend of Aug. 14-15 it rained.",
        "the weekend of Aug. 14",
        "2021-W32-WE",
        "2021-08-14..2021-08-15",
    ),
]

DECADES: list[Row] = [
    ("In the 1980s and 90s he fought.", "90s", "199", "1990-01-01..1999-12-31"),
    ("It began in the Sixties.", "the Sixties", "196", "1960-01-01..1969-12-31"),
    (
        "In the roaring twenties it was gay.",
        "the roaring twenties",
        "192",
        "1920-01-01..1929-12-31",
    ),
    ("The eighties were hard.", "The eighties", "198", "1980-01-01..1989-12-31"),
    ("The '90s were hard.", "The '90s", "199", "1990-01-01..1999-12-31"),
    (
        "Famine came in the nineteen-thirties.",
        "the nineteen-thirties",
        "193",
        "1930-01-01..1939-12-31",
    ),
    ("He came in the 17th and 18th centuries.", "18th centuries", "17", "1700-01-01..1799-12-31"),
    ("In 500 BC the Persians ruled.", "500 BC", "BC0500", ""),
    ("In AD 642 the Arabs came.", "AD 642", "0642", "0642-01-01..0642-12-31"),
    ("In 870 CE it fell.", "870 CE", "0870", "0870-01-01..0870-12-31"),
    ("In the year 711 they came.", "the year 711", "0711", "0711-01-01..0711-12-31"),
]

FEASTS: list[Row] = [
    ("He was freed before Eid al-Adha.", "Eid al-Adha", "2021-07-20", "2021-07-19..2021-07-24"),
    ("Eid al-Fitr fell in May.", "Eid al-Fitr", "2021-05-13", "2021-05-12..2021-05-16"),
    ("The truce lasted through Ramadan.", "Ramadan", "2021-XX", "2021-04-12..2021-05-13"),
    ("They will fast in Ramadan.", "Ramadan", "2022-XX", "2022-04-01..2022-05-02"),
    ("They marked Ashura quietly.", "Ashura", "2021-08-19", "2021-08-18..2021-08-20"),
    (
        "Lunar New Year 2021 was quiet.",
        "Lunar New Year 2021",
        "2021-02-12",
        "2021-02-11..2021-02-13",
    ),
    ("They celebrated Nowruz in the hills.", "Nowruz", "2021-03-21", SAME),
    ("Diwali was quiet.", "Diwali", "2020-11-14", "2020-11-13..2020-11-15"),
    ("The camp was shut for Passover.", "Passover", "2021-03-28", "2021-03-27..2021-04-04"),
    ("Yom Kippur 2021 was quiet.", "Yom Kippur 2021", "2021-09-16", "2021-09-15..2021-09-16"),
    ("Rosh Hashanah was quiet.", "Rosh Hashanah", "2020-09-19", "2020-09-18..2020-09-20"),
    ("Hanukkah ended.", "Hanukkah", "2020-12-11", "2020-12-10..2020-12-18"),
    ("Palm Sunday was quiet.", "Palm Sunday", "2021-03-28", SAME),
    ("Ash Wednesday was quiet.", "Ash Wednesday", "2021-02-17", SAME),
    ("Maundy Thursday passed.", "Maundy Thursday", "2021-04-01", SAME),
    ("Whit Monday was quiet.", "Whit Monday", "2021-05-24", SAME),
    ("On Ascension Day they rested.", "Ascension Day", "2021-05-13", SAME),
    ("Orthodox Easter was quiet.", "Orthodox Easter", "2021-05-02", SAME),
    ("On May Day they marched.", "May Day", "2021-05-01", SAME),
    ("On Christmas Eve 1979 they came.", "Christmas Eve 1979", "1979-12-24", SAME),
    ("International Women's Day was marked.", "International Women's Day", "2021-03-08", SAME),
    ("Martin Luther King Jr. Day was quiet.", "Martin Luther King Jr. Day", "2021-01-18", SAME),
    ("The Fourth of July was quiet.", "Fourth of July", "2021-07-04", SAME),
    ("Juneteenth was quiet.", "Juneteenth", "2021-06-19", SAME),
    ("Eid was quiet.", "Eid", "2021-07-20", "2021-07-19..2021-07-24"),
    ("Bastille Day was quiet in Paris.", "Bastille Day", "2021-07-14", SAME),
    ("India marked Independence Day on Sunday.", "Independence Day", "2021-08-15", SAME),
    ("Afghanistan marked its Independence Day.", "Independence Day", "2021-08-19", SAME),
    ("Russia marked Victory Day.", "Victory Day", "2021-05-09", SAME),
    ("Canada held Thanksgiving.", "Thanksgiving", "2020-10-12", SAME),
    ("On Thanksgiving they ate.", "Thanksgiving", "2020-11-26", SAME),
    ("Labour Day was quiet.", "Labour Day", "XXXX-XX-XX", ""),
    ("Independence Day was quiet.", "Independence Day", "XXXX-XX-XX", ""),
]

CLOCKS: list[Row] = [
    ("The blast hit at 5:50 p.m. EDT.", "5:50 p.m. EDT", "2021-08-19T17:50-04", SAME),
    ("The blast hit at 5:50 p.m. ET on Monday.", "5:50 p.m. ET", "2021-08-16T17:50", SAME),
    ("The blast hit at 0930 GMT.", "0930 GMT", "2021-08-19T09:30Z", SAME),
    ("The blast hit at 10 a.m. IST.", "10 a.m. IST", "2021-08-19T10", SAME),
    ("It was 7:30 in the morning.", "7:30 in the morning", "2021-08-19T07:30", SAME),
    ("He left at 2 in the morning.", "2 in the morning", "2021-08-19T02", SAME),
    ("The plane left at 2330 local time.", "2330 local time", "2021-08-19T23:30", SAME),
    ("At half past six he left.", "half past six", "2021-08-19T06:30", SAME),
    ("At a quarter to eight he left.", "a quarter to eight", "2021-08-19T07:45", SAME),
    ("At noon Monday they left.", "Monday", "2021-08-16", SAME),
    ("At dawn on Friday they left.", "Friday", "2021-08-13", SAME),
    ("In the small hours of Friday they left.", "the small hours of Friday", "2021-08-13TMO", SAME),
    ("He left late Monday night.", "late Monday night", "2021-08-16TNI", SAME),
    ("He left early Tuesday morning.", "early Tuesday morning", "2021-08-17TMO", SAME),
    ("At 3.30pm on Monday they left.", "3.30pm", "2021-08-16T15:30", SAME),
    (
        "They meet at half past five in the afternoon.",
        "half past five in the afternoon",
        "2021-08-19T17:30",
        SAME,
    ),
    ("Overnight Thursday they left.", "Overnight", "2021-08-19TNI", SAME),
]

SETS: list[Row] = [
    ("They meet every other day.", "every other day", "P2D", ""),
    ("They meet every Monday morning.", "every Monday morning", "XXXX-WXX-1TMO", ""),
    ("Every first Monday of the month they pray.", "Every first Monday of the month", "P1M", ""),
    ("The biennial fair opened.", "biennial", "P2Y", ""),
    ("They met every second week.", "every second week", "P2W", ""),
    ("They meet on weekends.", "weekends", "XXXX-WXX-WE", ""),
    ("They work weekdays.", "weekdays", "P1D", ""),
    ("They rest each summer.", "each summer", "XXXX-SU", ""),
    ("They meet twice a year.", "twice a year", "P1Y", ""),
    ("They meet three times a week.", "three times a week", "P1W", ""),
    ("They meet every August.", "every August", "XXXX-08", ""),
]

LENGTHS: list[Row] = [
    ("A year and a half passed.", "A year and a half", "P1.5Y", ""),
    ("The 48-hour ultimatum ended.", "48-hour", "PT48H", ""),
    ("A decades-long war ended.", "decades-long", "PXDE", ""),
    ("They will vote in two weeks.", "two weeks", "P2W", "2021-08-30..2021-09-05"),
    ("They voted in two weeks.", "two weeks", "P2W", ""),
    ("They will hold the first vote in two years.", "two years", "P2Y", ""),
    ("Some day they will win.", "Some day", "FUTURE_REF", ""),
    ("It was a twenty-year-long war.", "twenty-year-long", "P20Y", ""),
]

NUMBERS: list[Row] = [
    ("They signed on 17/08.", "17/08", "2021-08-17", SAME),
    ("They signed on 8/17.", "8/17", "2021-08-17", SAME),
    ("They signed on 8/9.", "8/9", "2021-XX-XX", "2021-08-09..2021-09-08"),
    ("They signed on 2021/08/17.", "2021/08/17", "2021-08-17", SAME),
    ("They signed on 17-Aug-2021.", "17-Aug-2021", "2021-08-17", SAME),
    ("They signed on 17.8.2021.", "17.8.2021", "2021-08-17", SAME),
    ("They signed on 2021-08-17T17:42:00Z.", "2021-08-17T17:42:00Z", "2021-08-17T17:42Z", SAME),
    ("They signed on Tuesday 3/8/2021.", "3/8/2021", "2021-08-03", SAME),
    ("The 9/11 attacks shook all.", "9/11", "2001-09-11", SAME),
    ("The 7/7 bombings shook London.", "7/7", "2005-07-07", SAME),
    ("The January 6 riot shook Washington.", "January 6", "2021-01-06", SAME),
]

BESIDE: list[Row] = [
    ("A year ago Thursday he fled.", "A year ago Thursday", "2020-08-19", SAME),
    ("A year ago today he fled.", "A year ago today", "2020-08-19", SAME),
    (
        "Two years ago this month he fled.",
        "Two years ago this month",
        "2019-08",
        "2019-08-01..2019-08-31",
    ),
    (
        "Twenty years ago this week he fled.",
        "Twenty years ago this week",
        "2001-W33",
        "2001-08-13..2001-08-19",
    ),
    ("Two weeks ago on Friday they voted.", "Two weeks ago on Friday", "2021-08-06", SAME),
    ("Two days after Aug. 15 he spoke.", "Two days", "P2D", "2021-08-17"),
    ("Three days before the Aug. 31 deadline he spoke.", "Three days", "P3D", "2021-08-28"),
    ("A day after Christmas they met.", "Christmas", "2020-12-25", SAME),
    ("Three weeks after the fall they left.", "Three weeks", "P3W", ""),
    (
        "The 20th anniversary of the Sept. 11 attacks nears.",
        "The 20th anniversary",
        "2021-09-11",
        SAME,
    ),
    ("A week from Monday they vote.", "A week from Monday", "2021-08-30", SAME),
    ("A week from today they vote.", "A week from today", "2021-08-26", SAME),
    ("Monday week they vote.", "Monday week", "2021-08-30", SAME),
    ("A week on Friday they vote.", "A week on Friday", "2021-08-27", SAME),
    ("The Monday before last they voted.", "The Monday before last", "2021-08-09", SAME),
    (
        "The week before last they voted.",
        "The week before last",
        "2021-W31",
        "2021-08-02..2021-08-08",
    ),
    ("On Monday of last week they voted.", "Monday of last week", "2021-08-09", SAME),
    ("This Monday they voted.", "This Monday", "2021-08-16", SAME),
    ("In August last year they voted.", "August last year", "2020-08", "2020-08-01..2020-08-31"),
    ("In May of this year they voted.", "May of this year", "2021-05", "2021-05-01..2021-05-31"),
    ("On August 15 of last year they voted.", "August 15 of last year", "2020-08-15", SAME),
    ("This time last year they voted.", "This time last year", "2020-08", "2020-08-01..2020-08-31"),
    ("The vote, due in October, was delayed.", "October", "2021-10", "2021-10-01..2021-10-31"),
    ("They saw film on Monday of last week's blast.", "Monday", "2021-08-16", SAME),
    ("The talks moved on Sunday to the coast.", "Sunday", "2021-08-15", SAME),
    ("The talks, delayed until Monday, went on.", "Monday", "2021-08-23", SAME),
    ("It fell late in the day after a long rise.", "late in the day", "2021-08-19", SAME),
    (
        "In the last 10 days of August they fled.",
        "the last 10 days",
        "P10D",
        "2021-08-22..2021-08-31",
    ),
    ("In the first months of 2020 it spread.", "the first months", "PXM", "2020-01-01..2020-05-01"),
    ("In the last days of the war they fled.", "the last days", "PXD", ""),
    ("Two Fridays ago he fled.", "Two Fridays ago", "2021-08-06", SAME),
    ("On this day in 1919 they won.", "this day in 1919", "1919-08-19", SAME),
    ("To this day they stay.", "this day", "PRESENT_REF", ""),
    (
        "They vote on the first Monday of September.",
        "the first Monday of September",
        "2021-09-06",
        SAME,
    ),
    ("The vote was due in May.", "May", "2021-05", "2021-05-01..2021-05-31"),
]

CALENDARS: list[Row] = [
    (
        "In the year 1400 of the solar calendar they left.",
        "the year 1400 of the solar calendar",
        "XXXX",
        "2021-03-21..2022-03-20",
    ),
    ("In 1400 AH they left.", "1400 AH", "XXXX", "1979-11-20..1980-11-09"),
    ("On 28 Asad 1400 they left.", "28 Asad 1400", "2021-08-19", SAME),
    ("In 145 AH it rose.", "145 AH", "XXXX", "0762-04-03..0763-03-24"),
    ("In 1443 Hijri they left.", "1443 Hijri", "XXXX", "2021-08-09..2022-07-30"),
    ("In 1443H they left.", "1443H", "XXXX", "2021-08-09..2022-07-30"),
    ("On 15 Ramadan they left.", "15 Ramadan", "2021-04-27", "2021-04-26..2021-04-28"),
    ("On 10 Muharram 1443 they left.", "10 Muharram 1443", "2021-08-19", "2021-08-18..2021-08-20"),
    (
        "In the Afghan year 1400 they left.",
        "the Afghan year 1400",
        "XXXX",
        "2021-03-21..2022-03-20",
    ),
]

ALL = EDGES + QUARTERS + DECADES + FEASTS + CLOCKS + SETS + LENGTHS + NUMBERS + BESIDE + CALENDARS


@pytest.mark.parametrize(("text", "words", "value", "days"), ALL)
def test_form_when_published_on_a_thursday_then_value_and_days_as_listed(
    text: str, words: str, value: str, days: str
) -> None:
    assert (words, value, days) in [shown(found) for found in timexes(text)]


NO_DATES = [
    "Easter Island is far.",
    "The Good Friday Agreement held.",
    "Ramadan Abdullah was killed.",
    "They scored in the first half and led 2-0.",
    "He gave three quarters of it.",
    "He was in his eighties.",
    "Temperatures in the eighties are common.",
    "The ad cost $500. 5 ad campaigns ran.",
    "They bought 1400 AH-64s.",
    "It was a 3/4 majority.",
    "It starts et al.",
    "He reads 1Q84 again.",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_form_when_the_words_are_no_date_then_nothing(text: str) -> None:
    assert [shown(found) for found in timexes(text)] == []


def test_numeric_date_when_the_outlet_is_of_a_country_with_the_day_first_then_that_order() -> None:
    assert timexes("They signed on 3/4/2021.")[0].value == "2021-XX-XX"
    found = timexes("They signed on 3/4/2021.", url="https://news.example.co.uk/a")
    assert found[0].value == "2021-04-03"


def test_numeric_date_when_the_weekday_fits_no_order_then_open() -> None:
    assert [shown(t) for t in timexes("It was Sunday 3/8/2021.")][-1][1:] != ("2021-08-03", SAME)


NATIONAL = [
    ("Crowds marked Independence Day.", "The Kabul Herald", "https://herald.example.af/1", "08-19"),
    ("Crowds marked Independence Day.", "The Times of India", "", "08-15"),
    ("Pakistan marked Independence Day.", "The Times of India", "", "08-14"),
    ("Ukraine mourned. Ukrainian guns fell silent." + " So it went on." * 20
     + " Independence Day was marked.", "The Times of India", "", "08-24"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "outlet", "url", "day"), NATIONAL)
def test_national_day_when_no_country_is_near_then_that_of_the_text_or_the_outlet(
    text: str, outlet: str, url: str, day: str
) -> None:
    assert timexes(text, outlet=outlet, url=url)[-1].value[5:] == day


def test_half_when_the_past_tense_names_one_to_come_then_that_of_the_year_before() -> None:
    text = "Exports grew in the second half of the year."
    assert shown(timexes(text, published="2016-01-29")[0])[1] == "2015-H2"
    assert shown(timexes(text, published="2016-11-29")[0])[1] == "2016-H2"


def test_bare_year_when_the_text_counts_from_the_hijra_then_its_days() -> None:
    found = timexes("In the solar year 1400 the harvest failed. By 1398 they had left.")
    assert shown(found[-1]) == ("1398", "XXXX", "2019-03-21..2020-03-19")
    assert timexes("In 1355 the plague came.")[0].value == "1355"


@pytest.mark.parametrize("text", ["Eid was quiet.", "It fell in Ramadan.", "It fell on 3 Safar."])
def test_feast_of_the_moon_when_publication_is_unknown_then_open(text: str) -> None:
    found = timexes(text, published="")
    assert [(t.value, t.first) for t in found] == [("XXXX-XX-XX", "")]


_YEAR = r"(?:\d{2,4}|X{4}|BC\d{4}|FY\d{4})"
_DATE = rf"{_YEAR}(?:-(?:XX|\d\d|[QH]\d|W\d\d|WXX|SP|SU|FA|WI)(?:-(?:\d\d?|XX|WE))?)?"
_TIME = r"(?:T(?:MO|MI|AF|EV|NI|DT|XX|\d\d(?::\d\d)?)(?:Z|[+-]\d\d(?::?\d\d)?)?)?"
_LENGTH = r"P(?:X|\d+(?:\.\d+)?)(?:D|WE|W|M|Q|Y|DE|CE)|PT(?:(?:X|\d+(?:\.\d+)?)[HMS])+"
TIMEX3 = re.compile(rf"(?:PAST|PRESENT|FUTURE)_REF|{_LENGTH}|{_DATE}{_TIME}")
PIECES = """
    the last first second half of quarter Q3 fiscal 2020 FY2021 1400 AH solar year 500 BC AD 28 Asad
    Ramadan Eid al-Fitr Easter Monday Independence Day India Thanksgiving Nowruz week ending before
    a day after two weeks ago Thursday from on until 17/08 3/4/2021 99/99 2021-08-17T17:42Z midnight
    dawn half past six p.m. EDT IST every other weekends twice decade century turn mid- early late
    1980s and 90s Sixties 20th anniversary 9/11 in the coming years May 0001 9999 , . - ( )
"""
WORDS = st.lists(st.sampled_from(PIECES.split()) | st.text(max_size=4), max_size=30)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WORDS, st.sampled_from([THURSDAY, "", "0001-01-01", "9999-12-31"]))
def test_any_words_when_read_then_value_is_timex3_and_days_are_in_order(
    words: list[str], published: str
) -> None:
    text = " ".join(words)
    for found in timexes(text, published):
        assert text[found.start : found.end] == found.surface != ""
        assert TIMEX3.fullmatch(found.value), found.value
        assert found.first <= found.last
        assert bool(found.first) == bool(found.last)


REPEATED = ["a day after ", "Independence Day ", "first half of ", "Eid ", "week of ", "on 3/4 "]


def finding(text: str) -> Work:
    """The search for dates of a text that is parsed already."""
    doc = spacy.blank("en").make_doc(text)
    article = Article("a1", doc.text, published=THURSDAY, parts=(Part(0, len(text), "body"),))
    parsed = (Parsed(Passage(0, len(text), "p", "a1"), 0, doc),)
    return partial(find_timexes, article, parsed)


@pytest.mark.parametrize("piece", REPEATED)
def test_forms_when_one_piece_repeats_then_time_grows_with_length(piece: str) -> None:
    fourth, whole = (partial(finding, (piece * length)[:length]) for length in (5_000, 20_000))
    limit = 10 * least_seconds(fourth) + 0.5
    assert least_seconds(whole, under=limit) < limit
