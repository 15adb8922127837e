"""The words of passages, cut from their articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import orjson

_SPANS = """
SELECT article_id, passage_id, start, "end" FROM passage
WHERE passage_id IN (SELECT value FROM json_each(?)) ORDER BY article_id, start
"""


def read_passage_texts(
    connection: sqlite3.Connection, passage_ids: Sequence[str]
) -> dict[str, str]:
    """The text of each passage that is known; an article's text is read once."""
    wanted = orjson.dumps(list(passage_ids)).decode()
    texts: dict[str, str] = {}
    current, whole = "", ""
    for article_id, passage_id, start, end in connection.execute(_SPANS, (wanted,)):
        if article_id != current:
            current, whole = article_id, article_text(connection, article_id)
        texts[passage_id] = whole[start:end]
    return texts


def article_text(connection: sqlite3.Connection, article_id: str) -> str:
    """The whole text of an article that is known."""
    sql = "SELECT text FROM article WHERE article_id = ?"
    text: str = connection.execute(sql, (article_id,)).fetchone()[0]
    return text
