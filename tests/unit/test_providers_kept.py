"""Answers that are kept: by whom, for what and how long; and a file that is broken is made anew."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import loopback_provider as loopback
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from loopback_provider import ANSWERS, NOTHING, PROVINCE, Server, says

from dateline.places.gazetteer import Gazetteer
from dateline.places.providers import PROVIDERS, asked, kept
from dateline.places.providers.kept import DAY_S, Key, keep
from dateline.settings import PROJECT, Settings

KEY = Key("nominatim", "http://host", "kabul", "{}")
ROWS = [{"name": "Kabul", "score": 0.5}]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))
    return tmp_path / "geocoding"


@pytest.fixture
def server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer
) -> Iterator[Server]:
    loopback.own_cache(tmp_path, monkeypatch)
    with loopback.running() as made:
        yield made


def rows_in(file: Path) -> int:
    with closing(sqlite3.connect(file)) as base:
        return int(base.execute("SELECT count(*) FROM answer").fetchone()[0])


@pytest.mark.parametrize("name", PROVIDERS)
def test_answer_when_asked_again_then_is_kept_but_for_arcgis(name: str, server: Server) -> None:
    server.act = says(ANSWERS[name])
    chosen = server.settings(name)
    first, again = asked("Kabul", chosen), asked("  KABUL ", chosen)
    assert first.candidates == again.candidates
    assert first.attribution == again.attribution
    is_kept = name != "arcgis"
    assert PROVIDERS[name].may_keep is is_kept
    assert (len(server.asked), bool(again.kept_since)) == ((1, True) if is_kept else (2, False))
    asked("Kabul", chosen, anew=True)
    assert len(server.asked) == (2 if is_kept else 3)


def test_arcgis_when_asked_then_nothing_of_it_is_written(server: Server, tmp_path: Path) -> None:
    server.act = says(ANSWERS["arcgis"])
    asked("Kabul River", server.settings("arcgis"))
    folder = tmp_path / "cache" / "geocoding"
    assert {file.suffix for file in folder.iterdir()} == {".json", ".lock"}
    assert not any(b"Kabul" in file.read_bytes() for file in folder.iterdir())


def test_answer_when_anything_asked_differs_then_is_another(server: Server) -> None:
    server.act = says([PROVINCE])
    chosen = server.settings("nominatim")
    asked("Kabul", chosen)
    asked("Kabul", chosen, "AF")
    asked("Kábul", chosen)
    other = Settings(**{**vars_of(chosen), "geocoder_server": server.address + "/b"})
    asked("Kabul", other)
    assert len(server.asked) == 4
    asked("KA\u0301BUL", chosen)
    asked("Kabul", chosen, "af ")
    assert len(server.asked) == 4


def vars_of(chosen: Settings) -> dict[str, object]:
    return {name: getattr(chosen, name) for name in chosen.__slots__}


def test_answer_when_there_was_none_then_it_is_kept_for_a_shorter_time(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen, clock = server.settings("nominatim"), time.time()
    monkeypatch.setattr(kept.time, "time", lambda: clock)
    server.act = says(NOTHING["nominatim"])
    for _ in range(2):
        assert asked("Nowhere", chosen).candidates == ()
    server.act = says([PROVINCE])
    for _ in range(2):
        asked("Kabul", chosen)
    assert len(server.asked) == 2
    clock += 1.1 * DAY_S
    assert asked("Nowhere", chosen).candidates
    assert asked("Kabul", chosen).kept_since
    assert len(server.asked) == 3
    clock += 30 * DAY_S
    asked("Kabul", chosen)
    assert len(server.asked) == 4


def test_answer_when_it_is_from_the_future_then_is_too_old(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(KEY, ROWS)
    now = time.time()
    assert kept.kept(KEY) is not None
    monkeypatch.setattr(kept.time, "time", lambda: now - 100)
    assert kept.kept(KEY) is None


BROKEN = [
    b"", b"no database at all", b"SQLite format 3\x00" + b"\xff" * 4000,
]  # fmt: skip


@pytest.mark.parametrize("content", BROKEN)
def test_file_when_broken_then_is_made_anew(content: bytes, cache: Path) -> None:
    keep(KEY, ROWS)
    file = cache / "answers.sqlite"
    file.write_bytes(content)
    assert kept.kept(KEY) is None
    keep(KEY, ROWS)
    assert kept.kept(KEY) == (ROWS, pytest.approx(time.time(), abs=5))


def test_file_when_cut_in_its_middle_then_is_made_anew(cache: Path) -> None:
    for number in range(200):
        keep(Key("p", "s", f"q{number}", ""), ROWS * 20)
    file = cache / "answers.sqlite"
    whole = file.read_bytes()
    for size in (len(whole) // 2, 5000, 100, 17):
        file.write_bytes(whole[:size])
        keep(KEY, ROWS)
        found = kept.kept(KEY)
        assert found is not None
        assert found[0] == ROWS


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 20_000), junk=st.binary(min_size=1, max_size=300))
def test_file_when_any_bytes_are_overwritten_then_it_is_never_an_error(
    cache: Path, at: int, junk: bytes
) -> None:
    for number in range(10):
        keep(Key("p", "s", f"q{number}", ""), ROWS * 20)
    file = cache / "answers.sqlite"
    content = bytearray(file.read_bytes())
    at %= len(content)
    content[at : at + len(junk)] = junk
    file.write_bytes(content)
    for number in range(10):
        found = kept.kept(Key("p", "s", f"q{number}", ""))
        assert found is None or found[0] == ROWS * 20
    keep(KEY, ROWS)


@pytest.mark.parametrize("version", [2, 99, -1])
def test_file_when_of_another_version_then_is_made_anew(version: int, cache: Path) -> None:
    keep(KEY, ROWS)
    with closing(sqlite3.connect(cache / "answers.sqlite")) as base:
        base.execute(f"PRAGMA user_version = {version}")
    assert kept.kept(KEY) is None
    keep(KEY, ROWS)
    assert kept.kept(KEY) is not None


def test_file_when_its_table_is_another_then_is_made_anew(cache: Path) -> None:
    keep(KEY, ROWS)
    with closing(sqlite3.connect(cache / "answers.sqlite")) as base, base:
        base.execute("DROP TABLE answer")
        base.execute("CREATE TABLE answer (x)")
    assert kept.kept(KEY) is None
    keep(KEY, ROWS)
    assert kept.kept(KEY) is not None


VALUES = [
    "{",
    "7",
    "[7]",
    "{}",
    "[" * 9999,
    "null",
    '[{"name": "Kabul", "score": 0.9}]',
    7,
    b"\xff",
]


@pytest.mark.parametrize("value", VALUES)
def test_answer_when_what_is_kept_was_altered_then_there_is_none(
    value: object, cache: Path
) -> None:
    keep(KEY, ROWS)
    with closing(sqlite3.connect(cache / "answers.sqlite")) as base, base:
        base.execute("UPDATE answer SET value = ?", (value,))
    assert kept.kept(KEY) is None


def test_file_when_it_cannot_be_made_or_is_held_then_answers_are_just_not_kept(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "BUSY_S", 0.1)
    keep(KEY, ROWS)
    file = cache / "answers.sqlite"
    with closing(sqlite3.connect(file)) as base:
        base.execute("BEGIN EXCLUSIVE")
        assert kept.kept(KEY) is None
        keep(Key("p", "s", "q", ""), ROWS)
    assert kept.kept(KEY) is not None
    assert rows_in(file) == 1
    file.unlink()
    file.mkdir()
    keep(KEY, ROWS)
    assert kept.kept(KEY) is None


def test_answers_when_there_are_too_many_then_the_oldest_go(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "MOST", 20)
    for number in range(50):
        keep(Key("p", "s", f"q{number}", ""), ROWS)
    assert rows_in(cache / "answers.sqlite") == 20
    assert kept.kept(Key("p", "s", "q29", "")) is None
    assert kept.kept(Key("p", "s", "q30", "")) is not None


KEEPING = """
import sys
from dateline.places.providers.kept import Key, keep, kept
for number in range(60):
    key = Key("p", "s", f"{sys.argv[1]}-{number}", "")
    keep(key, [{"name": "x"}])
    assert kept(key), key
"""


def test_answers_when_two_processes_keep_at_once_then_all_are_there(cache: Path) -> None:
    running = [
        subprocess.Popen([sys.executable, "-c", KEEPING, str(n)], cwd=PROJECT) for n in range(2)
    ]
    assert [one.wait(timeout=60) for one in running] == [0, 0]
    assert rows_in(cache / "answers.sqlite") == 120


def test_folder_when_made_then_is_the_users_alone(cache: Path) -> None:
    keep(KEY, ROWS)
    assert cache.stat().st_mode & 0o077 == 0
