"""The commands that keep a corpus: ingest, batches, undo, reanalyse, backup."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.errors import CorpusError
from dateline.store import Store
from dateline.turn import turn

pytestmark = pytest.mark.usefixtures("gazetteer")

TABLE = """lead,content
"The ferry on the Alder runs again, Mayor Ines Caldera said on Monday.",none
"Snow closed the pass above Rivertown on Tuesday.",none
"""


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "corpus.db"
    monkeypatch.setenv("DATELINE_CORPUS", str(path))
    return path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "news.csv"
    path.write_text(TABLE)
    return path


def articles(corpus: Path) -> list[str]:
    with Store.open(corpus, readonly=True) as store:
        return [row["text"] for row in store.rows("articles")]


def test_ingest_when_a_column_is_named_then_reads_it(corpus: Path, table: Path) -> None:
    assert main(["ingest", str(table), "--column", "text=lead"]) == 0
    assert [text.split()[0] for text in articles(corpus)] == ["The", "Snow"]


@pytest.mark.parametrize("column", ["lead", "words=lead", "=lead", "", "Text=lead"])
def test_ingest_when_a_column_makes_no_sense_then_says_what_does(
    column: str, corpus: Path, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ingest", str(table), "--column", column]) == 2
    said = capsys.readouterr().err
    assert f"--column {column!r} is not FIELD=COLUMN" in said
    assert "text, title, deck, url" in said
    assert not corpus.exists()


def test_batches_when_listed_then_the_newest_comes_first_and_undo_takes_one_out(
    corpus: Path, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["ingest", str(table), "--column", "text=lead"])
    main(["ingest", str(table), str(table), str(table), str(table)])
    capsys.readouterr()
    assert main(["batches"]) == 0
    newest, first = capsys.readouterr().out.splitlines()
    assert newest.startswith("b2 ")
    assert newest.endswith("news.csv and 1 more")
    assert "2 stored  0 duplicate  0 rejected" in first
    assert main(["undo", "b1"]) == 0
    assert capsys.readouterr().out == "2 articles taken out\n"
    assert [text.split()[0] for text in articles(corpus)] == ["none"]
    assert main(["undo", "b1"]) == 2
    assert "no batch 'b1'" in capsys.readouterr().err


def test_undo_when_an_ingest_is_under_way_then_refuses_and_changes_nothing(
    corpus: Path, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["ingest", str(table), "--column", "text=lead"])
    with turn(corpus):
        assert main(["undo", "b1"]) == 1
    assert "under way" in capsys.readouterr().err
    assert len(articles(corpus)) == 2


def test_reanalyse_when_asked_for_all_then_says_how_many(
    corpus: Path, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["ingest", str(table), "--column", "text=lead"])
    capsys.readouterr()
    assert main(["reanalyse"]) == 0
    assert main(["reanalyse", "--all"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said == ["0 articles analysed anew", "2 articles analysed anew"]


def test_backup_when_taken_then_is_a_corpus_and_an_existing_file_is_refused(
    corpus: Path, table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["ingest", str(table), "--column", "text=lead"])
    copy = tmp_path / "copy.db"
    assert main(["backup", str(copy)]) == 0
    assert articles(copy) == articles(corpus)
    before = copy.read_bytes()
    assert main(["backup", str(copy)]) == 1
    assert str(copy) in capsys.readouterr().err
    assert copy.read_bytes() == before


@pytest.mark.parametrize(
    "arguments", [["batches"], ["undo", "b1"], ["reanalyse"], ["reanalyse", "--all"]]
)
def test_command_when_there_is_no_corpus_then_says_so_and_makes_none(
    arguments: list[str], corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 1
    assert f"there is no corpus at {str(corpus)!r}" in capsys.readouterr().err
    assert not corpus.exists()


def test_backup_when_there_is_no_corpus_then_makes_no_file(corpus: Path, tmp_path: Path) -> None:
    assert main(["backup", str(tmp_path / "copy.db")]) == 1
    assert list(tmp_path.iterdir()) == []


def test_ingest_when_interrupted_then_stores_what_it_read_and_says_so(
    corpus: Path, tmp_path: Path
) -> None:
    source = tmp_path / "long.csv"
    rows = (f'"The ferry made crossing {n}, Mayor Ines Caldera said.",x\n' for n in range(2000))
    source.write_text("text,note\n" + "".join(rows))
    command = [sys.executable, "-m", "dateline", "ingest", str(source)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        wait_for_articles(corpus, running)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
    finally:
        running.kill()
        running.communicate()
    assert running.returncode == 130
    assert "stopped; what was read is stored: run it again" in err
    stored = len(articles(corpus))
    assert out.splitlines()[-1] == f"{stored} read = {stored} stored + 0 duplicate + 0 rejected"
    assert 0 < stored < 2000


def wait_for_articles(corpus: Path, running: subprocess.Popen[str]) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and running.poll() is None:
        with suppress(CorpusError):
            if articles(corpus):
                return
        time.sleep(0.05)
    raise AssertionError("no article was stored in time")
