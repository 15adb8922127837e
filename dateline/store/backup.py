"""A whole copy of a corpus, put in place when it is complete."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from ..errors import CorpusError
from .connection import corpus_errors


def back_up(connection: sqlite3.Connection, target: Path) -> None:
    """Copy the corpus to a new file, made beside its place and never over another file.

    Raises:
        CorpusError: there is a file already, or the place cannot be written.
    """
    if target.exists():
        raise _taken(target)
    part = target.with_name(f".{target.name[:200]}.{os.getpid()}.part")
    try:
        with corpus_errors(target), closing(sqlite3.connect(part)) as copy:
            connection.backup(copy)
        _put_in_place(part, target)
    finally:
        part.unlink(missing_ok=True)


def _put_in_place(part: Path, target: Path) -> None:
    try:
        target.hardlink_to(part)
    except FileExistsError:
        raise _taken(target) from None
    except OSError:
        part.rename(target)


def _taken(target: Path) -> CorpusError:
    return CorpusError(f"there is a file at {str(target)!r} already: choose another name")
