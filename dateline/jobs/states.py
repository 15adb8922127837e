"""How far a job is, as any process may read it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, get_args

from ..records import IngestReport, Source
from .files import DAMAGED, ENDED_MARK, STATE, Kind, Order, read_order, read_report, read_said
from .folders import is_held

Phase = Literal["waiting", "running", "done", "stopped", "failed"]
ENDED: frozenset[Phase] = frozenset({"done", "stopped", "failed"})
START_SECONDS = 60.0
"""Within which a process that was started takes its job up, on a busy machine."""
STARTING = "Starting"
CUT_OFF = (
    "The process ended before its work was done; what was stored is kept. Start it again to"
    " complete it."
)
NOT_STARTED = "The process could not be started; nothing was changed. Try again."


@dataclass(frozen=True, slots=True)
class Count:
    """How much is done, as the job's process says it."""

    done: int = 0
    total: int = 0
    rate: float = 0.0
    seconds_left: float | None = None


@dataclass(frozen=True, slots=True)
class JobState:
    job_id: str
    """Assigned once; newer ones sort last."""
    kind: Kind
    """What it does."""
    corpus: Path
    """The corpus that it writes to."""
    phase: Phase
    """waiting: for its process to start, or for another ingest to end."""
    done: int = 0
    """Articles, rejections included."""
    total: int = 0
    """Of how many, as far as is known; 0 while unknown."""
    started_at: str = ""
    """UTC ISO 8601."""
    rate: float = 0.0
    """Articles a second, of late."""
    seconds_left: float | None = None
    """At that rate; None while unknown."""
    message: str = ""
    """What it is doing; for a job that has failed or was cut off, why and what to do."""
    report: IngestReport | None = None
    """What became of everything, once an ingest has ended."""
    sources: tuple[Source, ...] = ()
    """What an ingest reads, where it lies now."""


def read_state(folder: Path) -> JobState | None:
    """How far the job in the folder is; None where nothing legible says what it is."""
    is_alive = is_held(folder)
    order, said = read_order(folder), read_said(folder)
    if order is None:
        return None
    phase, message = _phase(folder, order, said, is_alive)
    count, is_over = _count(said), phase in ENDED
    return JobState(
        job_id=folder.name,
        kind=order.kind,
        corpus=order.corpus,
        phase=phase,
        done=count.done,
        total=count.total,
        started_at=order.started_at,
        rate=0.0 if is_over else count.rate,
        seconds_left=None if is_over else count.seconds_left,
        message=message,
        report=read_report(folder) if is_over else None,
        sources=order.sources,
    )


def _count(said: Mapping[str, Any]) -> Count:
    with suppress(*DAMAGED):
        left = said["seconds_left"]
        return Count(
            int(said["done"]),
            int(said["total"]),
            float(said["rate"]),
            None if left is None else float(left),
        )
    return Count()


def _phase(
    folder: Path, order: Order, said: Mapping[str, Any], is_alive: bool
) -> tuple[Phase, str]:
    """The process's own word, unless it ended without a last one."""
    message = str(said.get("message", STARTING))
    for phase in get_args(Phase):
        if said.get("phase") == phase and (is_alive or phase in ENDED):
            return phase, message
    if is_alive:
        return "waiting", message
    if said or (folder / STATE).exists():
        return "stopped", CUT_OFF
    if (folder / ENDED_MARK).exists() or _age(order) > START_SECONDS:
        return "failed", NOT_STARTED
    return "waiting", STARTING


def _age(order: Order) -> float:
    with suppress(*DAMAGED):
        return (datetime.now(UTC) - datetime.fromisoformat(order.started_at)).total_seconds()
    return START_SECONDS + 1
