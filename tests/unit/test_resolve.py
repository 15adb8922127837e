"""Places meant by names: which, how exactly, in what role, and why."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.places.gazetteer import Gazetteer
from dateline.places.resolve import missed_places, resolve_places
from dateline.places.scoring import Name, Votes, settle
from dateline.records import (
    Article,
    Label,
    Mention,
    Part,
    Place,
    Toponym,
    finding_id,
    named_place,
    passages_of,
)

Named = tuple[str, Label]


def made(text: str, *parts: Part, url: str = "") -> Article:
    return Article("a0", text, url=url, parts=parts or (Part(0, len(text), "body"),))


def mentions_in(article: Article, named: list[Named]) -> tuple[Mention, ...]:
    """A mention for each name in turn, each sought after the one before it."""
    found, start = [], 0
    for surface, label in named:
        at = article.text.index(surface, start)
        start = at + len(surface)
        name = finding_id("m", article.article_id, at, start)
        found.append(Mention(at, start, name, article.article_id, "p.a0.0", surface, label))
    return tuple(found)


def resolved(
    gazetteer: Gazetteer, text: str, *named: Named, url: str = ""
) -> tuple[list[Toponym], dict[str, Place]]:
    article = made(text, url=url)
    toponyms, places = resolve_places(article, mentions_in(article, list(named)), gazetteer)
    return list(toponyms), {place.place_id: place for place in places}


CHOICES = [
    # text, names, name looked at, its country
    ("Fighting reached Tripoli.", [("Tripoli", "GPE")], 0, "LY"),
    (
        "Fighting reached Tripoli, and Beirut and Sidon sent help, Lebanon said.",
        [("Tripoli", "GPE"), ("Beirut", "GPE"), ("Sidon", "GPE"), ("Lebanon", "GPE")],
        0,
        "LB",
    ),
    (
        "Lebanese officers and Lebanese medics went to Tripoli by way of Jounieh.",
        [("Lebanese", "NORP"), ("Lebanese", "NORP"), ("Tripoli", "GPE"), ("Jounieh", "GPE")],
        2,
        "LB",
    ),
    (
        "Lebanese officers and Lebanese medics went to Tripoli.",
        [("Lebanese", "NORP"), ("Lebanese", "NORP"), ("Tripoli", "GPE")],
        2,
        "LB",
    ),
    ("A storm struck Paris, Texas, at noon.", [("Paris", "GPE"), ("Texas", "GPE")], 0, "US"),
    ("A storm struck Paris, TX, at noon.", [("Paris", "GPE")], 0, "US"),
    ("A storm struck Paris (Texas) at noon.", [("Paris", "GPE")], 0, "US"),
    ("A storm struck Paris, London and Rome.", [("Paris", "GPE"), ("London", "GPE")], 0, "FR"),
    (
        "Georgia lies between Atlanta's suburbs and Alabama.",
        [("Georgia", "GPE"), ("Atlanta", "GPE"), ("Alabama", "GPE")],
        0,
        "US",
    ),
    (
        "Georgia and Armenia reopened the road from Tbilisi.",
        [("Georgia", "GPE"), ("Armenia", "GPE"), ("Tbilisi", "GPE")],
        0,
        "GE",
    ),
    ("A fire in Odessa killed two.", [("Odessa", "GPE")], 0, "UA"),
    (
        "Odessa and Midland share an airport, Texas officials said.",
        [("Odessa", "GPE"), ("Midland", "GPE"), ("Texas", "GPE")],
        0,
        "US",
    ),
    ("Oregon, Ohio and Texas voted.", [("Oregon", "GPE"), ("Ohio", "GPE")], 0, "US"),
]


@pytest.mark.parametrize(("text", "named", "index", "country"), CHOICES)
def test_resolve_when_a_name_has_many_places_then_the_text_decides(
    gazetteer: Gazetteer, text: str, named: list[Named], index: int, country: str
) -> None:
    toponyms, places = resolved(gazetteer, text, *named)
    assert places[toponyms[index].place_id].country == country


def test_resolve_when_states_are_listed_then_the_first_is_no_town_in_the_second(
    gazetteer: Gazetteer,
) -> None:
    toponyms, places = resolved(gazetteer, "Oregon, Ohio and Texas voted.", ("Oregon", "GPE"))
    assert places[toponyms[0].place_id].kind == "admin1"


def test_resolve_when_one_name_has_two_parents_then_two_places(gazetteer: Gazetteer) -> None:
    text = "From Paris, Texas, she flew to Paris, France."
    toponyms, places = resolved(gazetteer, text, ("Paris", "GPE"), ("Paris", "GPE"))
    assert [places[t.place_id].country for t in toponyms] == ["US", "FR"]


def test_resolve_when_a_name_returns_without_its_parent_then_the_same_place(
    gazetteer: Gazetteer,
) -> None:
    text = "A storm struck Paris, Texas. Schools in Paris closed."
    toponyms, _ = resolved(gazetteer, text, ("Paris", "GPE"), ("Paris", "GPE"))
    assert toponyms[0].place_id == toponyms[1].place_id


def test_resolve_when_chosen_then_the_reason_names_the_rival_and_why(gazetteer: Gazetteer) -> None:
    text = "Libyan and other Libyan officials met in Tripoli."
    toponyms, _ = resolved(
        gazetteer, text, ("Libyan", "NORP"), ("Libyan", "NORP"), ("Tripoli", "GPE")
    )
    assert toponyms[2].reason == "chosen over Tripoli, Lebanon: 2 mentions of Libya or its people"
    kept = toponyms[2].candidates
    assert 2 <= len(kept) <= 5
    assert kept[0].place_id == toponyms[2].place_id
    assert [c.score for c in kept] == sorted((c.score for c in kept), reverse=True)


def test_resolve_when_the_text_says_more_then_confidence_grows(gazetteer: Gazetteer) -> None:
    alone, _ = resolved(gazetteer, "A fire in Springfield.", ("Springfield", "GPE"))
    told, _ = resolved(gazetteer, "A fire in Springfield, Illinois.", ("Springfield", "GPE"))
    assert 0 < alone[0].confidence < 0.8 < told[0].confidence <= 1


def test_resolve_when_a_valley_is_named_then_an_area_and_the_town_beside_it_is_near(
    gazetteer: Gazetteer,
) -> None:
    text = "The Panjshir Valley, a gorge northeast of Kabul, is quiet."
    (valley, kabul), places = resolved(
        gazetteer, text, ("Panjshir Valley", "LOC"), ("Kabul", "GPE")
    )
    assert (valley.place_id, valley.precision) == ("d.panjshir-valley", "feature")
    assert places[valley.place_id].outline
    assert (kabul.relation, kabul.precision) == ("northeast of", "near")
    assert kabul.radius_km >= 25
    assert places[kabul.place_id].precision == "point"


RELATIONS = [
    # words before "Kabul", relation, precision, least radius
    ("a village near", "near", "near", 25),
    ("a village 40 km north of", "40 km north of", "near", 10),
    ("a village 40 kilometres from", "40 kilometres from", "near", 40),
    ("a village some 20 miles south-west of", "some 20 miles south-west of", "near", 8),
    ("a camp on the outskirts of", "on the outskirts of", "near", 25),
    ("a camp just outside", "just outside", "near", 25),
    ("a march in central", "central", "point", 5),
    ("a march in", "", "point", 5),
]


@pytest.mark.parametrize(("before", "relation", "precision", "radius"), RELATIONS)
def test_resolve_when_a_relation_is_stated_then_kept_as_written(
    gazetteer: Gazetteer, before: str, relation: str, precision: str, radius: float
) -> None:
    (found,), _ = resolved(gazetteer, f"It was {before} Kabul.", ("Kabul", "GPE"))
    assert (found.relation, found.precision) == (relation, precision)
    assert found.radius_km >= radius


def test_resolve_when_part_of_a_country_is_meant_then_an_area_in_that_part(
    gazetteer: Gazetteer,
) -> None:
    text = "Rain fell over southern Afghanistan."
    for surface in ("Afghanistan", "southern Afghanistan"):
        (found,), places = resolved(gazetteer, text, (surface, "GPE"))
        assert (found.relation, found.precision) == ("southern", "feature")
        south, whole = places[found.place_id], places[named_place(found)]
        assert (south.country, whole.name) == ("AF", "Afghanistan")
        assert south.latitude < whole.latitude


ROLES = [
    ("The minister told reporters at a press conference in Moscow on Monday.", "Moscow", "said_at"),
    ("The minister told journalists in Moscow that talks go on.", "Moscow", "said_at"),
    ("Speaking in Moscow, the minister praised the deal.", "Moscow", "said_at"),
    ("Two people were hurt in Moscow.", "Moscow", "about"),
    ("The minister left for Moscow.", "Moscow", "about"),
    ("MOSCOW (AFP) - Two people were hurt.", "MOSCOW", "filed_from"),
    ("Moscow, Russia — Two people were hurt.", "Moscow", "filed_from"),
    ("Moscow has said nothing - so far.", "Moscow", "origin"),
    ("Moscow lies quiet - so far.", "Moscow", "about"),
]


@pytest.mark.parametrize(("text", "name", "role"), ROLES)
def test_resolve_when_the_words_about_a_place_say_so_then_its_role(
    gazetteer: Gazetteer, text: str, name: str, role: str
) -> None:
    (found,), _ = resolved(gazetteer, text, (name, "GPE"))
    assert found.role == role


def test_resolve_when_in_a_dateline_part_then_filed_from(gazetteer: Gazetteer) -> None:
    article = made("Kabul today\nAll is quiet.", Part(0, 11, "dateline"), Part(12, 25, "body"))
    (found,), _ = resolve_places(article, mentions_in(article, [("Kabul", "GPE")]), gazetteer)
    assert found.role == "filed_from"


def test_resolve_when_a_people_is_named_then_its_country_is_the_origin(
    gazetteer: Gazetteer,
) -> None:
    (found,), places = resolved(gazetteer, "His Libyan counterpart came.", ("Libyan", "NORP"))
    assert (found.role, found.precision) == ("origin", "country")
    assert places[found.place_id].name == "Libya"


def test_resolve_when_a_name_is_unknown_then_kept_unplaced(gazetteer: Gazetteer) -> None:
    (found,), places = resolved(gazetteer, "It fell on Zzyzxabad.", ("Zzyzxabad", "GPE"))
    assert (found.place_id, found.confidence, places) == ("", 0.0, {})
    assert found.reason == "no place of that name in the gazetteer"


@pytest.mark.parametrize("name", ["EU", "West", "March", "White House"])
def test_resolve_when_a_name_is_no_place_on_the_map_then_no_toponym(
    gazetteer: Gazetteer, name: str
) -> None:
    assert resolved(gazetteer, f"The {name} it is.", (name, "GPE")) == ([], {})


OTHER_LABELS = [
    # text, surface, label, country of the place it says, or "" for none
    ("Police in Edmonton met.", "Edmonton", "ORG", "CA"),
    ("Columbus Police Department said so.", "Columbus Police Department", "ORG", "US"),
    ("He studied at University of Oslo then.", "University of Oslo", "ORG", "NO"),
    ("Rain in Tamil Nadu fell.", "Tamil Nadu", "PERSON", "IN"),
    ("A man named Jordan fell.", "Jordan", "PERSON", ""),
    ("Mr Houston spoke in court.", "Houston", "PERSON", ""),
    ("He reads Washington Post daily.", "Washington Post", "ORG", ""),
    ("They gave to Paris Hilton much.", "Paris Hilton", "PERSON", ""),
]


@pytest.mark.parametrize(("text", "surface", "label", "country"), OTHER_LABELS)
def test_resolve_when_another_label_says_where_then_placed(
    gazetteer: Gazetteer, text: str, surface: str, label: Label, country: str
) -> None:
    _, places = resolved(gazetteer, text, (surface, label))
    assert [place.country for place in places.values()] == ([country] if country else [])


def test_resolve_when_the_place_is_inside_a_name_then_near_and_less_sure(
    gazetteer: Gazetteer,
) -> None:
    text = "Kabul University stands in Kabul."
    (school, town), _ = resolved(gazetteer, text, ("Kabul University", "ORG"), ("Kabul", "GPE"))
    assert school.place_id == town.place_id
    assert (school.precision, town.precision) == ("near", "point")
    assert school.confidence < town.confidence
    assert school.reason.startswith("named in 'Kabul University'")


def test_resolve_when_money_is_named_then_no_place(gazetteer: Gazetteer) -> None:
    assert resolved(gazetteer, "It cost US$3 million.", ("US", "GPE")) == ([], {})


MISSED = [
    # text, what is found
    ("He was born in Nairobi and left.", ["Nairobi"]),
    ("The road to Burkina Faso is closed.", ["Burkina Faso"]),
    ("Troops crossed the Khyber Pass again.", ["Khyber Pass"]),
    ("BEIRUT (AP) - Shops opened.", ["BEIRUT"]),
    ("Shops opened in Bellmore, N.Y., today.", ["Bellmore", "N.Y."]),
    ("Jordan scored twice.", []),
    ("Mr Lincoln spoke to Mr Nelson in March.", []),
    ("The Nairobi Star was sold.", []),
    ("Reading is fun.", []),
    ("Nice people came.", []),
    ("ALL CAPITALS IN NAIROBI", []),
]


@pytest.mark.parametrize(("text", "found"), MISSED)
def test_missed_when_a_well_known_place_stands_alone_then_found(
    gazetteer: Gazetteer, text: str, found: list[str]
) -> None:
    article = made(text)
    extra = missed_places(article, passages_of(article), (), gazetteer)
    assert [mention.surface for mention in extra] == found
    assert all(text[m.start : m.end] == m.surface for m in extra)


def test_missed_when_inside_another_mention_then_left_alone(gazetteer: Gazetteer) -> None:
    article = made("They work in Nairobi Hospital there.")
    held = mentions_in(article, [("Nairobi Hospital", "ORG")])
    assert missed_places(article, passages_of(article), held, gazetteer) == ()


def test_missed_when_in_a_dateline_then_found_with_the_passage_after_it(
    gazetteer: Gazetteer,
) -> None:
    article = made("KOLKATA — Shops opened.", Part(0, 9, "dateline"), Part(10, 23, "body"))
    (found,) = missed_places(article, passages_of(article), (), gazetteer)
    assert (found.surface, found.passage_id) == ("KOLKATA", "p.a0.0")


WORDS = st.sampled_from(
    [
        "Kabul",
        "Paris,",
        "Texas",
        "the",
        "near",
        "in",
        "U.S.",
        "MOSCOW",
        "(AP)",
        "—",
        "\n",
        "Libyan",
        "’s",
        "é",
        "$",
    ]
)


@given(st.lists(WORDS, max_size=30), st.data())
def test_resolve_when_given_any_words_then_spans_and_ids_hold(
    gazetteer: Gazetteer, words: list[str], data: st.DataObject
) -> None:
    article = made(" ".join(words))
    passages = passages_of(article)
    extra = missed_places(article, passages, (), gazetteer)
    for mention in extra:
        assert article.text[mention.start : mention.end] == mention.surface
        assert mention.passage_id in {p.passage_id for p in passages}
    assert all(a.end <= b.start for a, b in pairwise(extra))
    labels: list[Label] = ["GPE", "LOC", "FAC", "ORG", "PERSON", "NORP", "EVENT"]
    named = tuple(
        Mention(
            m.start,
            m.end,
            m.mention_id,
            "a0",
            m.passage_id,
            m.surface,
            data.draw(st.sampled_from(labels)),
        )
        for m in extra
    )
    toponyms, places = resolve_places(article, named, gazetteer)
    known = {place.place_id for place in places}
    assert len(known) == len(places)
    assert {t.place_id for t in toponyms if t.place_id} <= known
    assert {named_place(t) for t in toponyms if t.place_id} <= known
    assert len({t.mention_id for t in toponyms}) == len(toponyms)
    assert all(0 <= t.confidence <= 1 and t.radius_km >= 0 and t.reason for t in toponyms)


def test_resolve_when_the_seed_is_read_then_its_places_stand(
    gazetteer: Gazetteer, shared: Path
) -> None:
    article = made((shared / "seed" / "article.txt").read_text(encoding="utf-8"))
    named: list[Named] = [
        ("Panjshir Valley", "LOC"),
        ("Afghanistan", "GPE"),
        ("Moscow", "GPE"),
        ("Libyan", "NORP"),
        ("Panjshir Valley", "LOC"),
        ("Panjshir Valley", "LOC"),
        ("located", "EVENT"),
        ("Kabul", "GPE"),
        ("Russia", "GPE"),
    ]
    toponyms, places = resolve_places(article, mentions_in(article, named), gazetteer)
    shown = {t.place_id: (t.role, t.precision) for t in toponyms}
    names = {places[i].name: shown[places[i].place_id] for i in range(len(places))}
    assert names == {
        "Panjshir Valley": ("about", "feature"),
        "Afghanistan": ("about", "country"),
        "Moscow": ("said_at", "point"),
        "Libya": ("origin", "country"),
        "Kabul": ("about", "near"),
        "Russia": ("about", "country"),
    }


def test_resolve_when_the_text_is_one_long_line_then_in_good_time(gazetteer: Gazetteer) -> None:
    article = made("Paris, Texas and Kabul near " * 5_000)
    passages = passages_of(article)
    extra = missed_places(article, passages, (), gazetteer)
    toponyms, _ = resolve_places(article, extra, gazetteer)
    assert len(toponyms) == len(extra) > 10_000


def test_a_unit_when_named_after_no_garrison_then_it_is_no_place(gazetteer: Gazetteer) -> None:
    toponyms, _ = resolved(
        gazetteer, "The Zafar corps held out in Herat.", ("Zafar", "GPE"), ("Herat", "GPE")
    )
    assert [toponym.reason for toponym in toponyms if toponym.place_id] != []
    assert len(toponyms) == 1


def test_a_unit_when_named_after_a_city_then_it_has_its_place(gazetteer: Gazetteer) -> None:
    toponyms, _ = resolved(gazetteer, "The Kandahar brigade left.", ("Kandahar", "GPE"))
    assert [bool(toponym.place_id) for toponym in toponyms] == [True]


@pytest.mark.parametrize(("parent", "country"), [("", "QA"), ("India", "IN")])
def test_a_town_when_it_shares_the_name_of_a_far_bigger_city_then_it_needs_its_parent(
    gazetteer: Gazetteer, parent: str, country: str
) -> None:
    parents = tuple(gazetteer.candidates(parent)[:1]) if parent else ()
    doha = Name("doha", gazetteer.candidates("Doha"), parents=parents)
    delhi = Name("new delhi", gazetteer.candidates("New Delhi")[:1])
    settle([doha, delhi], Votes(Counter({"IN": 2, "AF": 2, "PK": 2})))
    assert doha.best is not None
    assert doha.best.country == country


def test_green_zone_when_the_city_is_named_then_it_is_the_one_of_that_city(
    gazetteer: Gazetteer,
) -> None:
    for city, country in (("Kabul", "AF"), ("Baghdad", "IQ")):
        toponyms, places = resolved(
            gazetteer, f"In {city} the Green Zone was shut.", (city, "GPE"), ("Green Zone", "LOC")
        )
        assert {places[one.place_id].country for one in toponyms} == {country}
