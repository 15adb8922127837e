"""Pairs of quotation marks, paragraph by paragraph."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

import pytest
from cpu_seconds import least_seconds
from hypothesis import given
from hypothesis import strategies as st
from quotation_cases import article_of

from dateline.extract.quoting.quote_marks import Marked, pair_marks
from dateline.records import passages_of


def marked(text: str) -> tuple[Marked, ...]:
    return pair_marks(text, passages_of(article_of(text)))


def inner(text: str) -> list[str]:
    return [text[m.inner.start : m.inner.end] for m in marked(text)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('She said "yes" and "no".', ["yes", "no"]),
        ("She said “yes” and “no”.", ["yes", "no"]),
        ('She said “yes" and “no”.', ["yes", "no"]),
        ("She said ''yes'' and ''no''.", ["yes", "no"]),
        ("She said ``yes''.", ["yes"]),
        ("Sie sagte „ja“ und „nein”.", ["ja", "nein"]),
        ("Elle dit «oui» et « non ».", ["oui", " non "]),
        ("Sie sagte »ja« und ging.", ["ja"]),
        ("She said 'yes' and 'no'.", ["yes", "no"]),
        ("She said ‘yes’ and went.", ["yes"]),
        ("The farmers' boats and the '90s songs aren't here.", []),
        ("She said “They said ‘yes’ to it”.", ["They said ‘yes’ to it"]),
        ("\"They said 'yes' to it.\"", ["They said 'yes' to it."]),
        ('A 5\'10" man said "yes".', ["yes"]),
        ('She said "yes', []),
        ('yes" she said "no".', ["no"]),
        ('"" empty', [""]),
        ("„one „two“", ["two"]),
        ("Sie sagte ‚ja‘ und ging.", ["ja"]),
        ("She said “yes“ and “no.“", ["yes", "no."]),
        ("She said ”yes” and went.", ["yes"]),
        ("‘The councils’ duty is clear,’ she said.", ["The councils’ duty is clear,"]),
        ("She met the ‘workers’ and ‘farmers.’", ["workers", "farmers."]),
    ],
)
def test_marks_when_of_any_kind_then_paired(text: str, inside: list[str]) -> None:
    assert inner(text) == inside


def test_paragraph_when_unclosed_and_the_next_opens_then_it_is_continued() -> None:
    found = marked('"One.\n"Two.\n"Three."\nFour "five".')

    assert [m.is_continued for m in found] == [False, True, True, False]


def test_paragraph_when_unclosed_and_the_next_does_not_open_then_its_mark_is_lost() -> None:
    assert inner('"One.\nTwo.\n"Three."') == ["Three."]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('"One.\nTwo two.\nThree."', ["One.", "Two two.", "Three."]),
        ('"One.\nTwo two" two.\nThree.', []),
        ('"One.\nTwo.\nThree.\nFour."', []),
        ('Roe: "One.\nTwo."', []),
    ],
)
def test_lines_when_only_the_first_opens_then_they_are_one_to_the_mark_after_a_stop(
    text: str, inside: list[str]
) -> None:
    assert inner(text) == inside


def test_mark_when_its_words_end_in_a_cue_then_the_next_paragraph_is_another() -> None:
    assert inner('"It rains, the man said on Monday.\n"It does."') == ["It does."]


@given(st.text(alphabet="ab .,\n'\"“”‘’„«»", max_size=200))
def test_any_text_when_marked_then_ordered_within_one_passage_and_apart(text: str) -> None:
    found = marked(text)

    for mark in found:
        assert mark.passage.start <= mark.start <= mark.inner.start
        assert mark.inner.start <= mark.inner.end <= mark.end <= mark.passage.end
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "piece", ['"', "“a ", 'He said "a" b. ', "„a «b ", "'a' s' ", '"a\n', '"A.\nB.\nC."\n']
)
def test_marks_when_ten_thousand_then_under_two_seconds(piece: str) -> None:
    text = piece * 10_000
    passages = passages_of(article_of(text))

    assert least_seconds(lambda: partial(pair_marks, text, passages), under=2) < 2


@pytest.mark.parametrize("piece", ['"', "“aa ", 'It "held" well. ', "the 'dams' own ", "A"])
def test_line_when_of_five_megabytes_then_under_two_seconds(piece: str) -> None:
    text = piece * (5_000_000 // len(piece))
    passages = passages_of(article_of(text))

    assert least_seconds(lambda: partial(pair_marks, text, passages), under=2) < 2
