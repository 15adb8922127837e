"""The process of a job: do what was ordered, say how far it is, end when asked to."""

from __future__ import annotations

import logging
import os
import signal
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any

from ..errors import DatelineError
from ..records import IngestReport
from .account import Account
from .files import LOG, STOP, Order, read_order
from .folders import owner_lock

NICENESS = 10
LOCK_SECONDS = 20.0
"""For which a reader of the state may hold the lock, with much to spare."""
log = logging.getLogger(__name__)


def work(folder: Path) -> int:
    """Exit status of the job that was ordered in the folder."""
    order = read_order(folder)
    if order is None:
        return 2
    with owner_lock(folder).acquire(timeout=LOCK_SECONDS):
        with suppress(OSError):
            os.nice(NICENESS)
        return _Job(folder, order).run()


class _Job:
    def __init__(self, folder: Path, order: Order) -> None:
        self.folder, self.order = folder, order
        self.account = Account(folder)
        self.done = self.total = 0
        self._is_told = False
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._told)

    def run(self) -> int:
        try:
            report = self._report()
        except DatelineError as error:
            self.account.end("failed", error.public_message, None, self.done)
            return 1
        except Exception as error:
            log.exception("the job ended unexpectedly")
            self.account.end("failed", _unexpected(error, self.folder), None, self.done)
            return 1
        is_cut = report.stopped if report else self.done < self.total
        self.account.end("stopped" if is_cut else "done", "", report, self.done)
        return 0

    def is_stopped(self) -> bool:
        """Whether to end: someone asked for it, or who ordered the job is gone."""
        return self._is_told or (self.folder / STOP).exists() or os.getppid() != self.order.parent

    def progress(self, done: int, total: int) -> None:
        self.done, self.total = done, total
        self.account.progress(done, total)

    def _told(self, _number: int, _frame: FrameType | None) -> None:
        self._is_told = True

    def _report(self) -> IngestReport | None:
        self.account.say("Loading the language model")
        from ..extract.model import language_model
        from ..ingest import ingest
        from ..reanalyse import reanalyse
        from ..store import Store

        language_model()
        order, account = self.order, self.account
        asked: Any = {"is_stopped": self.is_stopped, "say": account.say}
        with Store.open(order.corpus) as store:
            if order.kind == "ingest":
                return ingest(order.sources, store, self.progress, **asked)
            reanalyse(store, self.progress, every=order.every, **asked)
            return None


def _unexpected(error: Exception, folder: Path) -> str:
    return (
        f"It ended for a reason that Dateline does not know ({type(error).__name__}); what was"
        f" stored is kept. The details are in {str(folder / LOG)!r}."
    )
