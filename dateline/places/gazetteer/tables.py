"""A place as rows of the gazetteer's tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from .drafts import Draft

_BEFORE_CLASS = ("place_id", "geonameid", "name", "kind")
_AFTER_CLASS = (
    "country",
    "code",
    "admin1",
    "admin2",
    "admin1_name",
    "latitude",
    "longitude",
    "population",
    "radius_km",
)
CLASS_FIELDS = ("kind", "tier", "precision", "neutral_label", "source")
"""What places have in a few dozen combinations, each kept once."""
_MARKS = ",".join("?" * (len(_BEFORE_CLASS) + len(_AFTER_CLASS) + 2))
INSERT_PLACE = f"INSERT INTO place VALUES ({_MARKS})"  # noqa: S608


class Classes:
    """The classes of places in a database, those added that are missing."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        rows = database.execute(f"SELECT id, {', '.join(CLASS_FIELDS)} FROM class")  # noqa: S608
        self._numbers: dict[tuple[object, ...], int] = {
            tuple(values): number for number, *values in rows
        }

    def place_row(self, number: int, draft: Draft) -> tuple[object, ...]:
        """A row of `place`."""
        before = (_plain(getattr(draft, name)) for name in _BEFORE_CLASS)
        after = (_plain(getattr(draft, name)) for name in _AFTER_CLASS)
        return (number, *before, self._number(draft), *after)

    def _number(self, draft: Draft) -> int:
        values = tuple(_plain(getattr(draft, name)) for name in CLASS_FIELDS)
        if values not in self._numbers:
            self._numbers[values] = number = len(self._numbers) + 1
            self._database.execute("INSERT INTO class VALUES (?,?,?,?,?,?)", (number, *values))
        return self._numbers[values]


def name_rows(number: int, draft: Draft) -> Iterator[tuple[object, ...]]:
    """Rows of `name`: one a look-up key."""
    priors = {weight: round(draft.prior(weight), 4) for weight in (1, 2)}
    for key, (weight, form) in draft.keys.items():
        yield key, number, weight, priors[weight], _plain(form)


def _plain(value: object) -> object:
    """Text that SQLite takes: some names of the packages hold lone surrogates."""
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", "ignore").decode("utf-8")
    return value
