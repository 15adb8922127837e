"""Off by default: a whole run of commands and screens, in a process where no socket may be made."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import loopback_provider as loopback
import pytest

from dateline.places.gazetteer import Gazetteer
from dateline.settings import PROJECT

BLOCKED = """
import sys
import socket

def watch(event, arguments):
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.connect", "socket.bind",
                 "socket.sendto"):
        raise RuntimeError(f"{event} {arguments[:2]}")
    if event == "socket.__new__" and arguments[1] not in (-1, socket.AF_UNIX):
        raise RuntimeError(f"{event} {arguments[1:]}")

sys.addaudithook(watch)
"""
RUN = (
    BLOCKED
    + """
from pathlib import Path
from streamlit.testing.v1 import AppTest
from dateline.cli import main

article, corpus = sys.argv[1], sys.argv[2]
assert main(["ingest", article, "--corpus", corpus]) == 0
assert main(["geocode", "Kabul", "Tripoli, Libya", "Nowhere at All", "--json"]) == 0
assert main(["stats", "--corpus", corpus]) == 0
app = AppTest.from_file("app.py", default_timeout=60).run()
assert not app.exception, app.exception
app = app.switch_page("pages/settings.py").run()
assert not app.exception, app.exception
field = next(one for one in app.text_input if one.label == "Look a name up")
app = field.set_value("Kabul").run()
assert any("Answered by: Offline gazetteer" in one.value for one in app.caption)
print("all of it ran")
"""
)
ASKS = (
    BLOCKED
    + """
from dateline.cli import main
from dateline.settings import write_settings
write_settings(network=True, geocoder="nominatim")
main(["geocode", "Kabul"])
"""
)


@pytest.fixture
def surroundings(
    tmp_path: Path, gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> dict[str, str]:
    loopback.own_cache(tmp_path, monkeypatch)
    own = {"DATELINE_SETTINGS": "dateline.toml", "DATELINE_CORPUS": "corpus.db",
           "DATELINE_STATE": "state"}  # fmt: skip
    paths = {name: str(tmp_path / file) for name, file in own.items()}
    return {**os.environ, **paths, "OMP_NUM_THREADS": "1", "PYTHONPATH": str(PROJECT)}


def run(code: str, surroundings: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code, *words],
        cwd=PROJECT, env=surroundings, capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip


def test_dateline_when_nothing_is_set_then_no_socket_is_opened(
    tmp_path: Path, surroundings: dict[str, str]
) -> None:
    article = tmp_path / "article.txt"
    article.write_text(
        "Rain closed the road north of Kabul on Monday, the ministry said.\n\n"
        "“The road will open tomorrow,” said Farid Ahmadi, an engineer from Herat.\n"
    )
    done = run(RUN, surroundings, str(article), surroundings["DATELINE_CORPUS"])
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.endswith("all of it ran\n")
    assert "socket." not in done.stderr


def test_watch_when_the_network_is_on_then_it_sees_the_attempt(
    surroundings: dict[str, str],
) -> None:
    done = run(ASKS, surroundings)
    assert "answered offline" in done.stderr
    assert "socket.getaddrinfo" in done.stderr
