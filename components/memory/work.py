"""What the screens that change something remember."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from data.access.adding import Offer


@dataclass
class Adding:
    """Articles on their way in."""

    folder: str = ""
    """Where the files that were dropped wait."""
    offers: list[Offer] = field(default_factory=list)
    """What was named to be added, oldest first."""
    columns: dict[str, dict[str, str]] = field(default_factory=dict)
    """For each file, or for all files with the same columns, our fields and their columns."""
    turns: int = 0
    """How often columns were chosen for all files that have them."""
    own_turns: dict[str, int] = field(default_factory=dict)
    """How often that was done at this file."""
    rounds: dict[str, int] = field(default_factory=dict)
    """How often each way in was emptied; part of its widgets' identity."""
    page: int = 1
    """Which of the files are shown."""
    job: str = ""
    """The ingest that is followed."""
    again: str = ""
    """The job that did not end well and whose files were offered again."""
    stopping: str = ""
    """The job that was asked to stop."""
    reported: str = ""
    """The earlier batch whose report is open."""
    undoing: str = ""
    """The batch that is about to be taken out, if that is confirmed."""
    batches: int = 8
    """Earlier batches that are listed."""
    said: str = ""
    """What came of the last thing that was asked."""
    fault: str = ""
    """Why the last thing that was asked could not be done."""
    drawn: str = ""
    """The fingerprint of the corpus when the screen was drawn."""


@dataclass
class Preferring:
    """What the Settings screen has changed, and what it shows of it."""

    said: str = ""
    """The last change, in words."""
    fault: str = ""
    """Why the last change was not made."""
    past: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    """Changes that can be taken back: their words, and the settings as they were before."""
    turns: int = 0
    """How often a change was taken back or refused; part of the widgets' identity."""
    job: str = ""
    """The job that is followed."""
    asked: tuple[object, ...] = ()
    """The name that was looked up, and of whom."""
    answer: Any = None
    """What it may mean."""
    tried: tuple[object, ...] = ()
    """The provider that was tried, as it was set."""
    trial: Any = None
    """What came of it."""
