"""A file of the gazetteer put in its place whole, or not at all."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from ...errors import GazetteerError

Progress = Callable[[str, float], None]
"""Told what is being done, and the share that is done, 0 to 1."""
PREFIX = ".gazetteer-"
"""How the names of files that are still being written begin."""
LEFT_BEHIND_SECONDS = 24 * 3600.0


def write_whole(path: Path, write: Callable[[Path], None]) -> None:
    """Have a file written beside its place and then moved there.

    Two processes may write the same file at once: each writes one of its own. What a process that
    was killed left behind is deleted after a day.

    Raises:
        GazetteerError: the folder cannot be written, or the disk is full; what stood, stands.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _clear(path.parent)
        handle, name = tempfile.mkstemp(prefix=PREFIX, suffix=".tmp", dir=path.parent)
        os.close(handle)
        temporary = Path(name)
        try:
            write(temporary)
            with temporary.open("rb") as file:
                os.fsync(file.fileno())
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    except (OSError, sqlite3.Error) as error:
        raise GazetteerError(f"the gazetteer cannot be built at {str(path)!r}: {error}") from error


def _clear(folder: Path) -> None:
    for entry in folder.glob(f"{PREFIX}*"):
        with suppress(OSError):
            if time.time() - entry.stat().st_mtime > LEFT_BEHIND_SECONDS:
                shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
