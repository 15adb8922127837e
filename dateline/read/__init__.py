"""Files and folders -> articles, or rejections that say why not."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..records import Article, Rejected
from .cleaning import clean_line
from .encodings import HEAD_BYTES, MAX_TEXT_BYTES, binary_kind, decode, glance, survey
from .html import article_from_html, is_markup
from .jsonl import read_jsonl
from .parquet import read_parquet
from .rows import Origin, Row, articles_of_rows
from .scraped import article_from_text, layout
from .tables import read_table

__all__ = ["SUPPORTED", "article_from_text", "layout", "read_path", "source_files"]

TEXTS = frozenset({".txt", ".text"})
PAGES = frozenset({".html", ".htm"})
TABLES = frozenset({".csv", ".tsv"})
RECORDS = frozenset({".jsonl", ".ndjson"})
PARQUETS = frozenset({".parquet"})
SUPPORTED = tuple(sorted(TEXTS | PAGES | TABLES | RECORDS | PARQUETS))
"""Endings of the files that can be read."""
PARQUET_MARK = b"PAR1"


def source_files(paths: Sequence[Path]) -> Iterator[Path | Rejected]:
    """The files to read, folders searched through and sorted, hidden files left out.

    A missing path and a file of another kind give a rejection.
    """
    for path in paths:
        try:
            yield from _within(path) if path.is_dir() else [_checked(path)]
        except OSError as error:
            yield Rejected(_shown(path), 0, f"cannot be opened: {error.strerror or error}")


def read_path(path: Path, seen: str) -> Iterator[Article | Rejected]:
    """The articles of one file, one at a time; tables and JSON lines give one a row.

    Args:
        path: a file that `source_files` gave.
        seen: when it was collected, UTC ISO 8601; a row that says so itself wins.
    """
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
        if reason := _refusal(path, head):
            yield Rejected(_shown(path), 0, reason)
        else:
            yield from _read(path, head, seen)
    except OSError as error:
        yield Rejected(_shown(path), 0, f"the file cannot be read: {error.strerror or error}")


def _within(folder: Path) -> Iterator[Path | Rejected]:
    found = False
    for path in sorted(folder.rglob("*")):
        is_hidden = any(name.startswith(".") for name in path.relative_to(folder).parts)
        if is_hidden or not path.is_file():
            continue
        found = True
        yield _checked(path)
    if not found:
        yield Rejected(_shown(folder), 0, "the folder holds no files")


def _checked(path: Path) -> Path | Rejected:
    if not path.exists():
        return Rejected(_shown(path), 0, "there is no such file or folder")
    if not path.is_file():
        return Rejected(_shown(path), 0, "this is no regular file")
    return path if _is_supported(path) else Rejected(_shown(path), 0, _unsupported(path))


def _is_supported(path: Path) -> bool:
    return path.suffix.casefold() in SUPPORTED


def _unsupported(path: Path) -> str:
    ending = path.suffix or "without an ending"
    return f"files {ending} are not read; supported: {', '.join(SUPPORTED)}"


def _refusal(path: Path, head: bytes) -> str:
    ending = path.suffix.casefold()
    if not _is_supported(path):
        return _unsupported(path)
    if not head:
        return "the file is empty"
    if ending in PARQUETS:
        return "" if head.startswith(PARQUET_MARK) else "the file is not Parquet"
    if kind := binary_kind(head):
        return f"the file is {kind}, not text"
    return _size_fault(path) if ending in TEXTS | PAGES else ""


def _size_fault(path: Path) -> str:
    size, most = path.stat().st_size, MAX_TEXT_BYTES // 1024**2
    if size <= MAX_TEXT_BYTES:
        return ""
    return f"the text has {size / 1024**2:.0f} MB; at most {most} MB are read as one article"


def _read(path: Path, head: bytes, seen: str) -> Iterator[Article | Rejected]:
    ending = path.suffix.casefold()
    is_page = ending in PAGES or is_markup(glance(head))
    if ending in TEXTS or is_page:
        yield _one_article(path, seen, is_page)
        return
    about = survey(path)
    origin = Origin(_shown(path), clean_line(path.name), about.sha256, seen)
    rows: Iterator[Row | Rejected]
    if ending in PARQUETS:
        rows = read_parquet(path, origin.source)
    elif ending in RECORDS:
        rows = read_jsonl(path, origin.source, about)
    else:
        rows = read_table(path, origin.source, about)
    yield from articles_of_rows(rows, origin)


def _one_article(path: Path, seen: str, is_page: bool) -> Article | Rejected:
    data = path.read_bytes()
    digest, name = hashlib.sha256(data).hexdigest(), clean_line(path.name)
    if is_page:
        read = article_from_html(data, source_file=name, source_sha256=digest, seen=seen)
    else:
        text = decode(data)
        read = article_from_text(text, source_file=name, source_sha256=digest, seen=seen)
    return Rejected(_shown(path), 0, read.reason) if isinstance(read, Rejected) else read


def _shown(path: Path) -> str:
    return clean_line(str(path))
