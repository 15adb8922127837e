"""What the screens remember of one visit, each its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, Literal, get_args

from components import theme
from data.access.articles import Sort
from data.access.entities import EntitySort, What
from data.access.notebook import Sought
from data.access.placing import Outcome
from dateline.brush import Field

if TYPE_CHECKING:
    from data.access import Axis, Order, Window
    from data.access.adding import Offer
    from dateline.brush import Brush
    from dateline.records import SavedSearch

ROWS = 40
"""Rows that a list shows at first, and that it adds when asked for more."""

LANES = (theme.LANES, 30, 60)
"""Lanes of the timeline at first, and as more are asked for."""
VALUES = 12
"""Values of a facet that are shown at first."""
PROPOSALS = 3
FORMS = 12
"""Proposed reversals, and forms of one statement, that are shown at first."""
EVIDENCE = 8
"""Passages that are shown of a place at first."""


Stop = tuple[str, str]
"""A screen by the name of its page, and the article in its reader."""
LONGEST_TRAIL = 50


def onward(trail: tuple[Stop, ...], place: Stop) -> tuple[Stop, ...]:
    """The trail after a place is shown: a step on, or one back where it is the one before."""
    if trail[-1:] == (place,):
        return trail
    if trail[-2:-1] == (place,):
        return trail[:-1]
    return (*trail, place)[-LONGEST_TRAIL:]


Drawn = Literal["places", "countries", "divisions", "cells"]
"""What the map draws."""
DRAWN: dict[str, Drawn] = {drawn: drawn for drawn in get_args(Drawn)}


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

    sort: Sort = "match"
    """The order; best match where the Brush has a search, and else the newest first."""
    rows: int = ROWS
    order: Order = "match"
    """That of quotations and passages under a search."""
    begins: tuple[str, int] = ("", -1)
    """The article that was opened in its middle, and the code point; -1 for its head."""

    def sort_of(self, brush: Brush) -> Sort:
        """The order under a Brush; without a search nothing is a better match."""
        return self.sort if self.sort != "match" or brush.clause_on("search") else "newest"


@dataclass
class Placed:
    """What the Places screen shows."""

    outcome: Outcome = "resolved"
    """Which of its lists."""
    words: str = ""
    """What is looked for among the names."""
    first: int = 0
    """The row of the list that is shown first, counted from 0."""
    brush: Brush | None = None
    """The Brush whose list it is; that of another one is shown from its beginning."""
    opened: str = ""
    """The key of the row whose evidence is shown; the first of those shown where empty."""
    passages: int = EVIDENCE
    """Passages of it that are shown."""

    def turn(self, first: int) -> None:
        """Show the list from this row, and the evidence of that."""
        self.first, self.opened, self.passages = first, "", EVIDENCE


@dataclass
class Profiling:
    """What the Entities screen shows."""

    words: str = ""
    """The name that is looked for in the list."""
    kinds: tuple[str, ...] = ()
    """The kinds that the list shows; all where empty."""
    sort: EntitySort = "mentions"
    company: tuple[str, ...] = ("person", "organisation", "group", "event")
    """The kinds that the network shows."""
    reads: Literal["by", "about"] = "by"
    """Which quotations of a profile are shown."""
    told: tuple[What, str, str] | None = None
    """The row of a profile whose passages are shown, and its words."""
    pages: dict[str, int] = field(default_factory=dict)
    """Which page of each list is shown, where it is not the first."""
    about: str = ""
    """The Brush that the pages are of."""
    turns: int = 0
    """How often the lists began anew; part of their pagers' identity."""


@dataclass
class Stating:
    """What positions and wordings show, besides what their address names."""

    parts: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    """For each screen what its address names besides the Brush."""
    proposals: int = PROPOSALS
    """Proposed reversals that are shown."""
    compared: str = ""
    """The statement for which paraphrases were asked for."""
    forms: int = FORMS
    """Forms of the opened statement that are shown."""


@dataclass
class Timing:
    """How the timeline is shown, and how time plays."""

    axis: Axis = "published"
    windows: dict[Axis, Window] = field(default_factory=dict)
    """The days shown of each axis, where they are not those of the first view."""
    lanes: int = LANES[0]
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
class Keeping:
    """What was kept last, and what the notebook shows."""

    said: str = ""
    """What was kept, in words."""
    fault: str = ""
    """Why it could not be kept."""
    last: tuple[str, ...] = ()
    """The decisions that it made, to be taken back."""
    views: tuple[str, ...] = ()
    """The views that show it."""
    sought: Sought = field(default_factory=Sought)
    """What of the notebook is shown."""
    rows: int = ROWS
    turns: int = 0
    """How often the filters were emptied by a button; part of their identity."""
    opened: str = ""
    """The entry whose decisions are shown."""


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
    is_watched: bool = False
    """Whether it was looked at since."""


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
class Voicing:
    """What the Voices screen shows. Its own part of the address says the same."""

    KEYS: ClassVar = ("shows", "by", "order", "page")
    """Of the address."""

    shows: str = "quotations"
    """Which of its views."""
    by: str = "none"
    """What quotations are grouped by."""
    order: str = "newest"
    """Which of them come first."""
    page: int = 1
    paged: tuple[str, ...] = ()
    """The Brush, groups and order of which that page is; empty for those of the address."""
    open: frozenset[str] = frozenset({"speaker", "about", "mode"})
    """The fields whose values are shown."""
    letters: dict[str, str] = field(default_factory=dict)
    """What is looked for among the values of a field, or among groups."""
    rows: dict[str, int] = field(default_factory=dict)
    """Values of a field that are shown, where they are more than at first."""
    cells: int = 12
    """Rows of the matrix, and columns."""
    corner: tuple[int, int] = (0, 0)
    """The places of its first speaker and of its first entity by their counts."""
    kinds: tuple[str, ...] = ()
    """Kinds of the entities spoken about; all where empty."""

    def read(self, given: dict[str, list[str]]) -> None:
        """Take our part out of an address; what it leaves out stays as it is."""
        self.shows = (given.pop("shows", None) or [self.shows])[-1]
        self.by = (given.pop("by", None) or [self.by])[-1]
        self.order = (given.pop("order", None) or [self.order])[-1]
        page = (given.pop("page", None) or [""])[-1]
        if page.isdecimal() and len(page) < 10:
            self.paged = self.paged if self.page == int(page) else ()
            self.page = max(1, int(page))

    def page_of(self, brush: str) -> int:
        """The page that is shown: the first again where another Brush, groups or order came."""
        listed = (brush, self.by, self.order)
        self.page = self.page if self.paged in ((), listed) else 1
        self.paged = listed
        return self.page

    def address(self, brush: str) -> dict[str, list[str]]:
        """Our part of the address."""
        self.page_of(brush)
        told = {"shows": self.shows, "by": self.by, "order": self.order, "page": str(self.page)}
        return {key: [value] for key, value in told.items()}


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
