"""Exported JSON lines as the records that they were."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from ..errors import UnreadableSource, UsageError
from .tables import RECORDS


def read_records(lines: Iterable[bytes], table: str) -> Iterator[Any]:
    """The records of one table, equal to those that were exported, one a line.

    Args:
        lines: of a file that `dateline export --format jsonl` wrote; blank ones are passed over.
        table: one of `RECORDS`.

    Raises:
        UsageError: there is no such table.
        UnreadableSource: a line is no record of that table; the message says which and why.
    """
    if table not in RECORDS:
        raise UsageError(f"there is no table {table!r}: choose one of {', '.join(RECORDS)}")
    record = RECORDS[table]
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield msgspec.convert(_row(line), record)
            except ValueError as error:
                raise UnreadableSource(f"line {number} is no row of {table}: {error}") from error


def _row(line: bytes) -> Any:  # noqa: ANN401 - any JSON
    try:
        return msgspec.json.decode(line)
    except msgspec.DecodeError:
        return json.loads(line)
