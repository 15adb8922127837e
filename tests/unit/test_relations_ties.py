"""Kin, members, spokespersons and seats, whichever of two names comes first."""

from __future__ import annotations

import pytest
from cpu_seconds import least_seconds
from hypothesis import given, settings
from hypothesis import strategies as st
from names_lexicon import LEXICON

from dateline.extract.naming.ties import find_ties
from dateline.records import Label, Mention

Tie = tuple[str, str, str]
LABELS: dict[str, Label] = {
    "Ana Ruiz": "PERSON", "Juan Ruiz": "PERSON", "Luis Ruiz": "PERSON", "Eva Torres": "PERSON",
    "Ruiz": "PERSON", "Lake Council": "ORG", "Liberal Party": "ORG", "Lake University": "ORG",
    "Norda Oil": "ORG", "Lima": "GPE", "Oslo": "GPE", "Peru": "GPE", "Norway": "GPE",
    "Ravine": "GPE", "Chad": "GPE", "Upper Lake province": "GPE", "Lake Airport": "FAC",
    "Peruvian": "NORP", "Christian": "NORP",
}  # fmt: skip


def ties(text: str) -> list[Tie]:
    return [
        (one.kind, one.subject.surface, one.object_text)
        for one in find_ties(text, mentions(text), LEXICON)
    ]


def mentions(text: str) -> list[Mention]:
    found: dict[int, Mention] = {}
    for name in sorted(LABELS, key=len, reverse=True):
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            if not any(one.start < end and start < one.end for one in found.values()):
                found[start] = Mention(start, end, name, "a", "p", name, LABELS[name])
            start = text.find(name, end)
    return [found[start] for start in sorted(found)]


