"""A corpus looked at from outside: what it holds, without opening it for work."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ..errors import CorpusError
from .connection import _naming, _read_only, corpus_errors
from .schema import needs_migration

_HELD = """
SELECT count(*), coalesce(min(nullif(published, '')), ''), coalesce(max(published), '')
FROM article WHERE is_current
"""


@dataclass(frozen=True, slots=True)
class Peek:
    """What a corpus holds."""

    articles: int
    """Current ones."""
    first: str
    """The first time that an article states for its publication; empty if none does."""
    last: str
    is_older: bool
    """Whether an older Dateline made it; it is brought up to date when it is opened."""


def peek(path: Path) -> Peek:
    """What a corpus holds; nothing in it is changed.

    Raises:
        NewerSchema: a newer Dateline made it.
        CorpusError: there is no corpus, or it is damaged; the message says which.
    """
    with corpus_errors(path), closing(_read_only(path)) as connection, _naming(path):
        is_older = needs_migration(connection)
        empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
        if empty:
            raise CorpusError("the file is empty: delete it, or restore a copy")
        articles, first, last = connection.execute(_HELD).fetchone()
        return Peek(articles, first, last, is_older)
