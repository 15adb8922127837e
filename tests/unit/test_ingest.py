"""An ingest accounts for everything that it reads, and keeps what it can use."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

import pytest

from dateline import ingest as ingest_room
from dateline.cli import main
from dateline.errors import CorpusError
from dateline.ingest import ingest
from dateline.places.gazetteer import Gazetteer
from dateline.records import IngestReport, Source
from dateline.store import Store
from dateline.turn import WAITING, turn

pytestmark = pytest.mark.usefixtures("gazetteer")

STORY = """Ferry service to resume on the Alder

RIVERTOWN - Mayor Ines Caldera said on Monday that the ferry would run again.

"The river is open," Caldera told reporters in Kabul.
"""


def read_in(corpus: Path, *paths: Path) -> IngestReport:
    with Store.open(corpus) as store:
        return ingest(paths, store, lambda _done, _total: None)


def adds_up(report: IngestReport) -> bool:
    return report.read == report.stored + report.duplicate + len(report.rejected)


def test_ingest_when_the_same_file_comes_twice_then_stores_it_once(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(STORY)
    corpus = tmp_path / "corpus.db"
    first = read_in(corpus, tmp_path / "ferry.txt")
    again = read_in(corpus, tmp_path / "ferry.txt", tmp_path / "ferry.txt")
    assert (first.stored, first.duplicate) == (1, 0)
    assert (again.stored, again.duplicate) == (0, 2)
    with Store.open(corpus, readonly=True) as store:
        assert len(store.frames()["articles"]) == 1


BAD = {
    "empty.txt": (b"", "empty"),
    "binary.txt": (bytes(range(256)) * 20, "binary"),
    "notext.csv": (b"name,age\nInes,41\n", "text"),
    "long.txt": (b"Rain fell on the valley. " * 210_000, "characters; at most 1,000,000"),
    "broken.jsonl": (b'{"text": "Rain fell on Monday, officials said."\n', "JSON"),
}


@pytest.mark.parametrize("name", BAD)
def test_ingest_when_a_file_is_unusable_then_lists_it_and_keeps_the_rest(
    name: str, tmp_path: Path
) -> None:
    content, said = BAD[name]
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / name).write_bytes(content)
    (folder / "ferry.txt").write_text(STORY)
    report = read_in(tmp_path / "corpus.db", folder)
    assert report.stored == 1
    assert adds_up(report)
    assert [Path(r.source).name for r in report.rejected] == [name]
    assert said.lower() in report.rejected[0].reason.lower()


def test_ingest_when_a_line_is_broken_then_names_its_number(tmp_path: Path) -> None:
    rows = [json.dumps({"text": STORY}), "{broken", json.dumps({"text": STORY + " More rain."})]
    (tmp_path / "rows.jsonl").write_text("\n".join(rows))
    report = read_in(tmp_path / "corpus.db", tmp_path / "rows.jsonl")
    assert (report.stored, [r.line for r in report.rejected]) == (2, [2])


def test_ingest_when_text_is_invalid_utf8_then_still_reads_it(tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_bytes(STORY.encode() + b"\n\xff\xfe rain\xe9")
    assert read_in(tmp_path / "corpus.db", tmp_path / "odd.txt").stored == 1


def test_ingest_when_an_article_cannot_be_analysed_then_lists_it_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    annotate = ingest_room.annotate

    def breaks_on_hail(article: ingest_room.Article, gazetteer: Gazetteer) -> object:
        if "hail" in article.text:
            raise RuntimeError("hail")
        return annotate(article, gazetteer)

    monkeypatch.setattr(ingest_room, "annotate", breaks_on_hail)
    (tmp_path / "a.txt").write_text(STORY + "\nThen hail fell.\n")
    (tmp_path / "b.txt").write_text(STORY)
    report = read_in(tmp_path / "corpus.db", tmp_path / "a.txt", tmp_path / "b.txt")
    assert (report.stored, len(report.rejected)) == (1, 1)
    assert "could not be analysed" in report.rejected[0].reason
    assert "hail" in caplog.text


def test_ingest_when_killed_then_keeps_whole_articles_and_a_second_run_completes(
    tmp_path: Path,
) -> None:
    rows = [json.dumps({"text": f"{STORY}\nIt was crossing number {n}."}) for n in range(120)]
    source, corpus = tmp_path / "rows.jsonl", tmp_path / "corpus.db"
    source.write_text("\n".join(rows))
    command = [sys.executable, "-m", "dateline", "ingest", str(source), "--corpus", str(corpus)]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for_an_article(corpus, running)
    finally:
        running.send_signal(signal.SIGKILL)
        running.wait(10)
    with Store.open(corpus) as store:
        frames = store.frames()
    kept = len(frames["articles"])
    assert 0 < kept < 120
    assert frames["passages"]["article_id"].nunique() == kept
    report = read_in(corpus, source)
    assert (report.stored, report.duplicate) == (120 - kept, kept)


def wait_for_an_article(corpus: Path, running: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and running.poll() is None:
        with suppress(CorpusError), Store.open(corpus, readonly=True) as store:
            if store.stats()["articles"]:
                return
        time.sleep(0.05)
    raise AssertionError("no article was stored in time")


def numbered(path: Path, count: int) -> Path:
    texts = (f"{STORY}\nIt was crossing number {number}." for number in range(count))
    path.write_text("\n".join(json.dumps({"text": text}) for text in texts))
    return path


@pytest.mark.parametrize("asked", [0, 1, 20, 39, 40, 41])
def test_ingest_when_stopped_then_stores_what_it_read_and_finishes_its_batch(
    asked: int, tmp_path: Path
) -> None:
    done = list[int]()
    numbered(tmp_path / "a.jsonl", 39)
    (tmp_path / "b.txt").write_bytes(b"")
    with Store.open(tmp_path / "corpus.db") as store:
        report = ingest(
            [tmp_path / "a.jsonl", tmp_path / "b.txt"],
            store,
            lambda one, _total: done.append(one),
            is_stopped=lambda: bool(done) and done[-1] >= asked,
        )
        (batch,) = store.batches()
        assert len(store.frames()["articles"]) == report.stored == min(asked, 39)
    assert adds_up(report)
    assert report.read == min(asked, 40)
    assert report.stopped == (asked < 40)
    assert (batch.stored, batch.rejected, bool(batch.finished_at)) == (
        report.stored,
        len(report.rejected),
        True,
    )


def test_ingest_when_it_analyses_then_another_can_write_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus, annotate, waits = tmp_path / "corpus.db", ingest_room.annotate, list[float]()

    def writes_elsewhere(article: ingest_room.Article, gazetteer: Gazetteer) -> object:
        started = time.monotonic()
        with Store.open(corpus) as other:
            other.put_places(())
        waits.append(time.monotonic() - started)
        return annotate(article, gazetteer)

    monkeypatch.setattr(ingest_room, "annotate", writes_elsewhere)
    assert read_in(corpus, numbered(tmp_path / "a.jsonl", 20)).stored == 20
    assert max(waits) < 5


@contextmanager
def held_elsewhere(corpus: Path) -> Iterator[None]:
    """The turn of the corpus is another thread's meanwhile."""
    is_taken, is_over = Event(), Event()

    def hold() -> None:
        with turn(corpus):
            is_taken.set()
            is_over.wait(60)

    holder = Thread(target=hold)
    holder.start()
    try:
        assert is_taken.wait(20)
        yield
    finally:
        is_over.set()
        holder.join(20)


