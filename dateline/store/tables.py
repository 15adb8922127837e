"""The corpus as Arrow tables, one a kind of record: what the frames are made of.

Ids of articles, passages, entities and places are numbers of rows of the table that owns them;
the number after the last row is the empty id.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import orjson
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from .kinds import ARTICLE, ENTITY_COLUMNS, FINDINGS, JSON_COLUMNS, PLACE, REVIEW, STORY, quoted

Tables = dict[str, pa.Table]
Fetch = Callable[[str], pa.Table]
"""Runs a query; every column comes back as Arrow infers it."""

CATEGORIES = frozenset(
    {"action", "agency", "batch_id", "country", "cue_family", "kind", "label", "language", "mode"}
    | {"outlet", "precision", "relation", "role", "status", "who"}
)
TIMES = frozenset({"at", "first", "last", "published", "said_on", "seen", "undone_at", "updated"})
STATED = {"published": "published_iso", "updated": "updated_iso"}
"""Times of articles that keep their text beside the moment, with its precision."""
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
"""Columns of ids, and the table whose rows they name."""
OWN_ID = {
    "articles": "article_id",
    "places": "place_id",
    "entities": "entity_id",
    "passages": "passage_id",
}
IDS = "ids of {}"
"""The name of the table that holds the ids of a kind, the empty one last."""
TEXT, MOMENT = pa.large_string(), pa.timestamp("us", tz="UTC")
_LEFT_OUT = frozenset({"aliases", "candidates", "parts", "raw_times"})
_TABLES = {
    "articles": (ARTICLE.table, ARTICLE.columns, "number"),
    "places": (PLACE.table, PLACE.columns, "place_id"),
    "entities": ("entity", ENTITY_COLUMNS, "entity_id"),
    **{name: (kind.table, kind.columns, "") for name, kind in FINDINGS.items()},
    "stories": (STORY.table, STORY.columns, "story_id"),
    "reviews": (REVIEW.table, REVIEW.columns, "number"),
}
_NUMBERS: Mapping[str, pa.DataType] = {
    "geonameid": pa.int64(),
    **dict.fromkeys(("start", "end", "speaker_start", "speaker_end"), pa.int64()),
    **dict.fromkeys(("cue_start", "cue_end", "version", "copies", "origins"), pa.int64()),
    **dict.fromkeys(("latitude", "longitude", "radius_km", "score", "confidence"), pa.float64()),
}
_JSON: Mapping[str, pa.DataType] = {
    "aliases": pa.large_list(TEXT),
    "about_ids": pa.large_list(TEXT),
    "fragments": pa.large_list(pa.struct([("start", pa.int64()), ("end", pa.int64())])),
    "outline": pa.large_list(pa.list_(pa.float64())),
}


def read_tables(fetch: Fetch, where: str) -> Tables:
    """Every table of the corpus, with its ids as numbers and its columns typed.

    Args:
        where: the clause that leaves out superseded articles, or nothing.
    """
    tables: Tables = {}
    for name in _TABLES:
        table = _fetched(fetch, name, where)
        if name in OWN_ID:
            own = OWN_ID[name]
            table = _in_order(table, tables)
            ids = pa.concat_arrays([table[own].combine_chunks(), pa.array([""], TEXT)])
            tables[IDS.format(name)] = pa.table({own: ids})
        else:
            table = _in_order(table, tables)
        tables[name] = pa.table(
            {column: _typed(column, table[column], tables) for column in table.column_names}
            | _stated(table)
        )
    entities = tables["entities"]
    tables["entities"] = entities.add_column(3, "aliases", _aliases(fetch, tables))
    return tables


def fetch_with(connection: sqlite3.Connection) -> Fetch:
    """Queries on an open connection: for corpora that fit in the memory as rows."""

    def fetch(sql: str) -> pa.Table:
        cursor = connection.execute(sql)
        names = [column[0] for column in cursor.description]
        columns: list[Sequence[Any]] = list(zip(*cursor.fetchall(), strict=True))
        return pa.table(dict(zip(names, columns or [[]] * len(names), strict=True)))

    return fetch


def _fetched(fetch: Fetch, name: str, where: str) -> pa.Table:
    table, columns, order = _TABLES[name]
    kept = [column for column in columns if column not in _LEFT_OUT]
    limited = where if name == "articles" or name in FINDINGS else ""
    ordered = f"ORDER BY {order}" if order else ""
    chosen = ", ".join(
        quoted([column])
        if column in _NUMBERS
        else f"coalesce({quoted([column])}, '') AS \"{column}\""
        for column in kept
    )
    found = fetch(f"SELECT {chosen} FROM {table} {limited} {ordered}")  # noqa: S608 - names of our own tables
    kinds = pa.schema([(column, _NUMBERS.get(column, TEXT)) for column in kept])
    return found.cast(kinds).combine_chunks()


def _in_order(table: pa.Table, tables: Tables) -> pa.Table:
    """Findings by their article's place in the corpus, then by where they stand in it."""
    if "articles" not in tables or "article_id" not in table.column_names:
        return table
    article = _codes(table["article_id"], tables, "articles").astype(np.int64)
    keys = [article]
    if "start" in table.column_names:
        keys = [table["end"].to_numpy(), table["start"].to_numpy(), article]
    if all((key[1:] >= key[:-1]).all() for key in keys[-1:]) and len(keys) == 1:
        return table
    return table.take(pa.array(np.lexsort(keys))).combine_chunks()


