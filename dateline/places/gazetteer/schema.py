"""The gazetteer's tables, where its file lies and how it is known to be whole."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from ...errors import GazetteerError
from ...settings import cache_folder
from .facts import FILES, FOLDER
from .own import own_places
from .sources import package_versions

VERSION = "7"
TABLES = """
CREATE TABLE place (
  id INTEGER PRIMARY KEY, place_id TEXT NOT NULL, geonameid INTEGER, name TEXT NOT NULL,
  kind TEXT NOT NULL, class INTEGER NOT NULL, country TEXT NOT NULL, code TEXT NOT NULL,
  admin1 TEXT NOT NULL, admin2 TEXT NOT NULL, admin1_name TEXT NOT NULL, latitude REAL NOT NULL,
  longitude REAL NOT NULL, population INTEGER NOT NULL, radius_km REAL NOT NULL);
CREATE TABLE class (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, tier TEXT NOT NULL, precision TEXT NOT NULL,
  neutral_label TEXT NOT NULL, source TEXT NOT NULL);
CREATE TABLE name (
  norm TEXT NOT NULL, place INTEGER NOT NULL, weight INTEGER NOT NULL, prior REAL NOT NULL,
  form TEXT NOT NULL, PRIMARY KEY (norm, prior DESC, place)) WITHOUT ROWID;
CREATE TABLE demonym (norm TEXT PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE stop (norm TEXT PRIMARY KEY, scope TEXT NOT NULL, reason TEXT NOT NULL)
  WITHOUT ROWID;
CREATE TABLE area (place INTEGER PRIMARY KEY, ring TEXT NOT NULL);
CREATE TABLE frontier (one TEXT, other TEXT, line TEXT NOT NULL, PRIMARY KEY (one, other))
  WITHOUT ROWID;
CREATE TABLE ground (country TEXT PRIMARY KEY, ring TEXT NOT NULL, coast TEXT NOT NULL)
  WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
INDEXES = """
CREATE UNIQUE INDEX place_by_id ON place (place_id);
CREATE INDEX place_by_position ON place (CAST(latitude AS INTEGER), CAST(longitude AS INTEGER))
  WHERE kind = 'city';
"""
_MAGIC = b"SQLite format 3\x00"


def fingerprint() -> str:
    """Hash of the packages' versions, our fact files and the schema.

    Raises:
        GazetteerError: a package or a fact file is missing.
    """
    try:
        states = [(FOLDER / name).stat() for name in FILES]
        return _fingerprint(tuple((state.st_size, state.st_mtime_ns) for state in states))
    except OSError as error:
        raise GazetteerError(f"a fact file cannot be read: {error}") from error


@lru_cache(maxsize=2)
def _fingerprint(_state: tuple[tuple[int, int], ...]) -> str:
    digest = hashlib.sha256(VERSION.encode())
    for name, version in sorted(package_versions().items()):
        digest.update(f"{name}={version}\n".encode())
    for name in FILES:
        digest.update((FOLDER / name).read_bytes())
    return digest.hexdigest()[:16]


def base_path() -> Path:
    """The file that holds the gazetteer of these versions and facts."""
    return cache_folder() / f"gazetteer-{fingerprint()}.sqlite"


def gazetteer_path() -> Path:
    """The file in use: the same, or one of its own that holds the user's own places, too."""
    base, mark = base_path(), own_places().mark
    return base.with_stem(f"{base.stem}-{mark}") if mark else base


def is_whole(path: Path) -> bool:
    """Whether the file is an SQLite file as long as its own header says."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
        size = path.stat().st_size
    except OSError:
        return False
    if len(header) < 100 or not header.startswith(_MAGIC):
        return False
    page = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    return pages > 0 and size == (65536 if page == 1 else page) * pages
