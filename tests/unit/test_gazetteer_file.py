"""The gazetteer's file in a hostile cache: made anew, or an error that says what to do."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.errors import GazetteerError
from dateline.places.gazetteer import (
    Gazetteer,
    base_path,
    build_gazetteer,
    gazetteer_path,
    open_gazetteer,
)
from dateline.places.gazetteer.writing import LEFT_BEHIND_SECONDS, write_whole
from dateline.settings import PROJECT, write_settings


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer) -> Path:
    """A cache with the gazetteer, and settings with a place of the user's, not yet built in."""
    folder = tmp_path / "cache"
    folder.mkdir()
    os.link(base_path(), folder / base_path().name)
    table = tmp_path / "own.csv"
    table.write_text("name,latitude,longitude\nAlder Ford,34,69\n")
    monkeypatch.setenv("DATELINE_CACHE", str(folder))
    monkeypatch.setenv("DATELINE_SETTINGS", str(tmp_path / "dateline.toml"))
    write_settings(own_gazetteer=table)
    return folder


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:1_000_000])


def foreign(path: Path) -> None:
    path.write_bytes(b"no database" * 5000)


def of_another_version(path: Path) -> None:
    import sqlite3

    with sqlite3.connect(path) as database:
        database.execute("UPDATE meta SET value = 'other' WHERE key = 'schema'")
    database.close()


def without_tables(path: Path) -> None:
    import sqlite3

    with sqlite3.connect(path) as database:
        database.execute("DROP TABLE stop")
    database.close()


@pytest.mark.parametrize("harm", [emptied, cut, foreign, of_another_version, without_tables])
def test_file_when_harmed_then_is_made_anew(cache: Path, harm: Callable[[Path], None]) -> None:
    path = build_gazetteer()
    assert path != base_path()
    harm(path)
    found = open_gazetteer()
    assert found.path == path
    assert found.candidates("Alder Ford")[0].place_id == "o.alder-ford"
    found.close()
    assert {entry.name for entry in cache.iterdir()} == {base_path().name, path.name}


def test_file_when_a_folder_stands_there_then_it_says_where(cache: Path) -> None:
    gazetteer_path().mkdir()
    with pytest.raises(GazetteerError, match="cannot be built at"):
        open_gazetteer()
    assert sorted(entry.name for entry in cache.iterdir()) == sorted(
        (base_path().name, gazetteer_path().name)
    )


def test_file_when_its_pages_are_damaged_then_the_look_up_says_what_to_do(cache: Path) -> None:
    path = build_gazetteer()
    content = bytearray(path.read_bytes())
    content[8192:-4096] = bytes(len(content) - 8192 - 4096)
    path.write_bytes(content)
    with pytest.raises(GazetteerError, match="cannot be read"):
        Gazetteer(path).candidates("Kabul")


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_file_when_unreadable_then_is_made_anew(cache: Path) -> None:
    path = build_gazetteer()
    path.chmod(0)
    assert open_gazetteer().candidates("Alder Ford")


BUILD = "from dateline.places.gazetteer import build_gazetteer as b; print(b())"
LIMITED = "import resource as r; r.setrlimit(r.RLIMIT_FSIZE, (9_000_000, 9_000_000)); "


def run(code: str) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, "-c", code], cwd=PROJECT, stdout=pipe, stderr=pipe, text=True
    )


def test_build_when_two_processes_try_then_both_get_the_same_whole_file(cache: Path) -> None:
    processes = [run(BUILD) for _ in range(2)]
    said = [process.communicate(timeout=120) for process in processes]
    assert said == [(f"{gazetteer_path()}\n", "")] * 2
    assert {e.name for e in cache.iterdir()} == {base_path().name, gazetteer_path().name}
    assert open_gazetteer().candidates("Alder Ford")


def test_build_when_the_disk_is_full_then_it_says_so_and_leaves_nothing(cache: Path) -> None:
    process = run(LIMITED + BUILD)
    said = process.communicate(timeout=120)[1]
    assert process.returncode == 1
    assert f"GazetteerError: the gazetteer cannot be built at {str(gazetteer_path())!r}" in said
    assert [entry.name for entry in cache.iterdir()] == [base_path().name]


def test_leftovers_when_a_day_old_then_are_cleared_and_younger_ones_kept(tmp_path: Path) -> None:
    old, young = tmp_path / ".gazetteer-old.tmp", tmp_path / ".gazetteer-young.tmp"
    folder = tmp_path / ".gazetteer-side"
    folder.mkdir()
    for path in (old, young, folder / "names"):
        path.write_text("x")
    then = time.time() - LEFT_BEHIND_SECONDS - 60
    for path in (old, folder):
        os.utime(path, (then, then))
    write_whole(tmp_path / "done", lambda path: path.write_text("whole") and None)
    assert sorted(path.name for path in tmp_path.iterdir()) == [young.name, "done"]
    assert (tmp_path / "done").read_text() == "whole"


def test_write_when_it_fails_then_what_stood_stands(tmp_path: Path) -> None:
    path = tmp_path / "done"
    path.write_text("before")

    def fail(temporary: Path) -> None:
        temporary.write_text("half")
        raise OSError(28, "No space left on device")

    with pytest.raises(GazetteerError, match="No space left on device"):
        write_whole(path, fail)
    assert [entry.name for entry in tmp_path.iterdir()] == ["done"]
    assert path.read_text() == "before"
