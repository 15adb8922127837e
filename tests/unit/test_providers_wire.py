"""Providers that stall, refuse, break off, drip, flood or send elsewhere."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import loopback_provider as loopback
import pytest
from loopback_provider import ANSWERS, PROVINCE, Act, Server, in_order, says

from dateline.errors import ProviderError
from dateline.places.gazetteer import Gazetteer
from dateline.places.providers import PROVIDERS, ask, asked, geocoded, services, wire
from dateline.settings import Settings


@pytest.fixture
def server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer
) -> Iterator[Server]:
    """A provider, for which patience is short."""
    loopback.own_cache(tmp_path, monkeypatch)
    monkeypatch.setattr(services, "TIMEOUT_S", 0.5)
    monkeypatch.setattr(wire, "DEADLINE_S", 0.9)
    monkeypatch.setattr(ask, "BACKOFF_S", (0.05, 0.1))
    with loopback.running() as made:
        yield made


def test_patience_when_nothing_is_changed_then_a_look_up_ends_in_half_a_minute() -> None:
    assert services.TIMEOUT_S < wire.DEADLINE_S <= 8
    assert ask.PATIENCE_S + ask.BACKOFF_S[-1] + wire.DEADLINE_S <= 20


ENDS = [
    (loopback.stalls, 3, "timed out"),
    (loopback.drips_its_body, 3, "timed out"),
    (loopback.drips_its_head, 3, "timed out"),
    (loopback.goes_on_and_on, 3, "timed out"),
    (loopback.resets, 3, "the connection was broken off"),
    (loopback.hangs_up, 3, "the connection was broken off"),
    (loopback.gibbers, 1, "it does not speak HTTP"),
    (loopback.is_endless, 1, "what came is longer than 2,000,000 bytes"),
    (loopback.stops_short, 1, "what came is no JSON"),
    (says(b"", 502), 3, "HTTP 502"),
    (says(b"", 503), 3, "HTTP 503"),
    (says(b"", 504), 3, "HTTP 504"),
    (says(b"x" * 5_000_000, 500), 1, "HTTP 500"),
    (says(b"", 404), 1, "HTTP 404"),
    (says(b"", 401), 1, "it refuses the account: HTTP 401"),
    (says(b"", 402), 1, "HTTP 402"),
    (says(b"[]", Content_Type="application/json; charset=no-such"), 1, "what came is no text"),
    (says(b"\x1f\x8b\x08", Content_Encoding="gzip"), 1, "what came is no"),
]


@pytest.mark.parametrize(("act", "tries", "words"), ENDS)
def test_provider_when_it_misbehaves_then_it_ends_soon_and_says_why(
    act: Act, tries: int, words: str, server: Server
) -> None:
    server.act, began = act, time.monotonic()
    with pytest.raises(ProviderError, match=re.escape(f"for 'Kabul' ({words}")):
        asked("Kabul", server.settings("nominatim"))
    assert len(server.asked) == tries
    assert time.monotonic() - began < 8
    assert readers_end()


def readers_end() -> bool:
    """Whether no thread of a request is left after a moment."""
    for _ in range(100):
        if not [one for one in threading.enumerate() if one.name == "geocoding"]:
            return True
        time.sleep(0.05)
    return False


def test_provider_when_it_recovers_then_a_second_or_third_try_has_the_answer(
    server: Server,
) -> None:
    server.act = in_order(loopback.resets, says(b"", 503), says([PROVINCE]))
    answer = asked("Kabul", server.settings("nominatim"))
    assert answer.candidates[0]["name"] == "Kabul Province"
    first, second, third = (one.at for one in server.asked)
    assert second - first >= 0.05
    assert third - second >= 0.1


def test_provider_when_late_already_then_is_not_tried_again(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "PATIENCE_S", 0.3)
    server.act = loopback.stalls
    with pytest.raises(ProviderError, match="timed out"):
        asked("Kabul", server.settings("nominatim"))
    assert len(server.asked) == 1


def test_provider_when_nothing_listens_or_no_such_host_then_says_so(server: Server) -> None:
    shut = Settings(network=True, geocoder="photon",
                    geocoder_server=f"http://127.0.0.1:{loopback.shut_port()}/")  # fmt: skip
    with pytest.raises(ProviderError, match="the connection was refused: nothing answers"):
        asked("Kabul", shut)
    address = server.address.replace("http:", "https:")
    safe = Settings(network=True, geocoder="photon", geocoder_server=address)
    with pytest.raises(ProviderError, match="no safe connection"):
        asked("Kabul", safe)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("name", PROVIDERS)
def test_provider_when_it_sends_elsewhere_then_nothing_follows(
    status: int, name: str, server: Server
) -> None:
    with loopback.running() as other:
        other.act = says(ANSWERS[name])
        target = f"{other.address}/x\x7f?q=Kabul&username=someone"
        server.act = says(b"", status, Location=target)
        with pytest.raises(ProviderError, match="which is not followed") as caught:
            asked("Kabul", server.settings(name))
        assert f"it sends on to '{other.address}/x'" in caught.value.public_message
        assert (len(server.asked), other.asked) == (1, [])
    for target in ("https://192.0.2.7/", "file:///etc/passwd", "/here", "http://[", ""):
        server.act = says(b"", status, Location=target)
        with pytest.raises(ProviderError, match=r"which is not followed|HTTP 30"):
            asked("Kabul", server.settings(name))


def test_proxy_when_one_is_set_then_a_server_on_this_machine_is_asked_without_it(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://192.0.2.1:3128")
    server.act = says([PROVINCE])
    assert asked("Kabul", server.settings("nominatim")).candidates
    with loopback.running() as proxy:
        proxy.act = says([PROVINCE])
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.server_port}")
        far = Settings(network=True, geocoder="nominatim", geocoder_server="http://far.example/")
        assert asked("Kabul", far).candidates
        assert len(proxy.asked) == 1


def test_endless_answer_when_read_then_most_of_it_is_never_taken(server: Server) -> None:
    sent = []

    def act(handler: object) -> None:
        for _ in range(1600):
            handler.wfile.write(b"[" * 65_536)  # type: ignore[attr-defined]
            sent.append(1)

    server.act = in_order(lambda handler: (handler.send_response(200), handler.end_headers(),
                                           act(handler)))  # fmt: skip
    with pytest.raises(ProviderError, match="is longer than"):
        asked("Kabul", server.settings("nominatim"))
    time.sleep(0.2)
    assert len(sent) * 65_536 < 20_000_000


def test_provider_when_it_drips_then_the_offline_answer_comes_in_time(
    server: Server, gazetteer: Gazetteer
) -> None:
    server.act, began = loopback.drips_its_head, time.monotonic()
    answer = geocoded("Kabul", gazetteer, server.settings("photon"))
    assert (answer.by, "timed out" in answer.note) == ("offline", True)
    assert time.monotonic() - began < 8
