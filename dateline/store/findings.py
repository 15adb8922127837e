"""What the extractors say of one article: written, taken out and read back as a whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

import orjson

from ..records import Article, Entity, Findings, Place, Tenure, Toponym
from .kinds import ARTICLE, FINDINGS, PLACE, TOPONYM, Kind, quoted
from .words import put_words, take_words

_PUT_PLACE = (
    f"{PLACE.insert} ON CONFLICT (place_id) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in PLACE.columns[1:])
)  # fmt: skip
_PUT_ENTITY = """
INSERT INTO entity (entity_id, name, kind, country, place_id)
VALUES (?, ?, ?, ?, (SELECT place_id FROM place WHERE place_id = ?))
ON CONFLICT (entity_id) DO UPDATE SET
    name = excluded.name,
    kind = excluded.kind,
    country = coalesce(nullif(excluded.country, ''), country),
    place_id = coalesce(excluded.place_id, place_id)
"""


def now() -> str:
    """This moment, UTC ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def has_article(connection: sqlite3.Connection, article_id: str) -> bool:
    sql = "SELECT 1 FROM article WHERE article_id = ?"
    return connection.execute(sql, (article_id,)).fetchone() is not None


def insert_article(connection: sqlite3.Connection, article: Article) -> None:
    """Store the article as the current version at its address."""
    if article.url:
        connection.execute(
            "UPDATE article SET is_current = 0 WHERE url = ? AND url <> '' AND is_current = 1",
            (article.url,),
        )
    connection.execute(ARTICLE.insert, ARTICLE.row(article))


def last_version(connection: sqlite3.Connection, url: str) -> int:
    """The number of the newest version at an address; 0 where there is none."""
    sql = "SELECT coalesce(max(version), 0) FROM article WHERE url = ? AND url <> ''"
    found: int = connection.execute(sql, (url,)).fetchone()[0]
    return found


def insert_findings(
    connection: sqlite3.Connection, article_id: str, findings: Findings, extractor: str
) -> None:
    """Store all findings of an article, the places and entities that they name first."""
    put_places(connection, findings.places)
    put_entities(connection, findings.entities)
    for field, kind in FINDINGS.items():
        connection.executemany(kind.insert, map(kind.row, getattr(findings, field)))
    put_words(connection, article_id)
    connection.execute("INSERT INTO analysis VALUES (?, ?, ?)", (article_id, extractor, now()))


def delete_findings(connection: sqlite3.Connection, article_id: str) -> None:
    """Take out all machine findings of an article; entities, places and reviews stay."""
    take_words(connection, article_id)
    connection.execute("DELETE FROM passage WHERE article_id = ?", (article_id,))
    connection.execute("DELETE FROM analysis WHERE article_id = ?", (article_id,))


def put_places(connection: sqlite3.Connection, places: Iterable[Place]) -> None:
    connection.executemany(_PUT_PLACE, map(PLACE.row, places))


def put_entities(connection: sqlite3.Connection, entities: Iterable[Entity]) -> None:
    """Store entities; of one that is known the aliases are joined, and nothing known is blanked.

    A place that is not stored is left out, so that an article's refusal never costs another.
    """
    for entity in entities:
        row = (entity.entity_id, entity.name, entity.kind, entity.country, entity.place_id)
        connection.execute(_PUT_ENTITY, row)
        connection.executemany(
            "INSERT OR IGNORE INTO alias VALUES (?, ?)",
            ((entity.entity_id, alias) for alias in entity.aliases),
        )


def read_article(connection: sqlite3.Connection, article_id: str) -> Article | None:
    found = _read(connection, ARTICLE, "WHERE article_id = ?", article_id)
    return found[0] if found else None


def read_versions(connection: sqlite3.Connection, article_id: str) -> tuple[Article, ...]:
    """All versions at the article's address, newest first; itself alone where it has none."""
    return _read(
        connection,
        ARTICLE,
        "WHERE article_id = ?1 OR url = (SELECT url FROM article"
        " WHERE article_id = ?1 AND url <> '') ORDER BY version DESC",
        article_id,
    )


