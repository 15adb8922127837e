"""The user's imported GeoNames dump: a file beside the gazetteer that every rebuild leaves alone.

It is found by its name in the cache folder and laid over the gazetteer at each look-up. Its places
have GeoNames' ids as the gazetteer's have, so that one place stays one.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from ...errors import GazetteerError
from ...settings import cache_folder
from . import schema

NAME = "geonames-dump.sqlite"
VERSION = "1"
FIRST_NUMBER = 1_000_000_000
"""What is added to a GeoNames id for the number of a place that only the dump has."""
ATTRIBUTION = "GeoNames, https://www.geonames.org, CC BY 4.0"
TABLES = """
CREATE TABLE place (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, code TEXT NOT NULL, country TEXT NOT NULL,
  admin1 TEXT NOT NULL, admin2 TEXT NOT NULL, latitude REAL NOT NULL, longitude REAL NOT NULL,
  population INTEGER NOT NULL, score REAL NOT NULL);
CREATE TABLE name (
  norm TEXT NOT NULL, prior REAL NOT NULL, place INTEGER NOT NULL, weight INTEGER NOT NULL,
  form TEXT NOT NULL, PRIMARY KEY (norm, prior DESC, place)) WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


def dump_path() -> Path:
    """Where an imported dump lies, which need not exist."""
    return cache_folder() / NAME


def gazetteer_mark() -> str:
    """What changes whenever a look-up may: with the gazetteer in use, and with the dump."""
    stem = schema.gazetteer_path().stem
    try:
        return f"{stem}-{dump_path().stat().st_mtime_ns}"
    except OSError:
        return stem


def dump_facts(path: Path) -> dict[str, str]:
    """What a dump says of itself: its files, when it was imported, how much it holds.

    Raises:
        GazetteerError: it is cut short, of another version, or no dump.
    """
    try:
        if not schema.is_whole(path):
            raise broken(path, "it is cut short or no such file")
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            facts = dict(database.execute("SELECT key, value FROM meta"))
    except sqlite3.Error as error:
        raise broken(path, error) from error
    if facts.get("version") != VERSION:
        raise broken(path, f"its version is {facts.get('version')!r}, not {VERSION!r}")
    return facts


def broken(path: Path, error: Exception | str) -> GazetteerError:
    """The imported dump cannot be used, and what to do."""
    return GazetteerError(
        f"the imported GeoNames dump {str(path)!r} cannot be read: {error};"
        " import it again, or take it out with `python -m dateline gazetteer forget`"
    )


def forget_dump() -> bool:
    """Whether there was an imported dump; it is deleted.

    Raises:
        GazetteerError: it cannot be deleted.
    """
    path = dump_path()
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise GazetteerError(f"{str(path)!r} cannot be deleted: {error.strerror}") from error
    return True