def _typed(name: str, values: pa.ChunkedArray, tables: Tables) -> pa.Array:
    if name in OWNERS:
        return pa.array(_codes(values, tables, OWNERS[name]))
    if name in CATEGORIES:
        return values.combine_chunks().dictionary_encode()
    if name in TIMES:
        return _moments(values)
    if name in JSON_COLUMNS:
        return _lists(name, values)
    return values.combine_chunks()


def _codes(values: pa.ChunkedArray, tables: Tables, owner: str) -> NDArray[np.int32]:
    """Row numbers of ids in the table that owns them; the number after the last for no id."""
    (known,) = tables[IDS.format(owner)].columns
    found = pc.index_in(values, value_set=known.combine_chunks())
    codes: NDArray[np.int32] = np.asarray(pc.fill_null(found, -1)).astype(np.int32)
    return codes


def _moments(values: pa.ChunkedArray) -> pa.Array:
    coded = values.combine_chunks().dictionary_encode()
    dated = [text if text[:1].isdigit() else "" for text in coded.dictionary.to_pylist()]
    moments = pd.to_datetime(
        pd.Series(dated, dtype=object), format="ISO8601", errors="coerce", utc=True
    )
    known = pa.array(moments.dt.as_unit("us"), MOMENT)
    return known.take(coded.indices)


def _lists(name: str, values: pa.ChunkedArray) -> pa.Array:
    empty: list[Any] = []
    read = [empty if text == "[]" else orjson.loads(text) for text in values.to_pylist()]
    return pa.array(read, _JSON[name])


def _stated(table: pa.Table) -> dict[str, pa.Array]:
    if "published" not in table.column_names:
        return {}
    return {shown: table[column].combine_chunks() for column, shown in STATED.items()}


def _aliases(fetch: Fetch, tables: Tables) -> pa.Array:
    rows = fetch("SELECT entity_id, surface FROM alias ORDER BY 1, 2")
    kinds = pa.schema([("entity_id", TEXT), ("surface", TEXT)])
    rows = rows.cast(kinds)
    owner = _codes(rows["entity_id"], tables, "entities")
    order = np.argsort(owner, kind="stable")
    counts = np.bincount(owner, minlength=len(tables["entities"]))
    offsets = np.concatenate([[0], np.cumsum(counts)])
    surfaces = rows["surface"].combine_chunks().take(pa.array(order))
    return pa.LargeListArray.from_arrays(pa.array(offsets, pa.int64()), surfaces)
