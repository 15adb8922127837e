"""Who is meant: short forms led to full names, and two persons never made one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from names_lexicon import LEXICON, made, resolved

from dateline.extract.naming.aliases import resolve_aliases
from dateline.extract.naming.offices import read_office
from dateline.extract.naming.persons import group_persons
from dateline.records import Label, Mention


def mention(surface: str, start: int, role: str = "", label: Label = "PERSON") -> Mention:
    end = start + len(surface)
    return Mention(start, end, f"m{start}", "a1", "p", surface, label, role=role)


def mentions_in(text: str, names: list[str], label: Label = "PERSON") -> list[Mention]:
    found: list[Mention] = []
    for name in names:
        start = text.index(name, found[-1].end if found else 0)
        found.append(mention(name, start, label=label))
    return found


def meant(text: str, names: list[str]) -> list[str]:
    """The name of the person that each mention is led to; empty where it stays open."""
    mentions = mentions_in(text, names)
    people = group_persons(text, mentions)
    owner = {
        number: " ".join(person.words)
        for person in people
        for number in [*person.mentions, *person.short]
    }
    return [owner.get(number, "") for number in range(len(mentions))]


PERSONS = [
    (
        "Tomas Varga spoke. Varga left.",
        ["Tomas Varga", "Varga"],
        ["tomas varga", "tomas varga"],
    ),
    (
        "Tomas Varga met Tomas Erik Varga.",
        ["Tomas Varga", "Tomas Erik Varga"],
        ["tomas varga", "tomas erik varga"],
    ),
    (
        "Tomas Varga fell silent. Erik Varga rose. Varga spoke.",
        ["Tomas Varga", "Erik Varga", "Varga"],
        ["tomas varga", "erik varga", ""],
    ),
    (
        "Varga, son of Erik Varga, came with Tomas Varga.",
        ["Varga", "Erik Varga", "Tomas Varga"],
        ["", "erik varga", "tomas varga"],
    ),
    (
        "Tomas Varga, the son of Erik Varga, came. Varga spoke.",
        ["Tomas Varga", "Erik Varga", "Varga"],
        ["tomas varga", "erik varga", "tomas varga"],
    ),
    (
        "Sergei Orlov left. Sergey Orlov and S. Orlov are one.",
        ["Sergei Orlov", "Sergey Orlov", "S. Orlov"],
        ["sergei orlov", "sergei orlov", "sergei orlov"],
    ),
    (
        "Maria Varga and Mario Varga are two.",
        ["Maria Varga", "Mario Varga"],
        ["maria varga", "mario varga"],
    ),
    (
        "Jorge da Silva spoke. Da Silva left.",
        ["Jorge da Silva", "Da Silva"],
        ["jorge da silva", "jorge da silva"],
    ),
    ("Mara spoke to Mara Quispe.", ["Mara", "Mara Quispe"], ["mara quispe", "mara quispe"]),
    ("Only Quispe came.", ["Quispe"], ["quispe"]),
]


@pytest.mark.parametrize(("text", "names", "expected"), PERSONS)
def test_persons_when_named_again_then_are_led_to_the_right_full_name(
    text: str, names: list[str], expected: list[str]
) -> None:
    assert meant(text, names) == expected


def test_persons_when_a_form_of_address_tells_then_the_other_is_left_out() -> None:
    people = [
        mention("Erik Varga", 0, "Mr."),
        mention("Ana Varga", 20, "Mrs."),
        mention("Varga", 40, "Mr."),
    ]
    found = {n: p.words[0] for p in group_persons(" " * 60, people) for n in p.short}
    assert found == {2: "erik"}


def entity_names(text: str, label: Label, names: list[str]) -> dict[str, str]:
    mentions, entities = resolve_aliases(made(text), (), mentions_in(text, names, label), LEXICON)
    known = {entity.entity_id: entity.name for entity in entities}
    return {one.surface: known[one.entity_id] for one in mentions}


OTHERS: list[tuple[str, Label, list[str], list[str]]] = [
    (
        "The Lake Basin Monitoring Council (LBMC) met. LBMC agreed.",
        "ORG",
        ["Lake Basin Monitoring Council", "LBMC", "LBMC"],
        ["Lake Basin Monitoring Council", "Lake Basin Monitoring Council"],
    ),
    (
        "Norda Oil rose. Norda fell.",
        "ORG",
        ["Norda Oil", "Norda"],
        ["Norda Oil", "Norda Oil"],
    ),
    (
        "National Bank rose. National Union fell. National stood.",
        "ORG",
        ["National Bank", "National Union", "National"],
        ["National Bank", "National Union", "National"],
    ),
    (
        "Norda Corp. and Norda are one.",
        "ORG",
        ["Norda Corp.", "Norda"],
        ["Norda Corp.", "Norda Corp."],
    ),
    (
        "The U.S. is the United States.",
        "GPE",
        ["U.S.", "United States"],
        ["United States", "United States"],
    ),
    ("A Libyan met Libyans.", "NORP", ["Libyan", "Libyans"], ["Libyan", "Libyan"]),
    ("Republicans objected.", "NORP", ["Republicans"], ["Republicans"]),
    (
        "Libyans met a Libyan.",
        "NORP",
        ["Libyans", "Libyan"],
        ["Libyan", "Libyan"],
    ),
    ("Lima is not Oslo.", "GPE", ["Lima", "Oslo"], ["Lima", "Oslo"]),
]


@pytest.mark.parametrize(("text", "label", "names", "expected"), OTHERS)
def test_names_when_forms_differ_then_are_one_only_where_the_article_says_so(
    text: str, label: Label, names: list[str], expected: list[str]
) -> None:
    found = entity_names(text, label, names)
    assert [found[name] for name in dict.fromkeys(names)] == expected


def test_entities_when_an_office_names_a_country_then_carry_it() -> None:
    _, _, _, entities = resolved("Peruvian Foreign Minister Mara Quispe spoke in Lima.")
    found = {entity.name: (entity.kind, entity.country) for entity in entities}
    assert found["Mara Quispe"] == ("person", "PE")
    assert found["Peruvian"] == ("group", "PE")
    assert found["Lima"] == ("place", "")


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("Peruvian Foreign Minister", ("Foreign Minister", "PE", "current")),
        ("former Peruvian president", ("president", "PE", "former")),
        ("Peru's ambassador to Norway", ("ambassador to Norway", "PE", "current")),
        ("ambassador to Norway", ("ambassador to Norway", "", "current")),
        ("acting president of Kenya", ("president of Kenya", "KE", "acting")),
        ("ex-minister", ("minister", "", "former")),
        ("vice president", ("vice president", "", "current")),
        ("Mr.", None),
        ("singer", None),
    ],
)
def test_office_when_read_then_says_what_for_whom_and_whether_still(
    role: str, expected: tuple[str, str, str] | None
) -> None:
    office = read_office(role, LEXICON)
    assert (office and (office.name, office.country, office.status)) == expected


WORDS = "Mara Quispe Tomas Varga Mr. the , . and said Peru UN of son"


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=25))
def test_aliases_when_any_text_then_every_entity_is_meant_by_a_mention(words: list[str]) -> None:
    article, _, mentions, entities = resolved(" ".join(words))
    named = {one.entity_id for one in mentions if one.entity_id}
    assert named == {entity.entity_id for entity in entities}
    assert all(one.surface == article.text[one.start : one.end] for one in mentions)
    assert all(entity.name in entity.aliases for entity in entities)


def test_aliases_when_father_and_son_share_a_surname_then_they_are_two() -> None:
    text = (
        "It is led by Idris Okafor and Ahmad Varga, the son of a famed commander.\n"
        "Okafor and Varga - the son of the old fighter Ahmed Shah Varga - are gathering men."
    )
    _, _, mentions, entities = resolved(text)
    lone = next(m for m in mentions if m.surface == "Varga")
    names = {entity.entity_id: entity.name for entity in entities}
    assert names[lone.entity_id] == "Ahmad Varga"
    assert "Ahmed Shah Varga" in names.values()
