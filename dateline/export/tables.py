"""Tables as CSV or JSON lines, written as they come and put in place whole."""

from __future__ import annotations

import csv
import io
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

import orjson
import pandas as pd

from ..errors import DatelineError, UsageError
from ..records import Article, Entity, Mention, Place, Quotation, Relation, Timex, Toponym
from .cells import as_cell, restore_cell, safe_cell
from .codes import CODED

__all__ = ["FORMATS", "TABLES", "csv_bytes", "restore_cell", "safe_cell", "write_rows"]

FORMATS = ("csv", "jsonl")
Row = Mapping[str, Any]


def _columns(record: type, *more: str) -> tuple[str, ...]:
    names = [field.name for field in fields(record)]
    ids = [name for name in names if name.endswith("_id")]
    span = [name for name in ("start", "end") if name in names]
    long = [name for name in ("text", "parts") if name in names]
    others = [name for name in names if name not in {*ids, *span, *long}]
    return (*ids, *span, *others, *long, *more)


TABLES: Mapping[str, tuple[str, ...]] = {
    "articles": _columns(Article),
    "mentions": _columns(Mention, "passage"),
    "entities": _columns(Entity),
    "relations": _columns(Relation, "passage"),
    "quotations": _columns(Quotation, "passage"),
    "timexes": _columns(Timex, "passage"),
    "toponyms": _columns(Toponym, *CODED, "passage"),
    "places": _columns(Place, *CODED, "mentions"),
}
"""Each table and its columns in order: ids, span, the other fields, then what is joined on."""


def write_rows(
    rows: Iterable[Row],
    form: str,
    out: Path | BinaryIO | None = None,
    columns: Sequence[str] = (),
) -> int:
    """The number of rows written, in constant memory.

    Args:
        form: One of `FORMATS`. CSV is UTF-8 by RFC 4180, text cells made safe by `safe_cell`,
            lists as JSON in a cell.
        out: A file that appears whole or not at all, an open one, or None for standard output.
        columns: Which fields, in order; those of the first row where empty.

    Raises:
        UsageError: the form is unknown, or the file cannot be written.
    """
    if form not in FORMATS:
        raise UsageError(f"there is no format {form!r}: choose one of {', '.join(FORMATS)}")
    write = _write_csv if form == "csv" else _write_jsonl
    with written_to(out) as file:
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
        file.write(orjson.dumps({name: row[name] for name in named}) + b"\n")
        written += 1
    file.flush()
    return written


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
