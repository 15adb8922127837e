"""Ministries and other bodies of states: which state's, and when it stays open."""

from __future__ import annotations

import pytest
from names_lexicon import LEXICON, made
from test_aliases import mentions_in
from test_directory import article, entity

from dateline.extract.naming.aliases import resolve_aliases
from dateline.extract.naming.directory import Directory
from dateline.extract.naming.state_bodies import StateBody, office, state_body
from dateline.records import Entity

DEFENCE = "defense ministry"


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("the Ministry of Defence", "Ministry of Defence", (DEFENCE, "")),
        ("the Defense Ministry", "Defense Ministry", (DEFENCE, "")),
        ("the Peruvian Ministry of Defence", "Peruvian Ministry of Defence", (DEFENCE, "PE")),
        ("Peru's Defence Ministry", "Defence Ministry", (DEFENCE, "PE")),
        ("Ministry of Defence of Peru", "Ministry of Defence of Peru", (DEFENCE, "PE")),
        ("Peru’s Supreme Court", "Peru’s Supreme Court", ("supreme court", "PE")),
        ("the U.S. State Department", "U.S. State Department", ("state department", "US")),
        ("Norwegian Air Force", "Norwegian Air Force", ("air force", "NO")),
    ],
)
def test_state_body_when_read_then_gives_office_and_state(
    text: str, surface: str, expected: tuple[str, str]
) -> None:
    found = state_body(surface, text, text.index(surface), LEXICON)
    assert found is not None
    assert (found.office, found.country) == expected


@pytest.mark.parametrize("surface", ["Norda Oil", "Lake Basin Monitoring Council", "Peru Norda"])
def test_state_body_when_the_name_is_its_own_then_is_none(surface: str) -> None:
    assert state_body(surface, surface, 0, LEXICON) is None


def test_state_body_when_a_state_opens_it_then_its_short_form_has_none() -> None:
    name = "United States Department of Justice"
    expected = StateBody("justice department", "US", "Department of Justice")
    assert state_body(name, name, 0, LEXICON) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of Foreign Affairs", "Foreign Ministry"),
        ("Ministry of the Interior", "Ministry of Internal Affairs"),
        ("Department of State", "State Department"),
        ("Ministry of Labour", "Labor Ministry"),
    ],
)
def test_office_when_written_in_two_ways_then_is_one(one: str, other: str) -> None:
    assert office(one) == office(other)


def meant(text: str, names: list[str]) -> list[tuple[str, str]]:
    mentions, entities = resolve_aliases(made(text), (), mentions_in(text, names, "ORG"), LEXICON)
    known = {one.entity_id: (one.name, one.country) for one in entities}
    return [known.get(one.entity_id, ("", "")) for one in mentions]


def test_ministry_when_one_state_has_one_here_then_every_form_is_it() -> None:
    names = ["Defence Ministry", "Peruvian Ministry of Defence", "Defense Ministry"]
    text = f"The {names[0]} met. The {names[1]} agreed. Peru's {names[2]} waited."
    assert meant(text, names) == [("Peruvian Ministry of Defence", "PE")] * 3


def test_ministry_when_two_states_have_one_then_each_is_apart_and_the_bare_name_open() -> None:
    text = "Peru's Defence Ministry met Norway's Defence Ministry. The Defence Ministry waited."
    found = meant(text, ["Defence Ministry"] * 3)
    assert found == [("Defence Ministry", "PE"), ("Defence Ministry", "NO"), ("", "")]


def body(name: str, country: str, *aliases: str) -> Entity:
    made_of = entity("organisation", name, *aliases)
    return Entity(made_of.entity_id, name, "organisation", made_of.aliases, country)


@pytest.mark.parametrize(
    ("known", "fresh", "same"),
    [
        (
            body("Peruvian Defence Ministry", "PE", "Defence Ministry"),
            body("Ministry of Defence of Peru", "PE", "Ministry of Defence"),
            True,
        ),
        (body("Defence Ministry", "PE"), body("Defence Ministry", "NO"), False),
        (body("Defence Ministry", "PE"), body("Defence Ministry", ""), False),
        (body("Defence Ministry", ""), body("Defence Ministry", "PE"), False),
        (
            body("Peruvian Defence Ministry", ""),
            body("Peruvian Defence Ministry", "PE", "Defence Ministry"),
            True,
        ),
    ],
)
def test_directory_when_a_ministry_comes_again_then_state_and_office_tell(
    known: Entity, fresh: Entity, same: bool
) -> None:
    found = Directory([known]).join(article("z", fresh)).mentions[0].entity_id
    assert (found == known.entity_id) is same


def test_acronym_when_it_stands_before_its_long_form_then_means_it() -> None:
    names = ["LBMC", "Lake Basin Monitoring Council", "LBMC"]
    text = f"The {names[0]} ({names[1]}) met. {names[2]} agreed."
    assert meant(text, names) == [("Lake Basin Monitoring Council", "")] * 3


def test_acronym_when_it_has_small_letters_and_is_defined_then_means_the_long_form() -> None:
    text = "The Bank of Norda (BoN) met. BoN agreed."
    assert meant(text, ["Bank of Norda", "BoN", "BoN"]) == [("Bank of Norda", "")] * 3
