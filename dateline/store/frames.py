"""The corpus as typed frames over Arrow tables; nothing is copied where it need not be."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from .kinds import JSON_COLUMNS
from .tables import IDS, OWN_ID, OWNERS, Tables

_STRINGS = pd.StringDtype("pyarrow", na_value=np.nan)


def frames_of(tables: Tables) -> dict[str, pd.DataFrame]:
    """One frame a kind of record: articles, passages, mentions, entities and so on.

    Columns are the fields of the record. Left out are `parts`, `raw_times` and `candidates`,
    which `Store.article` and `Store.findings` give for one article.

    Shape / Units: Articles in the order in which they were added; findings by article, then by
    start; entities and places by id. Times are datetimes, UTC, at the first moment that they may
    mean; `published_iso` and `updated_iso` keep the precision stated. Ids of articles, passages,
    entities and places are categories shared by all frames: the codes are row numbers of the
    frame that owns the id, and the last code is the empty id. JSON fields are lists.
    """
    kinds = {name: _kind(tables[IDS.format(name)].column(0)) for name in OWN_ID}
    return {
        name: pd.DataFrame(
            {column: _series(column, table[column], kinds) for column in table.column_names},
            copy=False,
        )
        for name, table in tables.items()
        if name not in map(IDS.format, OWN_ID)
    }


def _series(
    name: str, values: pa.ChunkedArray, kinds: dict[str, pd.CategoricalDtype]
) -> pd.Series[Any]:
    if name in OWNERS:
        kind = kinds[OWNERS[name]]
        return _coded(_numbers(values), kind)
    if pa.types.is_dictionary(values.type):
        return _category(values.combine_chunks())
    if pa.types.is_large_string(values.type):
        return pd.Series(_text(values), copy=False)
    if name in JSON_COLUMNS or name == "aliases":
        return pd.Series(pd.array(values, dtype=pd.ArrowDtype(values.type)), copy=False)
    if pa.types.is_timestamp(values.type):
        stamps = _numbers(values.cast(pa.int64()).fill_null(np.iinfo(np.int64).min))
        return pd.Series(pd.DatetimeIndex(stamps.view("M8[us]")).tz_localize("UTC"), copy=False)
    if name == "geonameid":
        return pd.Series(values.to_pandas(integer_object_nulls=True), dtype="Int64")
    return pd.Series(_numbers(values), copy=False)


def _category(values: pa.DictionaryArray) -> pd.Series[Any]:
    ordered = values.dictionary.to_pylist()
    kind = pd.CategoricalDtype(pd.Index(ordered, dtype=_STRINGS))
    return _coded(_numbers(values.indices), kind)


def _kind(ids: pa.ChunkedArray) -> pd.CategoricalDtype:
    """A category an id. They are keys of their table: pandas takes seconds to see that each of
    millions is there once, and keeps them all as objects."""
    kind: pd.CategoricalDtype = pd.CategoricalDtype._from_fastpath(pd.Index(_text(ids)))  # type: ignore[attr-defined] # the stubs lack it
    return kind


def _coded(codes: np.ndarray[Any, Any], kind: pd.CategoricalDtype) -> pd.Series[Any]:
    return pd.Series(pd.Categorical.from_codes(codes, dtype=kind, validate=False), copy=False)


def _text(values: pa.ChunkedArray) -> pd.arrays.ArrowStringArray:
    return pd.arrays.ArrowStringArray(values, dtype=_STRINGS)  # type: ignore[call-arg] # the stubs lack it


def _numbers(values: Any) -> np.ndarray[Any, Any]:  # noqa: ANN401 - Arrow's arrays of any number
    found: np.ndarray[Any, Any] = np.asarray(values)
    return found
