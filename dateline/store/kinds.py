"""Records as rows and back: one `Kind` a table, its columns named as the record's fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any, Generic, TypeVar

import orjson

from ..records import (
    Article,
    Attitude,
    Candidate,
    Mention,
    Part,
    Passage,
    Place,
    Quotation,
    Relation,
    Review,
    SavedSearch,
    Span,
    Story,
    Timex,
    Toponym,
)

R = TypeVar("R")

REFERENCES = frozenset(
    {"batch_id", "entity_id", "object_id", "place_id", "speaker_id", "subject_id"}
)

_FROM_JSON: Mapping[str, Callable[[Any], object]] = {
    "about_ids": tuple,
    "candidates": lambda items: tuple(Candidate(**item) for item in items),
    "fragments": lambda items: tuple(Span(**item) for item in items),
    "outline": lambda ring: tuple((longitude, latitude) for longitude, latitude in ring),
    "parts": lambda items: tuple(Part(**item) for item in items),
    "raw_times": lambda pairs: tuple((name, raw) for name, raw in pairs),
}
JSON_COLUMNS = frozenset(_FROM_JSON)


@dataclass(frozen=True)
class Kind(Generic[R]):
    """One table and the record that its rows are."""

    table: str
    record: Callable[..., R]
    columns: tuple[str, ...]

    @property
    def insert(self) -> str:
        marks = ", ".join("?" * len(self.columns))
        return f"INSERT INTO {self.table} ({quoted(self.columns)}) VALUES ({marks})"  # noqa: S608 - names of our own tables

    def row(self, record: R) -> tuple[object, ...]:
        """The record as a row: tuples as JSON, an empty reference as NULL."""
        values = attrgetter(*self.columns)(record)
        return tuple(map(to_column, self.columns, values))

    def read(self, row: Sequence[Any]) -> R:
        """The record of a row."""
        values = map(_to_field, self.columns, row)
        return self.record(**dict(zip(self.columns, values, strict=True)))


def to_column(name: str, value: object) -> object:
    """A field's value as SQLite keeps it."""
    if name in JSON_COLUMNS:
        return orjson.dumps(value).decode()
    if name in REFERENCES:
        return value or None
    return value


def quoted(columns: Iterable[str], table: str = "") -> str:
    """Column names as SQL, with the table they belong to where it is given."""
    prefix = f"{table}." if table else ""
    return ", ".join(f'{prefix}"{name}"' for name in columns)


def _to_field(name: str, value: str | float | None) -> object:
    if name in JSON_COLUMNS and isinstance(value, str):
        return _FROM_JSON[name](orjson.loads(value))
    if name in REFERENCES:
        return value or ""
    return value


def _kind(table: str, record: type[R]) -> Kind[R]:
    names = tuple(field.name for field in fields(record))  # type: ignore[arg-type]
    return Kind(table, record, names)


ARTICLE = _kind("article", Article)
PASSAGE = _kind("passage", Passage)
MENTION = _kind("mention", Mention)
RELATION = _kind("relation", Relation)
QUOTATION = _kind("quotation", Quotation)
ATTITUDE = _kind("attitude", Attitude)
TIMEX = _kind("timex", Timex)
TOPONYM = _kind("toponym", Toponym)
PLACE = _kind("place", Place)
STORY = _kind("story", Story)
REVIEW = _kind("review", Review)
SAVED_SEARCH = _kind("saved_search", SavedSearch)

ENTITY_COLUMNS = ("entity_id", "name", "kind", "aliases", "country", "place_id")

FINDINGS: Mapping[str, Kind[Any]] = {
    "passages": PASSAGE,
    "mentions": MENTION,
    "relations": RELATION,
    "quotations": QUOTATION,
    "attitudes": ATTITUDE,
    "timexes": TIMEX,
    "toponyms": TOPONYM,
}
