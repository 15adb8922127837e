"""The user's own places laid over the gazetteer, in a file of its own."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from .own import OwnPlaces
from .tables import INSERT_PLACE, Classes, name_rows


def write_overlay(base: Path, target: Path, own: OwnPlaces) -> None:
    """Write the gazetteer of `base` with the user's places to `target`.

    A name of theirs is no longer kept off the map by our stop list.
    """
    shutil.copyfile(base, target)
    with closing(sqlite3.connect(target, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("BEGIN")
        classes = Classes(database)
        (last,) = database.execute("SELECT max(id) FROM place").fetchone()
        for number, draft in enumerate(own.drafts(), last + 1):
            database.execute(INSERT_PLACE, classes.place_row(number, draft))
            names = list(name_rows(number, draft))
            database.executemany("INSERT INTO name VALUES (?,?,?,?,?)", names)
            database.executemany("DELETE FROM stop WHERE norm = ?", [row[:1] for row in names])
            if draft.outline:
                ring = json.dumps(draft.outline, separators=(",", ":"))
                database.execute("INSERT INTO area VALUES (?,?)", (number, ring))
        database.execute("COMMIT")
