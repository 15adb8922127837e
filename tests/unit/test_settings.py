"""dateline.toml: read without ever failing, written without losing what stands in it."""

from __future__ import annotations

import os
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.settings import (
    DEFAULT_CORPUS,
    KEYS,
    PROJECT,
    Settings,
    corpus_path,
    read_settings,
    write_settings,
)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "own" / "dateline.toml"
    path.parent.mkdir()
    monkeypatch.setenv("DATELINE_SETTINGS", str(path))
    monkeypatch.delenv("DATELINE_CORPUS")
    return path


def test_settings_when_there_is_no_file_then_are_the_defaults(file: Path) -> None:
    assert read_settings() == Settings()
    assert read_settings().zone.key == "UTC"
    assert not file.exists()


def test_settings_when_all_are_written_then_are_read_back(file: Path, tmp_path: Path) -> None:
    given = {
        "corpus": tmp_path / "a.db",
        "corpora": (tmp_path / "b.db", tmp_path / "c d.db"),
        "network": True,
        "geocoder": "photon",
        "geocoder_server": "http://127.0.0.1:8080/photon",
        "geocoder_per_second": 2.5,
        "geonames_username": "a.user-name_7",
        "own_gazetteer": tmp_path / "places.csv",
        "time_zone": "Asia/Kabul",
        "dim_below": 0.25,
        "analyst": "Nour Haddad",
    }
    assert write_settings(**given) == Settings(**given)  # type: ignore[arg-type]
    assert set(given) == set(KEYS)
    assert [path.name for path in file.parent.iterdir() if path.suffix != ".lock"] == [file.name]


WRONG = [
    ("network = 1", "network is 1, which is neither true nor false: the default is used"),
    ('time_zone = "Mars/Phobos"', "time_zone is 'Mars/Phobos', which is no time zone"),
    ('time_zone = "Europe"', "time_zone is 'Europe', which is no time zone"),
    ('time_zone = "../../etc/passwd"', "which is no time zone"),
    ("time_zone = 3", "time_zone is 3"),
    ("dim_below = 1.5", "dim_below is 1.5, which is no number from 0 to 1"),
    ("dim_below = nan", "dim_below is nan"),
    ("dim_below = true", "dim_below is True"),
    ("analyst = '" + "x" * 61 + "'", "no name of at most 60 letters"),
    ('geocoder = "elsewhere"', "which is none of offline, nominatim, photon, geonames, arcgis"),
    ('geocoder = ["offline"]', "geocoder is ['offline']"),
    ('geocoder_server = "ftp://host/"', "which is no web address"),
    ('geocoder_server = "http://["', "geocoder_server is"),
    ('geocoder_server = "http://host:0/"', "which is no web address"),
    ('geocoder_server = "http://host:99999/"', "geocoder_server is"),
    ('geocoder_server = "http://me:secret@host/"', "which is no web address"),
    ('geocoder_server = "http://host/?q=1"', "which is no web address"),
    ('geocoder_server = "http://host/a b"', "which is no web address"),
    ('geocoder_server = "http://ho\\nst/"', "which is no web address"),
    ('geocoder_server = "https:///path"', "which is no web address"),
    ("geocoder_per_second = 0", "which is no number from 0.1 to 50"),
    ("geocoder_per_second = 51", "which is no number from 0.1 to 50"),
    ("geocoder_per_second = nan", "geocoder_per_second is nan"),
    ("geocoder_per_second = true", "geocoder_per_second is True"),
    ('geonames_username = "a&username=b"', "which is no user name"),
    ("geonames_username = 7", "geonames_username is 7"),
    ("corpus = 5", "corpus is 5, which is no path of a file"),
    ('corpus = ""', "corpus is ''"),
    ('corpus = "a\\u0000b"', "which is no path of a file"),
    ('corpora = "one.db"', "which is no list of paths"),
    ('corpus = "~nobody-of-this-name/x.db"', "whose home folder is not known"),
]


@pytest.mark.parametrize(("line", "fault"), WRONG)
def test_settings_when_a_value_is_wrong_then_the_default_stands_and_it_is_named(
    file: Path, line: str, fault: str
) -> None:
    file.write_text(line + '\nown_gazetteer = "mine.csv"\nelse = 1\n', encoding="utf-8")
    read = read_settings()
    assert len(read.faults) == 1
    assert fault in read.faults[0]
    name = line.split(" ")[0]
    assert getattr(read, name) == getattr(Settings(), name)
    assert read.own_gazetteer == file.parent / "mine.csv"


BROKEN = [b"network = ", b"\xff\xfe\x00", b"[" * 5000, b"a = 1\na = 2"]


