"""The corpus's own ids: known ids stay, variants join, namesakes do not."""

from __future__ import annotations

import pytest
from cpu_seconds import Work, least_seconds
from hypothesis import given, settings
from hypothesis import strategies as st
from names_lexicon import findings_of

from dateline.extract.naming.directory import Directory
from dateline.records import (
    Attitude,
    Entity,
    EntityKind,
    Findings,
    Mention,
    Quotation,
    Relation,
    entity_id,
)


def entity(kind: EntityKind, name: str, *aliases: str) -> Entity:
    return Entity(entity_id(kind, name), name, kind, tuple(sorted({name, *aliases})))


def article(name: str, *entities: Entity) -> Findings:
    """Findings of an article that mentions each entity once."""
    mentions = tuple(
        Mention(n, n + 1, f"m{n}", name, "p", "x", "PERSON", entity_id=one.entity_id)
        for n, one in enumerate(entities)
    )
    return Findings(mentions=mentions, entities=entities)


def joined(*articles: Findings) -> list[list[str]]:
    directory = Directory()
    return [[m.entity_id for m in directory.join(one).mentions] for one in articles]


def person(name: str) -> Entity:
    return entity("person", name)


def test_directory_when_a_spelling_varies_then_is_one_person() -> None:
    found = joined(article("a", person("Sergei Orlov")), article("b", person("Sergey Orlov")))
    assert found == [["person.sergei-orlov"], ["person.sergei-orlov"]]


def test_directory_when_full_names_differ_then_are_never_one() -> None:
    found = joined(article("a", person("Ahmad Varga")), article("b", person("Ahmed Shah Varga")))
    assert found[0] != found[1]


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (["Mara Quispe"], "person.mara-quispe"),
        (["Mara Quispe", "Ana Quispe"], "person.quispe.z"),
        ([], "person.quispe"),
    ],
)
def test_directory_when_a_surname_is_alone_then_joins_the_only_one_known(
    known: list[str], expected: str
) -> None:
    directory = Directory(map(person, known))
    found = directory.join(article("z", person("Quispe"))).mentions[0]
    assert found.entity_id == expected
    assert found.confidence == (0.6 if known else 1.0)


def test_directory_when_an_acronym_is_known_then_joins_and_when_two_share_it_does_not() -> None:
    lake = entity("organisation", "Lake Basin Monitoring Council", "LBMC")
    load = entity("organisation", "Load Board Management Company", "LBMC")
    lone = entity("organisation", "LBMC")
    one = Directory([lake]).join(article("b", lone)).mentions[0].entity_id
    two = Directory([lake, load]).join(article("b", lone)).mentions[0].entity_id
    assert one == lake.entity_id
    assert two not in {lake.entity_id, load.entity_id}


def test_directory_when_kinds_differ_then_are_apart() -> None:
    found = joined(article("a", person("Norda Bay")), article("b", entity("place", "Norda Bay")))
    assert found == [["person.norda-bay"], ["place.norda-bay"]]


def test_directory_when_joined_then_every_field_with_an_id_is_rewritten() -> None:
    local, other = person("Sergey Orlov"), person("Mara Quispe")
    name, second = local.entity_id, other.entity_id
    words = ("a", "p", "words", "direct")
    said = Quotation(0, 5, "q1", *words, speaker_id=name, about_ids=(name, second))
    wish = Attitude(0, 5, "b1", *words, speaker_id=name)
    tie = Relation(0, 5, "r1", second, "child_of", name, "", "", "current", "a", "p")
    base = article("a", local, other)
    findings = Findings(
        mentions=base.mentions,
        entities=base.entities,
        relations=(tie,),
        quotations=(said,),
        attitudes=(wish,),
    )
    found = Directory([person("Sergei Orlov")]).join(findings)
    known = "person.sergei-orlov"
    assert [m.entity_id for m in found.mentions] == [known, second]
    assert (found.relations[0].subject_id, found.relations[0].object_id) == (second, known)
    assert (found.quotations[0].speaker_id, found.quotations[0].about_ids) == (
        known,
        (known, second),
    )
    assert found.attitudes[0].speaker_id == known
    assert {e.entity_id for e in found.entities} == {known, second}
    assert "Sergey Orlov" in found.entities[0].aliases


def test_directory_when_read_articles_then_countries_are_one_by_code() -> None:
    directory = Directory()
    for name, text in (("a", "The U.S. sent aid."), ("b", "The United States sent aid.")):
        directory_found = directory.join(findings_of(text, name))
        assert [m.entity_id for m in directory_found.mentions] == ["place.country-us"]


NAMES = st.sampled_from(
    ["Mara Quispe", "Ana Quispe", "Quispe", "Sergei Orlov", "Sergey Orlov", "Orlov", "Mara"]
)


@settings(max_examples=100)
@given(st.lists(st.lists(NAMES, min_size=1, max_size=3, unique=True), max_size=8))
def test_directory_when_articles_follow_then_known_ids_never_change(
    corpus: list[list[str]],
) -> None:
    directory = Directory()
    first: dict[str, str] = {}
    for number, names in enumerate(corpus):
        found = directory.join(article(f"a{number}", *map(person, names)))
        assert {m.entity_id for m in found.mentions} == {e.entity_id for e in found.entities}
        for one in found.entities:
            if " " in one.name:
                key = one.name.replace("Sergey", "Sergei")
                assert first.setdefault(key, one.entity_id) == one.entity_id


def test_directory_when_reopened_then_gives_the_same_ids() -> None:
    directory = Directory()
    found = directory.join(article("a", person("Sergei Orlov"), person("Mara Quispe")))
    again = Directory(found.entities).join(article("b", person("Sergey Orlov"), person("Quispe")))
    assert [m.entity_id for m in again.mentions] == ["person.sergei-orlov", "person.mara-quispe"]


def test_directory_when_many_are_known_then_a_look_up_stays_quick() -> None:
    def looking_up() -> Work:
        directory = Directory(person(f"Ana{n} Torres{n % 50}") for n in range(20_000))

        def look_up() -> None:
            for n in range(500):
                new = person(f"New{n} Torres{n % 50}")
                directory.join(article(f"a{n}", person("Torres1"), new))

        return look_up

    assert least_seconds(looking_up, under=2) < 2
