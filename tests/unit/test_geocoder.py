"""The geocoder: good answers, best first, and never a socket."""

from __future__ import annotations

import pytest
from geopy.exc import GeocoderQueryError, GeocoderUnavailable
from geopy.extra.rate_limiter import RateLimiter
from geopy.location import Location

from dateline.places.gazetteer import Gazetteer
from dateline.places.geocoder import OfflineGeocoder, ranked_candidates

FIELDS = {
    "name",
    "kind",
    "latitude",
    "longitude",
    "precision",
    "radius_km",
    "country",
    "geonameid",
    "score",
    "reason",
}
ANSWERS = [
    # query, name, country, latitude, longitude
    ("Kabul", "Kabul", "AF", 34.5, 69.2),
    ("Panjshir Valley", "Panjshir Valley", "AF", 35.35, 69.6),
    ("the Panjshir Valley", "Panjshir Valley", "AF", 35.35, 69.6),
    ("Kandahar province", "Kandahar", "AF", 31.0, 65.8),
    ("Odessa", "Odesa", "UA", 46.5, 30.7),
    ("Odessa, Texas", "Odessa", "US", 31.8, -102.4),
    ("Tripoli, Lebanon", "Tripoli", "LB", 34.4, 35.8),
    ("Paris, Texas", "Paris", "US", 33.7, -95.6),
    ("Paris, TX", "Paris", "US", 33.7, -95.6),
    ("Springfield, Ill.", "Springfield", "US", 39.8, -89.6),
    ("Springfield, Sangamon County, Illinois", "Springfield", "US", 39.8, -89.6),
    ("Salisbury", "Salisbury", "GB", 51.1, -1.8),
    ("Saigon", "Ho Chi Minh City", "VN", 10.8, 106.7),
    ("city of Basra", "Basra", "IQ", 30.5, 47.8),
    ("southern Afghanistan", "Afghanistan", "AF", 33.0, 66.0),
]


@pytest.mark.parametrize(("query", "name", "country", "latitude", "longitude"), ANSWERS)
def test_candidates_when_a_place_is_asked_for_then_the_right_one_is_first(
    gazetteer: Gazetteer, query: str, name: str, country: str, latitude: float, longitude: float
) -> None:
    best = ranked_candidates(gazetteer, query)[0]
    assert (best["name"], best["country"]) == (name, country)
    assert best["latitude"] == pytest.approx(latitude, abs=1.0)
    assert best["longitude"] == pytest.approx(longitude, abs=1.0)


def test_candidates_when_given_then_best_first_with_a_reason_each(gazetteer: Gazetteer) -> None:
    found = ranked_candidates(gazetteer, "Paris, Texas")
    assert found[0]["reason"].startswith("in Texas, as asked")
    assert [row["score"] for row in found] == sorted((r["score"] for r in found), reverse=True)
    for row in found:
        assert row.keys() >= FIELDS
        assert row["reason"]


def test_candidates_when_a_country_is_given_then_only_places_there(gazetteer: Gazetteer) -> None:
    assert {row["country"] for row in ranked_candidates(gazetteer, "Tripoli", "lb")} == {"LB"}
    assert ranked_candidates(gazetteer, "Kabul", "FR") == []


@pytest.mark.parametrize("query", ["", " ", ",", ", ,", "Zzyzxabad", "\x00", "\ud800"])
def test_candidates_when_nothing_is_known_then_empty(gazetteer: Gazetteer, query: str) -> None:
    assert ranked_candidates(gazetteer, query) == []


def test_geocode_when_asked_then_a_location_with_its_candidate(gazetteer: Gazetteer) -> None:
    place = OfflineGeocoder(gazetteer).geocode("Tripoli, Lebanon")
    assert isinstance(place, Location)
    assert place.address.startswith("Tripoli, Lebanon")
    assert place.raw["country"] == "LB"
    assert (place.latitude, place.longitude) == (place.raw["latitude"], place.raw["longitude"])


def test_geocode_when_all_are_wanted_then_a_list_or_none(gazetteer: Gazetteer) -> None:
    coder = OfflineGeocoder(gazetteer)
    every = coder.geocode("Tripoli", exactly_one=False)
    assert isinstance(every, list)
    assert len(every) > 1
    assert coder.geocode("Zzyzxabad", exactly_one=False) is None
    assert coder.geocode("Zzyzxabad") is None


def test_geocode_when_called_through_geopys_limiter_then_the_same(gazetteer: Gazetteer) -> None:
    limited = RateLimiter(OfflineGeocoder(gazetteer).geocode, swallow_exceptions=False)
    assert limited("Kabul").raw["country"] == "AF"


def test_reverse_when_near_a_town_then_it_and_at_sea_none(gazetteer: Gazetteer) -> None:
    coder = OfflineGeocoder(gazetteer)
    found = coder.reverse("34.53, 69.17")
    assert isinstance(found, Location)
    assert found.raw["country"] == "AF"
    assert "km away" in found.raw["reason"]
    assert isinstance(coder.reverse((48.85, 2.35), exactly_one=False), list)
    assert coder.reverse((-50.0, -120.0)) is None


@pytest.mark.parametrize("query", ["no position", (float("nan"), 0.0), object()])
def test_reverse_when_given_no_position_then_it_says_so(
    gazetteer: Gazetteer, query: object
) -> None:
    with pytest.raises(GeocoderQueryError):
        OfflineGeocoder(gazetteer).reverse(query)


def test_adapter_when_a_request_is_tried_then_no_socket_is_opened(gazetteer: Gazetteer) -> None:
    coder = OfflineGeocoder(gazetteer)
    with pytest.raises(GeocoderUnavailable, match="no socket"):
        coder.adapter.get_json("https://example.org/", timeout=1, headers={})
    with pytest.raises(GeocoderUnavailable):
        coder.adapter.get_text("https://example.org/", timeout=1, headers={})
