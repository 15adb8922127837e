"""One visit: the Brush that every view is painted from, its history, and what is shown of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import monotonic

from components import guarded, theme
from components.memory import (
    ROWS,
    Adding,
    Camera,
    Capturing,
    Charting,
    Composing,
    Keeping,
    Listing,
    Narrowing,
    Placed,
    Preferring,
    Presenting,
    Profiling,
    Saving,
    Searching,
    Stating,
    Stop,
    Timing,
    Voicing,
)
from dateline.brush import Brush, Field

CHARTS: Mapping[str, tuple[Field, ...]] = {"map": ("place",)}
"""Charts that keep a selection of their own, and the fields that it may stand for."""
MAX_UNDO = 1_000
SENT_S = 0.5
"""Seconds after which what was drawn is sent, on a busy machine too."""
RESTED_S = 0.15
"""The same for a page that says it rests. It cannot know of a run that has only just begun."""


@dataclass
class Session:
    brush: Brush = field(default_factory=Brush)
    past: list[Brush] = field(default_factory=list)
    future: list[Brush] = field(default_factory=list)
    epochs: dict[str, int] = field(default_factory=lambda: dict.fromkeys(CHARTS, 0))
    """How often a chart's own selection was overruled; part of the chart's identity."""
    homes: int = 0
    """How often the map was asked to go back to its first view."""
    map_px: int = theme.MAP_WIDE_PX
    """The map's width, as far as the browser has told."""
    is_map_read: bool = False
    """Whether the map's places are shown as a table."""
    reads: str = "quotations"
    """Which list is shown."""
    rows: int = ROWS
    """Rows shown in a list."""
    address: str | None = None
    """The query of the page's address, as last read or written."""
    dropped: tuple[str, ...] = ()
    """Parts of the address that this corpus does not know."""
    page: str = ""
    """The screen that is shown."""
    views: tuple[str, ...] = ()
    """Fragment keys of the screen that a new Brush redraws, in that order."""
    owed: set[str] = field(default_factory=set)
    """Those that are to be redrawn and are not yet; a later click may have cut them off."""
    drawn_at: dict[str, float] = field(default_factory=dict)
    """When each of them was last drawn, in seconds of the machine's clock."""
    drawn: guarded.Marks = field(default_factory=dict)
    """What each of them showed when it was last drawn."""
    drawing: str = ""
    """The one that is being drawn."""
    heard: dict[str, float] = field(default_factory=dict)
    """When the last event of each component was made, in milliseconds of its page."""
    is_rested: bool = False
    """Whether the page said, with the event that is heard, that nothing was on its way to it."""
    article: str = ""
    """The article that is open in the reader."""
    going: str = ""
    """The screen to go to at the next run."""
    carried: dict[str, list[str]] | None = None
    """The address that goes there with it, where it is not the Brush's."""
    is_entered: bool = False
    """Whether the app has begun this session."""
    corpus: str = ""
    """The corpus that all this is about."""
    trail: tuple[Stop, ...] = ()
    """The screens that were shown, the present one last."""
    charting: Charting = field(default_factory=Charting)
    listing: Listing = field(default_factory=Listing)
    narrowing: Narrowing = field(default_factory=Narrowing)
    placed: Placed = field(default_factory=Placed)
    adding: Adding = field(default_factory=Adding)
    preferring: Preferring = field(default_factory=Preferring)
    presenting: Presenting = field(default_factory=Presenting)
    profiling: Profiling = field(default_factory=Profiling)
    searching: Searching = field(default_factory=Searching)
    saving: Saving = field(default_factory=Saving)
    stating: Stating = field(default_factory=Stating)
    voicing: Voicing = field(default_factory=Voicing)
    timing: Timing = field(default_factory=Timing)
    keeping: Keeping = field(default_factory=Keeping)
    capturing: Capturing = field(default_factory=Capturing)
    composing: Composing = field(default_factory=Composing)

    def remember(self) -> None:
        """Keep the Brush, so that it can be brought back; nothing is left to redo."""
        self.past = [*self.past, self.brush][-MAX_UNDO:]
        self.future.clear()

    def settle(self, brush: Brush, touched: str = "") -> None:
        """Take a Brush; the charts that it overrules lose their own selection.

        Args:
            touched: the chart that reported it, and shows it already.
        """
        for chart, owned in CHARTS.items():
            is_same = all(brush.clause_on(name) == self.brush.clause_on(name) for name in owned)
            if chart != touched and not is_same:
                self.epochs[chart] += 1
        self.brush = brush

    def hears(self, component: str, sent: float | None) -> bool:
        """Whether an event of the component, made at that time, is heard for the first time."""
        is_new = sent is None or self.heard.get(component) != sent
        if sent is not None:
            self.heard[component] = sent
        return is_new

    @contextmanager
    def rested(self, is_rested: bool) -> Iterator[None]:
        """Hear an event from a page that rests, or may not."""
        self.is_rested = is_rested
        try:
            yield
        finally:
            self.is_rested = False

    def look_from(self, camera: Camera | None) -> None:
        """Let the map look from there at its next drawing, at all places where it is None; what
        is chosen then does not move it."""
        chosen = self.brush.clause_on("place")
        self.charting.view = camera
        self.charting.aims += 1
        self.charting.clicked = frozenset(chosen.values if chosen else ())
        self.homes += camera is None

    @contextmanager
    def draws(self, key: str) -> Iterator[None]:
        """Note that the view is drawn, once all of it is; not where a later click cut it off."""
        before, self.drawing = self.drawing, key
        try:
            yield
            self.drawn_at[key] = monotonic()
            self.owed.discard(key)
        finally:
            self.drawing = before

    def owe(self, keys: Collection[str] = ()) -> list[str]:
        """The views of the screen to redraw: these, those that were asked for and are not redrawn
        yet, and those whose last drawing may not have reached the browser."""
        self.owed.update(keys)
        return [key for key in self.views if key in self.owed or self.is_fresh(key)]

    def is_fresh(self, key: str) -> bool:
        """Whether the view was drawn just now, so that a next run may keep it from the browser."""
        waited = RESTED_S if self.is_rested else SENT_S
        return monotonic() - self.drawn_at.get(key, -SENT_S) < waited
