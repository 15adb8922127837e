"""What the process of a job says of its work, for others to read."""

from __future__ import annotations

import os
import time
from collections import deque
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from ..records import IngestReport
from ..turn import WAITING
from .files import RESERVE, STATE, write_json, write_report
from .states import Count, Phase

WRITE_SECONDS = 0.25
"""The state is written at most so often."""
WINDOW_SECONDS = 20.0
"""The rate is that of so long."""


class Account:
    """The state of one job. A disk that is full never stops the work by what is said of it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._phase: Phase = "running"
        self._message = ""
        self._count = Count()
        self._written = -WRITE_SECONDS
        self._samples: deque[tuple[float, int]] = deque()

    def say(self, words: str) -> None:
        """What is being done from now."""
        self._phase, self._message = "waiting" if words == WAITING else "running", words
        self._write()

    def progress(self, done: int, total: int) -> None:
        """What is done, of how many."""
        now = time.monotonic()
        if done and now - self._written < WRITE_SECONDS:
            return
        rate = self._rate(now, done)
        left = round((total - done) / rate, 1) if rate else None
        self._count = Count(done, total, round(rate, 3), left)
        self._write()

    def end(self, phase: Phase, message: str, report: IngestReport | None, done: int) -> None:
        """The last word: what came of it."""
        (self._folder / RESERVE).unlink(missing_ok=True)
        if report:
            with suppress(OSError):
                write_report(self._folder, report)
        self._phase, self._message = phase, message
        total = done if phase == "done" else max(done, self._count.total)
        self._count = Count(done, total)
        self._write()

    def _rate(self, now: float, done: int) -> float:
        self._samples.append((now, done))
        while len(self._samples) > 2 and now - self._samples[1][0] > WINDOW_SECONDS:
            self._samples.popleft()
        since, before = self._samples[0]
        return (done - before) / (now - since) if now > since else 0.0

    def _write(self) -> None:
        self._written = time.monotonic()
        said = {"phase": self._phase, "message": self._message, "pid": os.getpid()}
        with suppress(OSError):
            write_json(self._folder / STATE, said | asdict(self._count))
