"""Words made comparable, and two forms of one statement laid against each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.query.statements.aligned import aligned
from dateline.query.statements.normal import as_written, words_of
from dateline.query.statements.stance import reading_of, stance_of


@pytest.mark.parametrize(
    ("said", "reported"),
    [
        ("We will not leave the harbour", "that they would not leave the harbour"),
        ("We won't leave the harbour", "it would not leave the harbour"),
        ("I can’t open the gates", "he could not open the gates"),
        ("Our talks are closed", "that their talks were closed"),
        ("8,000 villages", "8000 village"),
        ("We are going", "they were going"),
    ],
)
def test_words_when_speech_is_reported_then_are_the_same(said: str, reported: str):
    assert words_of(said) == words_of(reported)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("we will leave", "we will not leave"),
        ("12 villages", "13 villages"),
        ("the gates", "the gas"),
        ("the north", "the south"),
    ],
)
def test_words_when_they_differ_then_stay_apart(one: str, other: str):
    assert words_of(one) != words_of(other)


def test_words_when_a_script_has_no_spaces_then_are_its_letters():
    assert words_of("我们不会") == ["我", "们", "不", "会"]
    assert words_of("") == words_of(" …“” ") == []


@pytest.mark.parametrize(
    ("text", "denied", "harm", "is_hedged"),
    [
        ("we will not open the gates", {"open"}, "", False),
        ("no casualties were reported", {"casualty"}, "none", False),
        ("no one had been hurt in the flood", {"hurt"}, "none", False),
        ("twelve people were killed", set(), "some", False),
        ("12 people were killed and none of the gates broke", {"gat"}, "some", False),
        ("we will open the gates if it rains", set(), "", True),
        ("Will you open the gates?", set(), "", True),
        ("we will not only open the gates", set(), "", False),
        ("they were going to open the gates", set(), "", False),
    ],
)
def test_reading_when_something_is_denied_then_names_it(
    text: str, denied: set[str], harm: str, is_hedged: bool
):
    found = reading_of(words_of(text), text)
    assert (set(found.denied), found.harm, found.is_hedged) == (denied, harm, is_hedged)


@pytest.mark.parametrize(
    ("family", "cue", "stance"),
    [
        ("deny", "denied", "deny"),
        ("deny", "declined", "refuse"),
        ("deny", "rejected", "deny"),
        ("say", "ruled out", "refuse"),
        ("promise", "agreed", "promise"),
        ("tell", "told", ""),
        ("condemn", "condemned", "condemn"),
    ],
)
def test_stance_when_a_cue_is_read_then_states_or_takes_one(family: str, cue: str, stance: str):
    assert stance_of(family, cue) == stance


def test_word_when_sought_by_its_stem_then_is_as_written():
    assert as_written("The Ministry opened its gates", "gat") == "gates"
    assert as_written("nothing", "gat") == "gat"


@pytest.mark.parametrize(
    ("form", "longest", "kinds"),
    [
        ("the gates open", "The gates open.", ["same"]),
        ("the gates open", "the gates will open", ["same", "left_out", "same"]),
        ("the old gates open", "the gates open", ["same", "added", "same"]),
        ("12 gates", "15 gates", ["changed", "same"]),
        ("", "gates", ["left_out"]),
    ],
)
def test_alignment_when_forms_differ_then_tells_how(form: str, longest: str, kinds: list[str]):
    assert [one.kind for one in aligned(form, longest)] == kinds


@given(st.text(max_size=80), st.text(max_size=80))
def test_alignment_when_joined_then_each_form_has_its_text_and_its_own_is_the_same(form, longest):
    assert "".join(one.text for one in aligned(form, longest)) == form
    assert {one.kind for one in aligned(form, form)} <= {"same"}