def read_findings(connection: sqlite3.Connection, article_id: str) -> Findings:
    """Everything stored of one article, in the order of its text."""
    found: dict[str, Any] = {
        field: _read(connection, kind, f"{_OF_ARTICLE} ORDER BY {_order(kind)}", article_id)
        for field, kind in FINDINGS.items()
    }
    found["entities"] = read_entities(connection, _ENTITIES_OF_ARTICLE, article_id)
    found["places"] = _read(connection, PLACE, _PLACES_OF_ARTICLE, article_id)
    return Findings(**found)


_OF_ARTICLE = "WHERE passage_id IN (SELECT passage_id FROM passage WHERE article_id = ?1)"
_NAMED = (("entity_id", "mention"), ("subject_id", "relation"), ("object_id", "relation"),
          ("speaker_id", "quotation"), ("speaker_id", "attitude"))  # fmt: skip
_ENTITIES_OF_ARTICLE = f"""WHERE entity_id IN ({
    " UNION ".join(f"SELECT {column} FROM {table} {_OF_ARTICLE}" for column, table in _NAMED)
})"""  # noqa: S608 - names of our own tables
_PLACES_OF_ARTICLE = f"""WHERE place_id IN (SELECT place_id FROM toponym {_OF_ARTICLE})
    ORDER BY place_id"""  # noqa: S608 - names of our own tables


def read_entities(
    connection: sqlite3.Connection, where: str = "", *parameters: object
) -> tuple[Entity, ...]:
    """Entities with their aliases, by id."""
    aliases: dict[str, list[str]] = {}
    sql = f"SELECT entity_id, surface FROM alias {where} ORDER BY entity_id, surface"  # noqa: S608 - clauses of our own
    for entity_id, surface in connection.execute(sql, parameters):
        aliases.setdefault(entity_id, []).append(surface)
    sql = f"SELECT entity_id, name, kind, country, place_id FROM entity {where} ORDER BY entity_id"  # noqa: S608 - clauses of our own
    return tuple(
        Entity(entity_id, name, kind, tuple(aliases.get(entity_id, ())), country, place_id or "")
        for entity_id, name, kind, country, place_id in connection.execute(sql, parameters)
    )


_TENURES = """
SELECT subject_id, object_text, coalesce(nullif(relation.country, ''), entity.country), status,
    min(published), max(published), count(DISTINCT article.article_id)
FROM relation
JOIN entity ON entity.entity_id = subject_id
JOIN article ON article.article_id = relation.article_id
WHERE relation.kind = 'holds_office' AND length(published) >= 10
GROUP BY 1, 2, 3, 4
ORDER BY 1, 2, 3, 4
"""


def read_tenures(connection: sqlite3.Connection) -> tuple[Tenure, ...]:
    """What dated articles say of who holds or held an office."""
    return tuple(Tenure(*row) for row in connection.execute(_TENURES))


def _read(
    connection: sqlite3.Connection, kind: Kind[Any], tail: str, *parameters: object
) -> tuple[Any, ...]:
    sql = f"SELECT {quoted(kind.columns)} FROM {kind.table} {tail}"  # noqa: S608 - names and clauses of our own
    return tuple(map(kind.read, connection.execute(sql, parameters)))


def _order(kind: Kind[Any]) -> str:
    return 'start, "end"' if "start" in kind.columns else "rowid"


def read_toponyms(connection: sqlite3.Connection, toponym_ids: Sequence[str]) -> dict[str, Toponym]:
    """The toponyms that are known by these ids, with their candidates."""
    sql = f"""
    SELECT {quoted(TOPONYM.columns)} FROM toponym
    WHERE toponym_id IN (SELECT value FROM json_each(?))
    """  # noqa: S608 - names of our own columns
    rows = connection.execute(sql, (orjson.dumps(list(toponym_ids)).decode(),))
    return {toponym.toponym_id: toponym for toponym in map(TOPONYM.read, rows)}
