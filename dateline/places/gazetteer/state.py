"""What the gazetteer of this machine is made of, in words."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from ...errors import GazetteerError
from ...settings import read_settings
from . import dump, schema
from .own import own_places

Line = tuple[str, str]
"""What, and what of it."""
NOT_BUILT = "not built yet: `python -m dateline setup` builds it"


def gazetteer_state() -> Iterator[Line]:
    """Rows, sources, path and size of the gazetteer, the user's own places and the dump."""
    path = schema.gazetteer_path()
    yield "gazetteer", str(path) if schema.is_whole(path) else NOT_BUILT
    if schema.is_whole(path):
        yield from _built(path)
    yield from _own()
    yield from _imported()


def _built(path: Path) -> Iterator[Line]:
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            (places,) = database.execute("SELECT count(*) FROM place").fetchone()
            (names,) = database.execute("SELECT count(*) FROM name").fetchone()
            facts = dict(database.execute("SELECT key, value FROM meta"))
        packages = json.loads(facts["packages"])
    except (sqlite3.Error, KeyError, ValueError) as error:
        yield "", f"damaged ({error}): delete it, and `python -m dateline setup` builds it anew"
        return
    yield "", f"{places:,} places, {names:,} names, {_megabytes(path)}"
    yield "sources", facts["attribution"]
    yield "packages", ", ".join(f"{name} {version}" for name, version in packages.items())


def _own() -> Iterator[Line]:
    path = read_settings().own_gazetteer
    if path is None:
        yield "own places", "none; the setting own_gazetteer names a table of them"
        return
    own = own_places()
    yield "own places", f"{path}: {len(own.facts):,} in use, {len(own.broken):,} left out"
    for row in own.broken:
        yield "", f"line {row.line}: {row.reason}" if row.line else row.reason


def _imported() -> Iterator[Line]:
    path = dump.dump_path()
    if not path.exists():
        yield "GeoNames dump", "none; `python -m dateline gazetteer import FILE` takes one in"
        return
    try:
        facts = dump.dump_facts(path)
    except GazetteerError as error:
        yield "GeoNames dump", error.public_message
        return
    yield "GeoNames dump", str(path)
    yield "", f"{int(facts['places']):,} places, {int(facts['names']):,} names, {_megabytes(path)}"
    yield "", f"from {facts['files']}, imported {facts['imported_at']}"
    yield "sources", facts["attribution"]


def _megabytes(path: Path) -> str:
    return f"{path.stat().st_size / 1e6:,.1f} MB"
