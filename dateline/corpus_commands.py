"""The commands that keep a corpus: ingest, batches, undo, reanalyse, backup."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from types import FrameType
from typing import TYPE_CHECKING, Any

from .errors import CorpusError, UsageError
from .progress import Progress, shown_progress
from .records import IngestReport, Source
from .turn import WAITING, Say, turn

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]
AddOption = Callable[[argparse.ArgumentParser], None]
LOADING = "Loading the language model"
STOPPED = "stopped; what was read is stored: run it again to complete it"
INTERRUPTED = 130
"""Exit status of a command that was stopped."""


def add_commands(commands: Commands, add_corpus: AddOption) -> None:
    """Add these commands, each with the option that says which corpus."""
    command = commands.add_parser("ingest", help="read articles into a corpus")
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files or folders")
    command.add_argument("--column", action="append", default=[], dest="columns",
        metavar="FIELD=COLUMN", help="the column that fills a field; nothing after = for none"
    )  # fmt: skip
    add_corpus(command)
    command.set_defaults(run=run_ingest)

    command = commands.add_parser("batches", help="the ingests of a corpus, newest first")
    add_corpus(command)
    command.set_defaults(run=run_batches)

    command = commands.add_parser("undo", help="take an ingest out of a corpus")
    command.add_argument("batch_id", metavar="BATCH", help="as the command batches names it")
    add_corpus(command)
    command.set_defaults(run=run_undo)

    command = commands.add_parser("reanalyse", help="make findings anew after an upgrade")
    command.add_argument("--all", action="store_true", help="of all articles, outdated or not")
    add_corpus(command)
    command.set_defaults(run=run_reanalyse)

    command = commands.add_parser("backup", help="copy a corpus whole, even while it is in use")
    command.add_argument("target", type=Path, metavar="FILE", help="a file that is not there yet")
    add_corpus(command)
    command.set_defaults(run=run_backup)


def run_ingest(options: argparse.Namespace) -> int:
    columns = _columns(options.columns)
    sources = [Source(path, columns=columns) for path in options.paths]
    with shown_progress(LOADING) as progress, _interruptible() as is_stopped:
        from .ingest import ingest
        from .store import Store

        asked: Any = {"is_stopped": is_stopped, "say": _saying(progress)}
        with Store.open(options.corpus) as store:
            report = ingest(sources, store, progress.update, **asked)
    _print_report(report)
    if report.stopped:
        return _stopped()
    return 0 if report.stored or report.duplicate else 1


def _columns(given: Sequence[str]) -> dict[str, str]:
    from .read import FIELDS

    columns = dict(one.partition("=")[::2] for one in given)
    for one in given:
        if "=" not in one or one.partition("=")[0] not in FIELDS:
            raise UsageError(
                f"--column {one!r} is not FIELD=COLUMN with one of these fields: "
                + ", ".join(FIELDS)
            )
    return columns


def _saying(progress: Progress) -> Say:
    def say(words: str) -> None:
        progress.say(words)
        if words == WAITING and not progress.is_shown:
            print(f"dateline: {words}", file=sys.stderr)

    return say


@contextmanager
def _interruptible() -> Iterator[Callable[[], bool]]:
    """Whether an interrupt came; a second one ends the command at once."""
    told = Event()

    def tell(_number: int, _frame: FrameType | None) -> None:
        told.set()
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, tell)
    try:
        yield told.is_set
    finally:
        signal.signal(signal.SIGINT, before)


def _stopped() -> int:
    print(f"dateline: {STOPPED}", file=sys.stderr)
    return INTERRUPTED


def _print_report(report: IngestReport) -> None:
    for one in report.rejected:
        where = f"{one.source}, line {one.line}" if one.line else one.source
        print(f"rejected  {where}: {one.reason}")
    print(
        f"{report.read} read = {report.stored} stored + {report.duplicate} duplicate"
        f" + {len(report.rejected)} rejected"
    )


def run_batches(options: argparse.Namespace) -> int:
    from .store import Store

    with Store.open(options.corpus, readonly=True) as store:
        batches = store.batches()
    for one in batches:
        state = "" if one.finished_at else "  under way or cut off"
        print(
            f"{one.batch_id:<5} {one.started_at}  {one.stored} stored  {one.duplicate} duplicate"
            f"  {one.rejected} rejected{state}  {_shortened(one.sources)}"
        )
    return 0


def _shortened(sources: Sequence[str]) -> str:
    more = f" and {len(sources) - 3} more" if len(sources) > 3 else ""
    return ", ".join(sources[:3]) + more


def run_undo(options: argparse.Namespace) -> int:
    from .store import Store

    _check_there(options.corpus)
    with Store.open(options.corpus) as store, turn(options.corpus, lambda: True) as is_ours:
        if not is_ours:
            raise CorpusError("an ingest into this corpus is under way: stop it or wait, then undo")
        known = [one.batch_id for one in store.batches()]
        if options.batch_id not in known:
            raise UsageError(
                f"there is no batch {options.batch_id!r} in {str(options.corpus)!r}: there are "
                + (", ".join(known[:20]) or "none")
            )
        print(f"{store.undo_batch(options.batch_id)} articles taken out")
    return 0


def run_reanalyse(options: argparse.Namespace) -> int:
    _check_there(options.corpus)
    with shown_progress(LOADING) as progress, _interruptible() as is_stopped:
        from .reanalyse import reanalyse
        from .store import Store

        asked: Any = {"is_stopped": is_stopped, "say": _saying(progress)}
        with Store.open(options.corpus) as store:
            renewed = reanalyse(store, progress.update, every=options.all, **asked)
        is_cut = is_stopped()
    print(f"{renewed} articles analysed anew")
    return _stopped() if is_cut else 0


def _check_there(corpus: Path) -> None:
    if not corpus.is_file():
        raise CorpusError(f"there is no corpus at {str(corpus)!r}: ingest some articles first")


def run_backup(options: argparse.Namespace) -> int:
    from .store import Store

    with Store.open(options.corpus, readonly=True) as store:
        store.copy_to(options.target)
    print(f"copied to {options.target}")
    return 0
