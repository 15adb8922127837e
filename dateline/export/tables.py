"""Tables as CSV or JSON lines, written as they come and put in place whole."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from itertools import chain
from pathlib import Path
from typing import BinaryIO

import orjson
import pandas as pd

from ..errors import DatelineError, UsageError
from ..records import Article, Entity, Mention, Place, Quotation, Relation, Timex, Toponym
from .cells import as_cell, restore_cell, safe_cell
from .codes import CODED
from .provenance import COLUMNS
from .table import Row

__all__ = ["FORMATS", "RECORDS", "TABLES", "csv_bytes", "restore_cell", "safe_cell", "write_rows"]

FORMATS = ("csv", "jsonl")
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}".encode()
"""The mark by which some spreadsheets know that a file is UTF-8."""
RECORDS: Mapping[str, type] = {
    "articles": Article,
    "mentions": Mention,
    "entities": Entity,
    "relations": Relation,
    "quotations": Quotation,
    "timexes": Timex,
    "toponyms": Toponym,
    "places": Place,
}
"""Each table of a corpus and the record that its rows are."""
_FOUND = frozenset({"mentions", "relations", "quotations", "timexes", "toponyms"})
_MORE: Mapping[str, tuple[str, ...]] = {
    "articles": ("method", "method_version"),
    "entities": ("method", "version"),
    "toponyms": (*CODED, "surface"),
    "places": (*CODED, "mentions", "first_published", "last_published", "method", "version"),
}
"""What is joined to a record, besides where it was found."""


def _columns(table: str) -> tuple[str, ...]:
    names = [field.name for field in fields(RECORDS[table])]
    joined = [name for name in _MORE.get(table, ()) if name not in names]
    if table == "articles":
        long = ("text", "parts")
        return (*(name for name in names if name not in long), *joined, *long)
    sourced = COLUMNS if table in _FOUND else ()
    has_confidence = "confidence" in names
    last = [name for name in sourced if name != "confidence" or has_confidence]
    ids = [name for name in names if name.endswith("_id")]
    others = [name for name in (*names, *joined) if name not in ids]
    return (*(name for name in (*ids, *others) if name not in last), *last)


TABLES: Mapping[str, tuple[str, ...]] = {table: _columns(table) for table in RECORDS}
"""Each table and its columns in order: ids, the other fields, then where a row comes from."""


def write_rows(
    rows: Iterable[Row],
    form: str,
    out: Path | BinaryIO | None = None,
    columns: Sequence[str] = (),
    has_bom: bool = False,
) -> int:
    """The number of rows written, in constant memory.

    Args:
        form: One of `FORMATS`. CSV is UTF-8 by RFC 4180, text cells made safe by `safe_cell`,
            lists as JSON in a cell.
        out: A file that appears whole or not at all, an open one, or None for standard output.
        columns: Which fields, in order; those of the first row where empty.
        has_bom: Whether a CSV begins with a byte order mark.

    Raises:
        UsageError: the form is unknown, or the file cannot be written.
    """
    if form not in FORMATS:
        raise UsageError(f"there is no format {form!r}: choose one of {', '.join(FORMATS)}")
    write = _write_csv if form == "csv" else _write_jsonl
    with written_to(out) as file:
        if has_bom and form == "csv":
            file.write(BOM)
        return write(rows, file, columns)


@contextmanager
def written_to(out: Path | BinaryIO | None) -> Iterator[BinaryIO]:
    """A file that appears whole or not at all, the open one given, or standard output.

    Raises:
        UsageError: the file cannot be written.
    """
    if isinstance(out, Path):
        with _whole_file(out) as file:
            yield file
    else:
        yield out or sys.stdout.buffer


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """A frame as CSV under the rules of `write_rows`, without its index."""
    names = [str(name) for name in frame.columns]
    values = zip(*(frame.iloc[:, at].tolist() for at in range(len(names))), strict=True)
    file = io.BytesIO()
    _write_csv((dict(zip(names, row, strict=True)) for row in values), file, names)
    return file.getvalue()


def _write_csv(rows: Iterable[Row], file: BinaryIO, columns: Sequence[str]) -> int:
    text = io.TextIOWrapper(file, encoding="utf-8", errors="replace", newline="")
    try:
        named, rows = _named(rows, columns)
        writer = csv.writer(text, lineterminator="\r\n")
        if named:
            writer.writerow(map(safe_cell, named))
        written = 0
        for row in rows:
            writer.writerow([as_cell(row[name]) for name in named])
            written += 1
        return written
    finally:
        text.detach()


def _write_jsonl(rows: Iterable[Row], file: BinaryIO, columns: Sequence[str]) -> int:
    named, rows = _named(rows, columns)
    written = 0
    for row in rows:
        file.write(as_line({name: row[name] for name in named}) + b"\n")
        written += 1
    file.flush()
    return written


def as_line(row: Row) -> bytes:
    """A row as JSON in one line; half a surrogate pair, which UTF-8 has not, as its escape."""
    try:
        return orjson.dumps(row, option=orjson.OPT_SERIALIZE_NUMPY, default=_plain)
    except TypeError:
        return json.dumps(row, default=_plain).encode()


def _plain(value: object) -> object:
    return None if value is pd.NaT or value is pd.NA else str(value)


def _named(rows: Iterable[Row], columns: Sequence[str]) -> tuple[Sequence[str], Iterable[Row]]:
    if columns:
        return columns, rows
    coming = iter(rows)
    first = next(coming, None)
    return (tuple(first), chain([first], coming)) if first is not None else ((), ())


@contextmanager
def _whole_file(path: Path) -> Iterator[BinaryIO]:
    target = path.resolve()
    try:
        if target.exists() and not target.is_file():
            with target.open("wb") as stream:
                yield stream
            return
        with _put_in_place(target) as stream:
            yield stream
    except DatelineError:
        raise
    except OSError as error:
        raise UsageError(
            f"{str(path)!r} cannot be written: {error.strerror or error}; choose another place"
        ) from error


@contextmanager
def _put_in_place(target: Path) -> Iterator[BinaryIO]:
    part = target.with_name(f".{target.name[:200]}.{os.getpid()}.part")
    try:
        with part.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
