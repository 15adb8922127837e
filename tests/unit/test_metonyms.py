"""Governments called by their country, their capital or their house: who speaks then."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from names_lexicon import LEXICON

from dateline.annotate import annotate
from dateline.export.annotations import annotation
from dateline.extract.naming.aliases import resolve_aliases
from dateline.extract.naming.directory import Directory
from dateline.extract.naming.governments import (
    _rows,
    governing,
    government,
    government_name,
    is_government,
    residing_in,
    seated_in,
)
from dateline.places.gazetteer import Gazetteer
from dateline.records import Article, Entity, Findings, Mention, Part, entity_id

GB, RU, US, NO, UA = (
    f"{people} government" for people in ("British", "Russian", "US", "Norwegian", "Ukrainian")
)


def read(text: str, gazetteer: Gazetteer, name: str = "a1") -> Findings:
    return annotate(Article(name, text, parts=(Part(0, len(text), "body"),)), gazetteer)


def speakers(findings: Findings) -> list[str]:
    said = sorted((*findings.quotations, *findings.attitudes), key=lambda q: q.speaker_start)
    return [q.speaker for q in said]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Kremlin said on Monday that the talks would go on.", [RU]),
        ("Moscow denied that it had left, and Kyiv accused Moscow of lying.", [RU, UA]),
        ("Russia says it has withdrawn its ships from the island.", [RU]),
        ("According to Oslo, the bridge was closed by its own crews.", [NO]),
        ('"We will answer," Tehran said. "It will be soon," it added.', ["Iranian government"] * 2),
        ("Beijing urged Washington to lift the tariffs.", ["Chinese government"]),
        ("The claim was rejected by Ankara.", ["Turkish government"]),
        ("Westminster warned that the bill would be vetoed.", [GB]),
        ("Downing Street said the fees would be frozen.", [GB]),
        ("Foggy Bottom says the visas will be issued in May.", [US]),
        ("The Pentagon and the White House said the base would stay.", [US]),
        ("Russia wants the sanctions lifted.", [RU]),
        ("Britain's claim that it was asleep was false.", [GB]),
        ("The government of Norway said the rate would rise.", [NO]),
        ("The U.S. government said it would send aid. America vowed to help.", [US, US]),
        ("Georgia said its border with Russia would stay open.", ["Georgian government"]),
        ("Talks stall, Kremlin says", [RU]),
    ],
)  # fmt: skip
def test_speaker_when_a_seat_or_a_country_speaks_then_it_is_the_government(
    text: str, expected: list[str], gazetteer: Gazetteer
) -> None:
    assert speakers(read(text, gazetteer)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said in Moscow that the talks had failed.", ["The minister"]),
        ("Residents of Moscow said the noise woke them.", ["Residents of Moscow"]),
        ("Moscow, Idaho, said it would repair the bridge on Main Street.", ["Moscow"]),
        ("Washington, Pennsylvania, said it would close the bridge.", ["Washington"]),
        ("Kevin Washington saw the crash. Washington said he called.", ["Kevin Washington"]),
        ("Georgia said it would recount. Atlanta is its capital.", ["Georgia"]),
        ("Australia said they would bat first after the captain won the toss.", ["Australia"]),
        ("Chad said he was tired of the rain.", ["Chad"]),
        ("Birds Australia said the flock had gone.", ["Australia"]),
        ("Westminster, Colorado, said the park would open.", ["Westminster"]),
        ("Scotland said it would abstain.", ["Scotland"]),
        ("The Scottish government said it would abstain.", ["The Scottish government"]),
    ],
)
def test_speaker_when_a_name_is_no_government_then_it_is_left(
    text: str, expected: list[str], gazetteer: Gazetteer
) -> None:
    assert speakers(read(text, gazetteer)) == expected


def test_mention_when_its_city_speaks_then_it_stays_the_city_and_is_said_to_be_a_seat(
    gazetteer: Gazetteer,
) -> None:
    found = read("Moscow said the road was open. Snow fell in Moscow.", gazetteer)
    speaks, lies = found.toponyms
    assert {m.entity_id for m in found.mentions} == {"place.moscow"}
    assert speaks.place_id == lies.place_id == "g524901"
    assert (speaks.role, speaks.precision) == ("origin", "country")
    assert speaks.reason.startswith("it stands for the government of Russia here; ")
    assert (lies.role, lies.precision) == ("about", "point")
    assert (found.quotations[0].speaker_surface, found.quotations[0].speaker_id) == (
        "Moscow",
        "organisation.russian-government",
    )


@pytest.mark.parametrize(
    "text",
    [
        "The envoy left after Iran accused the guards.",
        "The envoy was accused by Iran.",
        "Iran's denial came late.",
        "Peru and Iran accused the guards.",
    ],
)
def test_toponym_when_a_country_accuses_or_denies_then_marked_though_nothing_is_quoted(
    text: str, gazetteer: Gazetteer
) -> None:
    found = read(text, gazetteer)
    named = {m.mention_id: m.surface for m in found.mentions}
    roles = {named[t.mention_id]: t.role for t in found.toponyms}
    assert roles["Iran"] == "origin"


def test_toponyms_when_a_city_is_named_as_seat_and_as_city_then_both_are_exported(
    gazetteer: Gazetteer,
) -> None:
    text = "Moscow said the road was open. Snow fell in Moscow. Russian trains ran. Russia froze."
    article = Article("a1", text, parts=(Part(0, len(text), "body"),))
    exported = annotation(article, annotate(article, gazetteer))["toponyms"]
    assert [t["text"] for t in exported] == ["Moscow", "Moscow", "Russia"]


def test_government_when_named_by_many_names_then_is_one_entity_of_the_corpus(
    gazetteer: Gazetteer,
) -> None:
    directory = Directory()
    texts = [
        "Moscow said the deal was over.",
        "The Kremlin said the deal was over. Snow fell on the Kremlin.",
        "Russia's government said it would sign. Moscow is cold.",
    ]
    found = [directory.join(read(t, gazetteer, f"a{n}")) for n, t in enumerate(texts)]
    assert {q.speaker_id for f in found for q in f.quotations} == {
        "organisation.russian-government"
    }
    (last,) = (e for e in found[2].entities if e.kind == "organisation")
    assert (last.name, last.country) == (RU, "RU")
    assert last.aliases == ("Kremlin", "Moscow", "Russia's government", RU)
    moscow = {m.entity_id for f in found for m in f.mentions if m.surface == "Moscow"}
    assert moscow == {"place.moscow"}


def test_organisation_when_it_bears_a_seats_name_then_is_not_merged_with_the_government() -> None:
    directory = Directory([government("RU", "Moscow", "Kremlin")])
    club = Findings(entities=(government("RU"), _organisation("Moscow"), _organisation("Kremlin")))
    assert [e.entity_id for e in directory.join(club).entities] == [
        "organisation.russian-government",
        "organisation.moscow",
        "organisation.kremlin",
    ]


def _organisation(name: str) -> Entity:
    return Entity(entity_id("organisation", name), name, "organisation", (name,))


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("the Peruvian government", "PE"),
        ("Peru's Government", "PE"),
        ("the government of Peru", "PE"),
        ("US government", "US"),
        ("American Government", "US"),
        ("the local government", ""),
        ("government", ""),
        ("Peruvian government bonds", ""),
        ("the government of the city", ""),
    ],
)
def test_name_when_it_spells_out_a_government_then_its_country(name: str, country: str) -> None:
    assert governing(name, LEXICON) == country


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Peruvian Government", "organisation.peruvian-government"),
        ("Government of Peru", "organisation.peruvian-government"),
        ("Peruvian Government Bonds", "organisation.peruvian-government-bonds"),
    ],
)
def test_organisation_when_it_is_called_a_government_then_is_the_one_of_its_country(
    name: str, expected: str
) -> None:
    mention = Mention(0, len(name), "m1", "a1", "p1", name, "ORG")
    (named,), (entity,) = resolve_aliases(Article("a1", name), (), [mention], LEXICON)
    assert named.entity_id == entity.entity_id == expected
    assert is_government(entity) == (expected == "organisation.peruvian-government")


def test_table_when_read_then_every_row_names_one_government_and_a_known_city(
    gazetteer: Gazetteer,
) -> None:
    rows = list(_rows())
    assert len({row["country"] for row in rows}) == len(rows) > 190
    assert len({government_name(row["country"]) for row in rows}) == len(rows)
    for row in rows:
        place = gazetteer.place(row["place"]) if row["place"] else None
        assert bool(row["capital"]) == bool(place)
        assert not place or (place.kind == "city" and seated_in(place.place_id) == row["country"])
        assert gazetteer.country_name(row["country"]) != row["country"]
        houses = filter(None, row["residences"].split(";"))
        assert {residing_in(f"the {house}") for house in houses} <= {row["country"]}


@given(st.text(max_size=40))
def test_name_when_it_is_any_text_then_read_without_an_error(name: str) -> None:
    assert governing(name, LEXICON) in {"", *(row["country"] for row in _rows())}
    assert isinstance(residing_in(name), str)
