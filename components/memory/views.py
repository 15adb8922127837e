"""How the linked views are looked at: map, timeline, facets, lists."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, Literal, get_args

from data.access.articles import Sort
from data.access.entities import EntitySort, What
from data.access.placing import Outcome
from dateline.brush import Field
from dateline.records import EntityKind

from .sizes import EVIDENCE, LANES, ROWS, VALUES

if TYPE_CHECKING:
    from data.access import Axis, Order, Window
    from dateline.brush import Brush


Drawn = Literal["places", "countries", "divisions", "cells"]
"""What the map draws."""
KINDS = get_args(EntityKind)
LONGEST_NAME = 200
"""Letters of a name that may be looked for."""
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
    """What the Entities screen shows. Its own part of the address names what its list shows."""

    KEYS: ClassVar = ("named", "kinds", "sort")
    """Of the address."""

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
    readings: int = 0
    """How often an address said what the list shows; part of its widgets' identity."""

    def read(self, given: dict[str, list[str]], is_whole: bool) -> None:
        """Take our part out of an address.

        Args:
            is_whole: whether what it leaves out is as at first; else that stays as it is, where
                the address names none of ours.
        """
        told = {key: given.pop(key) for key in self.KEYS if key in given}
        if not told and not is_whole:
            return
        before = self.words, self.kinds, self.sort
        self.words = told.get("named", [""])[-1].strip()[:LONGEST_NAME]
        self.kinds = tuple(kind for kind in KINDS if kind in told.get("kinds", ()))
        sort = told.get("sort", [""])[-1]
        self.sort = next((one for one in get_args(EntitySort) if one == sort), "mentions")
        if before != (self.words, self.kinds, self.sort):
            self.pages.pop("list", None)
            self.turns += 1
            self.readings += 1

    def address(self) -> dict[str, list[str]]:
        """Our part of the address: what is not as at first."""
        sort = self.sort if self.sort != "mentions" else ""
        told = {"named": [self.words], "kinds": list(self.kinds), "sort": [sort]}
        return {key: values for key, values in told.items() if any(values)}


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
class Narrowing:
    """What the facets show."""

    open: Field | None = None
    """The facet whose values are shown."""
    words: str = ""
    """What is looked for among them."""
    rows: int = VALUES
    """Values that are shown."""
