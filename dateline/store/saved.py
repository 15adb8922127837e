"""Searches that readers keep by name, and how much of the corpus they had seen."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from ..records import SavedSearch
from .batches import next_number
from .findings import now
from .kinds import SAVED_SEARCH, quoted

_KEEP = f"""{SAVED_SEARCH.insert} ON CONFLICT (search_id) DO UPDATE SET {
    ", ".join(f"{name} = excluded.{name}" for name in SAVED_SEARCH.columns[1:])
}"""
_STANDING = f"""
SELECT {quoted(SAVED_SEARCH.columns)} FROM saved_search WHERE deleted_at = '' ORDER BY number
"""  # noqa: S608 - names of our own columns
_NEWEST = "SELECT coalesce(max(number), 0) FROM article"


def keep_search(
    connection: sqlite3.Connection, search: SavedSearch, has_looked: bool
) -> SavedSearch:
    """The search as it is kept from now."""
    if not search.search_id:
        name = f"s{next_number(connection, 'saved_search')}"
        search, has_looked = replace(search, search_id=name, saved_at=now()), True
    if has_looked:
        (newest,) = connection.execute(_NEWEST).fetchone()
        search = replace(search, newest_seen=newest, looked_at=now())
    connection.execute(_KEEP, SAVED_SEARCH.row(search))
    return search


def read_searches(connection: sqlite3.Connection) -> tuple[SavedSearch, ...]:
    """Those that were not deleted, oldest first."""
    found = map(SAVED_SEARCH.read, connection.execute(_STANDING))
    return tuple(replace(one, is_watched=bool(one.is_watched)) for one in found)
