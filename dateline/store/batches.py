"""Ingests: when, from what, and what was rejected."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import orjson

from ..records import IngestReport
from .findings import now


def start_batch(connection: sqlite3.Connection, sources: Sequence[str]) -> str:
    batch_id = f"b{next_number(connection, 'batch')}"
    connection.execute(
        "INSERT INTO batch (batch_id, sources, started_at) VALUES (?, ?, ?)",
        (batch_id, orjson.dumps(list(sources)).decode(), now()),
    )
    return batch_id


def finish_batch(connection: sqlite3.Connection, report: IngestReport) -> None:
    connection.execute(
        "UPDATE batch SET finished_at = ?, stored = ?, duplicate = ? WHERE batch_id = ?",
        (now(), report.stored, report.duplicate, report.batch_id),
    )
    connection.executemany(
        "INSERT INTO rejection (batch_id, source, line, reason) VALUES (?, ?, ?, ?)",
        ((report.batch_id, r.source, r.line, r.reason) for r in report.rejected),
    )


def next_number(connection: sqlite3.Connection, table: str) -> int:
    """The number that the next row of a table gets; one that was used never comes again."""
    sql = "SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = ?"
    number: int = connection.execute(sql, (table,)).fetchone()[0]
    return number
