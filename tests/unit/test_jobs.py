"""Jobs: an ingest in a process of its own, followed, stopped, killed and started again."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline import jobs
from dateline.jobs import JobState
from dateline.jobs.files import STATE
from dateline.jobs.folders import job_folder
from dateline.jobs.states import ENDED
from dateline.records import Source
from dateline.store import Store
from dateline.turn import WAITING, turn

pytestmark = pytest.mark.usefixtures("gazetteer")

STORY = """Ferry service to resume on the Alder

RIVERTOWN - Mayor Ines Caldera said on Monday that the ferry would run again.

"The river is open," Caldera told reporters in Kabul.
"""
SECONDS = 120


def rows(path: Path, count: int) -> Path:
    texts = (f"{STORY}\nIt was crossing number {number}." for number in range(count))
    path.write_text("\n".join(json.dumps({"text": text}) for text in texts))
    return path


def followed(
    job_id: str, is_reached: Callable[[JobState], bool] = lambda state: state.phase in ENDED
) -> JobState:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        state = jobs.state(job_id)
        assert state is not None
        if is_reached(state) or state.phase in ENDED:
            return state
        time.sleep(0.03)
    raise AssertionError(f"{job_id} is not so far in {SECONDS} seconds")


def process_of(job_id: str) -> int:
    folder = job_folder(job_id)
    assert folder
    return int(json.loads((folder / STATE).read_text())["pid"])


def whole_articles(corpus: Path) -> int:
    """The articles of the corpus, each of which has its passages and its analysis."""
    with Store.open(corpus) as store:
        articles, passages = store.frames()["articles"], store.frames()["passages"]
        assert passages["article_id"].nunique() == len(articles)
        assert all(store.analysis(one) for one in articles["article_id"])
    return len(articles)


def counts(state: JobState) -> tuple[int, int, int]:
    report = state.report
    assert report is not None
    assert report.read == report.stored + report.duplicate + len(report.rejected) == state.done
    return report.stored, report.duplicate, len(report.rejected)


def test_job_when_it_runs_then_says_what_it_does_and_ends_with_its_report(tmp_path: Path) -> None:
    corpus, source = tmp_path / "corpus.db", rows(tmp_path / "a.jsonl", 40)
    source.write_text(source.read_text() + "\n{broken")
    job = jobs.start_ingest(corpus, [Source(source, "my articles.jsonl")])
    assert jobs.running(corpus) == (job,)
    said = {}

    def is_over(state: JobState) -> bool:
        said.setdefault(state.message, state)
        return state.phase in ENDED

    state = followed(job, is_over)
    assert (state.phase, state.kind, state.corpus, state.message) == ("done", "ingest", corpus, "")
    assert (state.done, state.total, state.seconds_left) == (41, 41, None)
    assert counts(state) == (40, 0, 1)
    assert state.report
    assert (state.report.rejected[0].source, state.report.rejected[0].line) == (
        "my articles.jsonl",
        41,
    )
    assert {"Loading the language model", "Reading articles"} < set(said)
    assert said["Reading articles"].total == 41
    assert jobs.running(corpus) == ()
    assert whole_articles(corpus) == 40


def test_jobs_when_two_read_the_same_file_then_one_waits_and_each_article_is_stored_once(
    tmp_path: Path,
) -> None:
    corpus, source = tmp_path / "corpus.db", rows(tmp_path / "a.jsonl", 40)
    with turn(corpus):
        first = jobs.start_ingest(corpus, [Source(source)])
        second = jobs.start_ingest(corpus, [Source(source)])
        assert jobs.running(corpus) == (second, first)
        for job in (first, second):
            state = followed(job, lambda state: state.message == WAITING)
            assert (state.phase, state.done) == ("waiting", 0)
    stored = [counts(followed(job)) for job in (first, second)]
    assert sorted(stored) == [(0, 40, 0), (40, 0, 0)]
    assert whole_articles(corpus) == 40


def test_job_when_stopped_half_way_then_keeps_what_it_read_and_again_completes_it(
    tmp_path: Path,
) -> None:
    corpus, source = tmp_path / "corpus.db", rows(tmp_path / "a.jsonl", 160)
    job = jobs.start_ingest(corpus, [Source(source)])
    state = followed(job, lambda state: state.done > 5)
    assert state.total == 160
    jobs.stop(job)
    state = followed(job)
    stored, _, _ = counts(state)
    assert state.phase == "stopped"
    assert state.report
    assert state.report.stopped
    assert 5 < stored < 160
    assert whole_articles(corpus) == stored
    again = followed(jobs.start_ingest(corpus, state.sources))
    assert counts(again) == (160 - stored, stored, 0)
    assert whole_articles(corpus) == 160


def test_job_when_stopped_while_it_waits_then_ends_without_a_batch(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.db"
    with turn(corpus):
        job = jobs.start_ingest(corpus, [Source(rows(tmp_path / "a.jsonl", 2))])
        followed(job, lambda state: state.message == WAITING)
        jobs.stop(job)
        state = followed(job)
    assert (state.phase, state.report and state.report.batch_id) == ("stopped", "")
    with Store.open(corpus) as store:
        assert store.batches() == ()


def test_job_when_killed_then_is_seen_as_stopped_and_again_completes_it(tmp_path: Path) -> None:
    corpus, source = tmp_path / "corpus.db", rows(tmp_path / "a.jsonl", 160)
    job = jobs.start_ingest(corpus, [Source(source)])
    followed(job, lambda state: state.done > 20)
    os.kill(process_of(job), signal.SIGKILL)
    state = followed(job)
    assert (state.phase, state.report, state.seconds_left) == ("stopped", None, None)
    assert "ended before its work was done" in state.message
    kept = whole_articles(corpus)
    assert 0 < kept < 160
    assert counts(followed(jobs.start_ingest(corpus, [Source(source)]))) == (160 - kept, kept, 0)


PARENT = """
import sys, time
from pathlib import Path
from dateline import jobs
from dateline.records import Source
job = jobs.start_ingest(Path(sys.argv[1]), [Source(Path(sys.argv[2]))])
print(job, flush=True)
until = time.monotonic() + 100
while time.monotonic() < until and jobs.state(job).done < 3:
    time.sleep(0.03)
