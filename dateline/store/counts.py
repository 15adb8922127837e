"""How much a corpus holds, counted for `stats`."""

from __future__ import annotations

import sqlite3
from typing import Any

from .current import current_only
from .kinds import FINDINGS
from .schema import schema_version

_KIND_COLUMNS = {
    "mentions": "label",
    "relations": "kind",
    "quotations": "mode",
    "attitudes": "mode",
    "timexes": "kind",
    "toponyms": "role",
}


def count_all(connection: sqlite3.Connection) -> dict[str, Any]:
    """Counts of current articles and their findings, as plain values that JSON can hold."""
    where = current_only(connection)
    tables = {"articles": "article", "entities": "entity", "places": "place"}
    counts = {
        name: _count(connection, table, where if name == "articles" else "")
        for name, table in tables.items()
    }
    counts |= {name: _count(connection, kind.table, where) for name, kind in FINDINGS.items()}
    counts["stories"] = _count(connection, "story", "")
    return {
        **counts,
        **_by_kind(connection, where),
        "toponyms_placed": _count(connection, "toponym", _and(where, "place_id IS NOT NULL")),
        "published": _published(connection, where),
        "articles_superseded": _count(connection, "article", "WHERE is_current = 0"),
        "batches": _count(connection, "batch", ""),
        "rejections": _count(connection, "rejection", ""),
        "reviews": _count(connection, "review", "WHERE undone_at = ''"),
        "extractors": _grouped(connection, "analysis", "extractor", where),
        "schema": schema_version(connection),
    }


def _by_kind(connection: sqlite3.Connection, where: str) -> dict[str, dict[str, int]]:
    kinds = {
        f"{name}_by_{column}": _grouped(connection, FINDINGS[name].table, column, where)
        for name, column in _KIND_COLUMNS.items()
    }
    kinds["entities_by_kind"] = _grouped(connection, "entity", "kind", "")
    kinds["places_by_kind"] = _grouped(connection, "place", "kind", "")
    return kinds


def _published(connection: sqlite3.Connection, where: str) -> dict[str, Any]:
    dated = _and(where, "published <> ''")
    sql = f"SELECT min(published), max(published) FROM article {dated}"  # noqa: S608 - clauses of our own
    first, last = connection.execute(sql).fetchone()
    undated = _count(connection, "article", _and(where, "published = ''"))
    return {"first": first or "", "last": last or "", "undated": undated}


def _count(connection: sqlite3.Connection, table: str, where: str) -> int:
    sql = f"SELECT count(*) FROM {table} {where}"  # noqa: S608 - names of our own tables
    number: int = connection.execute(sql).fetchone()[0]
    return number


def _grouped(connection: sqlite3.Connection, table: str, column: str, where: str) -> dict[str, int]:
    sql = f"SELECT {column}, count(*) FROM {table} {where} GROUP BY 1 ORDER BY 2 DESC, 1"  # noqa: S608 - names of our own tables
    return dict(connection.execute(sql).fetchall())


def _and(where: str, condition: str) -> str:
    return f"{where} AND {condition}" if where else f"WHERE {condition}"
