"""One queue for all processes: a second apart in public, and rest where it is asked for."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from email.utils import formatdate
from itertools import pairwise
from pathlib import Path

import loopback_provider as loopback
import pytest
from filelock import FileLock
from loopback_provider import PROVINCE, Server, says

from dateline.errors import ProviderError
from dateline.places.gazetteer import Gazetteer
from dateline.places.providers import asked, geocoded, services, turns
from dateline.places.providers.turns import PUBLIC_APART_S, in_turn, rest
from dateline.settings import MOST_PER_SECOND, PROJECT, Settings


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer) -> Path:
    return loopback.own_cache(tmp_path, monkeypatch)


@pytest.fixture
def server(cache: Path) -> Iterator[Server]:
    with loopback.running() as made:
        made.act = says([PROVINCE])
        yield made


def gaps(server: Server) -> list[float]:
    times = sorted(one.at for one in server.asked)
    return [later - earlier for earlier, later in pairwise(times)]


ASKING = """
import sys
from dateline.places.providers import asked
from dateline.settings import Settings
for name in sys.argv[2:]:
    asked(name, Settings(network=True, geocoder="nominatim", geocoder_server=sys.argv[1],
                         geocoder_per_second=4))
"""


def test_requests_when_three_processes_ask_at_once_then_each_waits_for_its_turn(
    server: Server,
) -> None:
    command = [sys.executable, "-c", ASKING, server.address]
    running = [
        subprocess.Popen([*command, f"Kabul {n}", f"Herat {n}"], cwd=PROJECT) for n in range(3)
    ]
    assert [one.wait(timeout=60) for one in running] == [0, 0, 0]
    assert len(server.asked) == 6
    assert min(gaps(server)) >= 0.249


def test_requests_when_threads_ask_at_once_then_each_waits_for_its_turn(server: Server) -> None:
    settings = server.settings("nominatim", 10)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: asked(f"Kabul {n}", settings), range(5)))
    assert len(server.asked) == 5
    assert min(gaps(server)) >= 0.099


def test_rate_when_the_server_is_public_then_is_one_a_second_whatever_is_set() -> None:
    fast = Settings(geocoder_per_second=MOST_PER_SECOND)
    assert PUBLIC_APART_S == 1
    for server in ("https://nominatim.openstreetmap.org", "https://photon.komoot.io"):
        assert services.apart_s(server, fast) == 1
    assert services.apart_s("http://127.0.0.1:8080", fast) == 1 / MOST_PER_SECOND
    assert services.apart_s("http://127.0.0.1:8080", Settings()) == 1


def test_turn_when_a_second_lies_between_then_it_counts_from_the_end_of_the_last(
    cache: Path,
) -> None:
    times = []

    def ask() -> None:
        times.append(time.monotonic())
        time.sleep(0.1)

    for _ in range(2):
        in_turn("host", 0.3, ask)
    assert times[1] - times[0] >= 0.399
    in_turn("another", 30, ask)
    assert times[2] - times[1] < 5


def test_turn_when_others_ask_for_too_long_then_it_is_given_up(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert turns.LONGEST_WAIT_S <= 30
    monkeypatch.setattr(turns, "LONGEST_WAIT_S", 0.2)
    in_turn("host", 0, lambda: None)
    with (
        FileLock(cache / "geocoding" / "turn-host.lock"),
        pytest.raises(ProviderError, match="host was not asked: others have asked it"),
    ):
        in_turn("host", 0, lambda: pytest.fail("asked out of turn"))
    assert in_turn("host", 0, lambda: 7) == 7


BROKEN = [b"", b"{", b"[]", b"\xff", b"[" * 9999, b'{"asked": NaN, "until": 0, "why": ""}',
          b'{"asked": 1e999, "until": 0, "why": ""}', b'{"asked": null, "until": 0}',
          b'{"asked": 9999999999, "until": 0, "why": ""}',
          b'{"asked": 0, "until": 9999999999, "why": ""}']  # fmt: skip


@pytest.mark.parametrize("content", BROKEN)
def test_turn_when_its_file_makes_no_sense_then_waits_once_and_mends_it(
    content: bytes, cache: Path
) -> None:
    in_turn("host", 0, lambda: None)
    file = cache / "geocoding" / "turn-host.json"
    file.write_bytes(content)
    began = time.monotonic()
    assert in_turn("host", 0.2, lambda: 7) == 7
    assert time.monotonic() - began < 5
    assert abs(json.loads(file.read_bytes())["asked"] - time.time()) < 5


def test_turn_when_the_folder_cannot_be_made_then_the_host_is_not_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "file"))
    with pytest.raises(ProviderError, match="whose turn it is cannot be kept"):
        in_turn("host", 0, lambda: pytest.fail("asked without a turn"))


def test_turn_when_what_is_asked_fails_then_the_next_still_waits(cache: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        in_turn("host", 0.2, lambda: 1 / 0)  # type: ignore[arg-type, return-value]
    began = time.monotonic()
    in_turn("host", 0.2, lambda: None)
    assert time.monotonic() - began >= 0.15


@pytest.mark.parametrize(
    ("status", "wanted", "seconds"),
    [(429, "120", 120), (429, None, 60), (403, None, 60), (503, "30", 30), (429, "-5", 0),
     (429, "1" * 5000, 60), (429, "1" * 20, 86_400), (429, "soon", 60), (403, "\xff", 60)],
)  # fmt: skip
def test_provider_when_it_wants_rest_then_gets_it_from_all_and_it_is_said(
    status: int, wanted: str | None, seconds: float, server: Server, gazetteer: Gazetteer
) -> None:
    server.act = says(b"slow down", status, **({"Retry_After": wanted} if wanted else {}))
    settings = server.settings("photon")
    began = time.time()
    answer = geocoded("Kabul", gazetteer, settings)
    assert re.search(rf"\(it refuses for now: HTTP {status}; it is left alone until"
                     r" [\d:]{8} UTC\); answered offline$", answer.note)  # fmt: skip
    (file,) = Path(answer_folder(server)).glob("turn-*.json")
    assert json.loads(file.read_bytes())["until"] - began == pytest.approx(seconds, abs=2)
    again = geocoded("Herat", gazetteer, settings)
    if seconds:
        assert "is left alone until" in again.note
        assert f"because Photon said so: it refuses for now: HTTP {status}" in again.note
        assert len(server.asked) == 1


def answer_folder(server: Server) -> Path:
    from dateline.places.providers.folder import made_folder

    return made_folder()


def test_provider_when_it_names_a_date_then_is_left_alone_until_then(server: Server) -> None:
    server.act = says(b"", 429, Retry_After=formatdate(time.time() + 300, usegmt=True))
    with pytest.raises(ProviderError, match="it is left alone until"):
        asked("Kabul", server.settings("nominatim"))
    (file,) = answer_folder(server).glob("turn-*.json")
    assert json.loads(file.read_bytes())["until"] - time.time() == pytest.approx(300, abs=3)


def test_geonames_when_its_hour_is_used_up_then_is_left_alone_for_one(server: Server) -> None:
    words = "the hourly limit of 1000 credits for someone has been exceeded."
    server.act = says({"status": {"message": words, "value": 19}})
    with pytest.raises(ProviderError, match="the hourly limit of 1000 credits"):
        asked("Kabul", server.settings("geonames"))
    (file,) = answer_folder(server).glob("turn-*.json")
    assert json.loads(file.read_bytes())["until"] - time.time() == pytest.approx(3600, abs=3)


def test_rest_when_it_is_over_then_the_host_is_asked_again(cache: Path) -> None:
    words = rest("host", 1.0, "it said so")
    assert re.fullmatch(r"[\d:]{8} UTC", words)
    with pytest.raises(ProviderError, match=r"host is left alone until .*, because it said so"):
        in_turn("host", 0, lambda: None)
    time.sleep(1.05)
    assert in_turn("host", 0, lambda: 7) == 7


def test_provider_when_an_answer_was_kept_then_rest_does_not_matter(server: Server) -> None:
    settings = server.settings("nominatim")
    asked("Kabul", settings)
    server.act = says(b"", 429)
    with pytest.raises(ProviderError):
        asked("Herat", settings)
    assert asked("Kabul", settings).kept_since