KIN: list[tuple[str, list[Tie]]] = [
    ("Juan Ruiz, son of Luis Ruiz, left.", [("child_of", "Juan Ruiz", "Luis Ruiz")]),
    ("Luis Ruiz's son Juan Ruiz left.", [("child_of", "Juan Ruiz", "Luis Ruiz")]),
    ("Luis Ruiz's son, Juan Ruiz, left.", [("child_of", "Juan Ruiz", "Luis Ruiz")]),
    ("Juan Ruiz, Luis Ruiz's son, left.", [("child_of", "Juan Ruiz", "Luis Ruiz")]),
    ("Juan Ruiz, one of Luis Ruiz's sons, left.", [("child_of", "Juan Ruiz", "Luis Ruiz")]),
    (
        "Juan Ruiz, the eldest of Luis Ruiz's three sons, left.",
        [("child_of", "Juan Ruiz", "Luis Ruiz")],
    ),
    ("Juan Ruiz, whose father Luis Ruiz left.", [("child_of", "Juan Ruiz", "Luis Ruiz")]),
    ("Juan Ruiz, whose late father, Luis Ruiz, left.", [("child_of", "Juan Ruiz", "Luis Ruiz")]),
    ("Luis Ruiz, whose son is Juan Ruiz, left.", [("child_of", "Juan Ruiz", "Luis Ruiz")]),
    ("Luis Ruiz, father of Juan Ruiz, left.", [("child_of", "Juan Ruiz", "Luis Ruiz")]),
    ("Luis Ruiz and his 12-year-old son Juan Ruiz left.", [("child_of", "Juan Ruiz", "Luis Ruiz")]),
    ("Luis Ruiz was shot. His son, Juan Ruiz, fled.", [("child_of", "Juan Ruiz", "Luis Ruiz")]),
    (
        "Juan Ruiz was born to Luis Ruiz and Ana Ruiz.",
        [("child_of", "Juan Ruiz", "Luis Ruiz"), ("child_of", "Juan Ruiz", "Ana Ruiz")],
    ),
    (
        "Ana Ruiz's parents, Luis Ruiz and Eva Torres, left.",
        [("child_of", "Ana Ruiz", "Luis Ruiz"), ("child_of", "Ana Ruiz", "Eva Torres")],
    ),
    (
        "Luis Ruiz, his wife, Eva Torres, and their son, Juan Ruiz, left.",
        [
            ("spouse_of", "Eva Torres", "Luis Ruiz"),
            ("child_of", "Juan Ruiz", "Luis Ruiz"),
            ("child_of", "Juan Ruiz", "Eva Torres"),
        ],
    ),
    ("Juan Ruiz and his wife, Eva Torres, left.", [("spouse_of", "Eva Torres", "Juan Ruiz")]),
    ("Juan Ruiz and wife Eva Torres left.", [("spouse_of", "Eva Torres", "Juan Ruiz")]),
    ("Juan Ruiz is survived by his wife, Eva Torres.", [("spouse_of", "Eva Torres", "Juan Ruiz")]),
    ("Juan Ruiz, whose wife, Eva Torres, left.", [("spouse_of", "Eva Torres", "Juan Ruiz")]),
    ("Eva Torres married Juan Ruiz in 1990.", [("spouse_of", "Eva Torres", "Juan Ruiz")]),
    ("Eva Torres, who is married to Juan Ruiz, left.", [("spouse_of", "Eva Torres", "Juan Ruiz")]),
    ("Juan Ruiz and Eva Torres, husband and wife,", [("spouse_of", "Eva Torres", "Juan Ruiz")]),
    ("Eva Torres, the widow of Juan Ruiz, left.", [("spouse_of", "Eva Torres", "Juan Ruiz")]),
    ("The brothers Luis Ruiz and Juan Ruiz left.", [("sibling_of", "Juan Ruiz", "Luis Ruiz")]),
    ("Luis Ruiz and Juan Ruiz, twins, left.", [("sibling_of", "Juan Ruiz", "Luis Ruiz")]),
    (
        "Ana Ruiz and her two brothers, Luis Ruiz and Juan Ruiz, left.",
        [
            ("sibling_of", "Juan Ruiz", "Luis Ruiz"),
            ("sibling_of", "Luis Ruiz", "Ana Ruiz"),
            ("sibling_of", "Juan Ruiz", "Ana Ruiz"),
        ],
    ),
    ("Juan Ruiz is the brother of Ana Ruiz.", [("sibling_of", "Juan Ruiz", "Ana Ruiz")]),
    ("Ana Ruiz's brother is Juan Ruiz.", [("sibling_of", "Juan Ruiz", "Ana Ruiz")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), KIN)
def test_kin_when_said_either_way_round_then_is_one_relation(
    text: str, expected: list[Tie]
) -> None:
    assert ties(text) == expected


NO_KIN = [
    "The Ruiz brothers left.",
    "Juan Ruiz's brother-in-law, Luis Ruiz, left.",
    "Ana Ruiz, sister-in-law of Juan Ruiz, left.",
    "Juan Ruiz's grandson, Luis Ruiz, left.",
    "Luis Ruiz and Eva Torres met Juan Ruiz. His son, Juan Ruiz, left.",
    "Luis Ruiz said that the driver and his wife, Eva Torres, left.",
    "Her father Luis Ruiz and mother Eva Torres left.",
    "Eva Torres married late. Juan Ruiz left.",
]


@pytest.mark.parametrize("text", NO_KIN)
def test_kin_when_nobody_is_said_to_be_kin_then_is_none(text: str) -> None:
    assert ties(text) == []


def test_kin_when_the_marriage_is_over_then_is_former() -> None:
    for text in (
        "Juan Ruiz's ex-wife, Eva Torres, left.",
        "Juan Ruiz's former wife, Eva Torres, left.",
        "Juan Ruiz divorced Eva Torres.",
    ):
        assert [one.status for one in find_ties(text, mentions(text))] == ["former"], text


BODIES: list[tuple[str, list[Tie]]] = [
    ("Ana Ruiz joined the Liberal Party in May.", [("member_of", "Ana Ruiz", "Liberal Party")]),
    ("Ana Ruiz joined Norda Oil in May.", []),
    ("Liberal Party member Ana Ruiz left.", [("member_of", "Ana Ruiz", "Liberal Party")]),
    ("Ana Ruiz is a member of the Lake Council.", [("member_of", "Ana Ruiz", "Lake Council")]),
    ("Ana Ruiz, a member of parliament, left.", [("member_of", "Ana Ruiz", "parliament")]),
    (
        "Ana Ruiz, who speaks for the Lake Council, left.",
        [("spokesperson_for", "Ana Ruiz", "Lake Council")],
    ),
    (
        "The Lake Council's spokeswoman, Ana Ruiz, left.",
        [("spokesperson_for", "Ana Ruiz", "Lake Council")],
    ),
    ("Norda Oil, based in Oslo, left.", [("located_in", "Norda Oil", "Oslo")]),
    ("Norda Oil, headquartered in northern Peru, left.", [("located_in", "Norda Oil", "Peru")]),
    ("The Oslo-based Lake Council left.", [("located_in", "Lake Council", "Oslo")]),
    ("The Oslo-based think tank Lake Council left.", [("located_in", "Lake Council", "Oslo")]),
    ("The Lake Council, an Oslo-based think tank, left.", [("located_in", "Lake Council", "Oslo")]),
    ("The Lake Council, a charity in Oslo, left.", [("located_in", "Lake Council", "Oslo")]),
    ("Lake University in Oslo closed.", [("located_in", "Lake University", "Oslo")]),
    ("The Lake Council in Oslo left.", []),
    ("An Oslo-based Norda Oil analyst left.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_body_when_words_tie_it_to_a_person_or_place_then_is_found(
    text: str, expected: list[Tie]
) -> None:
    assert ties(text) == expected


SEATS: list[tuple[str, list[Tie]]] = [
    ("Ravine, a mainly Christian district in western Lima, burned.",
     [("located_in", "Ravine", "Lima")]),
    ("Ravine, with its capital Lima, fell.", [("located_in", "Lima", "Ravine")]),
    ("Ravine, northeast of Oslo, with its capital Lima, fell.",
     [("located_in", "Lima", "Ravine")]),
    ("The capital of Ravine, Lima, fell.", [("located_in", "Lima", "Ravine")]),
    ("Peru's capital, Lima, fell.", [("located_in", "Lima", "Peru")]),
    ("Lima, Peru's largest city, fell.", [("located_in", "Lima", "Peru")]),
    ("The Peruvian capital, Lima, fell.", [("located_in", "Lima", "Peruvian")]),
    ("The Peruvian city of Ravine fell.", [("located_in", "Ravine", "Peruvian")]),
    ("Ravine in Upper Lake province fell.", [("located_in", "Ravine", "Upper Lake province")]),
    ("Ravine is in Lima.", [("located_in", "Ravine", "Lima")]),
    ("Ravine is located in southern Peru.", [("located_in", "Ravine", "Peru")]),
    ("Lima's Ravine district burned.", [("located_in", "Ravine", "Lima")]),
    ("Lima's Lake Airport closed.", [("located_in", "Lake Airport", "Lima")]),
    ("Lake Airport in Lima closed.", [("located_in", "Lake Airport", "Lima")]),
    ("Lake Airport, north of Lima, closed.", []),
    ("Peruvian soldiers in Lima left.", []),
    ("They went from Lima in a van to Oslo.", []),
    ("They met in Peru, Chad and Norway.", []),
    ("Peru's president left Lima.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SEATS)
def test_place_when_words_put_it_in_another_then_is_found(text: str, expected: list[Tie]) -> None:
    assert ties(text) == expected


SPANS = [
    ("Juan Ruiz, Luis Ruiz's son, left.", "Juan Ruiz, Luis Ruiz's son"),
    ("Lima, Peru's largest city, fell.", "Lima, Peru's largest city"),
    ("The Lake Council, an Oslo-based think tank, left.", "Lake Council, an Oslo-based think tank"),
]


@pytest.mark.parametrize(("text", "expected"), SPANS)
def test_tie_when_the_words_follow_both_names_then_spans_them(text: str, expected: str) -> None:
    assert [text[one.start : one.end] for one in find_ties(text, mentions(text))] == [expected]


LINKS = ["'s", ",", "and", "his", "wife", "son", "of", "the", "brothers", "in", "capital", "."]
WORDS = [*LABELS, *LINKS]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_ties_when_any_words_stand_between_names_then_spans_hold_both(words: list[str]) -> None:
    text = " ".join(words)
    for one in find_ties(text, mentions(text), LEXICON):
        assert 0 <= one.start <= one.subject.start < one.subject.end <= one.end <= len(text)
        assert one.object is None or one.start <= one.object.start < one.object.end <= one.end


def test_ties_when_thousands_of_names_follow_each_other_then_stay_quick() -> None:
    text = "Ana Ruiz and her brothers, Juan Ruiz, Luis Ruiz, of Oslo in Peru, " * 2000
    found = mentions(text[:66])
    many = [
        Mention(one.start + n * 66, one.end + n * 66, f"m{n}", "a", "p", one.surface, one.label)
        for n in range(2000)
        for one in found
    ]

    def find() -> None:
        assert list(find_ties(text, many, LEXICON))

    assert least_seconds(lambda: find, under=3) < 3
