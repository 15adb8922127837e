"""The user's corpora: listed with what they hold, opened, made, copied, deleted by name."""

from __future__ import annotations

import os
import sqlite3
from datetime import date, datetime
from pathlib import Path

import pytest
from made_corpus import stored

from data.access import corpora
from data.access.corpora import Corpus
from dateline.errors import CorpusError, DatelineError, UsageError
from dateline.settings import DEFAULT_CORPUS, corpus_path, read_settings, write_settings
from dateline.store import Store


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a corpus that is open, and one that is listed."""
    monkeypatch.setenv("DATELINE_SETTINGS", str(tmp_path / "dateline.toml"))
    monkeypatch.delenv("DATELINE_CORPUS")
    first, second = stored(tmp_path / "first.db", 3), stored(tmp_path / "second_one.db", 2)
    write_settings(corpus=first, corpora=(first, second))
    return tmp_path


def line(name: str) -> Corpus:
    return next(one for one in corpora.listed() if one.path.name == name)


def names() -> list[str]:
    return [one.path.name for one in corpora.listed() if one.path != DEFAULT_CORPUS]


def test_list_when_corpora_are_known_then_says_what_each_holds(folder: Path) -> None:
    assert names() == ["first.db", "second_one.db"]
    first, second = line("first.db"), line("second_one.db")
    assert (first.is_open, first.articles, first.fault) == (True, 3, "")
    assert (second.is_open, second.articles, second.name) == (False, 2, "second one")
    with Store.open(second.path, readonly=True) as store:
        stated = store.frames()["articles"]["published_iso"]
    assert (second.first, second.last) == (stated.min(), stated.max())
    assert second.size >= second.path.stat().st_size > 10_000
    written = datetime.fromisoformat(second.changed).timestamp()
    assert written == pytest.approx(second.path.stat().st_mtime, abs=1)


def test_list_when_looked_at_then_no_corpus_is_touched(folder: Path) -> None:
    with sqlite3.connect(folder / "second_one.db") as database:
        database.execute("PRAGMA user_version = 1")
    database.close()
    before = (folder / "second_one.db").read_bytes()
    assert line("second_one.db").is_older
    assert line("second_one.db").changed == line("second_one.db").changed
    assert (folder / "second_one.db").read_bytes() == before


UNUSABLE = [
    (lambda path: path.write_text("hello there"), "not a Dateline corpus, or damaged"),
    (lambda path: path.write_bytes(b""), "the file is empty"),
    (lambda path: path.unlink(), "there is no file here any more"),
    (lambda path: foreign(path), "a database of another application"),
    (lambda path: newer(path), "install a newer Dateline"),
]


def foreign(path: Path) -> None:
    path.unlink()
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE other (x)")
    database.close()


def newer(path: Path) -> None:
    database = sqlite3.connect(path)
    database.execute("PRAGMA user_version = 99")
    database.close()


@pytest.mark.parametrize(("spoil", "reason"), UNUSABLE)
def test_corpus_when_unusable_then_is_listed_with_its_reason_and_not_opened(
    folder: Path, spoil: object, reason: str
) -> None:
    spoil(folder / "second_one.db")  # type: ignore[operator]
    assert reason in line("second_one.db").fault
    assert str(folder) not in line("second_one.db").fault
    with pytest.raises(CorpusError):
        corpora.opened(folder / "second_one.db")
    assert corpus_path() == folder / "first.db"


def test_corpus_when_opened_then_is_in_use_and_the_other_stays_listed(folder: Path) -> None:
    before = corpora.opened(folder / "second_one.db")
    assert corpus_path() == folder / "second_one.db"
    assert names() == ["second_one.db", "first.db"]
    assert before == {"corpus": folder / "first.db"}


def test_corpus_when_fixed_from_outside_then_no_other_is_opened(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_CORPUS", str(folder / "first.db"))
    assert corpora.is_fixed()
    for act in (lambda: corpora.opened(folder / "second_one.db"), lambda: corpora.made("x", False)):
        with pytest.raises(UsageError, match="fixed by DATELINE_CORPUS"):
            act()


def test_corpus_when_made_then_is_empty_open_and_listed(folder: Path) -> None:
    before, job = corpora.made(str(folder / "sub" / "third"), is_bundled=False)
    assert (before, job) == ({"corpus": folder / "first.db"}, "")
    assert corpus_path() == folder / "sub" / "third.db"
    assert line("third.db").articles == 0
    with pytest.raises(CorpusError, match="already"):
        corpora.made(str(folder / "first"), is_bundled=False)


@pytest.mark.parametrize("name", ["", "  ", ".", "..", "a\0b", "x" * 201, "~nobody-at-all/x"])
def test_corpus_when_its_name_is_none_then_is_not_made(folder: Path, name: str) -> None:
    with pytest.raises(UsageError):
        corpora.made(name, is_bundled=False)
    assert names() == ["first.db", "second_one.db"]


def test_name_when_it_is_no_path_then_lies_with_the_others() -> None:
    assert corpora.place_of("kabul") == DEFAULT_CORPUS.with_name("kabul.db")
    assert corpora.place_of("/tmp/a.sqlite") == Path("/tmp/a.sqlite")


def test_file_when_it_exists_then_is_taken_whatever_its_ending(folder: Path) -> None:
    odd = (folder / "first.db").rename(folder / "odd.corpus")
    assert corpora.file_of(f" {odd} ") == odd
    assert corpora.file_of(str(folder / "none")) == folder / "none.db"


def test_copy_when_made_then_is_whole_and_listed_and_never_over_a_file(folder: Path) -> None:
    place = corpora.backup_place(line("first.db"), date(2021, 8, 19))
    assert place == folder / "first-2021-08-19.db"
    assert corpora.copied(folder / "first.db", str(place)) == place
    assert line(place.name).articles == 3
    again = corpora.backup_place(line("first.db"), date(2021, 8, 19))
    assert again.name == "first-2021-08-19-2.db"
    with pytest.raises(CorpusError, match="already"):
        corpora.copied(folder / "first.db", str(place))


@pytest.mark.parametrize("typed", ["", "second", "second_one", "Second one"])
def test_corpus_when_its_name_is_not_typed_then_is_not_deleted(folder: Path, typed: str) -> None:
    with pytest.raises(UsageError, match="nothing was deleted"):
        corpora.delete(line("second_one.db"), typed)
    assert (folder / "second_one.db").exists()


def test_corpus_when_deleted_by_its_name_then_all_its_files_go_and_no_other(folder: Path) -> None:
    store = Store.open(folder / "second_one.db")
    assert (folder / "second_one.db-wal").exists()
    (folder / "second_one.db-lock").touch()
    corpora.delete(line("second_one.db"), " second one ")
    store.close()
    assert names() == ["first.db"]
    assert not list(folder.glob("second_one*"))
    assert (folder / "first.db").exists()
    with pytest.raises(UsageError, match="is open"):
        corpora.delete(line("first.db"), "first")


def test_corpus_when_taken_off_the_list_then_its_file_stays(folder: Path) -> None:
    before = corpora.take_off(folder / "second_one.db")
    assert names() == ["first.db"]
    assert (folder / "second_one.db").exists()
    assert before["corpora"] == (folder / "first.db", folder / "second_one.db")


def test_change_when_it_names_a_corpus_that_is_gone_then_nothing_is_written(folder: Path) -> None:
    before = read_settings()
    with pytest.raises(DatelineError, match="no corpus at"):
        corpora.change(corpus=folder / "gone.db")
    assert read_settings() == before
    assert os.environ.get("DATELINE_CORPUS") is None
