"""The records that every room shares: frozen values with a span in their source.

Offsets are half-open Unicode code points into `Article.text`. Times are UTC ISO 8601; the raw
string stays in `Article.raw_times`. A date's length is its precision (2021, 2021-08, 2021-08-19).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

PartKind = Literal[
    "title",
    "deck",
    "body",
    "dateline",
    "byline",
    "caption",
    "credit",
    "share_bar",
    "related",
    "correction",
]
Label = Literal["PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT"]
EntityKind = Literal["person", "organisation", "place", "group", "event"]
RelationKind = Literal[
    "holds_office",
    "member_of",
    "child_of",
    "sibling_of",
    "spouse_of",
    "spokesperson_for",
    "located_in",
]
Status = Literal["current", "former", "acting"]
Mode = Literal["direct", "mixed", "indirect"]
TimexKind = Literal["DATE", "TIME", "DURATION", "SET"]
ToponymRole = Literal["about", "said_at", "filed_from", "origin"]
Precision = Literal["point", "near", "area2", "area1", "feature", "country", "macro"]

AREAS: frozenset[Precision] = frozenset({"feature", "area1", "area2"})
"""Precisions that are drawn as an area, never as a pin."""
NOT_PINNED: frozenset[Precision] = frozenset({"country", "macro"})
"""Precisions that are counted beside the map, not drawn on it."""
ANALYSED_PARTS: frozenset[PartKind] = frozenset({"title", "deck", "dateline", "body", "correction"})

DESCRIBED = "r."
"""How the ids of areas begin that are no place of their own but described by words about a name:
near Kabul, the border of two countries. The name's own place is the second candidate."""


@dataclass(frozen=True, slots=True)
class Span:
    start: int
    """First code point, into `Article.text`."""
    end: int
    """One past the last code point."""

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span {self.start}..{self.end} is not half-open and ordered")

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Part(Span):
    kind: PartKind
    """What the page uses this stretch for; only `ANALYSED_PARTS` are read for findings."""


@dataclass(frozen=True, slots=True)
class Article:
    article_id: str
    """From the content: the same text is the same article."""
    text: str
    """The whole cleaned text, title and deck included."""
    url: str = ""
    """http or https address, or empty."""
    title: str = ""
    """Headline as printed, or empty."""
    outlet: str = ""
    """Who published it, as named in the source."""
    agency: str = ""
    """News agency that supplied the text, or empty."""
    byline: str = ""
    """Author line as printed."""
    published: str = ""
    """First publication, UTC ISO 8601 at the precision stated, or empty."""
    updated: str = ""
    """Last update, as `published`."""
    seen: str = ""
    """When the article was collected; never shown as its publication."""
    language: str = ""
    """ISO 639-1 code, or empty."""
    parts: tuple[Part, ...] = ()
    """The text cut by use, in order, without overlap."""
    story_id: str = ""
    """The story it carries, or empty while unknown."""
    batch_id: str = ""
    """The ingest that stored it."""
    source_file: str = ""
    """File name it was read from, with a row number for tables."""
    source_sha256: str = ""
    """SHA-256 of the original bytes, hexadecimal."""
    raw_times: tuple[tuple[str, str], ...] = ()
    """Field and the time exactly as printed: (("updated", "08.19.21, 17:42"), ...)."""
    version: int = 1
    """1 for the first text at an address, then counted up."""

    def analysed(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.kind in ANALYSED_PARTS)


