"""The user's own places: a table of a row a place, broken rows told apart from the rest."""

from __future__ import annotations

import codecs
import hashlib
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ...records import Rejected
from ...settings import read_settings
from .drafts import USERS, Draft, draft_of
from .facts import Fact
from .own_rows import Row, cells_of

COLUMNS = (
    "slug", "name", "kind", "latitude", "longitude", "radius_km", "shape", "country", "names",
    "neutral_label", "source",
)  # fmt: skip
REQUIRED = ("name", "latitude", "longitude")
MOST_BYTES = 20_000_000
MOST_ROWS = 100_000
_SEPARATOR = re.compile("sep=.", re.IGNORECASE)
"""The line that spreadsheets write before the header."""


@dataclass(frozen=True, slots=True)
class OwnPlaces:
    """What a table of the user's own gives."""

    facts: tuple[Fact, ...] = ()
    """The rows that can be used, in their order."""
    broken: tuple[Rejected, ...] = ()
    """The others, each with its line and reason; line 0 for the whole file."""

    mark: str = ""
    """What changes whenever a usable row does; empty where there is none."""

    def drafts(self) -> Iterator[Draft]:
        """The places on their way into the gazetteer."""
        for fact in self.facts:
            yield draft_of(fact, USERS)


def own_places(path: Path | None = None) -> OwnPlaces:
    """The user's places of a file, or of the one in the settings. Never raises for a bad file."""
    path = path or read_settings().own_gazetteer
    if path is None:
        return OwnPlaces()
    try:
        state = path.stat()
    except OSError as error:
        return _no_file(path, f"the file cannot be read: {error.strerror}")
    if not stat.S_ISREG(state.st_mode):
        return _no_file(path, "the file cannot be read: it is no plain file")
    return _read(path, (state.st_ino, state.st_size, state.st_mtime_ns))


def _no_file(path: Path, reason: str) -> OwnPlaces:
    return OwnPlaces(broken=(Rejected(str(path), 0, reason),))


@lru_cache(maxsize=4)
def _read(path: Path, mark: tuple[int, int, int]) -> OwnPlaces:
    if mark[1] > MOST_BYTES:
        return _no_file(path, f"the file is larger than {MOST_BYTES // 1_000_000} MB")
    try:
        lines = list(_lines(path))
    except OSError as error:
        return _no_file(path, f"the file cannot be read: {error.strerror}")
    except ValueError as error:
        return _no_file(path, str(error))
    if not lines:
        return _no_file(path, "the file is empty")
    header, mark_between = _header(lines[0][1])
    missing = [name for name in REQUIRED if name not in header]
    if missing:
        return _no_file(path, f"its first line names no column {' and no '.join(missing)}")
    if len(lines) > MOST_ROWS + 1:
        return _no_file(path, f"the file has more than {MOST_ROWS:,} rows")
    return _rows(path, lines[1:], header, mark_between)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    content = path.read_bytes()
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise ValueError("the file is UTF-16: save it as CSV UTF-8")
    text = content.decode("utf-8-sig", "surrogateescape")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not (number == 1 and _SEPARATOR.fullmatch(line)):
            yield number, line


def _header(line: str) -> tuple[list[str], str]:
    between = max("\t;,", key=line.count)
    return [name.strip().strip('"').casefold() for name in line.split(between)], between


def _rows(path: Path, lines: list[tuple[int, str]], header: list[str], between: str) -> OwnPlaces:
    source = f"own places: {path.name}"
    known, found, broken = dict[str, int](), list[Fact](), list[Rejected]()
    for number, line in lines:
        try:
            fact = Row(cells_of(line, header, between), source).fact(known)
        except ValueError as error:
            broken.append(Rejected(str(path), number, str(error)))
        else:
            found.append(fact)
            known[fact.slug] = number
    digest = hashlib.sha256(repr(found).encode("utf-8", "replace")).hexdigest()
    return OwnPlaces(tuple(found), tuple(broken), digest[:12] if found else "")
