"""Capitals that act are governments, and names without support are not forced on a place."""

from __future__ import annotations

import pytest
from test_resolve import Named, resolved

from dateline.places.gazetteer import Gazetteer
from dateline.records import NOT_PINNED, named_place

USES = [
    # text, capital looked at, whether it stands for its government
    ("Moscow warned that it would answer.", "Moscow", True),
    ("Moscow has been cautious about the talks.", "Moscow", True),
    ("Washington and Beijing traded barbs.", "Washington", True),
    ("Relations between Tehran and Riyadh improved.", "Riyadh", True),
    ("Its ties with Ankara are strained.", "Ankara", True),
    ("The Moscow-backed fighters left.", "Moscow", True),
    ("Ankara's ambassador was called in.", "Ankara", True),
    ("A bomb in Moscow killed two.", "Moscow", False),
    ("Officials in Moscow said so.", "Moscow", False),
    ("London police said so.", "London", False),
    ("He moved from Paris to Rome.", "Rome", False),
    ("A flat in Kyiv burned.", "Kyiv", False),
    ("Milan said the fair would open.", "Milan", False),
]


@pytest.mark.parametrize(("text", "capital", "acts"), USES)
def test_capital_when_it_acts_then_its_government_and_no_pin(
    gazetteer: Gazetteer, text: str, capital: str, acts: bool
) -> None:
    (found,), places = resolved(gazetteer, text, (capital, "GPE"))
    assert (found.role == "origin") is acts
    assert (found.precision in NOT_PINNED) is acts
    assert found.reason.startswith("it stands for the government of ") is acts
    assert places[named_place(found)].name.startswith(capital)


def test_capital_when_words_were_said_there_then_it_is_the_town(gazetteer: Gazetteer) -> None:
    text = "The minister told reporters in Moscow that talks go on. Moscow said no more."
    (there, power), places = resolved(gazetteer, text, ("Moscow", "GPE"), ("Moscow", "GPE"))
    assert (there.role, places[there.place_id].kind) == ("said_at", "city")
    assert (power.role, power.precision, power.place_id) == ("origin", "country", there.place_id)


STATED = [
    # text, names, name looked at, country of its place
    ("Toledo, Ohio, and Toledo in Spain are twins.", ["Toledo", "Toledo"], 1, "ES"),
    ("A blast hit the Lebanese city of Tripoli.", ["Tripoli"], 0, "LB"),
    ("A storm hit Hyderabad, the Pakistani city.", ["Hyderabad"], 0, "PK"),
    ("In San Jose, the capital of Costa Rica, it rained.", ["San Jose"], 0, "CR"),
]


@pytest.mark.parametrize(("text", "names", "index", "country"), STATED)
def test_parent_when_stated_without_a_comma_then_it_decides(
    gazetteer: Gazetteer, text: str, names: list[str], index: int, country: str
) -> None:
    named: list[Named] = [(name, "GPE") for name in names]
    toponyms, places = resolved(gazetteer, text, *named)
    assert places[toponyms[index].place_id].country == country
    assert "the text puts it in" in toponyms[index].candidates[0].reason


def test_spelling_when_nothing_speaks_for_its_town_then_no_place_and_why(
    gazetteer: Gazetteer,
) -> None:
    text = "Afghan troops fought in Dakka."
    (_, found), places = resolved(gazetteer, text, ("Afghan", "NORP"), ("Dakka", "GPE"))
    assert (found.place_id, list(places)) == ("", ["g1149361"])
    assert found.reason.startswith("only another spelling of Dhaka, Bangladesh")


@pytest.mark.parametrize("text", ["Bangladeshi police closed Dakka.", "A fire burned in Dakka."])
def test_spelling_when_its_country_is_named_or_no_other_then_the_town(
    gazetteer: Gazetteer, text: str
) -> None:
    named: list[Named] = [("Dakka", "GPE")]
    if "Bangladeshi" in text:
        named.insert(0, ("Bangladeshi", "NORP"))
    toponyms, places = resolved(gazetteer, text, *named)
    assert places[toponyms[-1].place_id].name == "Dhaka"


@pytest.mark.parametrize(
    ("text", "division"),
    [
        ("A mine went off in Zzyzxabad, Helmand.", "Helmand"),
        ("Zzyzxabad, a village in Nangarhar, was quiet.", "Nangarhar"),
    ],
)
def test_unknown_when_its_division_is_stated_then_an_area_of_it_and_less_sure(
    gazetteer: Gazetteer, text: str, division: str
) -> None:
    (found,), places = resolved(gazetteer, text, ("Zzyzxabad", "GPE"))
    assert (places[found.place_id].name, found.precision) == (division, "area1")
    assert found.reason == f"no place of that name in the gazetteer; the text puts it in {division}"
    assert 0 < found.confidence < 0.8