"""


def test_job_when_its_parent_is_gone_then_stops_and_what_it_read_is_kept(tmp_path: Path) -> None:
    corpus, source = tmp_path / "corpus.db", rows(tmp_path / "a.jsonl", 160)
    command = [sys.executable, "-c", PARENT, str(corpus), str(source)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=True)
    state = followed(ran.stdout.strip())
    stored, _, _ = counts(state)
    assert state.phase == "stopped"
    assert 0 < stored < 160
    assert whole_articles(corpus) == stored


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="no prlimit on this system")
def test_job_when_the_disk_is_full_then_says_so_and_the_corpus_is_whole(tmp_path: Path) -> None:
    corpus, source = tmp_path / "corpus.db", rows(tmp_path / "a.jsonl", 160)
    job = jobs.start_ingest(corpus, [Source(source)])
    followed(job, lambda state: state.done > 20)
    written = max(path.stat().st_size for path in tmp_path.glob("corpus.db*"))
    limit = (written + 50_000, resource.RLIM_INFINITY)
    resource.prlimit(process_of(job), resource.RLIMIT_FSIZE, limit)
    state = followed(job)
    assert state.phase == "failed"
    assert "the disk is full or failing: free some space and run again" in state.message
    kept = whole_articles(corpus)
    assert 0 < kept < 160
    assert counts(followed(jobs.start_ingest(corpus, [Source(source)]))) == (160 - kept, kept, 0)
    assert whole_articles(corpus) == 160


def test_job_when_the_corpus_is_none_then_fails_with_what_to_do(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.db"
    corpus.write_text("a shopping list, not a corpus\n" * 100)
    state = followed(jobs.start_ingest(corpus, [Source(rows(tmp_path / "a.jsonl", 1))]))
    assert state.phase == "failed"
    assert "not a Dateline corpus" in state.message
    assert corpus.read_text().startswith("a shopping list")


def test_reanalyse_job_when_stopped_then_again_completes_it(tmp_path: Path) -> None:
    corpus, source = tmp_path / "corpus.db", rows(tmp_path / "a.jsonl", 60)
    followed(jobs.start_ingest(corpus, [Source(source)]))
    with Store.open(corpus) as store, store.batch():
        for article_id in store.outdated(""):
            store.replace_findings(article_id, store.findings(article_id), "an older one")
    job = jobs.start_reanalyse(corpus)
    followed(job, lambda state: state.message == "Analysing articles")
    jobs.stop(job)
    state = followed(job)
    assert (state.phase, state.kind, state.total) == ("stopped", "reanalyse", 60)
    assert state.done < 60
    again = followed(jobs.start_reanalyse(corpus))
    assert (again.phase, again.done, again.report) == ("done", 60 - state.done, None)


def test_staged_files_when_a_job_reads_them_then_are_its_own_and_go_with_it(
    tmp_path: Path,
) -> None:
    staged, mine = jobs.staged_folder() / "0.txt", tmp_path / "mine.txt"
    staged.write_text(STORY)
    mine.write_text("")
    corpus = tmp_path / "corpus.db"
    job = jobs.start_ingest(corpus, [Source(staged, "ferry by night.txt"), Source(mine)])
    assert not staged.exists()
    state, folder = followed(job), job_folder(job)
    assert counts(state) == (1, 0, 1)
    assert folder
    own = state.sources[0].path
    assert (own.read_text(), own.is_relative_to(folder)) == (STORY, True)
    with Store.open(corpus) as store:
        (batch,) = store.batches()
        assert batch.sources == ("ferry by night.txt", str(mine))
        assert list(store.frames()["articles"]["source_file"]) == ["ferry by night.txt"]
    until = time.monotonic() + 20
    while not jobs.forget(job) and time.monotonic() < until:
        time.sleep(0.02)
    assert not folder.exists()
    assert mine.exists()
