"""Files and folders: which are read, in which order, and what they are called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..records import Rejected, Source
from .cleaning import clean_line

TEXTS = frozenset({".txt", ".text"})
PAGES = frozenset({".html", ".htm"})
TABLES = frozenset({".csv", ".tsv"})
RECORDS = frozenset({".jsonl", ".ndjson"})
PARQUETS = frozenset({".parquet"})
SUPPORTED = tuple(sorted(TEXTS | PAGES | TABLES | RECORDS | PARQUETS))
"""Endings of the files that can be read."""
LONGEST_NAME = 200


def source_files(paths: Sequence[Path]) -> Iterator[Path | Rejected]:
    """The files to read, folders searched through and sorted, hidden files left out.

    A missing path and a file of another kind give a rejection.
    """
    for path in paths:
        for one in files_of(Source(path)):
            yield one.path if isinstance(one, Source) else one


def files_of(source: Source) -> Iterator[Source | Rejected]:
    """The files of a file or folder, as `source_files` gives them; a folder's keep their names."""
    path = source.path
    try:
        if path.is_dir():
            yield from _within(path, source)
        else:
            yield _checked(source)
    except OSError as error:
        yield Rejected(title_of(source), 0, f"cannot be opened: {error.strerror or error}")


def ending_of(source: Source) -> str:
    """The ending that says how the file is read: its own, else that of its name."""
    own = source.path.suffix.casefold()
    return own if own in SUPPORTED else Path(source.name).suffix.casefold() or own


def title_of(source: Source) -> str:
    """What reports call the source: its name where it has one, else its path."""
    return _plain_name(source.name) or clean_line(str(source.path))


def file_name_of(source: Source) -> str:
    """What an article calls the file that it was read from."""
    return _plain_name(source.name) or clean_line(source.path.name)


def unsupported(source: Source) -> str:
    """Why the file is not read, where its ending is the reason; else empty."""
    ending = ending_of(source)
    if ending in SUPPORTED:
        return ""
    return f"files {ending or 'without an ending'} are not read; supported: {', '.join(SUPPORTED)}"


def _plain_name(name: str) -> str:
    """A name that came from elsewhere, without folders and marks that turn the writing round."""
    last = re.split(r"[/\\]", clean_line(name))[-1]
    shown = "".join(c for c in last if unicodedata.category(c) != "Cf").strip()
    return shown if len(shown) <= LONGEST_NAME else f"{shown[: LONGEST_NAME - 20]}…{shown[-19:]}"


def _within(folder: Path, source: Source) -> Iterator[Source | Rejected]:
    found = False
    for path in sorted(folder.rglob("*")):
        is_hidden = any(name.startswith(".") for name in path.relative_to(folder).parts)
        if is_hidden or not path.is_file():
            continue
        found = True
        yield _checked(Source(path, columns=source.columns))
    if not found:
        yield Rejected(title_of(source), 0, "the folder holds no files")


def _checked(source: Source) -> Source | Rejected:
    if not source.path.exists():
        return Rejected(title_of(source), 0, "there is no such file or folder")
    if not source.path.is_file():
        return Rejected(title_of(source), 0, "this is no regular file")
    reason = unsupported(source)
    return Rejected(title_of(source), 0, reason) if reason else source
