"""What a search is read as, and what is said of one that makes no sense."""

from __future__ import annotations

import pytest
from cpu_seconds import least_seconds
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import WrongSearch
from dateline.search import (
    FIELDS,
    MOST_CHARACTERS,
    MOST_TERMS,
    All,
    Days,
    Either,
    Not,
    Term,
    marks,
    parse,
)

WAR, KABUL, LATE = Term("", "war"), Term("", "Kabul"), Term("", "late")


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("war", WAR),
        ("war Kabul", All((WAR, KABUL))),
        ("war AND Kabul", All((WAR, KABUL))),
        ("war OR Kabul late", Either((WAR, All((KABUL, LATE))))),
        ("(war OR Kabul) late", All((Either((WAR, KABUL)), LATE))),
        ("war NOT Kabul", All((WAR, Not(KABUL)))),
        ("war AND NOT (Kabul OR late)", All((WAR, Not(Either((KABUL, LATE)))))),
        ("NOT war", Not(WAR)),
        ("war and not Kabul", All((WAR, Term("", "and"), Term("", "not"), KABUL))),
        ('"no way out"', Term("", "no way out")),
        ("“no way out”", Term("", "no way out")),
        ("«no way»", Term("", "no way")),
        ('"no way"*', Term("", "no way", is_begun=True)),
        ("kab*", Term("", "kab", is_begun=True)),
        ("war\n\tKabul\0late", All((WAR, KABUL, LATE))),
        ("war — ! Kabul", All((WAR, KABUL))),
        ("O'Brien 40% 10:30", All((Term("", "O'Brien"), Term("", "40%"), Term("", "10:30")))),
        ("speaker:lavrov", Term("speaker", "lavrov")),
        ("Speaker:LAVROV", Term("speaker", "LAVROV")),
        ('place:"Panjshir Valley"', Term("place", "Panjshir Valley")),
        ("outlet:g*", Term("outlet", "g", is_begun=True)),
        ("said:NOT", Term("said", "NOT")),
        ("mode:direct", Term("mode", "direct")),
        ("date:2021-08-19", Days("2021-08-19", "2021-08-19")),
        ("date:2021-08-15..2021-08-19", Days("2021-08-15", "2021-08-19")),
        ("date:2020..2021-02", Days("2020-01-01", "2021-02-28")),
        ("date:2020-02..", Days("2020-02-01", "")),
        ("date:..2021", Days("", "2021-12-31")),
        ("NEAR(war Kabul)", All((Term("", "NEAR"), All((WAR, KABUL))))),
        ("^war + Kabul", All((Term("", "^war"), KABUL))),
        ("كابول", Term("", "كابول")),
    ],
)
def test_search_when_it_makes_sense_then_is_read_as_a_tree(query: str, tree: object):
    assert parse(query) == tree


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "there is no word to search for, at 1"),
        (" … — !", "there is no word to search for, at 1"),
        ("talks in Kabul NOT", "expected a word after NOT, at 19"),
        ("war AND", "expected a word after AND, at 8"),
        ("war OR", "expected a word after OR, at 7"),
        ("war AND OR late", "expected a word after AND, at 9"),
        ("OR war", "expected a word before OR, at 1"),
        ("(war", "this parenthesis is not closed, at 1"),
        ("(", "expected a word after (, at 2"),
        ("war)", "there is no parenthesis to close, at 4"),
        ("war ()", "expected a word before ), at 6"),
        ('war "no way', "this quotation mark is not closed, at 5"),
        ('war ""', "expected a word with a letter or a digit, at 5"),
        ("war *", "expected a word with a letter or a digit, at 5"),
        ("war a* b* c*", "expected 2 letters or more before *, at 5"),
        ("w*r", "* stands at the end of a word only, at 2"),
        ("speaker: lavrov", "expected a word right after speaker:, at 9"),
        ("speaker:", "expected a word right after speaker:, at 9"),
        ("speaker:(a OR b)", "expected a word right after speaker:, at 9"),
        ("mode:loud", "a mode is direct, mixed or indirect, at 6"),
        ("date:yesterday", "'yesterday' is no date: write it as 2021-08-19, at 6"),
        ("date:2021-02-30", "'2021-02-30' is no date: write it as 2021-08-19, at 6"),
        ("date:2021..2020", "2020 is before 2021, at 12"),
        ("date:..", "expected a date as in date:2021-08-15..2021-08-19, at 6"),
        ("war \ud800", "half a character stands here, at 5"),
        ("(" * 900, "more than 20 parentheses or NOTs deep, at 22"),
        ("NOT " * 200 + "x", "more than 20 parentheses or NOTs deep, at 85"),
        ("x " * 51, "more than 50 words and phrases, at 101"),
    ],
)
def test_search_when_it_makes_no_sense_then_says_what_and_where(query: str, said: str):
    with pytest.raises(WrongSearch) as caught:
        parse(query)
    assert caught.value.public_message == said


