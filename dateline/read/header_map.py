"""Which columns and keys of others' files fill which of our fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

HEADERS: dict[str, tuple[str, ...]] = {
    "text": ("body", "articleBody", "bodyText", "content", "text", "body_text", "full_text",
             "article_text", "bodies", "paragraphs"),
    "title": ("title", "headline", "headlines"),
    "deck": ("deck", "subtitle", "standfirst", "alternativeHeadline"),
    "url": ("url", "link", "DocumentIdentifier", "MentionIdentifier", "SOURCEURL", "sourceUrl",
            "article_url"),
    "published": ("publish_date", "publishedAt", "datePublished", "published", "dateTimePub",
                  "dateTime", "date", "firstCreated", "event_date"),
    "updated": ("updated", "dateModified", "modifiedAt", "versionCreated", "last_modified"),
    "seen": ("indexed_date", "seendate", "collected", "DATEADDED", "retrievedAt",
             "sdDatePublished"),
    "outlet": ("media_name", "SourceCommonName", "domain", "publisher", "source"),
    "agency": ("sourceOrganization", "infoSources", "creditText"),
    "byline": ("author", "authors", "byline", "by"),
    "language": ("language", "lang", "inLanguage", "detectedLanguage", "srclc"),
}  # fmt: skip
"""Our field -> the headers accepted for it, likeliest first; case, spaces and `_` do not matter."""
FIELDS = tuple(HEADERS)
"""Our fields that a column may fill, in the order in which they are shown."""
SEVERAL = re.compile(r"[\s_.\-]+")
FOLDED = {
    field: [SEVERAL.sub("", header).casefold() for header in headers]
    for field, headers in HEADERS.items()
}
NONE_CHOSEN: Mapping[str, str] = MappingProxyType({})
NAME_KEYS = ("value", "text", "title", "name", "literal", "uri", "$date")
DEEPEST = 6
MOST_COLUMNS = 2000


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one table that fill our fields, by name."""

    by_field: Mapping[str, tuple[str, ...]]

    @property
    def has_text(self) -> bool:
        return "text" in self.by_field

    def names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for names in self.by_field.values() for name in names))

    def first(self, row: Mapping[str, object], field: str) -> str:
        """The first of the field's columns that says something in this row, as text."""
        for name in self.by_field.get(field, ()):
            if words := as_text(row.get(name), "\n\n" if field == "text" else ", "):
                return words
        return ""


def match_columns(names: Iterable[str], chosen: Mapping[str, str] = NONE_CHOSEN) -> Columns:
    """The columns that fill our fields, likeliest first.

    Args:
        chosen: our field and its column, or "" for none. A column that is not among the names
            is passed over; one that is fills no other field than it was chosen for.
    """
    given = list(names)
    meant = {field: name for field, name in chosen.items() if not name or name in given}
    folded: dict[str, str] = {}
    for name in given:
        if name not in meant.values():
            folded.setdefault(fold_header(name), name)
    found = {
        field: tuple(dict.fromkeys(folded[key] for key in keys if key in folded))
        for field, keys in FOLDED.items()
    }
    found |= {field: (name,) if name else () for field, name in meant.items()}
    return Columns({field: columns for field, columns in found.items() if columns})


def fold_header(name: str) -> str:
    return SEVERAL.sub("", name).casefold()


def no_text_reason(names: Sequence[str]) -> str:
    """Why a table without a text column cannot be used, with what it has and what is accepted."""
    shown = ", ".join(repr(name[:40]) for name in names[:20]) or "none"
    more = f" and {len(names) - 20} more" if len(names) > 20 else ""
    columns = match_columns(names)
    only = ""
    if {"title", "url"} <= set(columns.by_field):
        only = " It has titles and addresses only, as a Media Cloud list does."
    accepted = ", ".join(HEADERS["text"])
    return f"no column with the articles' text (found: {shown}{more}; accepted: {accepted}).{only}"


def as_text(value: object, joint: str = ", ", depth: int = 0) -> str:
    """A cell or JSON value as words: lists joined, objects by their name or value."""
    if value is None or isinstance(value, bool | bytes) or value != value or depth > DEEPEST:
        return ""
    if isinstance(value, str):
        return value if value.strip() else ""
    if isinstance(value, Mapping):
        named = (as_text(value.get(key), joint, depth + 1) for key in NAME_KEYS)
        return next(filter(None, named), "")
    if isinstance(value, Sequence):
        return joint.join(filter(None, (as_text(item, joint, depth + 1) for item in value)))
    return value.isoformat() if isinstance(value, date) else str(value)
