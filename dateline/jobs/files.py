"""The files of a job's folder: what was ordered, what is said of it, what came of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from ..records import IngestReport, Rejected, Source

Kind = Literal["ingest", "reanalyse"]
ORDER, STATE, REPORT = "order.json", "state.json", "report.json"
STOP, ENDED_MARK, RESERVE, LOG = "stop", "ended", "reserve", "log"
RESERVE_BYTES = 256 * 1024
"""Space that a job gives back when the disk is full, so that it can still say so."""
DAMAGED = (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError)
"""What reading a file that is no more what was written raises."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a job is to do."""

    kind: Kind
    corpus: Path
    sources: tuple[Source, ...]
    every: bool
    """Whether all articles are analysed anew."""
    started_at: str
    parent: int
    """The process that ordered it; without it the job stops."""


def read_order(folder: Path) -> Order | None:
    """What was ordered; None where nothing legible says it."""
    with suppress(OSError, *DAMAGED):
        said = json.loads((folder / ORDER).read_bytes())
        if said["kind"] not in get_args(Kind):
            return None
        return Order(
            said["kind"],
            Path(said["corpus"]),
            tuple(Source(Path(path), name, dict(cols)) for path, name, cols in said["sources"]),
            bool(said["every"]),
            str(said["started_at"]),
            int(said["parent"]),
        )
    return None


def write_order(folder: Path, order: Order) -> None:
    """Keep what is to be done.

    Raises:
        OSError: it cannot be written.
    """
    sources = [(str(one.path), one.name, dict(one.columns)) for one in order.sources]
    said = {
        "kind": order.kind,
        "corpus": str(order.corpus),
        "sources": sources,
        "every": order.every,
        "started_at": order.started_at,
        "parent": order.parent,
    }
    write_json(folder / ORDER, said)


def read_report(folder: Path) -> IngestReport | None:
    """What became of everything; None where nothing legible says it."""
    with suppress(OSError, *DAMAGED):
        said: Any = json.loads((folder / REPORT).read_bytes())
        batch_id, stored, duplicate, rejected, stopped = said
        lines = tuple(Rejected(*one) for one in rejected)
        return IngestReport(batch_id, int(stored), int(duplicate), lines, bool(stopped))
    return None


def write_report(folder: Path, report: IngestReport) -> None:
    """Keep what became of everything.

    Raises:
        OSError: it cannot be written.
    """
    rejected = [(one.source, one.line, one.reason) for one in report.rejected]
    said = (report.batch_id, report.stored, report.duplicate, rejected, report.stopped)
    write_json(folder / REPORT, said)


def read_said(folder: Path) -> Mapping[str, Any]:
    """What the job's process said last; empty where that is nothing, or nothing legible."""
    with suppress(OSError, *DAMAGED):
        said = json.loads((folder / STATE).read_bytes())
        if isinstance(said, dict):
            return said
    return {}


def write_json(path: Path, said: object) -> None:
    """Put the file in its place whole.

    Raises:
        OSError: it cannot be written; the one before stands.
    """
    fresh = path.with_name(f"{path.name}-new")
    fresh.write_text(json.dumps(said), encoding="ascii")
    fresh.replace(path)
