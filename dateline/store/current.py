"""The rule by which only the newest version of an article is analysed and shown."""

from __future__ import annotations

import sqlite3

_SUPERSEDED = "SELECT article_id FROM article WHERE is_current = 0"


def current_only(connection: sqlite3.Connection) -> str:
    """The WHERE clause that leaves out superseded articles; empty where there are none."""
    if connection.execute(f"{_SUPERSEDED} LIMIT 1").fetchone() is None:
        return ""
    return f"WHERE article_id NOT IN ({_SUPERSEDED})"
