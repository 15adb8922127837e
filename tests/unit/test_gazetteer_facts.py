"""Our own facts: every row stands where it says, once, and points to something."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from dateline.errors import GazetteerError
from dateline.places.gazetteer import Gazetteer, facts, normalise, sources
from dateline.places.gazetteer.shapes import distance_km

SLACK_DEGREES = 0.6
FACTS = tuple(facts.facts())
FEWEST_FACTS = 1_400
NEAR_KM = 60.0
NAMESAKES = {
    "Central Park": "towns of other states",
    "Great Glen": "a village of Leicestershire",
    "Kilauea": "a town of Kauai",
    "Luzon": "a village of Mindanao",
    "Mount Rainier": "a town of Maryland",
}
"""Facts whose name a package has in the same country for another place only."""
STATED_SOURCES = {"general knowledge, unverified"}


@pytest.fixture(scope="module")
def boxes() -> dict[str, tuple[float, float, float, float]]:
    points: dict[str, list[tuple[float, float]]] = {}
    for shape in sources.country_outlines():
        points.setdefault(shape.code, []).extend(point for ring in shape.rings for point in ring)
    return {
        code: (
            min(p[0] for p in ps),
            min(p[1] for p in ps),
            max(p[0] for p in ps),
            max(p[1] for p in ps),
        )
        for code, ps in points.items()
    }


def test_places_when_read_then_each_has_an_id_of_its_own() -> None:
    slugs = Counter(fact.slug for fact in FACTS)
    assert [slug for slug, n in slugs.items() if n > 1] == []
    assert [slug for slug in slugs if not re.fullmatch(r"[\w.~:-]+", f"d.{slug}")] == []


def test_places_when_counted_then_they_are_no_fewer_than_before() -> None:
    assert len(FACTS) >= FEWEST_FACTS


def test_places_when_read_then_no_two_have_the_same_chief_name() -> None:
    names = Counter(normalise(fact.name) for fact in FACTS)
    assert [name for name, n in names.items() if n > 1] == []


def test_places_when_they_share_a_name_then_they_lie_apart_or_are_part_of_each_other() -> None:
    by_name: dict[tuple[str, str], set[str]] = {}
    for fact in FACTS:
        for name in {normalise(name) for name in (fact.name, *fact.names)}:
            by_name.setdefault((name, fact.country), set()).add(fact.slug)
    assert [key for key, slugs in by_name.items() if len(slugs) > 1 and key[1]] == []


def test_places_when_a_package_has_their_name_in_their_country_then_they_lie_near_it(
    gazetteer: Gazetteer,
) -> None:
    far = []
    for fact in FACTS:
        others = [
            sense
            for sense in gazetteer.candidates(fact.name)
            if sense.place_id != f"d.{fact.slug}"
            and sense.weight == 2
            and sense.country == fact.country != ""
        ]
        apart = [distance_km((fact.longitude, fact.latitude), one.position) for one in others]
        if apart and min(apart) > max(NEAR_KM, 2 * fact.radius_km) and fact.name not in NAMESAKES:
            far.append((fact.name, round(min(apart))))
    assert far == []


def test_places_when_read_then_coordinates_and_radius_are_possible() -> None:
    for fact in FACTS:
        assert -90 <= fact.latitude <= 90, fact
        assert -180 <= fact.longitude <= 180, fact
        assert (fact.latitude, fact.longitude) != (0, 0), fact
        assert 1 <= fact.radius_km <= 6500, fact


def test_places_when_in_a_country_then_they_lie_in_its_box(
    boxes: dict[str, tuple[float, float, float, float]],
) -> None:
    outside = [
        fact.name
        for fact in FACTS
        if fact.country and fact.country in boxes and not _holds(boxes[fact.country], fact)
    ]
    assert outside == []


def test_places_when_read_then_their_country_is_known() -> None:
    codes = {row.code for row in sources.countries()}
    assert [fact.name for fact in FACTS if fact.country and fact.country not in codes] == []


def test_places_when_areas_then_they_have_a_closed_outline_around_them() -> None:
    points = facts.POINT_KINDS | facts.MACRO_KINDS
    for fact in FACTS:
        if fact.kind in points:
            continue
        ring = fact.outline
        assert len(ring) >= 5, fact.name
        assert ring[0] == ring[-1], fact.name
        nearest = min(distance_km((fact.longitude, fact.latitude), point) for point in ring)
        assert nearest <= fact.radius_km * 1.5, fact.name


def test_places_when_read_then_no_citation_is_invented() -> None:
    assert {fact.source for fact in FACTS} <= STATED_SOURCES


def test_panjshir_valley_when_read_then_it_is_an_area_northeast_of_kabul(
    gazetteer: Gazetteer,
) -> None:
    (valley,) = [fact for fact in FACTS if fact.name == "Panjshir Valley"]
    kabul = gazetteer.candidates("Kabul")[0]
    assert valley.kind == "valley"
    assert len(valley.outline) > 5
    assert valley.latitude > kabul.latitude
    assert valley.longitude > kabul.longitude


def test_names_when_looked_up_then_each_finds_its_target(gazetteer: Gazetteer) -> None:
    lost = [row for row in facts.other_names() if not _finds(gazetteer, row)]
    assert lost == []


def test_names_when_read_then_no_row_is_there_twice() -> None:
    rows = Counter((row.name, row.target) for row in facts.other_names())
    assert [row for row, n in rows.items() if n > 1] == []


def test_demonyms_when_looked_up_then_each_finds_a_place(gazetteer: Gazetteer) -> None:
    assert [w for w, _ in facts.demonym_facts() if gazetteer.demonym_place(w) is None] == []


def test_stops_when_read_then_each_has_a_scope_and_a_reason_once() -> None:
    rows = list(facts.stops())
    assert {row.scope for row in rows} == {"never", "scan"}
    assert all(row.reason for row in rows)
    keys = Counter(normalise(row.name) for row in rows)
    assert [key for key, n in keys.items() if n > 1] == []


@pytest.mark.parametrize("shape", ["ellipse 1 2", "line 3", "line x 1,2 3,4", "circle 4", "box 1"])
def test_outline_when_the_words_are_wrong_then_it_says_so(shape: str) -> None:
    with pytest.raises(GazetteerError, match=r"places\.tsv"):
        facts.outline_of(shape, (10.0, 50.0))


def _holds(box: tuple[float, float, float, float], fact: facts.Fact) -> bool:
    west, south, east, north = box
    return (
        west - SLACK_DEGREES <= fact.longitude <= east + SLACK_DEGREES
        and south - SLACK_DEGREES <= fact.latitude <= north + SLACK_DEGREES
    )


def _finds(gazetteer: Gazetteer, row: facts.OtherName) -> bool:
    kind, _, rest = row.target.partition(":")
    for sense in gazetteer.candidates(row.name):
        if kind == "country" and sense.kind == "country" and sense.country == rest:
            return True
        if kind == "admin1" and sense.code == rest:
            return True
        if (kind, sense.kind, sense.country) == ("city", "city", rest[:2]) and sense.weight == 2:
            return True
        if sense.place_id == row.target:
            return True
    return False
