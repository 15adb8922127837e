"""Offices and kin: who is what to whom, and the words that say so."""

from __future__ import annotations

from string import ascii_lowercase

import pytest
from cpu_seconds import Work, least_seconds
from hypothesis import given, settings
from hypothesis import strategies as st
from names_lexicon import LEXICON, relations_of

from dateline.extract.naming.ties import find_ties
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
    (
        "The governor, Tomas Varga, spoke with our director, Mara Quispe.",
        [
            ("holds_office", "person.tomas-varga", "", "governor", "", "current"),
            ("holds_office", "person.mara-quispe", "", "director", "", "current"),
        ],
    ),
    (
        "Peru's acting ambassador, Mara Quispe, denied it.",
        [("holds_office", "person.mara-quispe", "", "ambassador", "PE", "acting")],
    ),
    (
        "The head of the provincial council, Tomas Varga, said that it was late.",
        [
            (
                "holds_office",
                "person.tomas-varga",
                "",
                "head of the provincial council",
                "",
                "current",
            )
        ],
    ),
    (
        "Tomas Varga, who until Sunday was first vice-president, left.",
        [("holds_office", "person.tomas-varga", "", "first vice-president", "", "former")],
    ),
    (
        "Tomas Varga was brought back as the board's chairman.",
        [("holds_office", "person.tomas-varga", "", "board's chairman", "", "current")],
    ),
    (
        "They met the mayor of the town, a doctor, Ana Torres and others.",
        [],
    ),
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


SPOKEN = [
    ("Interior ministry spokesman Tomas Varga denied it.", "", "Interior ministry"),
    ("Tomas Varga, the Taliban's chief spokesman, denied it.", "organisation.taliban", "Taliban"),
    ("A spokesman for the Taliban, Tomas Varga, denied it.", "organisation.taliban", "Taliban"),
    (
        "In Lima the interior ministry denied it. All was quiet, its spokesman Tomas Varga said.",
        "",
        "interior ministry",
    ),
    (
        "The Taliban took the gate. The movement's spokesman, Tomas Varga, said so.",
        "organisation.taliban",
        "Taliban",
    ),
    (
        "The Taliban took the gate.\n\nThe health ministry said on Friday that two people had died."
        "\n\nA third was found later, spokesman Tomas Varga said.",
        "",
        "health ministry",
    ),
]


@pytest.mark.parametrize(("text", "entity", "body"), SPOKEN)
def test_spokesperson_when_the_text_names_the_body_then_speaks_for_it(
    text: str, entity: str, body: str
) -> None:
    relations, _ = relations_of(text)
    assert [(r.kind, r.subject_id, r.object_id, r.object_text) for r in relations] == [
        ("spokesperson_for", "person.tomas-varga", entity, body)
    ]


OPEN = [
    "Spokesman Tomas Varga denied it.",
    "The Taliban met the Kremlin in Lima. It went well, spokesman Tomas Varga said.",
]


@pytest.mark.parametrize("text", OPEN)
def test_spokesperson_when_the_body_is_open_then_holds_the_office(text: str) -> None:
    relations, _ = relations_of(text)
    assert [(r.kind, r.object_text.casefold()) for r in relations] == [
        ("holds_office", "spokesman")
    ]


def test_spokespersons_when_hundreds_stand_in_one_passage_then_stay_quick() -> None:
    text = "The interior ministry denied it; its spokesman Tomas Varga left. " * 400

    def find() -> None:
        relations, _ = relations_of(text)
        assert {r.object_text for r in relations} == {"interior ministry"}

    assert least_seconds(lambda: find, under=5) < 5


def ties(text: str, names: list[tuple[str, Label]]) -> list[tuple[str, str, str, str]]:
    mentions: list[Mention] = []
    for name, label in names:
        start = text.index(name, mentions[-1].end if mentions else 0)
        mentions.append(Mention(start, start + len(name), name, "a", "p", name, label))
    return [
        (tie.kind, tie.subject.surface, tie.object_text, text[tie.start : tie.end])
        for tie in find_ties(text, mentions, LEXICON)
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
        "The bomb killed Ana Torres's father, Erik Varga.",
        [("Ana Torres", "PERSON"), ("Erik Varga", "PERSON")],
        [("child_of", "Ana Torres", "Erik Varga", "Ana Torres's father, Erik Varga")],
    ),
    (
        "It is late, says Ana Torres of the Lake Institute.",
        [("Ana Torres", "PERSON"), ("Lake Institute", "ORG")],
        [("member_of", "Ana Torres", "Lake Institute", "Ana Torres of the Lake Institute")],
    ),
    (
        "They met near Norsund in northern Peru.",
        [("Norsund", "GPE"), ("Peru", "GPE")],
        [("located_in", "Norsund", "Peru", "Norsund in northern Peru")],
    ),
    (
        "NORSUND, Peru - The customs men left.",
        [("NORSUND", "GPE"), ("Peru", "GPE")],
        [("located_in", "NORSUND", "Peru", "NORSUND, Peru")],
    ),
    (
        "Norsund, the last large city of Ravine, fell.",
        [("Norsund", "GPE"), ("Ravine", "GPE")],
        [("located_in", "Norsund", "Ravine", "Norsund, the last large city of Ravine")],
    ),
    (
        "It burned in the Norsund quarter of Lima.",
        [("Norsund", "GPE"), ("Lima", "GPE")],
        [("located_in", "Norsund", "Lima", "Norsund quarter of Lima")],
    ),
    (
        "They live in Norsund, in Peru and in parts of Chad.",
        [("Norsund", "GPE"), ("Peru", "GPE")],
        [],
    ),
    ("Deaths in Norsund, a curfew in Ravine", [("Norsund", "GPE"), ("Ravine", "GPE")], []),
    ("Envoys of Oslo in Lima met.", [("Oslo", "GPE"), ("Lima", "GPE")], []),
    ("They left Norsund, Peru and Chad.", [("Norsund", "GPE"), ("Peru", "GPE")], []),
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
    letters = iter(ascii_lowercase)

    def finding() -> Work:
        text = "Ana Torres, the son of " + next(letters) * 500_000

        def find() -> None:
            assert len(ties(text, [("Ana Torres", "PERSON")])) == 1

        return find

    assert least_seconds(finding, under=0.5) < 0.5