def test_search_when_a_field_is_unknown_then_names_those_that_are_known():
    with pytest.raises(WrongSearch) as caught:
        parse("war http://news.example")
    assert caught.value.at == 4
    assert all(field in str(caught.value) for field in FIELDS)


HOSTILE = st.text("\"'*^:(){}+-\\“ aANDORT\0\ud800\u202e🙂é", max_size=60)
PARTS = st.lists(
    st.sampled_from(["AND", "OR", "NOT", "(", ")", '"', "a*", "said:", "date:", "x", "..", "1"]),
    max_size=40,
).map(" ".join)


@given(st.text(max_size=200) | HOSTILE | PARTS)
def test_search_when_arbitrary_then_is_read_or_refused_with_a_place(query: str):
    place = 0
    try:
        parse(query)
    except WrongSearch as wrong:
        place = wrong.at
    assert 0 <= place <= len(query)


@pytest.mark.parametrize(
    "query", ["war " * 25_000, "(" * 10_000, '"' * 100_000, "a* " * 33_000, "NOT " * 25_000]
)
def test_search_when_it_is_a_hundred_kilobytes_then_is_refused_at_once(query: str):
    def refuse() -> None:
        with pytest.raises(WrongSearch, match=f"at most {MOST_CHARACTERS:,} characters"):
            parse(query)

    assert least_seconds(lambda: refuse, under=0.05) < 0.05


def test_search_when_it_is_as_long_as_it_may_be_then_is_read():
    words = " ".join(["word" * 4] * MOST_TERMS)
    assert len(words) < MOST_CHARACTERS
    assert isinstance(parse(words), All)


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("cafe", "A CAFÉ, a café; cafeteria", ["CAFÉ", "café"]),
        ("Café", "cafe cafe\u0301", ["cafe", "cafe\u0301"]),
        ("caf*", "Cafeteria and café", ["Cafeteria", "café"]),
        ('"no way"', "No – WAY, no\nway no_way", ["No – WAY", "no_way"]),
        ("o'brien", "O’Brien and Brien", ["O’Brien"]),
        ("war NOT late", "war is late", ["war"]),
        ("war OR (kab* said:late)", "late war in Kabul", ["late", "war", "Kabul"]),
        ('"the war" war', "the war", ["the war"]),
        ("speaker:war place:late", "war late", []),
        ("(war)", "Straße .* war+ (war)", ["war", "war"]),
        ("كابول", "في كابول اليوم", ["كابول"]),
        ("i", "İ I ı", ["İ", "I"]),
    ],
)
def test_marks_when_words_are_sought_then_stand_where_a_reader_sees_them(
    query: str, text: str, marked: list[str]
):
    assert [text[start:end] for start, end in marks(parse(query), text)] == marked


@given(st.text(max_size=80), st.text("abcé ", min_size=1, max_size=6))
def test_marks_when_a_text_is_arbitrary_then_lie_in_it_in_order(text: str, word: str):
    found = marks(Term("", f"x{word}"), f"{text} X{word.upper()} {text}")
    assert found
    ends = [end for span in found for end in span]
    assert ends == sorted(set(ends))
