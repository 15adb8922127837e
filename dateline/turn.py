"""One writer of findings at a time to a corpus: an ingest, a re-analysis, an undo."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from .errors import CorpusError

POLL_SECONDS = 0.2
WAITING = "Waiting for another ingest into this corpus to end"
Progress = Callable[[int, int], None]
"""Told what is done, of how much."""
Say = Callable[[str], None]
"""Told in words what is being done now."""


def never() -> bool:
    return False


def unsaid(_words: str) -> None:
    """Nothing, whatever is being done."""


@contextmanager
def turn(corpus: Path, is_stopped: Callable[[], bool] = never, say: Say = unsaid) -> Iterator[bool]:
    """Whether the corpus is ours to write findings to while the block runs.

    Waits for another process to end, and says so; False where it was stopped meanwhile. The lock
    is a file beside the corpus and ends with the process that holds it, however that ends.

    Raises:
        CorpusError: the file cannot be made.
    """
    lock = FileLock(lock_path(corpus))
    is_ours = _taken(lock)
    if not is_ours:
        say(WAITING)
    while not is_ours and not is_stopped():
        time.sleep(POLL_SECONDS)
        is_ours = _taken(lock)
    try:
        yield is_ours
    finally:
        lock.release()


def lock_path(corpus: Path) -> Path:
    """The file beside the corpus that says whose turn it is."""
    whole = corpus.resolve()
    return whole.with_name(f"{whole.name}-lock")


def _taken(lock: FileLock) -> bool:
    try:
        lock.acquire(blocking=False)
    except Timeout:
        return False
    except OSError as error:
        raise CorpusError(
            f"the lock {lock.lock_file!r} beside the corpus cannot be made: {error.strerror};"
            " free some space, or give yourself the right to write in that folder"
        ) from error
    return True
