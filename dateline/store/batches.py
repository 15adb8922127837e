"""Ingests: when, from what, what they brought, and what was rejected."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import orjson

from ..records import Batch, IngestReport, Rejected
from .findings import now

_BATCHES = """
SELECT batch_id, sources, started_at, finished_at,
    CASE finished_at WHEN '' THEN
        (SELECT count(*) FROM article WHERE article.batch_id = batch.batch_id)
    ELSE stored END,
    duplicate,
    (SELECT count(*) FROM rejection WHERE rejection.batch_id = batch.batch_id)
FROM batch ORDER BY number DESC
"""


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


def read_batches(connection: sqlite3.Connection) -> tuple[Batch, ...]:
    """All ingests, newest first; what one stored that is not finished is counted now."""
    return tuple(
        Batch(batch_id, tuple(orjson.loads(sources)), *others)
        for batch_id, sources, *others in connection.execute(_BATCHES)
    )


def read_rejections(connection: sqlite3.Connection, batch_id: str) -> tuple[Rejected, ...]:
    """What an ingest could not use, in the order in which it was read."""
    sql = "SELECT source, line, reason FROM rejection WHERE batch_id = ? ORDER BY rowid"
    return tuple(Rejected(*row) for row in connection.execute(sql, (batch_id,)))


def next_number(connection: sqlite3.Connection, table: str) -> int:
    """The number that the next row of a table gets; one that was used never comes again."""
    sql = "SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = ?"
    number: int = connection.execute(sql, (table,)).fetchone()[0]
    return number
