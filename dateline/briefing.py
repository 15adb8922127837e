"""A briefing: views that were captured as slides, and what a slide shows, as plain values.

A `Slide` says how a view is asked for; a `Shown` is what the corpus answered, with its sources.
A `Presentation` holds the answers of one moment, so that nothing changes while it is presented.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .records import EntityKind, Precision

SlideKind = Literal["judgments", "map", "timeline", "quotations", "position", "table", "text"]
Point = tuple[float, float]
"""Longitude and latitude in degrees, WGS 84."""


@dataclass(frozen=True, slots=True)
class Slide:
    """A captured view with what its author says of it."""

    slide_id: str
    """Assigned once; a copy has one of its own."""
    kind: SlideKind
    headline: str = ""
    """One judgment, as a sentence."""
    text: str = ""
    """A paragraph a line; of key judgments, a judgment a line."""
    notes: str = ""
    """For the speaker alone."""
    page: str = "explore"
    """The screen that it was captured on."""
    query: str = ""
    """The query of that screen's address: the Brush, and how it was looked at."""
    camera: tuple[float, float, float] | None = None
    """Longitude, latitude and zoom of the map; None shows all its places."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """Slides in their order, as one version of them stands."""

    briefing_id: str
    name: str
    slides: tuple[Slide, ...] = ()
    is_live: bool = False
    """Whether it shows the corpus as it is, and not as it was when it was frozen."""
    version: int = 0
    """How many decisions made it; what is kept must follow the newest."""
    who: str = ""
    """The analyst of the newest."""
    at: str = ""
    """When that was made, UTC ISO 8601."""


@dataclass(frozen=True, slots=True)
class Source:
    """The article that something was taken from."""

    article_id: str
    title: str
    outlet: str
    agency: str
    url: str
    published: str
    """As `Article.published`: UTC ISO 8601, as precise as its source states it; or empty."""
    seen: str
    """When it was collected."""


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation, whole, with its evidence."""

    quotation_id: str
    content: str
    mode: str
    speaker: str
    role: str
    cue: str
    addressee: str
    venue: str
    place: str
    said_on: str
    passage: str
    start: int
    """Of the quotation in its article, a code point."""
    end: int
    method: str
    confidence: float
    source: Source
    change: str = ""
    """Of a position: what changed since the one before, in words."""
    carried: int = 1
    """Of a position: quotations that are folded into it."""
    day: str = ""
    """Of a position: the day on which it was first said or else published, ISO."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on the map."""

    place_id: str
    name: str
    kind: str
    precision: Precision
    longitude: float
    latitude: float
    radius_km: float
    count: int
    """Mentions inside the Brush."""
    total: int
    is_selected: bool = False
    outline: tuple[tuple[Point, ...], ...] = ()
    """Closed rings of an area."""


@dataclass(frozen=True, slots=True)
class MapShown:
    marks: tuple[Mark, ...]
    beside: tuple[tuple[str, int], ...] = ()
    """Countries and larger regions, which are counted beside the map, with their mentions."""
    camera: tuple[float, float, float] | None = None
    left_out: int = 0
    """Places with mentions inside that are not among the marks, as there are too many."""


@dataclass(frozen=True, slots=True)
class Lane:
    entity_id: str
    name: str
    kind: EntityKind
    count: int
    cells: tuple[int, ...]
    """Mentions inside, a bin each."""
    speaks: tuple[int, ...]
    """Quotations inside, a bin each."""
    is_selected: bool = False


@dataclass(frozen=True, slots=True)
class TimelineShown:
    unit: str
    edges: tuple[str, ...]
    """Where each bin begins, ISO."""
    end: str
    density: tuple[int, ...]
    """Articles inside, a bin each."""
    density_total: tuple[int, ...]
    lanes: tuple[Lane, ...] = ()
    span: tuple[str, str] | None = None
    """The days that the Brush chose."""
    counts: str = "article"
    """What a bar of the density counts: articles, or passages that speak of its days."""
    beside: tuple[str, ...] = ()
    """What is not in the bins, in words: "3 articles without a date"."""


@dataclass(frozen=True, slots=True)
class TableShown:
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    rows_in_all: int


@dataclass(frozen=True, slots=True)
class Footing:
    """What stands under a slide by itself, in words."""

    sources: str
    """"AFP, Reuters and 3 more"."""
    published: str
    """"Published 16 to 19 Aug 2021 (UTC)"."""
    counts: str
    """"12 articles, 3 outlets, 1 origin"."""
    retrieved: str
    method: str
    review: str

    def lines(self) -> tuple[str, ...]:
        told = (self.sources, self.published, self.counts, self.retrieved, self.method, self.review)
        return tuple(line for line in told if line)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a slide shows, as its corpus answered."""

    slide: Slide
    words: str
    """The Brush in words."""
    footing: Footing
    map: MapShown | None = None
    timeline: TimelineShown | None = None
    quotations: tuple[Said, ...] = ()
    reversals: tuple[tuple[Said, Said, str], ...] = ()
    """Proposals to check: the earlier and the later quotation, and why."""
    table: TableShown | None = None
    sources: tuple[Source, ...] = ()
    """All articles that it rests on, for the appendix."""
    dropped: tuple[str, ...] = ()
    """Parts of its query that this corpus does not know."""


@dataclass(frozen=True, slots=True)
class Presentation:
    """A briefing with what its slides show."""

    briefing: Briefing
    corpus: str
    """The name of the corpus."""
    at: str
    """When the corpus answered, UTC ISO 8601."""
    is_live: bool
    slides: tuple[Shown, ...] = field(default=())