@dataclass(frozen=True, slots=True)
class Source:
    path: Path
    """A file or folder to read."""
    name: str = ""
    """What to call the file where it lies under a generated name; else its own name is used."""
    columns: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Our field and the column or key that fills it; "" for none. It wins over the headers."""


@dataclass(frozen=True, slots=True)
class Rejected:
    source: str
    """File or address that was read."""
    line: int
    """Line or row, counted from 1; 0 for the whole source."""
    reason: str
    """One sentence for the reader of the report."""


@dataclass(frozen=True, slots=True)
class Passage(Span):
    passage_id: str
    """`article_id` and the ordinal of the paragraph."""
    article_id: str
    """The article it is a paragraph of."""


@dataclass(frozen=True, slots=True)
class Mention(Span):
    mention_id: str
    """`article_id` and the span."""
    article_id: str
    """The article that mentions."""
    passage_id: str
    """The paragraph that mentions."""
    surface: str
    """The words, exactly `text[start:end]`."""
    label: Label
    """OntoNotes class."""
    entity_id: str = ""
    """The entity meant, or empty while open."""
    role: str = ""
    """Title or office as written beside the name."""
    confidence: float = 1.0
    """0 to 1."""


@dataclass(frozen=True, slots=True)
class Entity:
    entity_id: str
    """Assigned once, never reused."""
    name: str
    """The fullest form seen."""
    kind: EntityKind
    """person, organisation, place, group or event."""
    aliases: tuple[str, ...] = ()
    """Every surface seen, the name included, sorted."""
    country: str = ""
    """ISO 3166-1 alpha-2, or empty."""
    place_id: str = ""
    """The place a place-entity is resolved to, or empty."""


@dataclass(frozen=True, slots=True)
class Relation(Span):
    relation_id: str
    """`article_id`, kind and span."""
    subject_id: str
    """Entity."""
    kind: RelationKind
    """What the subject is to the object."""
    object_id: str
    """Entity, or empty where `object_text` says it."""
    object_text: str
    """Office or name as written."""
    country: str
    """ISO code of the country served, or empty."""
    status: Status
    """current, former or acting."""
    article_id: str
    """The article that says so."""
    passage_id: str
    """The paragraph that says so."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """What articles of a corpus say of one person and one office."""

    entity_id: str
    """The holder."""
    office: str
    """As written."""
    country: str
    """ISO code of the country served, or empty."""
    status: Status
    """current, former or acting."""
    first: str
    """Publication of the first article that says so."""
    last: str
    """Publication of the last article that says so."""
    articles: int = 1
    """How many say so."""


@dataclass(frozen=True, slots=True)
class Quotation(Span):
    quotation_id: str
    """`article_id` and the span."""
    article_id: str
    """The article that quotes."""
    passage_id: str
    """The paragraph in which the content starts."""
    content: str
    """What was said: the fragments joined by a space, quotation marks left out; a comma before
    the cue that stands for a full stop is written as one."""
    mode: Mode
    """direct: all inside marks, or a turn of a transcript; mixed: partly; indirect: none."""
    fragments: tuple[Span, ...] = ()
    """The stretches of content where other words break it; one where they do not."""
    speaker_id: str = ""
    """Entity, or empty where the article leaves it open."""
    speaker: str = ""
    """Resolved name, or the speaker's surface."""
    speaker_surface: str = ""
    """The words that name the speaker here, or empty."""
    speaker_start: int = -1
    """Code point, or -1 where no words name the speaker."""
    speaker_end: int = -1
    """One past the last, or -1."""
    role: str = ""
    """The speaker's title or office as written."""
    cue: str = ""
    """Cue words as written, or empty."""
    cue_start: int = -1
    """Code point, or -1."""
    cue_end: int = -1
    """One past the last, or -1."""
    cue_family: str = ""
    """say, claim, deny, warn, urge, promise, condemn, praise, ask, ... of the cue's lemma."""
    addressee: str = ""
    """To whom, as written."""
    venue: str = ""
    """Where or through what, as written."""
    about_ids: tuple[str, ...] = ()
    """Entities that the content mentions, or that its cue names as the topic ("said of Roe")."""
    said_on: str = ""
    """ISO date on which it was said, where its cue's clause states a single day; else empty."""
    confidence: float = 1.0
    """0 to 1."""


@dataclass(frozen=True, slots=True)
class Attitude(Quotation):
    """A belief, wish or plan; kept apart from quotations and hidden by default."""


