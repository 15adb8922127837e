"""What a first look into a file tells: how it is read, or why it cannot be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..records import Source
from .encodings import HEAD_BYTES, MAX_TEXT_BYTES, Survey, binary_kind, glance, survey
from .html import is_markup
from .paths import PAGES, PARQUETS, RECORDS, TEXTS, ending_of, unsupported

Kind = Literal["text", "page", "table", "JSON lines", "Parquet"]
WHOLE: frozenset[Kind] = frozenset({"text", "page"})
"""Kinds of which a file is one article."""
PARQUET_MARK = b"PAR1"


@dataclass(frozen=True, slots=True)
class Look:
    kind: Kind
    """How the file is read: HTML is a page whatever its ending."""
    fault: str = ""
    """Why it cannot be read at all, or empty."""
    survey: Survey | None = None
    """What a pass over the bytes of a file of rows told."""


def look_into(source: Source) -> Look:
    """What the file is. Never raises: a file that cannot be opened has a fault."""
    ending = ending_of(source)
    try:
        with source.path.open("rb") as file:
            head = file.read(HEAD_BYTES)
        kind = _kind(ending, head)
        fault = unsupported(source) or _fault_of_bytes(kind, head) or _fault_of_size(source, kind)
        whole = fault or kind in WHOLE
        return Look(kind, fault, None if whole else survey(source.path))
    except OSError as error:
        return Look(_kind(ending, b""), f"the file cannot be read: {error.strerror or error}")


def _kind(ending: str, head: bytes) -> Kind:
    if ending in PARQUETS:
        return "Parquet"
    if ending in PAGES or is_markup(glance(head)):
        return "page"
    if ending in TEXTS:
        return "text"
    return "JSON lines" if ending in RECORDS else "table"


def _fault_of_bytes(kind: Kind, head: bytes) -> str:
    if not head:
        return "the file is empty"
    if kind == "Parquet":
        return "" if head.startswith(PARQUET_MARK) else "the file is not Parquet"
    found = binary_kind(head)
    return f"the file is {found}, not text" if found else ""


def _fault_of_size(source: Source, kind: Kind) -> str:
    if kind not in WHOLE:
        return ""
    size, most = source.path.stat().st_size, MAX_TEXT_BYTES // 1024**2
    if size <= MAX_TEXT_BYTES:
        return ""
    return f"the text has {size / 1024**2:.0f} MB; at most {most} MB are read as one article"
