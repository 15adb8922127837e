"""Geocoding providers: asked only where the network is on, and never trusted."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import pytest_socket

from dateline.cli import main
from dateline.errors import ProviderError, UsageError
from dateline.places import providers
from dateline.places.gazetteer import Gazetteer
from dateline.places.providers import PROVIDERS, asked, geocoded
from dateline.settings import GEOCODERS, VERSION, Settings, write_settings

KABUL = {
    "osm_type": "relation", "osm_id": 1, "lat": "34.52", "lon": "69.18", "class": "boundary",
    "type": "administrative", "addresstype": "state", "name": "Kabul Province",
    "display_name": "Kabul Province, Afghanistan", "importance": 0.61,
    "boundingbox": ["34.2", "34.9", "68.9", "69.9"],
    "address": {"state": "Kabul Province", "country_code": "af"},
}  # fmt: skip
TOWN = {
    "type": "Feature",
    "geometry": {"type": "Point", "coordinates": [69.52, 35.31]},
    "properties": {"name": "Bazarak", "osm_type": "N", "osm_id": 7, "osm_key": "place",
                   "osm_value": "town", "type": "city", "country": "Afghanistan",
                   "countrycode": "AF", "state": "Panjshir"},
}  # fmt: skip
KEYS = {
    "name", "kind", "latitude", "longitude", "precision", "radius_km", "country", "admin1",
    "geonameid", "place_id", "score", "label", "reason",
}  # fmt: skip


class Server(ThreadingHTTPServer):
    """A provider on this machine that answers what it is told to."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.answer: Any = []
        self.status = 200
        self.delay_s = 0.0
        self.asked: list[tuple[str, dict[str, list[str]], str, float]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/own"


class Answering(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        agent = self.headers["User-Agent"]
        self.server.asked.append((parts.path, parse_qs(parts.query), agent, time.monotonic()))
        time.sleep(self.server.delay_s)
        answer = self.server.answer
        body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        with suppress(BrokenPipeError, ConnectionResetError):
            self.send_response(self.server.status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        pass


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(providers, "SECONDS_APART", 0.0)
    with Server() as made:
        threading.Thread(target=made.serve_forever, args=(0.05,), daemon=True).start()
        yield made
        made.shutdown()


def on(name: str, server: Server) -> Settings:
    return Settings(network=True, geocoder=name, geocoder_server=server.address)


def test_geocoders_when_listed_then_each_provider_can_be_set() -> None:
    assert set(GEOCODERS) == {"offline", *PROVIDERS}


def test_nominatim_when_it_answers_then_gives_candidates_as_the_offline_one_does(
    server: Server,
) -> None:
    server.answer = [KABUL]
    (found,) = asked("Kabul", on("nominatim", server), "AF")
    assert set(found) == KEYS
    assert (found["name"], found["country"], found["admin1"]) == (
        "Kabul Province",
        "AF",
        "Kabul Province",
    )
    assert (found["precision"], found["kind"], found["place_id"]) == ("area1", "state", "osm.r1")
    assert found["radius_km"] == pytest.approx(60, abs=5)
    assert (found["score"], found["reason"]) == (0.61, "Nominatim: state, importance 0.61, rank 1")
    ((path, query, agent, _),) = server.asked
    assert (path, agent) == ("/own/search", f"dateline/{VERSION}")
    assert (query["q"], query["countrycodes"], query["limit"]) == (["Kabul"], ["af"], ["10"])


def test_photon_when_it_answers_then_gives_candidates_of_the_country_asked(server: Server) -> None:
    server.answer = {"features": [TOWN]}
    (found,) = asked("Bazarak", on("photon", server), "AF")
    assert set(found) == KEYS
    assert (found["latitude"], found["longitude"]) == (35.31, 69.52)
    assert (found["name"], found["kind"], found["precision"]) == ("Bazarak", "town", "point")
    assert asked("Bazarak", on("photon", server), "TJ") == []
    assert server.asked[0][0] == "/own/api"


@pytest.mark.parametrize("name", PROVIDERS)
def test_provider_when_it_knows_nothing_then_there_are_no_candidates(
    name: str, server: Server
) -> None:
    server.answer = [] if name == "nominatim" else {"features": []}
    assert asked("Nowhere at All", on(name, server)) == []


ODD = [
    b"<html>busy</html>",
    b"\xff\xfe",
    b"",
    {"features": [{"properties": {}}]},
    {"error": "no"},
    ["text"],
    [{"lat": "91", "lon": "0", "display_name": "x"}],
    [KABUL | {"boundingbox": ["a", "b", "c", "d"]}],
    {"features": [TOWN | {"geometry": {"coordinates": ["x", "y"]}}]},
    {"features": "none"},
    7,
]


@pytest.mark.filterwarnings("ignore:Latitude normalization")
@pytest.mark.parametrize("answer", ODD)
@pytest.mark.parametrize("name", PROVIDERS)
def test_provider_when_its_answer_makes_no_sense_then_it_is_one_error(
    name: str, answer: object, server: Server
) -> None:
    server.answer = answer
    with pytest.raises(ProviderError, match=f"{name}.*'Kabul'"):
        asked("Kabul", on(name, server))


@pytest.mark.parametrize("status", [403, 429, 500, 503])
def test_provider_when_it_refuses_then_the_offline_answer_says_so(
    status: int, server: Server, gazetteer: Gazetteer
) -> None:
    server.status = status
    answer = geocoded("Kabul", gazetteer, on("photon", server))
    assert (answer.by, answer.candidates[0]["name"]) == ("offline", "Kabul")
    assert answer.note.startswith("photon gave no answer for 'Kabul'")
    assert answer.note.endswith("; answered offline")


def test_provider_when_it_is_slow_then_is_not_waited_for(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert providers.TIMEOUT_S == 5
    monkeypatch.setattr(providers, "TIMEOUT_S", 0.2)
    server.delay_s = 1.5
    began = time.monotonic()
    with pytest.raises(ProviderError, match="timed out"):
        asked("Kabul", on("nominatim", server))
    assert time.monotonic() - began < 1.2


def test_provider_when_asked_twice_then_a_second_lies_between(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(providers, "SECONDS_APART", 1.0)
    server.answer = [KABUL]
    for name in ("Kabul", "Herat"):
        asked(name, on("nominatim", server))
    (*_, first), (*_, second) = server.asked
    assert second - first >= 0.99


@pytest.fixture
def no_sockets() -> Iterator[None]:
    pytest_socket.disable_socket()
    yield
    pytest_socket.enable_socket()


@pytest.mark.usefixtures("no_sockets")
@pytest.mark.parametrize("name", PROVIDERS)
def test_provider_when_the_network_is_off_then_no_socket_is_opened(
    name: str, gazetteer: Gazetteer
) -> None:
    off = Settings(geocoder=name, geocoder_server="http://127.0.0.1:9/")
    with pytest.raises(UsageError, match="the network is off in settings"):
        asked("Kabul", off)
    answer = geocoded("Kabul", gazetteer, off)
    assert (answer.by, bool(answer.candidates)) == ("offline", True)
    on_again = Settings(network=True, geocoder=name, geocoder_server="http://127.0.0.1:9/")
    with pytest.raises((pytest_socket.SocketBlockedError, ProviderError), match="socket"):
        asked("Kabul", on_again)


def test_geocode_when_a_provider_is_set_then_asks_it_and_falls_back_aloud(
    server: Server,
    gazetteer: object,
    capsys: pytest.CaptureFixture[str],
    tmp_path: object,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DATELINE_SETTINGS", f"{tmp_path}/dateline.toml")
    server.answer = [KABUL]
    write_settings(network=True, geocoder="nominatim", geocoder_server=server.address)
    assert main(["geocode", "Kabul", "--json"]) == 0
    (answer,) = json.loads(capsys.readouterr().out)
    assert answer["candidates"][0]["place_id"] == "osm.r1"
    server.status = 500
    assert main(["geocode", "Kabul"]) == 0
    said = capsys.readouterr()
    assert "Kabul, city, AF" in said.out
    assert "nominatim gave no answer" in said.err
