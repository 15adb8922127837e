"""A table as Parquet: typed columns, row groups as they come, and what it is in its metadata."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields, is_dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from types import UnionType
from typing import Any, BinaryIO, Literal, get_args, get_origin, get_type_hints

import pandas as pd
import pyarrow as pa
from pyarrow import parquet

from .cells import REPLACEMENT
from .codes import CODED
from .described import words_of
from .table import About, Row, Table, Written
from .tables import RECORDS, written_to

GROUP = 10_000
"""Rows of a row group."""
MOMENTS = ("published", "updated", "seen")
"""Times of articles, stated with any precision; beside each stands the moment, where it is one."""
AT = "{}_at"
_WHOLE: Mapping[str, pa.DataType] = {"mentions": pa.int64(), **dict.fromkeys(CODED, pa.int64())}
_PLAIN = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


def write_parquet(table: Table, about: About, out: Path | BinaryIO | None = None) -> Written:
    """What was written, in constant memory for a table of a corpus.

    The schema of other tables is that of all their rows, which are held meanwhile.

    Raises:
        UsageError: the file cannot be written.
    """
    rows: Iterable[Row] = table.rows
    if table.is_of_corpus:
        schema = schema_of(table)
    else:
        rows = list(rows)
        schema = _inferred(table.columns, rows)
    told = Written()
    with (
        written_to(out) as file,
        parquet.ParquetWriter(file, _told(schema, table.name, about), compression="zstd") as writer,
    ):
        coming = iter(rows)
        while group := list(islice(coming, GROUP)):
            writer.write_table(_group(group, writer.schema))
            told.rows += len(group)
    return told


def schema_of(table: Table) -> pa.Schema:
    """The types of a table of a corpus, as its record's fields have them."""
    hints = get_type_hints(RECORDS[table.name])
    if "start" in table.columns:
        hints = {"start": int, "end": int, **hints}
    types = {name: _WHOLE.get(name) or _type(hints.get(name, str)) for name in table.columns}
    moments = {AT.format(name): pa.timestamp("us", "UTC") for name in MOMENTS if name in types}
    return pa.schema(types | moments)


def _type(hint: Any) -> pa.DataType:  # noqa: ANN401 - any type hint of a record
    origin = get_origin(hint)
    if origin is UnionType:
        return _type(next(one for one in get_args(hint) if one is not type(None)))
    if origin is tuple:
        return pa.list_(_type(get_args(hint)[0]))
    if is_dataclass(hint):
        own = get_type_hints(hint)
        return pa.struct([(field.name, _type(own[field.name])) for field in fields(hint)])
    return _PLAIN[str if origin is Literal else hint]


def _inferred(columns: Sequence[str], rows: Sequence[Row]) -> pa.Schema:
    return pa.schema([(name, _common(row[name] for row in rows)) for name in columns])


def _common(values: Iterable[Any]) -> pa.DataType:
    """A type that all the values have; text where they have none in common."""
    try:
        found = pa.array([_value(value) for value in values]).type
    except (pa.ArrowException, TypeError, ValueError, OverflowError):
        return pa.string()
    return pa.string() if pa.types.is_null(found) else found


def _told(schema: pa.Schema, table: str, about: About) -> pa.Schema:
    said = {"dateline": json.dumps({"table": table, **asdict(about)})}
    told = [field.with_metadata({"description": _words(field.name, table)}) for field in schema]
    return pa.schema(told, said)


def _words(column: str, table: str) -> str:
    stated = column.removesuffix("_at")
    if stated != column and stated in MOMENTS:
        return f"The moment of {stated}; null where that is less exact."
    return words_of(column, table)


def _group(rows: Sequence[Row], schema: pa.Schema) -> pa.Table:
    return pa.table([pa.array(_cells(rows, field), field.type) for field in schema], schema)


def _cells(rows: Sequence[Row], field: pa.Field) -> Iterator[Any]:
    stated = field.name.removesuffix("_at")
    if pa.types.is_timestamp(field.type) and stated in MOMENTS and stated != field.name:
        return (_moment(row[stated]) for row in rows)
    if pa.types.is_string(field.type):
        return (_text(_value(row[field.name])) for row in rows)
    return (_value(row[field.name]) for row in rows)


def _value(value: Any) -> Any:  # noqa: ANN401 - any cell
    if value is pd.NaT or value is pd.NA or value != value:
        return None
    if isinstance(value, str):
        return _readable(value)
    if isinstance(value, (list, tuple)):
        return [_value(one) for one in value]
    return {name: _value(one) for name, one in value.items()} if isinstance(value, dict) else value


def _readable(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join(REPLACEMENT if "\ud800" <= c <= "\udfff" else c for c in text)
    return text


def _text(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, default=str) if isinstance(value, (list, dict)) else str(value)


def _moment(stated: object) -> datetime | None:
    text = str(stated)
    if "T" not in text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
