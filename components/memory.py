"""What the screens remember of one visit, each its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from components import theme
from data.access.articles import Sort
from data.access.placing import Outcome
from dateline.brush import Field

if TYPE_CHECKING:
    from data.access import Axis, Window
    from data.access.adding import Offer
    from dateline.brush import Brush

ROWS = 40
"""Rows that a list shows at first, and that it adds when asked for more."""

VALUES = 12
"""Values of a facet that are shown at first."""
EVIDENCE = 8
"""Passages that are shown of a place at first."""


Drawn = Literal["places", "countries", "divisions", "cells"]
"""What the map draws."""


@dataclass
class Charting:
    """How the map is looked at."""

    drawn: Drawn = "places"
    with_areas: bool = True
    with_names: bool = True
    view: tuple[float, float, float] | None = None
    """Longitude, latitude and zoom that were asked for; None for the first view."""
    first: tuple[tuple[int, ...], Any] | None = None
    """The first view, after all that it depends on."""
    aims: int = 0
    """How often a view was asked for; nudges it, so that asking again moves the map back."""
    chosen: frozenset[str] = frozenset()
    """The places that were chosen when the map was last drawn."""
    clicked: frozenset[str] = frozenset()
    """The places that were chosen when the map was last clicked; it does not move for them."""


@dataclass
class Listing:
    """What the list of articles shows."""

    words: str = ""
    """What is searched for."""
    sort: Sort = "newest"
    rows: int = ROWS
    turns: int = 0
    """How often the search was emptied by a button; part of its box's identity."""
    begins: tuple[str, int] = ("", -1)
    """The article that was opened in its middle, and the code point; -1 for its head."""


@dataclass
class Placed:
    """What the Places screen shows."""

    outcome: Outcome = "resolved"
    """Which of its lists."""
    opened: str = ""
    """The key of the row whose evidence is shown; the first of the list where empty."""
    passages: int = EVIDENCE
    """Passages of it that are shown."""


@dataclass
class Timing:
    """How the timeline is shown, and how time plays."""

    axis: Axis = "published"
    windows: dict[Axis, Window] = field(default_factory=dict)
    """The days shown of each axis, where they are not those of the first view."""
    lanes: int = theme.LANES
    """Lanes that are shown at the most."""
    is_playing: bool = False
    pace: str = "1"
    """How fast, as it is offered."""
    beats: int = 0
    """Steps that were taken."""
    stepped: Brush | None = None
    """The Brush that the last step made."""

    @property
    def window(self) -> Window | None:
        """The days shown; None for those of the first view."""
        return self.windows.get(self.axis)


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
class Narrowing:
    """What the facets show."""

    open: Field | None = None
    """The facet whose values are shown."""
    words: str = ""
    """What is looked for among them."""
    rows: int = VALUES
    """Values that are shown."""


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