def test_ingest_when_stopped_before_its_turn_then_leaves_no_batch(tmp_path: Path) -> None:
    corpus, said = tmp_path / "corpus.db", list[str]()
    source = Source(numbered(tmp_path / "a.jsonl", 2))
    with Store.open(corpus) as store, held_elsewhere(corpus):
        report = ingest(
            [source],
            store,
            lambda _done, _total: None,
            is_stopped=lambda: len(said) > 0,
            say=said.append,
        )
        assert store.batches() == ()
    assert report == IngestReport("", stopped=True)
    assert said == [WAITING]


def test_ingest_when_its_turn_comes_then_goes_on(tmp_path: Path) -> None:
    corpus, said = tmp_path / "corpus.db", list[str]()
    waiting = held_elsewhere(corpus)

    def say(words: str) -> None:
        said.append(words)
        if words == WAITING:
            waiting.__exit__(None, None, None)

    with Store.open(corpus) as store:
        waiting.__enter__()
        source = numbered(tmp_path / "a.jsonl", 2)
        report = ingest([source], store, lambda _done, _total: None, say=say)
    assert (report.stored, said[0], said[-1]) == (2, WAITING, "Reading articles")


def test_ingest_when_there_are_several_files_then_knows_the_total_from_the_start(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    numbered(folder / "a.jsonl", 3)
    (folder / "b.csv").write_text('text\n"Rain fell.\nThen it snowed."\nThe sun came out.\n')
    (folder / "c.csv").write_text("name,age\nInes,41\nTomas,42\n")
    (folder / "d.csv").write_text('text\n"Hail fell on Monday.\n"It stopped.\n')
    (folder / "e.txt").write_text("Fog lay on the river.")
    told = list[tuple[int, int]]()
    with Store.open(tmp_path / "corpus.db") as store:
        report = ingest([folder], store, lambda *one: told.append(one))
    assert told[0] == (0, 8)
    assert [done for done, _ in told] == list(range(report.read + 1))
    assert told[-1] == (report.read, report.read)


@pytest.mark.skipif(not Path("/proc/self/io").exists(), reason="no count of bytes read")
def test_ingest_when_it_counts_then_reads_no_file_twice_for_it(tmp_path: Path) -> None:
    path = tmp_path / "notes.csv"
    path.write_text("text,notes\n" + f",{'Rain. ' * 40_000}\n" * 60)
    read_in(tmp_path / "corpus.db", path)
    before = bytes_read()
    report = read_in(tmp_path / "corpus.db", path)
    assert len(report.rejected) == 60
    assert 2 <= (bytes_read() - before) / path.stat().st_size < 2.5


def bytes_read() -> int:
    counts = dict(line.split(": ") for line in Path("/proc/self/io").read_text().splitlines())
    return int(counts["rchar"])


def test_ingest_when_the_disk_is_full_then_raises_and_finishes_the_batch_if_it_can(
    tmp_path: Path,
) -> None:
    source = numbered(tmp_path / "a.jsonl", 200)
    with Store.open(tmp_path / "corpus.db") as store:
        pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
        store._connection.execute(f"PRAGMA max_page_count = {pages + 150}")
        with pytest.raises(CorpusError, match="the disk is full"):
            ingest([source], store, lambda _done, _total: None)
        kept = len(store.frames()["articles"])
        (batch,) = store.batches()
    assert 0 < kept < 200
    assert kept % ingest_room.BATCH == 0
    assert (batch.stored, bool(batch.finished_at)) == (kept, True)
    assert (report := read_in(tmp_path / "corpus.db", source)).duplicate == kept
    assert report.stored == 200 - kept


def test_command_when_something_is_stored_then_ends_with_a_report_that_adds_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "ferry.txt").write_text(STORY)
    (tmp_path / "in" / "empty.txt").write_text("")
    status = main(["ingest", str(tmp_path / "in"), "--corpus", str(tmp_path / "c.db")])
    said = capsys.readouterr().out.splitlines()
    assert status == 0
    assert said[-1] == "2 read = 1 stored + 0 duplicate + 1 rejected"
    assert "empty.txt" in said[0]


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["ingest", "no-such-file.txt"], 1),
        (["stats", "--corpus", "no-such-corpus.db"], 1),
        (["annotate", "no-such.jsonl", "out.jsonl"], 2),
    ],
)
def test_command_when_nothing_is_usable_then_says_so_by_its_status(
    arguments: list[str], status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == status


@pytest.mark.parametrize("arguments", [[], ["ingest"], ["export", "--table", "cats"]])
def test_command_when_used_wrongly_then_ends_with_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
