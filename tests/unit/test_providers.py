"""Geocoding providers: asked only where the network is on, on their terms, and never trusted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import loopback_provider as loopback
import pytest
import pytest_socket
from loopback_provider import ANSWERS, CAPITAL, NOTHING, PROVINCE, RIVER, TOWN, Server, says

from dateline.cli import main
from dateline.errors import ProviderError, UsageError
from dateline.places.gazetteer import Gazetteer
from dateline.places.providers import ARCGIS_KEY, PROVIDERS, asked, geocoded, is_public, tried
from dateline.settings import GEOCODERS, VERSION, Settings, write_settings

KEYS = {
    "name", "kind", "latitude", "longitude", "precision", "radius_km", "country", "admin1",
    "geonameid", "place_id", "score", "label", "reason",
}  # fmt: skip


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer) -> Path:
    return loopback.own_cache(tmp_path, monkeypatch)


@pytest.fixture
def server(cache: Path) -> Iterator[Server]:
    with loopback.running() as made:
        yield made


def test_geocoders_when_listed_then_each_provider_can_be_set() -> None:
    assert set(GEOCODERS) == {"offline", *PROVIDERS}


READ = [
    ("nominatim", ("Kabul Province", "state", "area1", "AF", "Kabul Province", "osm.r1", None),
     (34.52, 69.18, 60.0, 0.61), "Nominatim: state, importance 0.61, rank 1"),
    ("photon", ("Bazarak", "town", "point", "AF", "Panjshir", "osm.n7", None),
     (35.31, 69.52, 0.0, 1.0), "Photon: town, rank 1; it states no score"),
    ("geonames", ("Kabul", "capital of a political entity", "point", "AF", "Kabul", "g1138958",
                  1138958),
     (34.52813, 69.17233, 0.0, 1.0),
     "GeoNames: capital of a political entity, 4,434,550 people, rank 1; it states no score"),
    ("arcgis", ("Kabul River", "river", "feature", "AF", "Nangarhar", "", None),
     (34.4, 70.1, 29.0, 0.98), "ArcGIS: river, score 0.98, rank 1"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "texts", "numbers", "reason"), READ)
def test_provider_when_it_answers_then_gives_candidates_as_the_offline_one_does(
    name: str,
    texts: tuple[object, ...],
    numbers: tuple[float, ...],
    reason: str,
    server: Server,
) -> None:
    server.act = says(ANSWERS[name])
    answer = asked("Kabul", server.settings(name), "af")
    (found,) = answer.candidates
    assert set(found) == KEYS
    fields = ("name", "kind", "precision", "country", "admin1", "place_id", "geonameid")
    assert tuple(found[field] for field in fields) == texts
    fields = ("latitude", "longitude", "radius_km", "score")
    assert tuple(found[field] for field in fields) == pytest.approx(numbers, abs=4e-1)
    assert (found["latitude"], found["longitude"]) == numbers[:2]
    assert found["reason"] == reason
    assert (answer.by, answer.note, answer.kept_since) == (name, "", "")
    assert answer.attribution == PROVIDERS[name].attribution


ASKED = {
    "nominatim": ("/own/search", {"q": ["Kabul"], "format": ["json"], "limit": ["10"],
                                  "addressdetails": ["1"], "accept-language": ["en"],
                                  "countrycodes": ["AF"]}),
    "photon": ("/own/api", {"q": ["Kabul"], "limit": ["10"], "lang": ["en"]}),
    "geonames": ("/own/searchJSON", {"q": ["Kabul"], "username": ["someone"], "country": ["AF"]}),
    "arcgis": ("/own/arcgis/rest/services/World/GeocodeServer/findAddressCandidates",
               {"singleLine": ["Kabul"], "f": ["json"],
                "outFields": ["PlaceName,Type,Addr_type,Region,Country"]}),
}  # fmt: skip


@pytest.mark.parametrize("name", PROVIDERS)
def test_provider_when_asked_then_sees_our_name_and_only_what_is_asked(
    name: str, server: Server
) -> None:
    server.act = says(ANSWERS[name])
    asked("  Kabul\n", server.settings(name), "AF")
    (seen,) = server.asked
    assert (seen.path, seen.query) == ASKED[name]
    assert seen.headers["User-Agent"] == f"dateline/{VERSION}"
    assert seen.headers["Authorization"] is None


@pytest.mark.parametrize("name", PROVIDERS)
def test_provider_when_another_country_is_wanted_then_its_candidates_are_left_out(
    name: str, server: Server
) -> None:
    server.act = says(ANSWERS[name])
    assert asked("Kabul", server.settings(name), "TJ").candidates == ()


@pytest.mark.parametrize("name", PROVIDERS)
def test_provider_when_it_knows_nothing_then_there_are_no_candidates(
    name: str, server: Server
) -> None:
    server.act = says(NOTHING[name])
    assert asked("Nowhere at All", server.settings(name)).candidates == ()


PRECISIONS = [
    ("nominatim", {"addresstype": "city", "class": "boundary"}, "point"),
    ("nominatim", {"addresstype": "country", "class": "boundary"}, "country"),
    ("nominatim", {"addresstype": "county", "class": "boundary"}, "area2"),
    ("nominatim", {"addresstype": "river", "class": "waterway"}, "feature"),
    ("nominatim", {"addresstype": "valley", "class": "natural"}, "feature"),
    ("nominatim", {"addresstype": "island", "class": "place"}, "feature"),
    ("nominatim", {"addresstype": "", "type": "bridge", "class": "man_made"}, "point"),
    ("photon", {"type": "district", "osm_value": "suburb"}, "point"),
    ("photon", {"type": "state", "osm_value": "administrative"}, "area1"),
    ("photon", {"type": "other", "osm_key": "natural", "osm_value": "valley"}, "feature"),
    ("photon", {"type": "locality", "osm_key": "place", "osm_value": "island"}, "feature"),
    ("geonames", {"fcode": "PCLI", "fcl": "A"}, "country"),
    ("geonames", {"fcode": "ADM1", "fcl": "A"}, "area1"),
    ("geonames", {"fcode": "ADM3", "fcl": "A"}, "area2"),
    ("geonames", {"fcode": "CONT", "fcl": "L"}, "macro"),
    ("geonames", {"fcode": "STM", "fcl": "H"}, "feature"),
    ("geonames", {"fcode": "AIRP", "fcl": "S"}, "point"),
    ("arcgis", {"attributes": {"Type": "State or Province"}}, "area1"),
    ("arcgis", {"attributes": {"Type": "City"}}, "point"),
    ("arcgis", {"attributes": {"Type": "Strait"}}, "feature"),
    ("arcgis", {"attributes": {"Addr_type": "StreetName"}}, "point"),
]


@pytest.mark.parametrize(("name", "changes", "precision"), PRECISIONS)
def test_precision_when_a_kind_is_named_then_is_one_of_ours(
    name: str, changes: dict[str, object], precision: str, server: Server
) -> None:
    if name == "photon":
        changes = {"properties": TOWN["properties"] | changes}
    place = {"nominatim": PROVINCE, "photon": TOWN, "geonames": CAPITAL, "arcgis": RIVER}[name]
    whole = [place | changes]
    field = PROVIDERS[name].places_in
    server.act = says({field: whole} if field else whole)
    (found,) = asked("Kabul", server.settings(name)).candidates
    assert found["precision"] == precision


def test_provider_when_its_words_are_hostile_then_they_are_cleaned_and_cut(server: Server) -> None:
    name = "\x1b[31mKa\u202ebul\u200b\n\x07" + "x" * 5000
    server.act = says([PROVINCE | {"name": name, "osm_id": "1;rm", "address": {
        "country_code": "<b>", "state": {"a": 1}}}])  # fmt: skip
    (found,) = asked("Kabul", server.settings("nominatim")).candidates
    assert found["name"].startswith("[31mKabul x")
    assert len(found["name"]) == 200
    assert (found["place_id"], found["country"]) == ("", "")


ODD = [
    b"<html><body>busy</body></html>", b"\xff\xfe", b"", b"[" * 100_000, b"[NaN]",
    b'{"features": [{"geometry": {"coordinates": [NaN, NaN]}, "properties": {}}]}',
    b"9" * 5000, 7, "text", None, True, {"error": "no"}, ["text"], [[]], [None], {"features": 1},
    {"features": "none"}, {"features": [{"properties": {}}]}, {"geonames": "x"},
    {"geonames": [7]}, {"candidates": 3}, {"candidates": [{"address": "x"}]},
    {"status": {"message": "the service is down", "value": 22}},
    {"error": {"code": 498, "message": "Invalid token.", "details": []}},
    [{"lat": "91", "lon": "0", "display_name": "x"}],
    [PROVINCE | {"unused": float("nan")}],
    [PROVINCE | {"lat": "nan"}], [PROVINCE | {"lat": "0", "lon": "0"}],
    [PROVINCE | {"lon": "190"}], [PROVINCE | {"lon": "inf"}], [PROVINCE | {"lat": [1]}],
    [PROVINCE | {"importance": "nan"}], [PROVINCE | {"address": "x"}],
    [PROVINCE | {"boundingbox": ["a", "b", "c", "d"]}], [PROVINCE | {"boundingbox": ["1"]}],
    [PROVINCE | {"boundingbox": ["1e9", "1e9", "1e9", "1e9"]}],
    {"features": [TOWN | {"geometry": {"coordinates": ["x", "y"]}}]},
    {"features": [TOWN | {"geometry": {"coordinates": [35.31, 169.52]}}]},
    {"features": [TOWN | {"geometry": {"coordinates": [-200.5, 35.31]}}]},
    {"features": [TOWN | {"geometry": {"coordinates": [0, 0]}}]},
    {"features": [TOWN | {"properties": []}]},
    {"geonames": [CAPITAL | {"lat": "1e400"}]}, {"geonames": [CAPITAL | {"lng": "-181"}]},
    {"candidates": [RIVER | {"location": {"x": "NaN", "y": "NaN"}}]},
    {"candidates": [RIVER | {"location": {"x": 1}}]}, {"candidates": [RIVER | {"extent": 4}]},
    {"candidates": [RIVER | {"score": "Infinity"}]}, {"candidates": [RIVER | {"address": 4,
                                                                       "attributes": 5}]},
]  # fmt: skip


@pytest.mark.parametrize("answer", ODD)
@pytest.mark.parametrize("name", PROVIDERS)
def test_provider_when_its_answer_makes_no_sense_then_it_is_one_error(
    name: str, answer: object, server: Server
) -> None:
    server.act = says(answer)
    with pytest.raises(ProviderError) as caught:
        asked("Kabul", server.settings(name))
    assert caught.value.public_message.startswith(
        f"{PROVIDERS[name].title} gave no answer for 'Kabul' ("
    )
    assert len(caught.value.public_message) < 200
    assert len(server.asked) == 1


@pytest.mark.parametrize("name", PROVIDERS)
def test_provider_when_it_fails_then_the_offline_answer_says_so(
    name: str, server: Server, gazetteer: Gazetteer
) -> None:
    server.act = says(b"no", 500)
    answer = geocoded("Kabul", gazetteer, server.settings(name))
    assert (answer.by, answer.candidates[0]["name"]) == ("offline", "Kabul")
    assert (
        answer.note
        == f"{PROVIDERS[name].title} gave no answer for 'Kabul' (HTTP 500); answered offline"
    )
    assert answer.attribution.startswith("GeoNames, CC BY 4.0")


@pytest.mark.parametrize("query", ["", " \n", "\x00\u202e", "\ud800"])
def test_provider_when_there_is_no_name_then_is_not_asked(query: str, server: Server) -> None:
    with pytest.raises(UsageError, match="there is no name in"):
        asked(query, server.settings("nominatim"))
    assert server.asked == []


def test_geonames_when_there_is_no_user_name_then_is_not_asked(server: Server) -> None:
    settings = Settings(network=True, geocoder="geonames", geocoder_server=server.address)
    with pytest.raises(UsageError, match="needs a user name"):
        asked("Kabul", settings)
    assert server.asked == []


def test_geonames_when_it_refuses_the_user_then_says_so(server: Server) -> None:
    server.act = says({"status": {"message": "user does not exist.", "value": 10}})
    with pytest.raises(ProviderError, match="it refuses the account: user does not exist"):
        asked("Kabul", server.settings("geonames"))
    server.act = says({"status": {"message": "user account not enabled to use the free webservice",
                                  "value": 10}})  # fmt: skip
    with pytest.raises(ProviderError, match="it refuses the account: user account not enabled"):
        asked("Kabul", server.settings("geonames"))


def test_arcgis_when_a_key_is_in_the_environment_then_it_goes_in_the_header_and_nowhere_else(
    server: Server, monkeypatch: pytest.MonkeyPatch, cache: Path
) -> None:
    monkeypatch.setenv(ARCGIS_KEY, " s3cret ")
    server.act = says({"error": {"code": 498, "message": "Invalid token s3cret"}})
    with pytest.raises(ProviderError, match="Invalid token") as caught:
        asked("Kabul", server.settings("arcgis"))
    assert "s3cret" not in caught.value.public_message
    (seen,) = server.asked
    assert seen.headers["Authorization"] == "Bearer s3cret"
    assert "s3cret" not in str(seen.query)
    server.act = says(ANSWERS["nominatim"])
    asked("Kabul", server.settings("nominatim"))
    assert server.asked[-1].headers["Authorization"] is None
    assert not any(b"s3cret" in path.read_bytes() for path in (cache / "geocoding").iterdir())
    far = Settings(network=True, geocoder="arcgis", geocoder_server="http://arcgis.example/")
    with pytest.raises(UsageError, match=r"is not sent to 'http://arcgis\.example': use https"):
        asked("Kabul", far)


@pytest.mark.parametrize(
    ("server", "answer"),
    [
        ("https://nominatim.openstreetmap.org/", True),
        ("http://nominatim.openstreetmap.org.", True),
        ("https://photon.komoot.io", True),
        ("https://secure.geonames.org", True),
        ("https://geocode-api.ArcGIS.com", True),
        ("http://127.0.0.1:8080/nominatim", False),
        ("https://openstreetmap.org.example", False),
        ("https://notgeonames.org", False),
    ],
)
def test_server_when_named_then_is_known_as_public_or_own(server: str, answer: bool) -> None:
    assert is_public(server) is answer
    assert all(is_public(provider.server) for provider in PROVIDERS.values())


@pytest.fixture
def no_sockets() -> Iterator[None]:
    pytest_socket.disable_socket()
    yield
    pytest_socket.enable_socket()


@pytest.mark.usefixtures("no_sockets", "cache")
@pytest.mark.parametrize("name", PROVIDERS)
def test_provider_when_the_network_is_off_then_no_socket_is_opened(
    name: str, gazetteer: Gazetteer
) -> None:
    off = Settings(geocoder=name, geocoder_server="http://127.0.0.1:9/", geonames_username="x")
    with pytest.raises(UsageError, match="the network is off in settings"):
        asked("Kabul", off)
    answer = geocoded("Kabul", gazetteer, off)
    assert (answer.by, bool(answer.candidates)) == ("offline", True)
    on = Settings(network=True, geocoder=name, geocoder_server="http://127.0.0.1:9/",
                  geonames_username="x")  # fmt: skip
    with pytest.raises((pytest_socket.SocketBlockedError, ProviderError), match="socket"):
        asked("Kabul", on)


@pytest.mark.parametrize("name", PROVIDERS)
def test_trial_when_the_provider_answers_or_not_then_says_which(name: str, server: Server) -> None:
    settings = server.settings(name)
    server.act = says(ANSWERS[name])
    well = tried(settings)
    assert well.is_well
    assert well.words.startswith(f"127.0.0.1:{server.server_port} answered: Kabul is ")
    tried(settings)
    assert len(server.asked) == 2
    server.act = says(NOTHING[name])
    assert tried(settings).words.endswith("knows no Kabul: it may hold another region")
    server.act = says(b"<html>")
    assert not tried(settings).is_well
    assert "what came is no JSON" in tried(settings).words
    assert (
        tried(Settings()).words
        == "'offline' is no provider: choose nominatim, photon, geonames, arcgis in settings"
    )


@pytest.fixture
def set_up(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Server:
    monkeypatch.setenv("DATELINE_SETTINGS", f"{tmp_path}/dateline.toml")
    write_settings(
        network=True,
        geocoder="nominatim",
        geocoder_server=server.address,
        geocoder_per_second=50,
    )
    return server


def test_geocode_when_a_provider_is_set_then_asks_it_and_falls_back_aloud(
    set_up: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up.act = says([PROVINCE])
    assert main(["geocode", "Kabul", "--json"]) == 0
    (answer,) = json.loads(capsys.readouterr().out)
    assert set(answer) == {"query", "candidates", "by", "attribution", "note", "kept_since"}
    assert (answer["query"], answer["by"], answer["note"]) == ("Kabul", "nominatim", "")
    assert answer["attribution"].startswith("© OpenStreetMap contributors, ODbL")
    assert answer["candidates"][0]["place_id"] == "osm.r1"
    assert set(answer["candidates"][0]) == KEYS | {"acled_precision", "ucdp_precision"}
    assert main(["geocode", "KABUL "]) == 0
    assert "answered by nominatim, on 20" in capsys.readouterr().out
    assert len(set_up.asked) == 1
    set_up.act = says(b"", 500)
    assert main(["geocode", "Herat"]) == 0
    said = capsys.readouterr()
    assert "Herat, city, AF" in said.out
    assert "answered by offline: GeoNames, CC BY 4.0" in said.out
    assert "Nominatim gave no answer for 'Herat' (HTTP 500); answered offline" in said.err


def test_geocode_when_many_names_are_given_then_only_an_own_server_is_asked(
    set_up: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up.act = says([PROVINCE])
    assert main(["geocode", "Kabul", "Herat"]) == 0
    assert len(set_up.asked) == 2
    capsys.readouterr()
    write_settings(geocoder_server=None)
    pytest_socket.disable_socket()
    try:
        assert main(["geocode", "Kabul", "Herat", "--json"]) == 0
    finally:
        pytest_socket.enable_socket()
    said = capsys.readouterr()
    assert {answer["by"] for answer in json.loads(said.out)} == {"offline"}
    assert said.err.count("Nominatim's public server is not there for lists") == 1
