"""The folders of jobs: damaged states, strange ids, staged files, and what is swept away."""

from __future__ import annotations

import json
import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dateline import jobs
from dateline.errors import JobError
from dateline.jobs import orders
from dateline.jobs.account import WRITE_SECONDS, Account
from dateline.jobs.files import (
    ENDED_MARK,
    ORDER,
    REPORT,
    RESERVE,
    STATE,
    Order,
    write_order,
    write_report,
)
from dateline.jobs.folders import fresh_job, owner_lock, state_folder
from dateline.jobs.work import work
from dateline.records import IngestReport, Rejected, Source


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_STATE", str(tmp_path / "state"))


def ordered(age_seconds: float = 0, sources: tuple[Source, ...] = ()) -> Path:
    folder = fresh_job()
    started = (datetime.now(UTC) - timedelta(seconds=age_seconds)).isoformat()
    write_order(folder, Order("ingest", Path("/c.db"), sources, False, started, os.getpid()))
    return folder


DAMAGED = [
    b"",
    b"{",
    b"[]",
    b"null",
    b'{"phase": "running"}',
    b'{"phase": "running", "done": 7, "tot',
    b'{"phase": "dancing", "message": 4, "done": "x", "total": [], "rate": {}}',
    b'{"phase": "running", "done": 1e999, "total": 1, "rate": 1, "seconds_left": 1}',
    b'{"phase": ["running"], "message": null}',
    b"\xff\xfe\x00",
    b"[" * 100_000,
]


@pytest.mark.parametrize("content", DAMAGED)
def test_state_when_its_file_is_damaged_then_is_stopped_and_never_raises(content: bytes) -> None:
    folder = ordered()
    (folder / STATE).write_bytes(content)
    (folder / REPORT).write_bytes(content)
    state = jobs.state(folder.name)
    assert state is not None
    assert (state.phase, state.done, state.report) == ("stopped", 0, None)
    with owner_lock(folder).acquire():
        state = jobs.state(folder.name)
        assert state is not None
        assert state.phase in ("waiting", "running")


@pytest.mark.parametrize("content", [*DAMAGED, b'{"kind": "dance"}', b'{"kind": "ingest"}'])
def test_state_when_the_order_is_damaged_then_there_is_no_such_job(content: bytes) -> None:
    folder = ordered()
    (folder / ORDER).write_bytes(content)
    assert jobs.state(folder.name) is None
    assert work(folder) == 2
    assert jobs.running(Path("/c.db")) == ()
    assert jobs.forget(folder.name)


@pytest.mark.parametrize("name", ["", "..", "../../etc", "/etc", "x" * 9999, "a\0b", "1" * 20])
def test_state_when_the_id_is_none_then_is_none(name: str) -> None:
    ordered()
    assert jobs.state(name) is None
    jobs.stop(name)
    assert jobs.forget(name)
    assert len(list((state_folder() / "jobs").iterdir())) == 1


@pytest.mark.parametrize(
    ("age", "is_ended", "phase"),
    [(0, False, "waiting"), (0, True, "failed"), (999, False, "failed")],
)
def test_state_when_the_process_has_said_nothing_then_waits_for_it_a_while(
    age: float, is_ended: bool, phase: str
) -> None:
    folder = ordered(age)
    if is_ended:
        (folder / ENDED_MARK).touch()
    state = jobs.state(folder.name)
    assert state is not None
    assert state.phase == phase
    assert jobs.forget(folder.name) == (phase == "failed")
    assert folder.exists() == (phase == "waiting")


def test_running_when_there_are_several_then_has_the_living_of_this_corpus_newest_first() -> None:
    folders = [ordered() for _ in range(3)]
    (folders[1] / ENDED_MARK).touch()
    assert jobs.running(Path("/c.db")) == (folders[2].name, folders[0].name)
    assert jobs.running(Path("/other.db")) == ()


def test_report_when_it_has_thousands_of_rejections_then_comes_back_equal() -> None:
    folder = ordered()
    lines = tuple(Rejected(f"{n}\ud800‮.txt", n, "the file is empty") for n in range(3000))
    report = IngestReport("b7", 1, 2, lines, stopped=True)
    account = Account(folder)
    account.end("stopped", "", report, 3003)
    state = jobs.state(folder.name)
    assert state is not None
    assert (state.phase, state.report, state.done) == ("stopped", report, 3003)
    write_report(folder, IngestReport("b8"))
    assert jobs.state(folder.name).report == IngestReport("b8")


def test_account_when_told_often_then_writes_four_times_a_second_and_knows_the_rate() -> None:
    folder = ordered()
    account, written, started = Account(folder), set[tuple[int, int]](), time.monotonic()
    for done in range(3000):
        account.progress(done, 6000)
        seen = (folder / STATE).stat()
        written.add((seen.st_ino, seen.st_mtime_ns))
    assert len(written) <= (time.monotonic() - started) / WRITE_SECONDS + 2
    time.sleep(WRITE_SECONDS)
    account.progress(3000, 6000)
    seconds = time.monotonic() - started
    with owner_lock(folder).acquire():
        state = jobs.state(folder.name)
    assert state is not None
    assert (state.done, state.total, state.phase) == (3000, 6000, "running")
    assert state.rate == pytest.approx(3000 / seconds, rel=0.2)
    assert state.seconds_left == pytest.approx(3000 / state.rate, abs=0.06)


def test_account_when_nothing_can_be_written_then_the_work_goes_on(tmp_path: Path) -> None:
    account = Account(tmp_path / "gone")
    account.say("Reading articles")
    account.progress(0, 5)
    account.end("failed", "the disk is full", None, 3)


def test_staged_files_when_a_job_cannot_start_then_stay_where_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(orders.sys, "executable", str(tmp_path / "no-such-python"))
    staged = jobs.staged_folder() / "0.txt"
    staged.write_text("Rain fell.")
    with pytest.raises(JobError, match="cannot be started"):
        jobs.start_ingest(tmp_path / "c.db", [Source(staged)])
    assert staged.read_text() == "Rain fell."
    assert list((state_folder() / "jobs").iterdir()) == []


def test_staged_folder_when_a_day_has_passed_then_is_swept_and_fresh_ones_stay() -> None:
    old, young = jobs.staged_folder(), jobs.staged_folder()
    ended, living = ordered(), ordered()
    for folder in (old, ended, living):
        os.utime(folder, (0, 0))
    with owner_lock(living).acquire():
        os.utime(living, (0, 0))
        newest, job = jobs.staged_folder(), fresh_job()
    assert not old.exists()
    assert not ended.exists()
    assert young.exists()
    assert newest.exists()
    assert {living, job} == set((state_folder() / "jobs").iterdir())


def test_staged_folder_when_it_cannot_be_made_then_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("DATELINE_STATE", str(tmp_path / "file"))
    with pytest.raises(JobError, match="DATELINE_STATE"):
        jobs.staged_folder()
    assert jobs.running(tmp_path) == ()


def test_reserve_when_the_job_ends_then_its_space_is_given_back() -> None:
    folder = ordered()
    (folder / RESERVE).write_bytes(b"x")
    Account(folder).end("done", "", None, 0)
    assert not (folder / RESERVE).exists()
    assert json.loads((folder / STATE).read_text())["phase"] == "done"
