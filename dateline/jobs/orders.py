"""Jobs from outside: ordered, followed, stopped and forgotten."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from ..errors import JobError
from ..records import Source
from ..settings import PROJECT
from .files import (
    ENDED_MARK,
    LOG,
    RESERVE,
    RESERVE_BYTES,
    STOP,
    Kind,
    Order,
    read_order,
    write_order,
)
from .folders import (
    fresh_job,
    is_held,
    job_folder,
    job_folders,
    owner_lock,
    remove,
    state_folder,
)
from .states import ENDED, JobState, read_state


def start_ingest(corpus: Path, sources: Sequence[Source]) -> str:
    """The id of a new job that reads the sources into the corpus.

    Files that were staged move into the job's folder and go with it.

    Raises:
        JobError: it cannot be started.
    """
    return _start("ingest", corpus, sources)


def start_reanalyse(corpus: Path, *, every: bool = False) -> str:
    """The id of a new job that makes the findings of the corpus anew.

    Args:
        every: of all articles, not only of those that another extractor read.

    Raises:
        JobError: it cannot be started.
    """
    return _start("reanalyse", corpus, (), every)


def state(job_id: str) -> JobState | None:
    """How far a job is; None where there is none of that id."""
    folder = job_folder(job_id)
    return read_state(folder) if folder else None


def stop(job_id: str) -> None:
    """Ask a job to end: it stores what it has read first."""
    folder = job_folder(job_id)
    if folder:
        with suppress(OSError):
            (folder / STOP).touch()


def running(corpus: Path) -> tuple[str, ...]:
    """The jobs on a corpus that have not ended, newest first."""
    wanted = corpus.resolve()
    ids = []
    for folder in job_folders():
        order = read_order(folder)
        if order and order.corpus == wanted:
            found = read_state(folder)
            ids += [folder.name] if found and found.phase not in ENDED else []
    return tuple(ids)


def forget(job_id: str) -> bool:
    """Whether the job is gone, with its staged files; one that has not ended stays."""
    folder = job_folder(job_id)
    if folder is None:
        return True
    found = read_state(folder)
    if is_held(folder) or (found and found.phase not in ENDED):
        return False
    remove(folder)
    return True


def _start(kind: Kind, corpus: Path, sources: Sequence[Source], every: bool = False) -> str:
    folder = fresh_job()
    moves: dict[Path, Path] = {}
    try:
        kept = tuple(_adopted(one, folder, moves) for one in sources)
        (folder / RESERVE).write_bytes(bytes(RESERVE_BYTES))
        owner_lock(folder).acquire().lock.release()
        now = datetime.now(UTC).isoformat(timespec="seconds")
        write_order(folder, Order(kind, corpus.resolve(), kept, every, now, os.getpid()))
        process = _process(folder)
    except OSError as error:
        _undo(moves)
        remove(folder)
        raise JobError(
            f"the {kind} cannot be started ({error.strerror or error}): free some space in"
            f" {str(state_folder())!r} and try again"
        ) from error
    threading.Thread(target=_awaited, args=(process, folder), daemon=True).start()
    return folder.name


def _adopted(source: Source, folder: Path, moves: dict[Path, Path]) -> Source:
    """The source where the job finds it: a staged file moves, and is the job's own from now."""
    path = source.path.absolute()
    if not path.is_relative_to(state_folder().absolute()):
        return replace(source, path=path)
    if path not in moves and path.exists():
        own = folder / "files" / f"{len(moves) + 1}{path.suffix}"
        own.parent.mkdir(exist_ok=True)
        path.rename(own)
        moves[path] = own
    return replace(source, path=moves.get(path, path), name=source.name or path.name)


def _undo(moves: Mapping[Path, Path]) -> None:
    for path, own in moves.items():
        with suppress(OSError):
            own.rename(path)


def _process(folder: Path) -> subprocess.Popen[bytes]:
    with (folder / LOG).open("wb") as log:
        return subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-m", "dateline.jobs", str(folder.absolute())],
            cwd=PROJECT,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


def _awaited(process: subprocess.Popen[bytes], folder: Path) -> None:
    process.wait()
    with suppress(OSError):
        (folder / ENDED_MARK).touch()
