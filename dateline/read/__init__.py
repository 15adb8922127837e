"""Files and folders -> articles, or rejections that say why not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..records import Article, Rejected, Source
from .encodings import MAX_TEXT_BYTES
from .header_map import FIELDS, match_columns
from .look import Kind
from .paths import SUPPORTED, files_of, source_files, title_of
from .reading import Reading
from .scraped import article_from_text, layout

__all__ = [
    "FIELDS",
    "MAX_TEXT_BYTES",
    "SUPPORTED",
    "Kind",
    "Reading",
    "article_from_text",
    "files_of",
    "layout",
    "match_columns",
    "read_path",
    "readings",
    "source_files",
    "title_of",
]


def read_path(
    path: Path, seen: str, *, name: str = "", columns: Mapping[str, str] | None = None
) -> Iterator[Article | Rejected]:
    """The articles of one file, one at a time; tables and JSON lines give one a row.

    Args:
        path: a file that `source_files` gave.
        seen: when it was collected, UTC ISO 8601; a row that says so itself wins.
        name: what to call the file where it lies under a generated name.
        columns: our field and the column that fills it; it wins over the headers.
    """
    return Reading(Source(path, name, columns or {})).articles(seen)


def readings(sources: Sequence[Source]) -> Iterator[Reading | Rejected]:
    """The files of the sources, folders searched through, each ready to be read."""
    for source in sources:
        for one in files_of(source):
            yield one if isinstance(one, Rejected) else Reading(one)