@pytest.mark.parametrize("content", BROKEN)
def test_settings_when_the_file_is_no_toml_then_the_defaults_stand_and_it_is_left(
    file: Path, content: bytes
) -> None:
    file.write_bytes(content)
    read = read_settings()
    assert (read.network, read.corpus) == (False, DEFAULT_CORPUS)
    assert "cannot be read" in read.faults[0]
    assert str(file) in read.faults[0]
    with pytest.raises(UsageError, match="Nothing was changed"):
        write_settings(network=True)
    assert file.read_bytes() == content


def test_settings_when_their_place_is_a_folder_then_the_defaults_stand(file: Path) -> None:
    file.mkdir()
    assert "cannot be read" in read_settings().faults[0]
    with pytest.raises(UsageError):
        write_settings(network=True)


def test_settings_when_written_by_hand_then_comments_order_and_other_keys_stay(file: Path) -> None:
    by_hand = '\ufeff# mine\ntime_zone = "UTC"  # for now\nother = [1,\n 2]\n\n[later]\nx = 1\n'
    file.write_text(by_hand, encoding="utf-8")
    write_settings(time_zone="Asia/Tokyo", network=True)
    written = file.read_text(encoding="utf-8")
    assert written.startswith('# mine\ntime_zone = "Asia/Tokyo"  # for now\nother = [1,\n 2]\n')
    assert tomllib.loads(written) == {
        "time_zone": "Asia/Tokyo",
        "other": [1, 2],
        "network": True,
        "later": {"x": 1},
    }


def test_setting_when_written_as_none_then_its_key_goes(file: Path) -> None:
    write_settings(own_gazetteer=Path("x.csv"), network=True)
    write_settings(own_gazetteer=None)
    assert read_settings() == Settings(network=True)
    assert "own_gazetteer" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "changes", [{"dim_below": 2}, {"time_zone": "Nowhere"}, {"nothing": 1}, {"corpora": [1]}]
)
def test_setting_when_it_makes_no_sense_then_nothing_is_written(
    file: Path, changes: dict[str, object]
) -> None:
    with pytest.raises(UsageError, match=next(iter(changes))):
        write_settings(network=True, **changes)
    assert not file.exists()


def test_settings_when_the_file_changes_then_the_next_look_sees_it(file: Path) -> None:
    file.write_text("network = true", encoding="utf-8")
    assert read_settings().network
    file.write_text("network = false ", encoding="utf-8")
    assert not read_settings().network
    file.unlink()
    assert read_settings() == Settings()


def test_settings_when_two_write_at_once_then_no_change_is_lost(file: Path) -> None:
    changes: list[dict[str, object]] = [
        {"network": True},
        {"dim_below": 0.1},
        {"time_zone": "Asia/Kabul"},
        {"geocoder": "photon"},
    ]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda change: write_settings(**change), changes))
    assert read_settings() == Settings(
        network=True, dim_below=0.1, time_zone="Asia/Kabul", geocoder="photon"
    )


def test_settings_when_the_disk_is_full_then_the_old_ones_stand(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_settings(network=True)
    before = file.read_bytes()

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match="No space left on device; check"):
        write_settings(network=False)
    assert file.read_bytes() == before
    assert not list(file.parent.glob(".dateline.toml-*"))


def test_corpus_when_the_environment_names_one_then_it_wins(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert corpus_path() == DEFAULT_CORPUS
    file.write_text('corpus = "../mine.db"', encoding="utf-8")
    assert corpus_path().resolve() == tmp_path / "mine.db"
    monkeypatch.setenv("DATELINE_CORPUS", str(tmp_path / "theirs.db"))
    assert corpus_path() == tmp_path / "theirs.db"


@pytest.mark.parametrize("name", [*KEYS, "DATELINE_SETTINGS", "DATELINE_CORPUS"])
def test_setting_when_it_exists_then_the_readme_names_it(name: str) -> None:
    assert f"`{name}`" in (PROJECT / "README.md").read_text(encoding="utf-8")


plain = st.recursive(
    st.booleans() | st.integers(-9, 9) | st.text(max_size=9) | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_settings_when_the_file_holds_anything_then_reading_never_fails(
    file: Path, content: bytes
) -> None:
    file.write_bytes(content)
    assert isinstance(read_settings(), Settings)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given=st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5), plain, max_size=4))
def test_settings_when_the_file_holds_any_values_then_a_write_keeps_the_others(
    file: Path, given: dict[str, object]
) -> None:
    import tomlkit

    file.write_text(tomlkit.dumps(given), encoding="utf-8", newline="")
    before = tomllib.loads(file.read_text(encoding="utf-8"))
    write_settings(time_zone="Asia/Kabul")
    after = tomllib.loads(file.read_text(encoding="utf-8"))
    assert after == before | {"time_zone": "Asia/Kabul"}
