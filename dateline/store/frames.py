"""The corpus as typed frames, read column by column."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import orjson
import pandas as pd
from numpy.typing import NDArray

from .current import current_only
from .kinds import (
    ARTICLE,
    ENTITY_COLUMNS,
    FINDINGS,
    JSON_COLUMNS,
    PLACE,
    REFERENCES,
    REVIEW,
    STORY,
    quoted,
)

Columns = Mapping[str, Sequence[Any]]
Ids = dict[str, pd.Index]

CATEGORIES = frozenset(
    {"action", "agency", "batch_id", "country", "cue_family", "kind", "label", "language", "mode"}
    | {"outlet", "precision", "relation", "role", "status", "who"}
)
TIMES = frozenset({"at", "first", "last", "published", "said_on", "seen", "undone_at", "updated"})
OWNERS = {
    "article_id": "articles",
    "first_article_id": "articles",
    "place_id": "places",
    "entity_id": "entities",
    "subject_id": "entities",
    "object_id": "entities",
    "speaker_id": "entities",
    "passage_id": "passages",
}
"""Columns of ids, and the frame whose rows they name."""
_OWN_ID = {
    "articles": "article_id",
    "places": "place_id",
    "entities": "entity_id",
    "passages": "passage_id",
}
_LEFT_OUT = frozenset({"aliases", "candidates", "parts", "raw_times"})
_TABLES = {
    "articles": (ARTICLE.table, ARTICLE.columns, "number"),
    "places": (PLACE.table, PLACE.columns, "place_id"),
    "entities": ("entity", ENTITY_COLUMNS, "entity_id"),
    **{name: (kind.table, kind.columns, "") for name, kind in FINDINGS.items()},
    "stories": (STORY.table, STORY.columns, "story_id"),
    "reviews": (REVIEW.table, REVIEW.columns, "number"),
}


def read_frames(connection: sqlite3.Connection) -> dict[str, pd.DataFrame]:
    """One frame a kind of record: articles, passages, mentions, entities and so on.

    Columns are the fields of the record. Left out are `parts`, `raw_times` and `candidates`,
    which `Store.article` and `Store.findings` give for one article.

    Shape / Units: Articles in the order in which they were added; findings by article, then by
    start; entities and places by id. Times are datetimes, UTC, at the first moment that they may
    mean; `published_iso` and `updated_iso` keep the precision stated. Ids of articles, passages,
    entities and places are categories shared by all frames: the codes are row numbers of the
    frame that owns the id, and the last code is the empty id. JSON fields are lists.
    """
    where = current_only(connection)
    frames: dict[str, pd.DataFrame] = {}
    ids: Ids = {}
    for name in _TABLES:
        columns = _read_columns(connection, name, where)
        order = _order(columns, ids)
        if name in _OWN_ID:
            own = np.array([*columns[_OWN_ID[name]], ""], dtype=object)
            ids[name] = pd.Index(own if order is None else own[np.append(order, -1)])
        frames[name] = _typed_frame(columns, ids)
        if order is not None:
            frames[name] = frames[name].take(order).reset_index(drop=True)
    frames["entities"].insert(3, "aliases", _aliases(connection, ids["entities"]))
    return frames


def _read_columns(connection: sqlite3.Connection, name: str, where: str) -> Columns:
    table, columns, order = _TABLES[name]
    kept = [column for column in columns if column not in _LEFT_OUT]
    limited = where if name == "articles" or name in FINDINGS else ""
    ordered = f"ORDER BY {order}" if order else ""
    sql = f"SELECT {quoted(kept)} FROM {table} {limited} {ordered}"  # noqa: S608 - names of our own tables
    rows = connection.execute(sql).fetchall()
    values: list[Sequence[Any]] = list(zip(*rows, strict=True)) or [()] * len(kept)
    return dict(zip(kept, values, strict=True))


def _order(columns: Columns, ids: Ids) -> NDArray[np.intp] | None:
    """Rows of findings by their article's place in the corpus, then by where they stand in it."""
    if "articles" not in ids or "article_id" not in columns:
        return None
    keys = [ids["articles"].get_indexer(pd.Index(columns["article_id"], dtype=object))]
    if "start" in columns:
        keys = [np.array(columns["end"]), np.array(columns["start"]), *keys]
    return np.lexsort(keys)


def _typed_frame(columns: Columns, ids: Ids) -> pd.DataFrame:
    typed = {name: _typed(name, values, ids) for name, values in columns.items()}
    if "published" in columns:
        typed["published_iso"] = pd.Series(columns["published"], dtype="str")
        typed["updated_iso"] = pd.Series(columns["updated"], dtype="str")
    return pd.DataFrame(typed)


def _typed(name: str, values: Sequence[Any], ids: Ids) -> pd.Series[Any]:
    if name in REFERENCES or name in OWNERS:
        values = [value or "" for value in values]
    if name in OWNERS:
        known = ids[OWNERS[name]]
        codes = known.get_indexer(pd.Index(values, dtype=object))
        return pd.Series(pd.Categorical.from_codes(codes, categories=known))
    if name in CATEGORIES:
        return pd.Series(pd.Categorical(values))
    if name in TIMES:
        return _moments(values)
    if name in JSON_COLUMNS:
        return pd.Series(
            [[] if value == "[]" else orjson.loads(value) for value in values], dtype=object
        )
    plain: pd.Series[Any] = pd.Series(values, dtype=_NUMBERS.get(name, "str"))
    return plain


_NUMBERS: Mapping[str, Any] = {
    "geonameid": "Int64",
    **dict.fromkeys(("start", "end", "speaker_start", "speaker_end"), "int64"),
    **dict.fromkeys(("cue_start", "cue_end", "version", "copies", "origins"), "int64"),
    **dict.fromkeys(("latitude", "longitude", "radius_km", "score", "confidence"), "float64"),
}


def _moments(values: Sequence[str]) -> pd.Series[pd.Timestamp]:
    codes, texts = pd.factorize(np.array(values, dtype=object))
    dated = pd.Series([text if text[:1].isdigit() else "" for text in texts], dtype=object)
    moments = pd.to_datetime(dated, format="ISO8601", errors="coerce", utc=True)
    return moments.dt.as_unit("us").take(codes).reset_index(drop=True)


def _aliases(connection: sqlite3.Connection, entities: pd.Index) -> pd.Series[Any]:
    aliases: dict[str, list[str]] = {entity: [] for entity in entities[:-1]}
    for entity, surface in connection.execute("SELECT entity_id, surface FROM alias ORDER BY 1, 2"):
        aliases[entity].append(surface)
    return pd.Series(list(aliases.values()), dtype=object)
