"""Offices and kin: who is what to whom, and the words that say so."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from names_lexicon import relations_of

from dateline.extract.naming.kinship import find_ties
from dateline.records import Label, Mention

STATED = [
    (
        "Peruvian Foreign Minister Mara Quispe spoke in Lima.",
        [("holds_office", "person.mara-quispe", "", "Foreign Minister", "PE", "current")],
    ),
    (
        "Former president Tomas Varga of the club left with acting mayor Ana Torres.",
        [
            ("holds_office", "person.tomas-varga", "", "president", "", "former"),
            ("holds_office", "person.ana-torres", "", "mayor", "", "acting"),
        ],
    ),
    ("Tomas Varga spoke in Lima about Peru.", []),
    ("The Tana River, located northeast of Nairobi, is rising.", []),
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_relations_when_stated_then_are_found(
    text: str, expected: list[tuple[str, str, str, str, str, str]]
) -> None:
    relations, _ = relations_of(text)
    assert [
        (r.kind, r.subject_id, r.object_id, r.object_text, r.country, r.status) for r in relations
    ] == expected


def ties(text: str, names: list[tuple[str, Label]]) -> list[tuple[str, str, str, str]]:
    mentions: list[Mention] = []
    for name, label in names:
        start = text.index(name, mentions[-1].end if mentions else 0)
        mentions.append(Mention(start, start + len(name), name, "a", "p", name, label))
    return [
        (tie.kind, tie.subject.surface, tie.object_text, text[tie.start : tie.end])
        for tie in find_ties(text, mentions)
    ]


KIN: list[tuple[str, list[tuple[str, Label]], list[tuple[str, str, str, str]]]] = [
    (
        'Ahmad Varga - the son of old fighter and "Bear of Lima" Erik Varga - left.',
        [("Ahmad Varga", "PERSON"), ("Erik Varga", "PERSON")],
        [
            (
                "child_of",
                "Ahmad Varga",
                "Erik Varga",
                'Ahmad Varga - the son of old fighter and "Bear of Lima" Erik Varga',
            )
        ],
    ),
    (
        "Ana Varga, the daughter of a famed fighter, left.",
        [("Ana Varga", "PERSON")],
        [
            (
                "child_of",
                "Ana Varga",
                "a famed fighter",
                "Ana Varga, the daughter of a famed fighter",
            )
        ],
    ),
    (
        "Erik Varga's younger brother Tomas Varga left.",
        [("Erik Varga", "PERSON"), ("Tomas Varga", "PERSON")],
        [
            (
                "sibling_of",
                "Tomas Varga",
                "Erik Varga",
                "Erik Varga's younger brother Tomas Varga",
            )
        ],
    ),
    (
        "Ana Torres is married to Tomas Varga.",
        [("Ana Torres", "PERSON"), ("Tomas Varga", "PERSON")],
        [("spouse_of", "Ana Torres", "Tomas Varga", "Ana Torres is married to Tomas Varga")],
    ),
    (
        "Norda Oil spokeswoman Ana Torres declined.",
        [("Norda Oil", "ORG"), ("Ana Torres", "PERSON")],
        [
            (
                "spokesperson_for",
                "Ana Torres",
                "Norda Oil",
                "Norda Oil spokeswoman Ana Torres",
            )
        ],
    ),
    (
        "Ana Torres, a member of the Lake Council, left.",
        [("Ana Torres", "PERSON"), ("Lake Council", "ORG")],
        [
            (
                "member_of",
                "Ana Torres",
                "Lake Council",
                "Ana Torres, a member of the Lake Council",
            )
        ],
    ),
    (
        "Norsund, in Peru, is quiet.",
        [("Norsund", "GPE"), ("Peru", "GPE")],
        [("located_in", "Norsund", "Peru", "Norsund, in Peru")],
    ),
    (
        "Norsund, northeast of Lima, is quiet. Ana Torres met the son of nobody.",
        [("Norsund", "GPE"), ("Lima", "GPE"), ("Ana Torres", "PERSON")],
        [],
    ),
]


@pytest.mark.parametrize(("text", "names", "expected"), KIN)
def test_ties_when_words_between_names_say_so_then_are_found_with_their_span(
    text: str,
    names: list[tuple[str, Label]],
    expected: list[tuple[str, str, str, str]],
) -> None:
    assert ties(text, names) == expected


WORDS = (
    "Mara Quispe Tomas Varga , the son of brother President former - member spokesman Peru 's"
    " Council married to in UN"
)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=25))
def test_relations_when_any_text_then_ids_are_unique_and_spans_inside(words: list[str]) -> None:
    relations, text = relations_of(" ".join(words))
    assert len({r.relation_id for r in relations}) == len(relations)
    assert all(0 <= r.start < r.end <= len(text) for r in relations)
    assert all(r.object_id or r.object_text for r in relations)
    assert all(r.subject_id != r.object_id for r in relations)


def test_ties_when_a_passage_is_long_then_stay_quick() -> None:
    text = "Ana Torres, the son of " + "x" * 500_000
    start = time.process_time()
    assert len(ties(text, [("Ana Torres", "PERSON")])) == 1
    assert time.process_time() - start < 0.5
