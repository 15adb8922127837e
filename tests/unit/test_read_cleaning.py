"""Cleaning: what a text keeps and what goes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.read.cleaning import clean, clean_line, unwrap

CLEANED = [
    ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
    ("    indented\n\ttabbed  twice", "indented\ntabbed twice"),
    ("    • “A point,” she said", "“A point,” she said"),
    ("• • twice", "twice"),
    ("a\n\n \n\n\nb", "a\n\nb"),
    ("a\u00a0b\u202fc", "a b c"),
    ("nul\0 and \ufffe and \udc80", "nul\ufffd and \ufffd and \ufffd"),
    ("\ufeffafter a mark", "after a mark"),
    ("zero\u200bwidth", "zero\u200bwidth"),
    ("- a dash stays", "- a dash stays"),
    ("", ""),
]


@pytest.mark.parametrize(("raw", "text"), CLEANED)
def test_clean_when_the_text_is_irregular_gives_regular_lines(raw, text):
    assert clean(raw) == text


@given(st.text() | st.text(alphabet=" \n\r\t•\ufeff\0\u2028ab"))
def test_clean_when_applied_twice_changes_nothing_more(raw):
    assert clean(clean(raw)) == clean(raw)


@given(st.text())
def test_clean_when_given_anything_can_be_written_as_utf8(raw):
    assert "\0" not in clean(raw).encode().decode()


def test_clean_line_when_the_title_has_lines_gives_one():
    assert clean_line("A bridge\n\n  for the town ") == "A bridge for the town"


WIRE = """The council of the harbour town voted on Tuesday to build a new
bridge over the river after a debate that lasted until the early
hours of the morning, the mayor said.

The bridge will replace a ferry which has been out of service since
the spring and which the town can no longer afford to repair, he
added."""


def test_unwrap_when_lines_break_in_mid_sentence_joins_paragraphs():
    assert [len(p.split("\n")) for p in unwrap(WIRE).split("\n\n")] == [1, 1]
    assert "a new bridge over" in unwrap(WIRE)


@pytest.mark.parametrize(
    "text",
    [
        "One line is one paragraph, and it ends here.\nThe next line is another paragraph.\n" * 3,
        "Roses are red\nviolets are blue\nsugar is sweet\nand so are you",
        "A title\n\nA paragraph.",
    ],
)
def test_unwrap_when_lines_are_paragraphs_changes_nothing(text):
    assert unwrap(text) == text
