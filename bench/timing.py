"""A speed, and how it is measured."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter, process_time


@dataclass(frozen=True)
class Speed:
    what: str
    figure: str
    reference: str
    ratio: float
    """How many times the reference's time this takes."""


def cpu_seconds(work: Callable[[], object], rounds: int) -> float:
    """CPU seconds of one round."""
    start = process_time()
    for _ in range(rounds):
        work()
    return (process_time() - start) / rounds


def wall_seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def best_seconds(work: Callable[[], object], rounds: int = 7) -> float:
    return min(wall_seconds(work) for _ in range(rounds))
