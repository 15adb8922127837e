"""A corpus file opened safely, and what to tell its reader when it cannot be."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import CorpusError, DatelineError, NewerSchema
from .schema import MIGRATIONS, migrate, needs_migration

BUSY_SECONDS = 15.0
_CACHE_KIB = 65_536

_ADVICE = (
    (("SQLITE_NOTADB", "SQLITE_CORRUPT"), "not a Dateline corpus, or damaged: restore a copy, or"
     " move the file away and ingest again"),
    (("SQLITE_FULL", "SQLITE_IOERR"), "not written, the disk is full or failing: free some space"
     " and run again; what was committed is kept"),
    (("SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH"), "not to be opened: check that the folder"
     " exists and that you may write in it"),
    (("SQLITE_READONLY",), "read-only: give yourself the right to write the file and its folder,"
     " or copy the corpus elsewhere"),
    (("SQLITE_BUSY", "SQLITE_LOCKED"), "in use by another Dateline that is writing: wait for it to"
     " end and try again"),
)  # fmt: skip


@contextmanager
def corpus_errors(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into `CorpusError` with the file, the cause and what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise CorpusError(f"the corpus {str(path)!r} is {_advice(error)} ({error})") from error


def _advice(error: sqlite3.Error) -> str:
    name = getattr(error, "sqlite_errorname", "")
    for names, advice in _ADVICE:
        if name.startswith(names):
            return advice
    return "unreadable or altered by hand: restore a copy, or ingest again into a new file"


def open_corpus(path: Path, *, readonly: bool) -> sqlite3.Connection:
    """A connection to a corpus at the newest schema, created where absent unless `readonly`.

    A corpus of an older Dateline is brought to the newest schema first, even for reading.

    Raises:
        NewerSchema: a newer Dateline made it; the file is not touched.
        CorpusError: it cannot be opened, is no corpus, or needs a migration it may not have.
    """
    with corpus_errors(path):
        connection = _read_only(path) if readonly else _read_write(path)
        try:
            if readonly and _is_outdated(connection, path):
                open_corpus(path, readonly=False).close()
            elif not readonly:
                _bring_up_to_date(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _is_outdated(connection: sqlite3.Connection, path: Path) -> bool:
    with _naming(path):
        return needs_migration(connection, MIGRATIONS)


def _bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    with _naming(path):
        needs_migration(connection, MIGRATIONS)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        migrate(connection)


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    try:
        yield
    except NewerSchema as error:
        raise NewerSchema(f"the corpus {str(path)!r} cannot be opened: {error}") from error
    except DatelineError as error:
        raise CorpusError(f"the corpus {str(path)!r} cannot be opened: {error}") from error


def _read_write(path: Path) -> sqlite3.Connection:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CorpusError(
            f"the folder {str(path.parent)!r} cannot be made: {error.strerror}; choose another"
        ) from error
    return _connect(path.absolute().as_uri())


def _read_only(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise CorpusError(f"there is no corpus at {str(path)!r}: ingest some articles first")
    try:
        return _connect(f"{path.absolute().as_uri()}?mode=ro")
    except sqlite3.OperationalError:
        if path.with_name(path.name + "-wal").exists():
            raise
        return _connect(f"{path.absolute().as_uri()}?immutable=1")


def _connect(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    except BaseException:
        connection.close()
        raise
    return connection
