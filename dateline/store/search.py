"""Where words stand: put to the search index literally, whatever they are, and never run by it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ..errors import SearchTooSlow
from ..search import Term

Numbers = NDArray[np.int64]
Indexed = Literal["passage", "quotation"]
SECONDS = 5.0
"""How long one search may take."""
_CHECKED = 10_000
"""Steps of SQLite between two looks at the clock."""
_FOUND = "SELECT group_concat(rowid) FROM {table}_fts WHERE {table}_fts MATCH ?"
_NUMBERED = {
    "article": "SELECT {} FROM article WHERE is_current = 1",
    "quotation": "SELECT {} FROM quotation",
}
_PAIRS = "group_concat(number), group_concat({}_id, char(10))"


def read_numbers(connection: sqlite3.Connection, table: Indexed, term: Term) -> Numbers:
    """The numbers of the rows that have the words of a term, one after the other."""
    sql = _FOUND.format(table=table)
    (found,) = connection.execute(sql, (literal(term),)).fetchone()
    return np.fromstring(found or "", dtype=np.int64, sep=",")


def read_numbered(
    connection: sqlite3.Connection, table: Literal["article", "quotation"]
) -> tuple[Numbers, list[str]]:
    """The number and the id of each row."""
    sql = _NUMBERED[table].format(_PAIRS.format(table))
    numbers, ids = connection.execute(sql).fetchone()
    return np.fromstring(numbers or "", dtype=np.int64, sep=","), ids.split("\n") if ids else []


def literal(term: Term) -> str:
    """The words as a query that finds them as they are."""
    words = term.words.replace('"', " ").replace("\0", " ")
    column = "content : " if term.where == "said" else ""
    return f'{column}"{words}"' + (" *" if term.is_begun else "")


@contextmanager
def bounded(connection: sqlite3.Connection, seconds: float = SECONDS) -> Iterator[None]:
    """Searches inside end after some seconds.

    Raises:
        SearchTooSlow: they took longer.
    """
    last = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > last, _CHECKED)
    try:
        yield
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorname", "") != "SQLITE_INTERRUPT":
            raise
        raise SearchTooSlow(
            f"this search took longer than {seconds:.0f} seconds: make its words longer, or fewer"
        ) from error
    finally:
        connection.set_progress_handler(None, 0)
