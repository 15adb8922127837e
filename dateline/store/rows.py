"""Whole tables row by row for export, in constant memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

import orjson

from ..errors import UsageError
from .findings import read_entities
from .kinds import (
    ARTICLE,
    ENTITY_COLUMNS,
    FINDINGS,
    JSON_COLUMNS,
    PLACE,
    REFERENCES,
    Kind,
    quoted,
)

_IN_PASSAGES = ("mentions", "relations", "quotations", "timexes", "toponyms")
TABLES: Mapping[str, tuple[str, ...]] = {
    "articles": ARTICLE.columns,
    "mentions": (*FINDINGS["mentions"].columns, "passage"),
    "entities": ENTITY_COLUMNS,
    "relations": (*FINDINGS["relations"].columns, "passage"),
    "quotations": (*FINDINGS["quotations"].columns, "passage"),
    "timexes": (*FINDINGS["timexes"].columns, "passage"),
    "toponyms": (*FINDINGS["toponyms"].columns, "passage"),
    "places": (*PLACE.columns, "mentions"),
}
"""Each table that can be exported, with its columns in order."""

_ARTICLES = f"""
SELECT {quoted(ARTICLE.columns)} FROM article WHERE is_current = 1 ORDER BY number
"""  # noqa: S608 - names of our own columns
_TEXTS = "SELECT article_id, text FROM article WHERE is_current = 1 ORDER BY number"
_PLACES = f"""
SELECT {quoted(PLACE.columns, "place")}, count(current.article_id) FROM place
LEFT JOIN toponym ON toponym.place_id = place.place_id
LEFT JOIN (SELECT article_id FROM article WHERE is_current = 1) AS current
    ON current.article_id = toponym.article_id
GROUP BY place.place_id ORDER BY place.place_id
"""  # noqa: S608 - names of our own columns


def read_rows(connection: sqlite3.Connection, table: str) -> Iterator[dict[str, Any]]:
    """Rows of one of `TABLES`, keyed by its columns; tuples as lists, as JSON has them."""
    if table not in TABLES:
        raise UsageError(f"there is no table {table!r}: choose one of {', '.join(TABLES)}")
    columns = TABLES[table]
    if table in _IN_PASSAGES:
        rows = _findings(connection, FINDINGS[table])
    elif table == "entities":
        rows = _entities(connection)
    else:
        rows = iter(connection.execute(_ARTICLES if table == "articles" else _PLACES))
    for row in rows:
        yield {name: _plain(name, value) for name, value in zip(columns, row, strict=True)}


def _findings(connection: sqlite3.Connection, kind: Kind[Any]) -> Iterator[tuple[Any, ...]]:
    start = "mention.start" if kind.table == "toponym" else f"{kind.table}.start"
    mention = "JOIN mention USING (mention_id)" if kind.table == "toponym" else ""
    sql = f"""
    SELECT {quoted(kind.columns, kind.table)}, passage.start, passage."end"
    FROM passage JOIN {kind.table} ON {kind.table}.passage_id = passage.passage_id {mention}
    WHERE passage.article_id = ? ORDER BY passage.start, {start}
    """  # noqa: S608 - names of our own tables
    for article_id, text in connection.execute(_TEXTS):
        for *row, first, last in connection.execute(sql, (article_id,)):
            yield (*row, text[first:last])


def _entities(connection: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    for (entity_id,) in connection.execute("SELECT entity_id FROM entity ORDER BY entity_id"):
        for entity in read_entities(connection, "WHERE entity_id = ?", entity_id):
            yield tuple(
                list(entity.aliases) if name == "aliases" else getattr(entity, name)
                for name in ENTITY_COLUMNS
            )


def _plain(name: str, value: object) -> object:
    if name in JSON_COLUMNS and isinstance(value, str):
        return orjson.loads(value)
    if name in REFERENCES and value is None:
        return ""
    return value
