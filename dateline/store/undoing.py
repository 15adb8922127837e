"""An ingest taken back: its articles, what they alone brought, and its report."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Sequence

from .findings import read_article
from .stories import forget, set_right
from .words import take_words

Pairs = set[tuple[str, str]]
_COLUMNS = {
    "entity": (
        ("mention", "entity_id"),
        ("relation", "subject_id"),
        ("relation", "object_id"),
        ("quotation", "speaker_id"),
        ("attitude", "speaker_id"),
    ),
    "place": (("toponym", "place_id"),),
}
"""For each kind of record that articles share, the columns of findings that name it."""
_FINDINGS_OF_BATCH = """
FROM article JOIN passage ON passage.article_id = article.article_id
JOIN {table} ON {table}.passage_id = passage.passage_id
WHERE article.batch_id = ? AND {column} IS NOT NULL
"""
_MAKE_NEWEST_CURRENT = """
UPDATE article SET is_current = 1 WHERE article_id =
    (SELECT article_id FROM article WHERE url = ? ORDER BY version DESC LIMIT 1)
"""
_FORGET_ALIAS = """
DELETE FROM alias WHERE entity_id = ?1 AND surface = ?2
AND NOT EXISTS (SELECT 1 FROM entity WHERE entity_id = ?1 AND name = ?2)
AND NOT EXISTS (SELECT 1 FROM mention WHERE entity_id = ?1 AND surface = ?2)
"""


def undo_batch(connection: sqlite3.Connection, batch_id: str) -> int:
    """The number of articles taken out with an ingest; 0 where there is no such ingest.

    The version before is current again. Entities, names and places that only these articles
    brought go, but for what an analyst decided on. The id of an ingest is never given again.
    """
    entities = _named_by(connection, batch_id, "entity")
    places = _named_by(connection, batch_id, "place") | _places_of(connection, entities)
    names = _names_given_by(connection, batch_id)
    stories = _leave_stories(connection, batch_id)
    sql = "SELECT DISTINCT url FROM article WHERE batch_id = ? AND url <> ''"
    addresses = connection.execute(sql, (batch_id,)).fetchall()
    gone = connection.execute("DELETE FROM article WHERE batch_id = ?", (batch_id,)).rowcount
    connection.executemany(_MAKE_NEWEST_CURRENT, addresses)
    for story_id in stories:
        set_right(connection, story_id)
    kept = _decided_on(connection)
    _forget_entities(connection, entities - kept)
    _forget_places(connection, places - kept)
    connection.executemany(_FORGET_ALIAS, (pair for pair in names if pair[0] not in kept))
    connection.execute("DELETE FROM batch WHERE batch_id = ?", (batch_id,))
    return gone


def _leave_stories(connection: sqlite3.Connection, batch_id: str) -> Sequence[str]:
    """The stories that the articles of an ingest carried, where their words are forgotten now."""
    sql = "SELECT article_id, story_id FROM article WHERE batch_id = ? ORDER BY number"
    left: dict[str, None] = {}
    for article_id, story_id in connection.execute(sql, (batch_id,)).fetchall():
        left[story_id] = None
        if article := read_article(connection, article_id):
            forget(connection, article)
            take_words(connection, article_id)
    return tuple(left)


def _named_by(connection: sqlite3.Connection, batch_id: str, kind: str) -> set[str]:
    found: set[str] = set()
    for table, column in _COLUMNS[kind]:
        tail = _FINDINGS_OF_BATCH.format(table=table, column=column)
        rows = connection.execute(f"SELECT DISTINCT {column} {tail}", (batch_id,))
        found.update(row[0] for row in rows)
    return found


def _names_given_by(connection: sqlite3.Connection, batch_id: str) -> Pairs:
    tail = _FINDINGS_OF_BATCH.format(table="mention", column="entity_id")
    return set(connection.execute(f"SELECT DISTINCT entity_id, surface {tail}", (batch_id,)))


def _decided_on(connection: sqlite3.Connection) -> set[str]:
    """The ids that decisions and redirects name."""
    kept: set[str] = set()
    for subject, before, after in connection.execute("SELECT subject, before, after FROM review"):
        kept.add(subject.partition(":")[2])
        kept.update(re.findall(r'"([^"]*)"', before + after))
    for pair in connection.execute("SELECT old_id, new_id FROM redirect"):
        kept.update(pair)
    return kept


def _places_of(connection: sqlite3.Connection, entities: Iterable[str]) -> set[str]:
    sql = "SELECT place_id FROM entity WHERE entity_id = ?"
    found = (connection.execute(sql, (entity,)).fetchone()[0] for entity in entities)
    return {place for place in found if place}


def _forget_entities(connection: sqlite3.Connection, entities: set[str]) -> None:
    spoken_of: set[str] = set()
    for table in ("quotation", "attitude"):
        sql = f"SELECT DISTINCT value FROM {table}, json_each(about_ids)"  # noqa: S608 - names of our own tables
        spoken_of.update(row[0] for row in connection.execute(sql))
    sql = f"DELETE FROM entity WHERE {_unnamed('entity')}"  # noqa: S608 - names of our own tables
    connection.executemany(sql, ((entity,) for entity in entities - spoken_of))


def _forget_places(connection: sqlite3.Connection, places: Iterable[str]) -> None:
    of_entity = "NOT EXISTS (SELECT 1 FROM entity WHERE place_id = ?1)"
    sql = f"DELETE FROM place WHERE {_unnamed('place')} AND {of_entity}"  # noqa: S608 - names of our own tables
    connection.executemany(sql, ((place,) for place in places))


def _unnamed(kind: str) -> str:
    nowhere = "NOT EXISTS (SELECT 1 FROM {table} WHERE {column} = ?1)"
    absent = (nowhere.format(table=table, column=column) for table, column in _COLUMNS[kind])
    return " AND ".join((f"{kind}_id = ?1", *absent))
