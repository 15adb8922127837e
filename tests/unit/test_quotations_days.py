"""Text -> the day on which each quotation was said, in an article of Thursday 2021-08-19."""

from __future__ import annotations

from dataclasses import replace

import pytest
from quotation_cases import article_of

from dateline.extract.dating.timexes import find_timexes
from dateline.extract.parse import parse
from dateline.extract.quoting.quotations import find_quotations
from dateline.records import Quotation


def said(text: str, published: str = "2021-08-19") -> tuple[Quotation, ...]:
    article = replace(article_of(text), published=published)
    parsed = parse(article)
    return find_quotations(article, parsed, (), (), find_timexes(article, parsed))[0]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ('"We will rebuild," Ann Roe said on Tuesday. "It takes years."', ["2021-08-17"]),
        ("Ann Roe told reporters Monday that the dam would hold.", ["2021-08-16"]),
        ("The ministry said in a statement late on Aug. 17 that two men died.", ["2021-08-17"]),
        ("On Monday, Roe said that the rebels would leave on Friday.", ["2021-08-16"]),
        ("The rebels will leave on Friday, Roe said on Wednesday.", ["2021-08-18"]),
        ("Speaking in Graz on Tuesday, Roe called the raid a crime.", ["2021-08-17"]),
        ("Two men died, according to a report published on Monday.", ["2021-08-16"]),
        ("Friday's statement said that the guards fled.", ["2021-08-13"]),
        ('Roe tweeted yesterday: "The bridge is open."', ["2021-08-18"]),
        ("Roe said that the guards fled.", [""]),
        ("The police said three men were arrested on Monday.", [""]),
        ("Survivors of Tuesday's attack said that the guards fled.", [""]),
        ('"It was bad," said Bob Doe, who lost his house on Sunday.', [""]),
        ("Roe condemned Monday's raid.", [""]),
        ("Roe said last week that the rebels had left.", [""]),
        ("The president will say on Saturday that the war is over.", [""]),
    ],
)
def test_day_when_the_clause_of_the_cue_states_one_then_it_is_the_quotations(
    text: str, days: list[str]
) -> None:
    assert [quotation.said_on for quotation in said(text)] == days


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Roe told reporters on Thursday he saw Doe as a friend.", "he saw Doe as a friend"),
        ("Roe said late on Monday the dam would hold.", "the dam would hold"),
        ("Roe said that on Monday the dam broke.", "that on Monday the dam broke"),
    ],
)
def test_day_when_it_stands_between_cue_and_clause_then_it_is_no_part_of_the_words(
    text: str, content: str
) -> None:
    assert [quotation.content for quotation in said(text)] == [content]


def test_day_when_publication_is_not_known_then_it_is_open() -> None:
    assert [quotation.said_on for quotation in said("Roe said on Tuesday it held.", "")] == [""]
