"""Answers of providers that may be kept: a small SQLite file in the user's cache."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import astuple, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from .folder import made_folder

VERSION = 1
"""Of the table and of the rows in it: a file of another version is made anew."""
DAYS_KEPT = 30
DAYS_OF_NOTHING = 1
"""For a name that the provider did not know."""
DAY_S = 86_400.0
MOST = 2_000
"""Answers kept; beyond them the oldest go."""
BUSY_S = 5.0
TABLE = """
CREATE TABLE IF NOT EXISTS answer (
  provider TEXT NOT NULL, server TEXT NOT NULL, query TEXT NOT NULL, params TEXT NOT NULL,
  value TEXT NOT NULL, fetched_at REAL NOT NULL, sum TEXT NOT NULL,
  PRIMARY KEY (provider, server, query, params)) WITHOUT ROWID
"""
_ELSEWHERE = frozenset({"SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_FULL", "SQLITE_READONLY",
                        "SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_PERM"})  # fmt: skip
"""Faults of the disk or of the moment, which a new file would not mend."""
T = TypeVar("T")
Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Key:
    """What was asked, of whom."""

    provider: str
    server: str
    query: str
    params: str


def kept(key: Key) -> tuple[Rows, float] | None:
    """The rows that were kept and when they were fetched; None where there are none, or too old."""

    def read(base: sqlite3.Connection) -> tuple[Rows, float] | None:
        found = base.execute(
            "SELECT value, fetched_at, sum FROM answer"
            " WHERE provider = ? AND server = ? AND query = ? AND params = ?",
            astuple(key),
        ).fetchone()
        return _fresh(key, *found) if found else None

    return _within(read)


def keep(key: Key, rows: Rows) -> None:
    """Keep an answer, and forget the oldest where there are too many."""

    def write(base: sqlite3.Connection) -> None:
        value, now = json.dumps(rows), time.time()
        with base:
            base.execute(
                "INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?, ?, ?, ?)",
                (*astuple(key), value, now, _sum(key, value, now)),
            )
            base.execute(
                "DELETE FROM answer WHERE fetched_at <"
                " (SELECT fetched_at FROM answer ORDER BY fetched_at DESC LIMIT 1 OFFSET ?)",
                (MOST - 1,),
            )

    _within(write)


def _fresh(key: Key, value: str, fetched_at: float, was: str) -> tuple[Rows, float] | None:
    """The rows, where they are those that were kept, and not too old."""
    if was != _sum(key, value, fetched_at):
        return None
    rows: Rows = json.loads(value)
    days = DAYS_KEPT if rows else DAYS_OF_NOTHING
    return (rows, fetched_at) if 0 <= time.time() - fetched_at < days * DAY_S else None


def _sum(key: Key, value: object, fetched_at: object) -> str:
    """A file that was damaged tells of no other place."""
    return sha256(repr((astuple(key), value, fetched_at)).encode()).hexdigest()[:16]


def _within(work: Callable[[sqlite3.Connection], T]) -> T | None:
    """What the work gives; None where no answers can be kept, which is no reason to fail."""
    try:
        path = made_folder() / "answers.sqlite"
        try:
            return _at(path, work)
        except (sqlite3.DatabaseError, UnicodeError) as error:
            if getattr(error, "sqlite_errorname", "").startswith(tuple(_ELSEWHERE)):
                return None
            _remove(path)
            return _at(path, work)
    except (OSError, sqlite3.Error, UnicodeError):
        return None


def _at(path: Path, work: Callable[[sqlite3.Connection], T]) -> T:
    with closing(sqlite3.connect(path, timeout=BUSY_S)) as base:
        base.execute("PRAGMA synchronous = OFF")  # what a power cut damages is made anew
        version = base.execute("PRAGMA user_version").fetchone()[0]
        if version == 0:
            with base:
                base.execute(TABLE)
                base.execute(f"PRAGMA user_version = {VERSION}")
        if version in (0, VERSION):
            return work(base)
    _remove(path)
    return _at(path, work)


def _remove(path: Path) -> None:
    for name in (path.name, f"{path.name}-journal"):
        path.with_name(name).unlink(missing_ok=True)
