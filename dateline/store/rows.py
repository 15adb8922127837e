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
_SOURCE = ("url", "title", "outlet", "agency", "published", "updated")
_SOURCED = ("passage", *_SOURCE, "extractor")
_NAMED = ("start", "end", "surface")
TABLES: Mapping[str, tuple[str, ...]] = {
    "articles": (*ARTICLE.columns, "extractor"),
    "mentions": (*FINDINGS["mentions"].columns, *_SOURCED),
    "entities": ENTITY_COLUMNS,
    "relations": (*FINDINGS["relations"].columns, *_SOURCED),
    "quotations": (*FINDINGS["quotations"].columns, *_SOURCED),
    "timexes": (*FINDINGS["timexes"].columns, *_SOURCED),
    "toponyms": (*FINDINGS["toponyms"].columns, *_NAMED, *_SOURCED),
    "places": (*PLACE.columns, "mentions", "first_published", "last_published"),
}
"""Each table that can be exported, with its columns in order. What was found in an article comes
with its passage, its source and what found it; a name of a place with the words that name it."""

_CURRENT = "FROM article LEFT JOIN analysis USING (article_id) WHERE is_current = 1 ORDER BY number"
_ARTICLES = f"""
SELECT {quoted(ARTICLE.columns)}, coalesce(extractor, '') {_CURRENT}
"""
_TEXTS = f"""
SELECT article_id, text, {quoted(_SOURCE)}, coalesce(extractor, '') {_CURRENT}
"""
_PLACES = f"""
SELECT {quoted(PLACE.columns, "place")}, count(current.article_id),
    coalesce(min(nullif(current.published, '')), ''), coalesce(max(current.published), '')
FROM place LEFT JOIN toponym ON toponym.place_id = place.place_id
LEFT JOIN (SELECT article_id, published FROM article WHERE is_current = 1) AS current
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
    is_named = kind.table == "toponym"
    start = "mention.start" if is_named else f"{kind.table}.start"
    mention = "JOIN mention USING (mention_id)" if is_named else ""
    named = f", {quoted(_NAMED, 'mention')}" if is_named else ""
    sql = f"""
    SELECT {quoted(kind.columns, kind.table)}{named}, passage.start, passage."end"
    FROM passage JOIN {kind.table} ON {kind.table}.passage_id = passage.passage_id {mention}
    WHERE passage.article_id = ? ORDER BY passage.start, {start}
    """  # noqa: S608 - names of our own tables
    for article_id, text, *source in connection.execute(_TEXTS):
        for *row, first, last in connection.execute(sql, (article_id,)):
            yield (*row, text[first:last], *source)


def count_rows(connection: sqlite3.Connection, table: str) -> int:
    """About how many rows `read_rows` gives, older versions of articles counted too."""
    name = {"articles": "article", "entities": "entity", "places": "place"}.get(table)
    kind = name or FINDINGS[table].table
    (found,) = connection.execute(f"SELECT count(*) FROM {kind}").fetchone()  # noqa: S608 - ours
    return int(found)


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