@dataclass(frozen=True, slots=True)
class Timex(Span):
    timex_id: str
    """`article_id` and the span."""
    article_id: str
    """The article that dates."""
    passage_id: str
    """The paragraph that dates."""
    surface: str
    """The words, exactly `text[start:end]`."""
    kind: TimexKind
    """TIMEX3 type."""
    value: str
    """TIMEX3 value."""
    first: str = ""
    """First calendar day it may mean, ISO, inclusive; empty when it has no place there."""
    last: str = ""
    """Last calendar day, inclusive."""
    anchor: str = ""
    """The date it was read against, ISO, or empty."""


@dataclass(frozen=True, slots=True)
class Candidate:
    place_id: str
    """A place that the name may mean."""
    name: str
    """Its name."""
    score: float
    """Higher is likelier; comparable within one toponym only."""
    reason: str
    """Why, in words."""


@dataclass(frozen=True, slots=True)
class Toponym:
    toponym_id: str
    """`mention_id` of the mention it resolves, prefixed."""
    mention_id: str
    """The mention it resolves."""
    article_id: str
    """The article that names the place."""
    passage_id: str
    """The paragraph that names the place."""
    place_id: str = ""
    """The place meant, or empty when unplaced."""
    role: ToponymRole = "about"
    """What the article uses the place for."""
    relation: str = ""
    """Spatial relation as written: "northeast of"."""
    precision: Precision = "point"
    """How exactly this mention fixes a position."""
    radius_km: float = 0.0
    """Radius within which it lies, kilometres."""
    score: float = 0.0
    """The winner's score."""
    confidence: float = 0.0
    """0 to 1."""
    reason: str = ""
    """Why this place, in words."""
    candidates: tuple[Candidate, ...] = ()
    """Best first, the winner included."""


def named_place(toponym: Toponym) -> str:
    """Id of the place that the name itself means, where the words about it mean an area."""
    if not toponym.place_id.startswith(DESCRIBED):
        return toponym.place_id
    return next((one.place_id for one in toponym.candidates[1:2]), "")


@dataclass(frozen=True, slots=True)
class Place:
    place_id: str
    """`g` and the GeoNames id, or the source and a slug; the same place always has the same."""
    name: str
    """English usage."""
    kind: str
    """country, admin1, admin2, city, valley, river, sea, ..."""
    latitude: float
    """Degrees, WGS 84."""
    longitude: float
    """Degrees, WGS 84."""
    precision: Precision
    """The most exact class that the place itself allows."""
    radius_km: float = 0.0
    """Effective radius, kilometres."""
    geonameid: int | None = None
    """GeoNames id where it has one."""
    outline: tuple[tuple[float, float], ...] = ()
    """Closed ring of (longitude, latitude), approximate; empty where unknown."""
    country: str = ""
    """ISO 3166-1 alpha-2 as its source has it: a code, not a verdict; empty for none."""
    admin1: str = ""
    """Name of the first-level division, or empty."""
    neutral_label: str = ""
    """Label to show where the name itself is disputed."""
    source: str = ""
    """Where the record comes from."""


@dataclass(frozen=True, slots=True)
class Story:
    story_id: str
    """Named after the article of it that was stored first; stays when that article goes."""
    first_article_id: str
    """Earliest published copy."""
    copies: int
    """Articles that carry it."""
    origins: int
    """Independent origins among them."""


@dataclass(frozen=True, slots=True)
class Review:
    review_id: str
    """Assigned once."""
    subject: str
    """Kind and id: "quotation:..."."""
    action: str
    """confirm, correct, reject, merge, split, rename, move."""
    before: str
    """JSON of the fields changed, as they were."""
    after: str
    """JSON of the fields changed, as decided."""
    who: str
    """The analyst."""
    at: str
    """UTC ISO 8601."""
    undone_at: str = ""
    """UTC ISO 8601, or empty while it stands."""


