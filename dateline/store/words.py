"""The words of passages, kept so that they are found: written, taken out, filled in.

A passage is numbered by its article's number and its place in it. The index keeps no text, so what
is taken out must be named as it was put in.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

PASSAGE_BITS = 20
"""Of a passage's number, those that say its place in the article."""
_PUT = "INSERT INTO passage_fts (rowid, words, title) VALUES (?, ?, ?)"
_TAKE = "INSERT INTO passage_fts (passage_fts, rowid, words, title) VALUES ('delete', ?, ?, ?)"
_SPANS = 'SELECT start, "end" FROM passage WHERE article_id = ? ORDER BY start, "end"'
_ARTICLE = "SELECT number, title, text FROM article WHERE article_id = ?"
Row = tuple[int, str, str]


def put_words(connection: sqlite3.Connection, article_id: str) -> None:
    """Have the passages of a stored article found by their words."""
    connection.executemany(_PUT, _rows(connection, article_id))


def take_words(connection: sqlite3.Connection, article_id: str) -> None:
    """Have them found no more; to be done while the passages are there still."""
    connection.executemany(_TAKE, list(_rows(connection, article_id)))


def fill_words(connection: sqlite3.Connection) -> None:
    """Have the passages of all articles found."""
    ids = connection.execute("SELECT article_id FROM article ORDER BY number")
    for (article_id,) in ids.fetchall():
        put_words(connection, article_id)


def _rows(connection: sqlite3.Connection, article_id: str) -> Iterator[Row]:
    """Number and words of each passage; the first has the title too where the text lacks it."""
    (number, title, text), *_ = connection.execute(_ARTICLE, (article_id,)).fetchall()
    untold = "" if title in text else title
    for place, (start, end) in enumerate(connection.execute(_SPANS, (article_id,))):
        yield number << PASSAGE_BITS | place, text[start:end], "" if place else untold
