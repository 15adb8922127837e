"""The first records of a file as they would be read, before anything is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice

from .errors import ModelError
from .read import FIELDS, Kind, Reading, files_of, match_columns, title_of
from .records import Article, Rejected, Source

MOST_ITEMS = 50
"""Items that are looked at for the first articles."""


@dataclass(frozen=True, slots=True)
class Preview:
    kind: Kind
    """How the file is read."""
    fields: tuple[str, ...]
    """Our fields that a column may fill, in the order in which they are shown."""
    columns: tuple[str, ...] = ()
    """The columns or keys of the file; empty for a text or a page."""
    mapping: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Our field and the column that fills it as things are; a field without one is left out."""
    articles: tuple[Article, ...] = ()
    """The first ones."""
    rejected: tuple[Rejected, ...] = ()
    """The first ones."""
    rows: int | None = None
    """How many rows the file has; None where they are not to be counted."""


def preview(source: Source, limit: int = 5) -> Preview:
    """The first articles and rejections of a file. Never raises: its rejections say what is wrong.

    Args:
        source: a file, with the columns that were chosen so far; of a folder, the first file
            that is read.
        limit: articles, and rejections, that are wanted at most.
    """
    refused: list[Rejected] = []
    for found in files_of(source):
        if isinstance(found, Source):
            return _of_file(Reading(found), limit)
        refused.append(found)
    return Preview("text", FIELDS, rejected=tuple(refused[:limit]))


def _of_file(reading: Reading, limit: int) -> Preview:
    articles, rejected = _first(reading, limit)
    columns = reading.columns()
    matched = match_columns(columns, reading.source.columns).by_field
    mapping = {name: matched[name][0] for name in FIELDS if name in matched}
    return Preview(reading.kind, FIELDS, columns, mapping, articles, rejected, reading.rows)


def _first(reading: Reading, limit: int) -> tuple[tuple[Article, ...], tuple[Rejected, ...]]:
    seen = datetime.now(UTC).isoformat(timespec="seconds")
    articles, rejected = list[Article](), list[Rejected]()
    try:
        for item in islice(reading.articles(seen), max(MOST_ITEMS, limit)):
            if isinstance(item, Rejected):
                rejected.append(item)
            else:
                articles.append(item)
            if len(articles) >= limit:
                break
    except ModelError as error:
        rejected.insert(0, Rejected(title_of(reading.source), 0, error.public_message))
    return tuple(articles), tuple(rejected[:limit])