@dataclass(frozen=True, slots=True)
class Findings:
    """All that the extractors say of one article."""

    passages: tuple[Passage, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    attitudes: tuple[Attitude, ...] = ()
    timexes: tuple[Timex, ...] = ()
    toponyms: tuple[Toponym, ...] = ()
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What became of everything that was read: read = stored + duplicate + rejected."""

    batch_id: str
    """The ingest."""
    stored: int = 0
    """Articles new to the corpus."""
    duplicate: int = 0
    """Articles that it had already."""
    rejected: tuple[Rejected, ...] = field(default=())
    """What could not be used, and why."""
    stopped: bool = False
    """Whether it was stopped before all was read; what was read is stored."""

    @property
    def read(self) -> int:
        return self.stored + self.duplicate + len(self.rejected)


@dataclass(frozen=True, slots=True)
class Batch:
    """One ingest as the corpus keeps it."""

    batch_id: str
    """Assigned once."""
    sources: tuple[str, ...]
    """What was read: files, folders and addresses, as they were named."""
    started_at: str
    """UTC ISO 8601."""
    finished_at: str
    """UTC ISO 8601; empty while it is under way, or where it was cut off."""
    stored: int
    """Articles that it brought."""
    duplicate: int
    """Articles that the corpus had already; 0 until it is finished."""
    rejected: int
    """What could not be used; 0 until it is finished."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """By what, and when, the findings of an article were made."""

    extractor: str
    """Version of the code and the model."""
    analysed_at: str
    """UTC ISO 8601."""


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A selection that a reader keeps by name."""

    search_id: str
    """Given when it is first stored."""
    name: str
    """As the reader calls it."""
    brush: str
    """The whole Brush, as its URL text."""
    is_watched: bool = False
    """Whether its reader is told what is new."""
    newest_seen: int = 0
    """Number of the newest article that was stored when its reader last looked."""
    saved_at: str = ""
    """UTC ISO 8601."""
    looked_at: str = ""
    """UTC ISO 8601."""
    deleted_at: str = ""
    """UTC ISO 8601, or empty while it stands."""


def article_id(text: str) -> str:
    """Id of an article from its text: the same words in the same order give the same id."""
    canonical = " ".join(unicodedata.normalize("NFC", text).split())
    return "a" + hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def finding_id(letter: str, article: str, start: int, end: int) -> str:
    """Id of a finding from where it stands, so that a re-analysis finds it again."""
    return f"{letter}.{article}.{start}.{end}"


def entity_id(kind: EntityKind, name: str) -> str:
    """Readable id of an entity: `person.sergei-lavrov`."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(c for c in folded if not unicodedata.combining(c))
    slug = "-".join(re.findall(r"\w+", letters)) or hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{kind}.{slug}"


def passages_of(article: Article) -> tuple[Passage, ...]:
    """The paragraphs of the analysed parts, blank ones left out, edges trimmed of white space.

    A dateline belongs to the paragraph that it heads.
    """
    found: list[Passage] = []
    for stretch in _stretches(article):
        for start, end in _paragraphs(article.text, stretch):
            name = f"p.{article.article_id}.{len(found)}"
            found.append(Passage(start, end, name, article.article_id))
    return tuple(found)


def _stretches(article: Article) -> Sequence[Span]:
    """The analysed parts, those that stand on one line made one."""
    found: list[Span] = []
    for part in article.analysed():
        if found and "\n" not in article.text[found[-1].end - 1 : part.start + 1]:
            found[-1] = Span(found[-1].start, part.end)
        else:
            found.append(Span(part.start, part.end))
    return found


def _paragraphs(text: str, stretch: Span) -> Sequence[tuple[int, int]]:
    return [
        (stretch.start + match.start(), stretch.start + match.end())
        for match in re.finditer(r"\S(?:[^\n]*\S)?", text[stretch.start : stretch.end])
    ]
