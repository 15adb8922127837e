"""Persons known to a corpus: whom a name of another article means."""

from __future__ import annotations

from functools import partial

import pytest
from cpu_seconds import Work, least_seconds
from test_directory import article, entity, joined, person

from dateline.extract.naming.directory import Directory
from dateline.records import Entity


def found_ids(known: list[Entity], *fresh: Entity) -> list[str]:
    return [m.entity_id for m in Directory(known).join(article("z", *fresh)).mentions]


@pytest.mark.parametrize(
    ("known", "fresh", "same"),
    [
        ("Muammar Nadafi", "Moammar Nadafi", True),
        ("Imad Gadouri", "Imad Qadouri", True),
        ("Imad Qadouri", "Imad Gadouri", True),
        ("J. K. Orlova", "JK Orlova", True),
        ("Tomas E. Varga", "Tomas Varga", True),
        ("Tomas Varga", "Tomas E. Varga", True),
        ("Tomas E. Varga", "Tomas F. Varga", False),
        ("Tomas Varga", "Tomas Varga Jr.", False),
        ("Tomas Varga", "Tomas Erik Varga", False),
        ("Ana Varga-Quispe", "Ana Quispe", False),
        ("Imre Szabados", "Szabados Imre", False),
        ("Hamid al-Nouri", "Hamid Nouri", True),
    ],
)
def test_directory_when_a_full_name_comes_again_then_only_its_variants_join(
    known: str, fresh: str, same: bool
) -> None:
    found = found_ids([person(known)], person(fresh))
    assert (found == [person(known).entity_id]) is same


def test_directory_when_a_name_is_turned_and_both_tell_the_surname_then_joins() -> None:
    known = entity("person", "Imre Szabados", "Szabados")
    turned = entity("person", "Szabados Imre", "Szabados")
    assert found_ids([known], turned) == ["person.imre-szabados"]


@pytest.mark.parametrize(
    ("known", "fresh", "expected"),
    [
        (entity("person", "Faisal bin Nouri"), "bin Nouri", "person.faisal-bin-nouri"),
        (entity("person", "Ana Smith-Varga"), "Smith-Varga", "person.ana-smith-varga"),
        (entity("person", "Ana Smith-Varga"), "Varga", "person.varga"),
        (entity("person", "Park Ji-won"), "Park", "person.park-ji-won"),
        (
            entity("person", "Ana Méndez Robledo", "Méndez Robledo"),
            "Mendez Robledo",
            "person.ana-mendez-robledo",
        ),
        (entity("person", "Al Varga"), "Al Quispe", "person.al-quispe"),
    ],
)
def test_directory_when_a_surname_of_several_words_is_alone_then_joins_its_bearer(
    known: Entity, fresh: str, expected: str
) -> None:
    assert found_ids([known], person(fresh)) == [expected]


def test_directory_when_initials_conflict_then_the_bare_name_is_neither() -> None:
    people = ["Tomas Varga", "Tomas A. Varga", "Tomas B. Varga", "Tomas Varga"]
    found = joined(*(article(f"a{n}", person(name)) for n, name in enumerate(people)))
    assert found[0] == found[1]
    assert found[2] not in (found[1], found[3])
    assert found[3] != found[1]


def test_directory_when_articles_are_many_then_time_is_near_linear() -> None:
    def joining(articles: int) -> Work:
        directory = Directory()
        made = [
            article(
                f"a{n}",
                person(f"Ana{n % 900} Varga{n % 700}"),
                person(f"Varga{n % 70}"),
                entity("organisation", f"Norda{n % 300} Union {n % 40}", f"NU{n % 50}"),
                entity("organisation", f"Ministry of Water {n % 9}"),
            )
            for n in range(articles)
        ]

        def join() -> None:
            for one in made:
                directory.join(one)

        return join

    limit = 7 * least_seconds(partial(joining, 1_000)) + 0.3
    assert least_seconds(partial(joining, 4_000), under=limit) < limit
