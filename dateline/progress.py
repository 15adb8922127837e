"""A progress bar on a terminal; silence anywhere else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bar
from rich.text import Text


class Rate(ProgressColumn):
    """Articles a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:.1f}/s" if task.speed else "")


class Progress:
    """One bar: what is done, of how much, how fast, and the time left."""

    def __init__(self, bar: Bar, words: str) -> None:
        self.is_shown = not bar.disable
        self._bar = bar
        self._task = bar.add_task(words, total=None)

    def say(self, words: str) -> None:
        """Show what is being done."""
        self._bar.update(self._task, description=words)

    def update(self, done: int, total: int) -> None:
        self._bar.update(self._task, completed=done, total=total)

    def describe(self, words: str, share: float) -> None:
        """Show what is being done and the share of the whole that is done, 0 to 1."""
        self._bar.update(self._task, description=words, completed=share, total=1.0)


@contextmanager
def shown_progress(words: str, counted: bool = True) -> Iterator[Progress]:
    """A bar on standard error while the block runs, where standard error is a terminal."""
    console = Console(stderr=True)
    numbers = [MofNCompleteColumn(), Rate()] if counted else []
    columns = [TextColumn("{task.description}"), BarColumn(), *numbers, TimeRemainingColumn()]
    with Bar(*columns, console=console, disable=not console.is_terminal) as bar:
        yield Progress(bar, words)
