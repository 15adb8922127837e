"""Parquet -> rows, a batch at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow
from pyarrow import parquet

from ..records import Rejected
from .header_map import MOST_COLUMNS, NONE_CHOSEN, match_columns, no_text_reason
from .rows import Row

BATCH_ROWS = 256
FAULTS = (pyarrow.ArrowException, OSError, ValueError, TypeError, NotImplementedError)


def read_parquet(
    path: Path, source: str, chosen: Mapping[str, str] = NONE_CHOSEN
) -> Iterator[Row | Rejected]:
    """The rows of the file, with the columns that an article needs; rows count from 1."""
    row = 0
    try:
        with parquet.ParquetFile(path) as file:
            names = list(file.schema_arrow.names)
            columns = match_columns(names, chosen)
            if not columns.has_text or not file.metadata.num_rows:
                reason = no_text_reason(names) if not columns.has_text else "the table has no rows"
                yield Rejected(source, 0, reason)
                return
            for batch in file.iter_batches(BATCH_ROWS, columns=list(columns.names())):
                for values in batch.to_pylist():
                    row += 1
                    yield row, values
    except FAULTS as error:
        place = f"after row {row}" if row else "at its start"
        kind = type(error).__name__
        yield Rejected(source, row, f"the Parquet file is damaged {place} ({kind})")


def column_names(path: Path) -> tuple[str, ...]:
    """The columns of the file; empty where it is damaged."""
    try:
        return tuple(parquet.read_schema(path).names)[:MOST_COLUMNS]
    except FAULTS:
        return ()


def row_count(path: Path) -> int | None:
    """How many rows the file says it has; None where it is damaged."""
    try:
        return int(parquet.read_metadata(path).num_rows)
    except FAULTS:
        return None
