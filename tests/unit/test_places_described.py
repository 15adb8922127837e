"""Areas that words about names describe: which, where, how exact, and said as such."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.places.areas import area_beside
from dateline.places.gazetteer import Gazetteer
from dateline.places.gazetteer.shapes import distance_km
from dateline.places.relations import Relation, pair_relation, relation_of
from dateline.places.resolve import resolve_places
from dateline.records import (
    Article,
    Label,
    Mention,
    Part,
    Place,
    Toponym,
    finding_id,
    named_place,
)

Named = tuple[str, Label]


def read(gazetteer: Gazetteer, text: str, *named: Named) -> list[tuple[Toponym, Place | None]]:
    """Toponyms of one sentence with the places they are put at."""
    article = Article("a0", text, parts=(Part(0, len(text), "body"),))
    mentions, start = [], 0
    for surface, label in named:
        at = text.index(surface, start)
        start = at + len(surface)
        name = finding_id("m", "a0", at, start)
        mentions.append(Mention(at, start, name, "a0", "p.a0.0", surface, label))
    toponyms, places = resolve_places(article, mentions, gazetteer)
    known = {place.place_id: place for place in places}
    return [(one, known.get(one.place_id)) for one in toponyms]


PAIRS = [
    # text with the two names in brackets, what they say together
    ("the border between [Iran] and [Iraq]", "border"),
    ("along the border of [Iran] and the [Iraq]", "border"),
    ("the [Iran]-[Iraq] border", "border"),
    ("the [Afghan]–[Pakistani] frontier", "border"),
    ("[Turkey]’s border with [Syria]", "border"),
    ("[Turkey]'s southern border with [Syria]", "border"),
    ("the road between [Kabul] and [Ghazni]", "road"),
    ("the main road linking [Kabul] and [Ghazni]", "road"),
    ("the railway from [Lviv] to [Kyiv]", "road"),
    ("the [Kabul]-[Ghazni] highway", "road"),
    ("a village between [Kabul] and [Ghazni]", "between"),
    ("midway between [Kabul] and [Ghazni]", "between"),
    ("the desert between [Algeria] and [Niger]", "between"),
    ("talks between [Kabul] and [Ghazni]", None),
    ("ties between [Iran] and [Iraq]", None),
    ("a match between [Leeds] and [Hull]", None),
    ("flew from [Kabul] to [Ghazni]", None),
    ("[Kabul] and [Ghazni]", None),
    ("the [Iran]-[Iraq] war", None),
    ("northern [Israel] near the border with [Lebanon]", None),
    ("the [Kabul]-[Ghazni]'s road", None),
]


@pytest.mark.parametrize(("marked", "kind"), PAIRS)
def test_pair_when_words_join_two_names_then_what_they_say(marked: str, kind: str | None) -> None:
    before, one, between, other, after = marked.replace("]", "[").split("[")
    text = before + one + between + other + after
    first = (len(before), len(before + one))
    second = (len(before + one + between), len(before + one + between + other))
    assert pair_relation(text, first, second) == kind


SINGLE = [
    # words before, words after, relation, distance, beside, bearing
    ("a camp northeast of ", "", "northeast of", 0, True, 45),
    ("a camp 20 km north of ", "", "20 km north of", 20, True, 0),
    ("a camp 10 miles from ", "", "10 miles from", 16.09, True, None),
    ("a camp 5 km south-west of the ", "", "5 km south-west of", 5, True, 225),
    ("in the north of ", "", "in the north of", 0, False, 0),
    ("to the north of ", "", "to the north of", 0, True, 0),
    ("just outside ", "", "just outside", 0, True, None),
    ("downstream of ", "", "downstream of", 0, True, None),
    ("off the coast of ", "", "off the coast of", 0, True, None),
    ("in the vicinity of ", "", "in the vicinity of", 0, True, None),
    ("in the ", " area", "in the area of", 0, True, None),
    ("in ", " area codes", "", 0, False, None),
    ("southern ", "", "southern", 0, False, 180),
    ("downtown ", "", "downtown", 0, False, None),
    ("the mayor of ", "", "", 0, False, None),
]


@pytest.mark.parametrize(("before", "after", "words", "km", "beside", "bearing"), SINGLE)
def test_relation_when_words_state_one_then_its_distance_and_direction(
    before: str, after: str, words: str, km: float, beside: bool, bearing: float | None
) -> None:
    text = f"{before}Kabul{after}"
    found = relation_of(text, len(before), len(before) + 5)
    assert (found.text, found.is_near, found.bearing) == (words, beside, bearing)
    assert found.distance_km == pytest.approx(km, abs=0.01)


AREAS = [
    # text, names, area, precision, latitude, longitude, within km, has an outline
    ("It fell near Kabul.", ["Kabul"], "near Kabul", "near", 34.5, 69.2, 5, False),
    ("It fell 20 km north of Kabul.", ["Kabul"], "20 km north of Kabul", "near",
     34.71, 69.18, 5, False),
    ("A bomb on the road between Kabul and Jalalabad.", ["Kabul", "Jalalabad"],
     "Kabul–Jalalabad road", "feature", 34.48, 69.81, 10, True),
    ("Clashes on the Iran-Iraq border.", ["Iran", "Iraq"], "Iran–Iraq border", "feature",
     33.6, 45.7, 80, True),
    ("Traffic stopped on the Kabul-Ghazni highway.", ["Kabul-Ghazni"], "Kabul–Ghazni road",
     "feature", 34.0, 68.8, 20, True),
    ("A truck burned on the Kabul-Ghazni road.", ["Kabul"], "Kabul–Ghazni road", "feature",
     34.0, 68.8, 20, True),
    ("A fire along the Texas-Louisiana border.", ["Texas", "Louisiana"],
     "Louisiana–Texas border", "feature", 31.5, -93.8, 60, True),
    ("They met midway between Tel Aviv and Haifa.", ["Tel Aviv", "Haifa"],
     "between Tel Aviv and Haifa", "feature", 32.45, 34.9, 10, True),
    ("Floods in northern Afghanistan.", ["Afghanistan"], "northern Afghanistan", "feature",
     36, 67.5, 100, True),
    ("Floods in the north of Afghanistan.", ["Afghanistan"], "northern Afghanistan", "feature",
     36, 67.5, 100, True),
    ("Snow in central Afghanistan.", ["Afghanistan"], "central Afghanistan", "feature",
     33.9, 66.2, 150, True),
    ("A ship sank off the coast of Yemen.", ["Yemen"], "off the coast of Yemen", "feature",
     13.4, 46.2, 150, True),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "names", "area", "precision", "latitude", "longitude", "within", "drawn"), AREAS
)
def test_described_when_words_mean_an_area_then_it_and_not_the_pin_of_the_name(
    gazetteer: Gazetteer,
    text: str,
    names: list[str],
    area: str,
    precision: str,
    latitude: float,
    longitude: float,
    within: float,
    drawn: bool,
) -> None:
    found = read(gazetteer, text, *[(name, "GPE") for name in names])
    for toponym, place in found:
        assert place is not None
        assert (place.name, place.precision, toponym.precision) == (area, precision, precision)
        assert distance_km((place.longitude, place.latitude), (longitude, latitude)) <= within
        assert bool(place.outline) is drawn
        assert toponym.radius_km == place.radius_km > 0
        assert toponym.reason.startswith(f"{area}: an area that the text describes")
        assert named_place(toponym).startswith(("g", "d."))
    assert len({place.place_id for _, place in found if place}) == 1


KEPT = [
    # text, names, the place that the last name keeps
    ("Guards patrol the border between Iran and Sweden.", ["Iran", "Sweden"], "Sweden"),
    ("A match between Leeds and Sheffield.", ["Leeds", "Sheffield"], "Sheffield"),
    ("Shops shut in downtown Beirut.", ["Beirut"], "Beirut"),
    ("Fighting went on east of the Euphrates.", ["Euphrates"], "Euphrates"),
    ("Panjshir Valley, northeast of Kabul, is quiet.", ["Panjshir Valley", "Kabul"], "Kabul"),
    ("Bagram, a town 60 km north of Kabul, burned.", ["Bagram", "Kabul"], "Kabul"),
    ("Rain is due off Switzerland.", ["Switzerland"], "Switzerland"),
]


@pytest.mark.parametrize(("text", "names", "kept"), KEPT)
def test_described_when_words_mean_no_area_then_the_place_stays(
    gazetteer: Gazetteer, text: str, names: list[str], kept: str
) -> None:
    toponym, place = read(gazetteer, text, *[(name, "GPE") for name in names])[-1]
    assert place is not None
    assert place.name == kept
    assert named_place(toponym) == toponym.place_id


def test_described_when_an_unknown_village_is_put_beside_a_town_then_placed_there(
    gazetteer: Gazetteer,
) -> None:
    text = "Zzyzxabad, a village 20 km north of Kabul, burned."
    (village, area), (town, kabul) = read(gazetteer, text, ("Zzyzxabad", "GPE"), ("Kabul", "GPE"))
    assert area is not None
    assert kabul is not None
    assert (area.name, kabul.name) == ("20 km north of Kabul", "Kabul")
    assert 0 < village.confidence < town.confidence
    assert "no place of that name" in village.reason


def test_described_when_a_people_names_the_coast_then_about_the_waters(
    gazetteer: Gazetteer,
) -> None:
    ((toponym, place),) = read(gazetteer, "It sank off the Yemeni coast.", ("Yemeni", "NORP"))
    assert place is not None
    assert (place.name, toponym.role) == ("off the coast of Yemen", "about")


@given(
    st.sampled_from(["near", "20 km north of", "off", "southern", "central"]),
    st.floats(0, 300),
    st.one_of(st.none(), st.sampled_from([0.0, 45.0, 180.0, 270.0])),
    st.booleans(),
)
def test_area_when_any_relation_is_given_then_on_the_globe_with_a_radius(
    gazetteer: Gazetteer, words: str, km: float, bearing: float | None, beside: bool
) -> None:
    town = gazetteer.place("g1138958")
    assert town is not None
    area = area_beside(town, Relation(words, km, beside, bearing), gazetteer)
    assert (area is not None) is beside
    if area:
        apart = distance_km((area.longitude, area.latitude), (town.longitude, town.latitude))
        assert apart <= km + 60
        assert area.radius_km > 0
        assert area.precision == "near"


LONG = "a village near Kabul and the road between Kabul and Ghazni, north of " * 3_000


def test_relations_when_the_text_is_one_long_line_then_no_more_is_read_than_stands_near() -> None:
    at = len(LONG) - 400
    assert relation_of(LONG, at, at + 5).distance_km == 0
    assert pair_relation(LONG, (at, at + 5), (at + 60, at + 65)) is None
