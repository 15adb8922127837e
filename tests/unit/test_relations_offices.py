"""Offices as roles and verbs tell them: office, country, and whether it is still held."""

from __future__ import annotations

import pytest
from cpu_seconds import least_seconds
from names_lexicon import relations_of

VARGA, QUISPE = "tomas-varga", "mara-quispe"
Office = tuple[str, str, str, str]

ROLES: list[tuple[str, list[Office]]] = [
    ("Then-president Tomas Varga left.", [(VARGA, "president", "", "former")]),
    ("The then president, Tomas Varga, left.", [(VARGA, "president", "", "former")]),
    ("The late president Tomas Varga left.", [(VARGA, "president", "", "former")]),
    ("Ex-president Tomas Varga left.", [(VARGA, "president", "", "former")]),
    ("Ousted president Tomas Varga left.", [(VARGA, "president", "", "former")]),
    ("Interim President Tomas Varga left.", [(VARGA, "President", "", "acting")]),
    (
        "Self-declared acting president Tomas Varga left.",
        [(VARGA, "Self-declared acting president", "", "acting")],
    ),
    (
        "Tomas Varga, the self-declared acting president of Peru, left.",
        [(VARGA, "self-declared acting president of Peru", "PE", "acting")],
    ),
    ("Kenyan President-elect Tomas Varga left.", [(VARGA, "President-elect", "KE", "current")]),
    (
        "Peruvian Prime Minister-designate Mara Quispe left.",
        [(QUISPE, "Prime Minister-designate", "PE", "current")],
    ),
    (
        "Norway's deputy foreign minister, Tomas Varga, left.",
        [(VARGA, "deputy foreign minister", "NO", "current")],
    ),
    ("President Tomas Varga of Peru left.", [(VARGA, "President", "PE", "current")]),
    (
        "Tomas Varga, president of Peru from 2001 to 2006, left.",
        [(VARGA, "president of Peru", "PE", "former")],
    ),
    (
        "Mara Quispe, Peru's interior minister since May, left.",
        [(QUISPE, "interior minister", "PE", "current")],
    ),
    ("Mara Quispe, then the mayor of Lima, left.", [(QUISPE, "mayor of Lima", "", "former")]),
    ("Mara Quispe, once the mayor of Lima, left.", [(QUISPE, "mayor of Lima", "", "former")]),
    (
        "Mara Quispe, the newly appointed foreign minister, left.",
        [(QUISPE, "foreign minister", "", "current")],
    ),
    (
        "Gen. Tomas Varga, commander of the northern army, left.",
        [
            (VARGA, "Gen.", "", "current"),
            (VARGA, "commander of the northern army", "", "current"),
        ],
    ),
    ("Speaker of parliament Tomas Varga left.", [(VARGA, "Speaker of parliament", "", "current")]),
    (
        "Mara Quispe, the UN's special envoy for Libya, left.",
        [(QUISPE, "UN's special envoy for Libya", "", "current")],
    ),
    (
        "Mara Quispe, the US ambassador in Kenya, left.",
        [(QUISPE, "ambassador in Kenya", "US", "current")],
    ),
    (
        "Foreign ministers Tomas Varga of Peru and Mara Quispe of Norway met.",
        [
            (VARGA, "Foreign minister", "PE", "current"),
            (QUISPE, "Foreign minister", "NO", "current"),
        ],
    ),
    (
        "The Peruvian foreign minister, Tomas Varga, met his Norwegian counterpart, Mara Quispe.",
        [
            (VARGA, "foreign minister", "PE", "current"),
            (QUISPE, "foreign minister", "NO", "current"),
        ],
    ),
    ("Norwegian counterpart Tomas Varga left.", []),
    ("Presidential candidate Tomas Varga left.", []),
    (
        "Presidential candidate former mayor Tomas Varga left.",
        [(VARGA, "mayor", "", "former")],
    ),
    ("Attorney Tomas Varga left.", []),
    ("Attorney General Tomas Varga left.", [(VARGA, "Attorney General", "", "current")]),
    ("Tomas Varga, the leader in the polls, left.", []),
    ("The army under President Tomas Varga left.", [(VARGA, "President", "", "current")]),
    ("Her aide, who spoke to Tomas Varga, left.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_office_when_it_stands_beside_the_name_then_is_read(
    text: str, expected: list[Office]
) -> None:
    assert offices(text) == expected


TOLD: list[tuple[str, list[Office]]] = [
    (
        "Tomas Varga was appointed foreign minister of Peru on Monday.",
        [(VARGA, "foreign minister of Peru", "PE", "current")],
    ),
    (
        "Tomas Varga was named as the new head of the Lake Council.",
        [(VARGA, "head of the Lake Council", "", "current")],
    ),
    (
        "In May, Tomas Varga became Peru's prime minister.",
        [(VARGA, "prime minister", "PE", "current")],
    ),
    (
        "Tomas Varga was sworn in as president of Peru on Sunday.",
        [(VARGA, "president of Peru", "PE", "current")],
    ),
    (
        "Tomas Varga served as ambassador to Norway from 2010 to 2014.",
        [(VARGA, "ambassador to Norway", "", "former")],
    ),
    (
        "Tomas Varga, who served as defence minister under Mara Quispe, left.",
        [(VARGA, "defence minister", "", "former")],
    ),
    (
        "Tomas Varga stepped down in May as governor of the bank.",
        [(VARGA, "governor of the bank", "", "former")],
    ),
    (
        "Tomas Varga, who resigned last week as Peru's finance minister, left.",
        [(VARGA, "finance minister", "PE", "former")],
    ),
    (
        "Tomas Varga was sacked as interior minister.",
        [(VARGA, "interior minister", "", "former")],
    ),
    (
        "Tomas Varga was ousted as president in a coup.",
        [(VARGA, "president", "", "former")],
    ),
    (
        "Tomas Varga assumed the post of foreign minister.",
        [(VARGA, "foreign minister", "", "current")],
    ),
    (
        "Tomas Varga succeeded Mara Quispe as interior minister of Peru.",
        [
            (VARGA, "interior minister of Peru", "PE", "current"),
            (QUISPE, "interior minister of Peru", "PE", "former"),
        ],
    ),
    (
        "Tomas Varga was elected to succeed Mara Quispe as president of Peru.",
        [
            (VARGA, "president of Peru", "PE", "current"),
            (QUISPE, "president of Peru", "PE", "former"),
        ],
    ),
    (
        "Mara Quispe was replaced by Tomas Varga as army chief.",
        [(QUISPE, "army chief", "", "former"), (VARGA, "army chief", "", "current")],
    ),
    (
        "President Tomas Varga left. Mara Quispe took over as mayor of Lima from Tomas Varga.",
        [
            (VARGA, "President", "", "current"),
            (QUISPE, "mayor of Lima", "", "current"),
            (VARGA, "mayor of Lima", "", "former"),
        ],
    ),
    (
        "The council appointed Tomas Varga as its chairman.",
        [(VARGA, "chairman", "", "current")],
    ),
    (
        "The president fired Tomas Varga as army chief on Monday.",
        [(VARGA, "army chief", "", "former")],
    ),
    ("Tomas Varga is the mayor of Lima.", [(VARGA, "mayor of Lima", "", "current")]),
    ("Tomas Varga was mayor of Lima until 2011.", [(VARGA, "mayor of Lima", "", "former")]),
    (
        "Tomas Varga has been president of Peru since 2018.",
        [(VARGA, "president of Peru", "PE", "current")],
    ),
    (
        "Tomas Varga, a former foreign minister who became president in 2019, left.",
        [(VARGA, "foreign minister", "", "former"), (VARGA, "president", "", "current")],
    ),
    (
        "Tomas Varga, who chairs the Peruvian election commission, left.",
        [(VARGA, "chair of the Peruvian election commission", "PE", "current")],
    ),
    (
        "Tomas Varga, who governed the province until 2004, left.",
        [(VARGA, "governor of the province", "", "former")],
    ),
    (
        "Tomas Varga leads the Liberal Party of Peru.",
        [(VARGA, "leader of the Liberal Party of Peru", "PE", "current")],
    ),
    ("Tomas Varga led the team to victory.", []),
    ("Tomas Varga runs a small company.", []),
    ("Tomas Varga is a strong leader.", []),
    ("Tomas Varga was the leader of a revolt.", []),
    ("Tomas Varga was not the mayor of Lima.", []),
    ("Tomas Varga is only the second judge.", []),
    ("Tomas Varga will become president of Peru.", []),
    ("Tomas Varga refused to step down as president.", []),
    ("Tomas Varga is expected to become president.", []),
    ("Tomas Varga resigned as the president left.", []),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_office_when_a_verb_gives_or_takes_it_then_is_read(
    text: str, expected: list[Office]
) -> None:
    assert offices(text) == expected


def offices(text: str) -> list[Office]:
    relations, _ = relations_of(text)
    return [
        (one.subject_id.removeprefix("person."), one.object_text, one.country, one.status)
        for one in relations
        if one.kind == "holds_office"
    ]


SPANS = [
    ("Here Tomas Varga stepped down as mayor.", "Tomas Varga stepped down as mayor"),
    ("The council appointed Tomas Varga as its chairman.", "Tomas Varga as its chairman"),
    ("Here Tomas Varga, who chairs the Council, left.", "Tomas Varga, who chairs the Council"),
]


@pytest.mark.parametrize(("text", "expected"), SPANS)
def test_office_when_a_verb_tells_it_then_has_the_words_that_say_so(
    text: str, expected: str
) -> None:
    relations, _ = relations_of(text)
    assert [text[one.start : one.end] for one in relations] == [expected]


def test_offices_when_hundreds_are_told_in_one_passage_then_stay_quick() -> None:
    text = "Tomas Varga was named mayor and stepped down as mayor of Lima. " * 400

    def find() -> None:
        relations, _ = relations_of(text)
        assert {one.object_text for one in relations} == {"mayor"}

    assert least_seconds(lambda: find, under=6) < 6
