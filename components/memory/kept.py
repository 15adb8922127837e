"""What is kept by the analyst: the notebook, the search box, the searches that were saved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from data.access.notebook import Sought

from .sizes import ROWS

if TYPE_CHECKING:
    from dateline.brush import Brush
    from dateline.records import SavedSearch


@dataclass
class Keeping:
    """What was kept last, and what the notebook shows."""

    said: str = ""
    """What was kept, in words."""
    fault: str = ""
    """Why it could not be kept."""
    last: tuple[str, ...] = ()
    """The decisions that it made, to be taken back."""
    sought: Sought = field(default_factory=Sought)
    """What of the notebook is shown."""
    rows: int = ROWS
    turns: int = 0
    """How often the filters were emptied by a button; part of their identity."""
    opened: str = ""
    """The entry whose decisions are shown."""


@dataclass
class Searching:
    """What is typed into the search box."""

    typed: str = ""
    """Letters that names are offered for."""
    caret: int = 0
    """Where the next letter goes."""
    query: str = ""
    """The last search that was wrong."""
    fault: str = ""
    """What was wrong with it; empty where a later one was right."""
    at: int = -1
    """Where; -1 where it is no one place."""
    brush: Brush | None = None
    """What was chosen then; under another Brush the fault is forgotten."""
    turns: int = 0
    """How often a search was wrong."""


@dataclass
class Saving:
    """What the list of saved searches shows."""

    renaming: str = ""
    """The search whose name is being written."""
    deleted: SavedSearch | None = None
    """The search that was deleted last, if it can be taken back."""
    fault: str = ""
    """Why the last thing that was asked could not be done."""
    turns: int = 0
    """How often one was saved; part of the identity of the boxes that are empty then."""
