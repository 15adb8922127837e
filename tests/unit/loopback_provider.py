"""A geocoding provider on this machine that answers, stalls, refuses and lies as it is told to."""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from dateline.places.gazetteer import base_path
from dateline.settings import Settings

PROVINCE = {
    "place_id": 11, "licence": "ODbL 1.0", "osm_type": "relation", "osm_id": 1, "lat": "34.52",
    "lon": "69.18", "class": "boundary", "type": "administrative", "place_rank": 8,
    "importance": 0.61, "addresstype": "state", "name": "Kabul Province",
    "display_name": "Kabul Province, Afghanistan",
    "boundingbox": ["34.2", "34.9", "68.9", "69.9"],
    "address": {"state": "Kabul Province", "country": "Afghanistan", "country_code": "af"},
}  # fmt: skip
TOWN = {
    "type": "Feature",
    "geometry": {"type": "Point", "coordinates": [69.52, 35.31]},
    "properties": {"name": "Bazarak", "osm_type": "N", "osm_id": 7, "osm_key": "place",
                   "osm_value": "town", "type": "city", "country": "Afghanistan",
                   "countrycode": "AF", "state": "Panjshir"},
}  # fmt: skip
CAPITAL = {
    "adminCode1": "13", "lng": "69.17233", "geonameId": 1138958, "toponymName": "Kabul",
    "countryId": "1149361", "fcl": "P", "population": 4434550, "countryCode": "AF",
    "name": "Kabul", "fclName": "city, village,...", "adminCodes1": {"ISO3166_2": "KAB"},
    "countryName": "Afghanistan", "fcodeName": "capital of a political entity",
    "adminName1": "Kabul", "lat": "34.52813", "fcode": "PPLC",
}  # fmt: skip
RIVER = {
    "address": "Kabul River, AFG", "location": {"x": 70.1, "y": 34.4}, "score": 98.5,
    "attributes": {"PlaceName": "Kabul River", "Type": "River", "Addr_type": "POI",
                   "Region": "Nangarhar", "Country": "AFG"},
    "extent": {"xmin": 69.9, "ymin": 34.2, "xmax": 70.3, "ymax": 34.6},
}  # fmt: skip
ANSWERS: dict[str, Any] = {
    "nominatim": [PROVINCE],
    "photon": {"type": "FeatureCollection", "features": [TOWN]},
    "geonames": {"totalResultsCount": 1, "geonames": [CAPITAL]},
    "arcgis": {"spatialReference": {"wkid": 4326, "latestWkid": 4326}, "candidates": [RIVER]},
}
NOTHING: dict[str, Any] = {
    "nominatim": [],
    "photon": {"type": "FeatureCollection", "features": []},
    "geonames": {"totalResultsCount": 0, "geonames": []},
    "arcgis": {"spatialReference": {"wkid": 4326}, "candidates": []},
}


class Asked:
    """One request."""

    def __init__(self, handler: BaseHTTPRequestHandler) -> None:
        parts = urlsplit(handler.path)
        self.path, self.query = parts.path, parse_qs(parts.query)
        self.headers, self.at = handler.headers, time.monotonic()


class Server(ThreadingHTTPServer):
    """Acts as `act` says, and remembers what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Acting)
        self.act: Act = says([])
        self.asked: list[Asked] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/own"

    def settings(self, name: str, per_second: float = 50) -> Settings:
        return Settings(
            network=True,
            geocoder=name,
            geocoder_server=self.address,
            geocoder_per_second=per_second,
            geonames_username="someone",
        )

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing: a caller that goes away is part of the tests."""


class Acting(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(Asked(self))
        with suppress(OSError):
            self.server.act(self)

    def log_message(self, *_words: object) -> None:
        pass


Act = Callable[[BaseHTTPRequestHandler], None]


def says(answer: object, status: int = 200, **headers: str) -> Act:
    """Answers at once: bytes as they are, all else as JSON."""

    def act(handler: BaseHTTPRequestHandler) -> None:
        body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        handler.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return act


def in_order(*acts: Act) -> Act:
    """One after the other, the last for ever."""
    left = list(acts)
    return lambda handler: (left.pop(0) if len(left) > 1 else left[0])(handler)


def stalls(handler: BaseHTTPRequestHandler) -> None:
    """Takes the question and never answers."""
    time.sleep(3)


def resets(handler: BaseHTTPRequestHandler) -> None:
    """Breaks the connection off hard."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()


def hangs_up(handler: BaseHTTPRequestHandler) -> None:
    """Closes without a word."""
    handler.connection.shutdown(socket.SHUT_RDWR)


def gibbers(handler: BaseHTTPRequestHandler) -> None:
    """Does not speak HTTP."""
    handler.wfile.write(b"\x00\xff SSH-2.0 \r\n\r\n")


def is_endless(handler: BaseHTTPRequestHandler) -> None:
    """Sends 100 MB, if one lets it."""
    handler.send_response(200)
    handler.end_headers()
    handler.wfile.write(b"[")
    for _ in range(1600):
        handler.wfile.write(b" " * 65_536)


def drips_its_body(handler: BaseHTTPRequestHandler) -> None:
    """A byte now and then, within every time-out of a socket."""
    handler.send_response(200)
    handler.end_headers()
    for _ in range(400):
        handler.wfile.write(b" ")
        time.sleep(0.1)


def drips_its_head(handler: BaseHTTPRequestHandler) -> None:
    """The same, before there is a body."""
    for byte in b"HTTP/1.0 200 OK\r\nX-Slow: " + b"a" * 400:
        handler.wfile.write(bytes([byte]))
        time.sleep(0.1)


def goes_on_and_on(handler: BaseHTTPRequestHandler) -> None:
    """Says that it will answer, for ever."""
    while True:
        handler.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n" * 50)
        time.sleep(0.01)


def stops_short(handler: BaseHTTPRequestHandler) -> None:
    """Promises more than it sends."""
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b'[{"lat": "34.')


@contextmanager
def running() -> Iterator[Server]:
    """A server in a thread of its own."""
    with Server() as made:
        threading.Thread(target=made.serve_forever, args=(0.02,), daemon=True).start()
        yield made
        made.shutdown()


def own_cache(folder: Path, patch: pytest.MonkeyPatch) -> Path:
    """An empty cache of its own, which still has the gazetteer."""
    built, cache = base_path(), folder / "cache"
    cache.mkdir()
    (cache / built.name).symlink_to(built)
    patch.setenv("DATELINE_CACHE", str(cache))
    return cache


def shut_port() -> int:
    """A port where nothing answers."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
