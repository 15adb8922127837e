"""Interviews and transcripts -> who says which turn."""

from __future__ import annotations

from functools import partial

import pytest
from cpu_seconds import least_seconds
from quotation_cases import article_of, quotations_of

from dateline.extract.quoting.transcripts import find_turns
from dateline.records import passages_of

PEOPLE = ["Ann Roe", "Bob Doe"]


def turns(text: str, bodies: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    quotations, _ = quotations_of(text, people=PEOPLE, bodies=bodies)
    return [(q.mode, q.speaker, q.content) for q in quotations]


def test_turns_when_labelled_q_and_a_then_the_answers_are_the_one_asked() -> None:
    text = (
        "Ann Roe built the dam.\n\nQ: Will it hold?\n\nA: It will, I hope.\n\nQ. And then?\n\n"
        "A. We rest.\n\nThe dam opens in May."
    )

    assert turns(text) == [
        ("direct", "Ann Roe", "It will, I hope."),
        ("direct", "Ann Roe", "We rest."),
    ]


@pytest.mark.parametrize("before", ["", "**", "*"])
def test_turns_when_labelled_with_names_then_each_is_its_speakers(before: str) -> None:
    text = (
        f"{before}Gazette:{before} Did you build the dam?\n\n"
        f"{before}Ann Roe:{before} I did.\n\nWe were forty then.\n\n(Laughter)\n\n"
        f"{before}Gazette:{before} Will it hold?\n\n{before}Roe:{before} You will see."
    )

    assert turns(text) == [
        ("direct", "Gazette", "Did you build the dam?"),
        ("direct", "Ann Roe", "I did. We were forty then."),
        ("direct", "Gazette", "Will it hold?"),
        ("direct", "Ann Roe", "You will see."),
    ]


def test_turns_when_labelled_in_capitals_then_found_with_what_they_quote() -> None:
    text = 'MILLER: Will you go?\nDOE: I said "no" to it.\nMILLER: And your party?\nDOE: We stay.'

    assert [content for _, _, content in turns(text)] == [
        "Will you go?",
        'I said "no" to it.',
        "And your party?",
        "We stay.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Where: Graz, town hall.\nWhen: Monday.\nWhere: Linz.\nWhen: Will we know?",
        "Roe: 3 goals.\nDoe: 1 goal.\nRoe: 2 goals.\nDoe: 4 goals.",
        "Roe: I will go.\nDoe: I stay.",
        "Q: What is a dam?\nA: A wall.\nQ: What is a weir?\nA: A low dam.",
        "Roe: I go.\nRoe: I stay.\nRoe: I sleep.",
    ],
)
def test_lines_when_a_sheet_a_table_or_two_lines_then_no_transcript(text: str) -> None:
    assert not any(mode == "direct" for mode, _, _ in turns(text))


def test_paragraph_when_it_names_someone_between_two_turns_then_it_is_no_turn() -> None:
    text = (
        "Roe: Will it hold?\nDoe: I hope so.\nBob Doe then went to the window and stood there.\n"
        "Roe: And then?\nDoe: We rest."
    )

    assert "I hope so." in [content for _, _, content in turns(text)]


def test_turns_when_ten_thousand_then_under_two_seconds() -> None:
    text = "ROE: Will you go?\nDOE: I will.\n" * 5_000
    passages = passages_of(article_of(text))
    find = partial(find_turns, text, passages, (), "")

    assert len(find()) == 10_000
    assert least_seconds(lambda: find, under=2) < 2
