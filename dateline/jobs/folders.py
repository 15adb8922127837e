"""Where jobs and staged files lie, and when they are taken away.

DATELINE_STATE   the folder for jobs and staged files (the user's state folder of this system)
"""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex

from filelock import FileLock, Timeout
from platformdirs import user_state_path

from ..errors import JobError

DAY_SECONDS = 86_400
STAGED_DAYS = 1
JOB_DAYS = 7
"""Days after which a job that has ended is forgotten."""
JOB_ID = re.compile(r"\d{20}-[0-9a-f]{6}")


def state_folder() -> Path:
    """The folder for what Dateline keeps between runs beside the corpora."""
    own = os.environ.get("DATELINE_STATE")
    return Path(own) if own else user_state_path("dateline", appauthor=False)


def staged_folder() -> Path:
    """A fresh folder for files that a screen stages before a job is started.

    They go with the job that reads them; without one they are removed after a day.

    Raises:
        JobError: it cannot be made.
    """
    staged = state_folder() / "staged"
    _sweep(staged, STAGED_DAYS)
    return _made(staged / token_hex(8))


def fresh_job() -> Path:
    """The folder of a new job, named so that newer ones sort last.

    Raises:
        JobError: it cannot be made.
    """
    _sweep(jobs_folder(), JOB_DAYS)
    return _made(jobs_folder() / f"{datetime.now(UTC):%Y%m%d%H%M%S%f}-{token_hex(3)}")


def job_folders() -> Iterator[Path]:
    """The folders of all jobs, newest first."""
    try:
        found = sorted(jobs_folder().iterdir(), reverse=True)
    except OSError:
        return iter(())
    return (folder for folder in found if JOB_ID.fullmatch(folder.name))


def job_folder(job_id: str) -> Path | None:
    """The folder of a job, or None where there is none of that id."""
    if not JOB_ID.fullmatch(job_id):
        return None
    folder = jobs_folder() / job_id
    return folder if folder.is_dir() else None


def jobs_folder() -> Path:
    return state_folder() / "jobs"


def owner_lock(folder: Path) -> FileLock:
    """The lock that the process of a job holds from its first moment to its last."""
    return FileLock(folder / "alive")


def is_held(folder: Path) -> bool:
    """Whether the process of the job lives."""
    lock = owner_lock(folder)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        return True
    except OSError:
        return False
    lock.release()
    return False


def remove(folder: Path) -> None:
    """Take the folder away with all in it."""
    shutil.rmtree(folder, ignore_errors=True)


def _made(folder: Path) -> Path:
    try:
        folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.mkdir(mode=0o700)
    except OSError as error:
        raise JobError(
            f"the folder {str(folder)!r} cannot be made: {error.strerror}; free some space, or name"
            " another folder in the environment variable DATELINE_STATE"
        ) from error
    return folder


def _sweep(parent: Path, days: int) -> None:
    oldest = time.time() - days * DAY_SECONDS
    for folder in parent.glob("*/"):
        try:
            is_old = folder.stat().st_mtime < oldest
        except OSError:
            continue
        if is_old and not is_held(folder):
            remove(folder)
