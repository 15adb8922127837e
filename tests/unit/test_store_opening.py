"""Opening a corpus: absent, foreign, damaged, newer, older, read-only, on a full disk."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from store_records import made_article, made_findings

from dateline.errors import CorpusError, NewerSchema
from dateline.records import Findings
from dateline.store import Store
from dateline.store.schema import MIGRATIONS, Migration, migrate, needs_migration, schema_version

ROOT = Path(__file__).parents[2]


def filled(path: Path) -> Path:
    with Store.open(path) as store:
        article = made_article()
        store.add(article, made_findings(article), "x")
    return path


def test_open_when_absent_then_it_is_made_with_its_folder(tmp_path: Path):
    with Store.open(str(tmp_path / "deep" / "er" / "corpus.db")) as store:
        assert store.stats()["articles"] == 0
        assert store.stats()["schema"] == len(MIGRATIONS)


def test_open_when_absent_and_readonly_then_it_says_to_ingest(tmp_path: Path):
    with pytest.raises(CorpusError, match="ingest"):
        Store.open(tmp_path / "corpus.db", readonly=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("readonly", [False, True])
@pytest.mark.parametrize(
    "content",
    [b"Not a database, but text.\n" * 100, b"\0" * 5000, b"SQLite format 3\0" + b"\xff" * 5000],
)
def test_open_when_no_database_then_it_is_refused_and_left_as_it_was(
    tmp_path: Path, content: bytes, readonly: bool
):
    path = tmp_path / "corpus.db"
    path.write_bytes(content)
    with pytest.raises(CorpusError, match=r"corpus\.db.*restore a copy"):
        Store.open(path, readonly=readonly)
    assert path.read_bytes() == content


@pytest.mark.parametrize("readonly", [False, True])
def test_open_when_cut_short_then_it_is_refused(tmp_path: Path, readonly: bool):
    path = filled(tmp_path / "corpus.db")
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(CorpusError, match="restore a copy"):
        Store.open(path, readonly=readonly)
    assert path.read_bytes() == whole[: len(whole) // 2]


def test_open_when_another_application_made_it_then_it_is_refused_untouched(tmp_path: Path):
    path = tmp_path / "bookmarks.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE bookmark (url TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(CorpusError, match="another application"):
        Store.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("readonly", [False, True])
def test_open_when_newer_then_it_is_refused_untouched(tmp_path: Path, readonly: bool):
    path = filled(tmp_path / "corpus.db")
    with sqlite3.connect(path) as later:
        later.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
        later.execute("PRAGMA journal_mode = DELETE")
    later.close()
    before = path.read_bytes()
    with pytest.raises(NewerSchema, match="newer Dateline"):
        Store.open(path, readonly=readonly)
    assert path.read_bytes() == before


def test_open_when_a_table_was_taken_out_by_hand_then_its_use_says_so(tmp_path: Path):
    path = filled(tmp_path / "corpus.db")
    with sqlite3.connect(path) as hand:
        hand.execute("DROP TABLE timex")
    hand.close()
    with Store.open(path) as store, pytest.raises(CorpusError, match="timex"):
        store.frames()


def test_migrate_when_the_corpus_is_a_version_older_then_it_keeps_its_articles(tmp_path: Path):
    path = filled(tmp_path / "corpus.db")
    later = (*MIGRATIONS, Migration("ALTER TABLE place ADD COLUMN lead TEXT DEFAULT '';\n"))
    connection = sqlite3.connect(path, isolation_level=None)
    migrate(connection, later)
    assert schema_version(connection) == len(MIGRATIONS) + 1
    assert connection.execute("SELECT count(*) FROM article").fetchone() == (1,)
    assert "lead" in {row[1] for row in connection.execute("PRAGMA table_info (place)")}
    connection.close()


def test_migrate_when_a_step_fails_then_the_corpus_stays_at_the_version_before(tmp_path: Path):
    path = filled(tmp_path / "corpus.db")
    broken = "ALTER TABLE place ADD COLUMN lead TEXT;\nALTER TABLE nothing ADD COLUMN x TEXT;\n"
    connection = sqlite3.connect(path, isolation_level=None)
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, (*MIGRATIONS, Migration(broken)))
    assert "lead" not in {row[1] for row in connection.execute("PRAGMA table_info (place)")}
    connection.close()
    with Store.open(path) as store:
        assert store.stats()["schema"] == len(MIGRATIONS)
        assert len(list(store.rows("articles"))) == 1


def test_open_when_two_open_a_new_file_at_once_then_both_succeed(tmp_path: Path):
    path, failures = tmp_path / "corpus.db", []

    def opener() -> None:
        try:
            Store.open(path).close()
        except CorpusError as error:
            failures.append(error)

    threads = [threading.Thread(target=opener) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert failures == []


def test_open_when_another_makes_the_tables_while_the_file_is_looked_at_then_it_is_ours(
    tmp_path: Path,
):
    one, other = (sqlite3.connect(tmp_path / "corpus.db", isolation_level=None) for _ in range(2))
    looked = []

    def look(statement: str) -> None:
        looked.append(statement)
        if len(looked) == 3:
            migrate(other)

    one.set_trace_callback(look)
    assert needs_migration(one)
    assert any("application_id" in statement for statement in looked[:3])
    assert schema_version(one) == len(MIGRATIONS)
    one.close()
    other.close()


def test_add_when_opened_readonly_then_it_is_refused(tmp_path: Path):
    path = filled(tmp_path / "corpus.db")
    with Store.open(path, readonly=True) as store:
        assert store.stats()["articles"] == 1
        with pytest.raises(CorpusError, match="read-only"):
            store.add(made_article("Two ferries"), Findings(), "x")


FULL = """
import resource, signal, sys
from dataclasses import replace
from dateline.errors import CorpusError
from dateline.records import Article, Findings, article_id
from dateline.store import Store
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Store.open(sys.argv[1]) as store:
    resource.setrlimit(resource.RLIMIT_FSIZE, (900_000, 900_000))
    try:
        for n in range(10_000):
            text = f"{n} " + "water level " * 500
            store.add(Article(article_id(text), text), Findings(), "x")
            print(n, flush=True)
    except CorpusError as error:
        print(error, file=sys.stderr)
