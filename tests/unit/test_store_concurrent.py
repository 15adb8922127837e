"""A corpus that is killed in the middle, and one that two processes use at once."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from dateline.store import Store

TESTS = Path(__file__).parents[1]
ADD_MADE = """
import sys
from made_corpus import made_corpus
from dateline.store import Store
first, last = int(sys.argv[2]), int(sys.argv[3])
with Store.open(sys.argv[1]) as store:
    made = list(made_corpus(last))[first:]
    for at in range(0, len(made), 4):
        with store.batch():
            kept = [store.add(a, f, "x") for a, f in made[at : at + 4]]
        print(*kept, flush=True)
"""


def adding(path: Path, first: int, last: int) -> subprocess.Popen[str]:
    paths = os.pathsep.join((str(TESTS), str(TESTS.parent)))
    return subprocess.Popen(
        [sys.executable, "-c", ADD_MADE, str(path), str(first), str(last)],
        env={**os.environ, "PYTHONPATH": paths},
        stdout=subprocess.PIPE,
        text=True,
    )


def assert_whole(path: Path) -> int:
    """The number of articles, each with its findings, in a file and indices that are sound."""
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert plain.execute("PRAGMA foreign_key_check").fetchall() == []
        for table, compared in (("quotation", 1), ("passage", 0)):
            plain.execute(
                f"INSERT INTO {table}_fts ({table}_fts, rank) VALUES ('integrity-check', ?)",
                (compared,),
            )
        plain.execute("CREATE VIRTUAL TABLE temp.held USING fts5vocab(main, passage_fts, instance)")
        held = plain.execute("SELECT count(DISTINCT doc) FROM held").fetchone()
        assert held == plain.execute("SELECT count(*) FROM passage").fetchone()
        plain.rollback()
    with Store.open(path) as store:
        for row in store.rows("articles"):
            found = store.findings(row["article_id"])
            assert len(found.quotations) == len(found.passages) > 0
            assert len(found.mentions) == 2 * len(found.passages)
        counts = store.stats()
        assert counts["extractors"] == {"x": counts["articles"]}
    articles: int = counts["articles"]
    return articles


@pytest.mark.parametrize("lines", [1, 7, 30])
def test_add_when_killed_then_committed_articles_stand_whole_and_a_rerun_completes(
    tmp_path: Path, lines: int
):
    path = tmp_path / "corpus.db"
    with adding(path, 0, 2000) as writer:
        assert writer.stdout
        committed = sum(len(writer.stdout.readline().split()) for _ in range(lines))
        writer.send_signal(signal.SIGKILL)
        committed += len(writer.stdout.read().split())
        writer.wait(30)
    kept = assert_whole(path)
    assert committed <= kept < 2000
    with adding(path, 0, kept + 20) as writer:
        said = writer.communicate(timeout=60)[0].split()
    assert (said.count("duplicate"), said.count("stored")) == (kept, 20)
    assert assert_whole(path) == kept + 20


def test_add_when_two_processes_write_and_one_reads_then_nothing_is_lost(tmp_path: Path):
    path = tmp_path / "corpus.db"
    Store.open(path).close()
    writers = [adding(path, 0, 240), adding(path, 120, 360)]
    seen = [0]
    while any(writer.poll() is None for writer in writers):
        with Store.open(path, readonly=True) as store:
            frames = store.frames()
            seen.append(len(frames["articles"]))
            assert frames["mentions"]["article_id"].notna().all()
            assert len(frames["mentions"]) == 2 * len(frames["passages"])
    said = " ".join(writer.communicate(timeout=60)[0] for writer in writers).split()
    assert [writer.returncode for writer in writers] == [0, 0]
    assert (said.count("stored"), said.count("duplicate")) == (360, 120)
    assert seen == sorted(seen)
    assert assert_whole(path) == 360


def test_read_when_a_batch_is_open_elsewhere_then_it_sees_the_last_commit_at_once(tmp_path: Path):
    path = tmp_path / "corpus.db"
    with Store.open(path) as writer, Store.open(path, readonly=True) as reader:
        with writer.batch():
            writer.start_batch([])
            writer.put_entities([])
            before = reader.fingerprint()
        assert reader.fingerprint() != before
