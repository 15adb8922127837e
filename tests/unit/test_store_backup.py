"""A copy of a corpus: whole, in its place at once, and over nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from made_corpus import made_corpus
from test_store_concurrent import assert_whole

from dateline.errors import CorpusError
from dateline.records import Findings
from dateline.store import Store

ROOT = Path(__file__).parents[2]


@pytest.fixture
def store(tmp_path: Path):
    with Store.open(tmp_path / "corpus.db") as opened:
        with opened.batch():
            for article, findings in made_corpus(40):
                opened.add(article, findings, "x")
        yield opened


@pytest.mark.parametrize("readonly", [False, True])
def test_copy_to_when_done_then_the_copy_is_whole_and_stands_alone(store: Store, readonly: bool):
    target = store.path.with_name("copy.db")
    with Store.open(store.path, readonly=readonly) as source:
        source.copy_to(str(target))
    assert [path.name for path in sorted(store.path.parent.glob("*copy*"))] == ["copy.db"]
    with Store.open(target, readonly=True) as copy:
        assert copy.stats() == store.stats()
        assert list(copy.rows("quotations")) == list(store.rows("quotations"))
    store.replace_findings("art00000", Findings(), "y")
    assert assert_whole(target) == 40


def test_copy_to_when_another_writes_then_the_copy_is_the_last_commit(store: Store):
    target = store.path.with_name("copy.db")
    with Store.open(store.path) as other, other.batch():
        for article, findings in list(made_corpus(60))[40:]:
            other.add(article, findings, "x")
        store.copy_to(target)
    assert assert_whole(target) == 40


@pytest.mark.parametrize("name", ["taken.db", "corpus.db", "folder"])
def test_copy_to_when_something_stands_there_then_it_is_left_as_it_is(store: Store, name: str):
    (store.path.parent / "taken.db").write_text("a letter")
    (store.path.parent / "folder").mkdir()
    before = sorted(path.name for path in store.path.parent.iterdir())
    with pytest.raises(CorpusError, match=f"{name}.*choose another name"):
        store.copy_to(store.path.with_name(name))
    assert (store.path.parent / "taken.db").read_text() == "a letter"
    assert sorted(path.name for path in store.path.parent.iterdir()) == before
    assert store.stats()["articles"] == 40


def test_copy_to_when_a_file_appears_meanwhile_then_it_is_not_overwritten(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    target = store.path.with_name("copy.db")
    link = Path.hardlink_to

    def late(self: Path, part: Path) -> None:
        self.write_text("a letter")
        link(self, part)

    monkeypatch.setattr(Path, "hardlink_to", late)
    with pytest.raises(CorpusError, match="choose another name"):
        store.copy_to(target)
    assert target.read_text() == "a letter"
    assert [path for path in store.path.parent.iterdir() if path.suffix == ".part"] == []


def test_copy_to_when_the_place_knows_no_links_then_the_copy_is_moved_there(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    def refused(self: Path, part: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refused)
    target = store.path.with_name("copy.db")
    store.copy_to(target)
    assert assert_whole(target) == 40
    written = target.stat().st_ino
    with pytest.raises(CorpusError, match="choose another name"):
        store.copy_to(target)
    assert target.stat().st_ino == written


def test_copy_to_when_the_folder_is_absent_then_it_says_to_check_it(store: Store):
    with pytest.raises(CorpusError, match=r"nowhere.*check that the folder"):
        store.copy_to(store.path.parent / "nowhere" / "copy.db")


FULL = """
import resource, signal, sys
from dateline.errors import CorpusError
from dateline.store import Store
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Store.open(sys.argv[1], readonly=True) as store:
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
    try:
        store.copy_to(sys.argv[2])
    except CorpusError as error:
        print(error, file=sys.stderr)
"""


def test_copy_to_when_the_disk_is_full_then_it_says_so_and_nothing_is_left(store: Store):
    target = store.path.with_name("copy.db")
    command = [sys.executable, "-c", FULL, os.fspath(store.path), os.fspath(target)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert "copy.db" in done.stderr
    assert "the disk is full or failing" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(store.path.parent.glob("*copy*")) == []