"""


def test_add_when_the_disk_is_full_then_it_says_so_and_keeps_what_was_committed(tmp_path: Path):
    path = tmp_path / "corpus.db"
    done = subprocess.run(
        [sys.executable, "-c", FULL, path], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert "the disk is full or failing" in done.stderr
    assert "Traceback" not in done.stderr
    with Store.open(path) as store:
        assert store.stats()["articles"] == len(done.stdout.split())
        assert store.stats()["articles"] > 5


@pytest.fixture
def locked_corpus() -> Iterator[Path]:
    """A corpus in a folder that this process may read and not write, even where it is root."""
    with TemporaryDirectory() as folder:
        path = filled(Path(folder) / "corpus.db")
        path.chmod(0o444)
        path.parent.chmod(0o555)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        yield path
        if root:
            os.seteuid(0)
        path.parent.chmod(0o755)


def test_open_when_the_folder_is_read_only_then_it_can_be_read_and_not_written(
    locked_corpus: Path,
):
    with Store.open(locked_corpus, readonly=True) as store:
        assert store.stats()["articles"] == 1
    with pytest.raises(CorpusError, match="read-only"):
        Store.open(locked_corpus)


def test_open_when_the_folder_cannot_be_made_then_another_is_asked_for(locked_corpus: Path):
    with pytest.raises(CorpusError, match="choose another"):
        Store.open(locked_corpus.parent / "deeper" / "corpus.db")
    with pytest.raises(CorpusError, match="choose another"):
        Store.open(locked_corpus / "corpus.db")
    with pytest.raises(CorpusError, match="check that the folder"):
        Store.open(locked_corpus.parent)
