"""An imported dump laid over the gazetteer at each look-up."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from . import dump
from .codes import CODES
from .senses import FIELDS, MOST_SENSES, Sense, SenseReader
from .shapes import distance_km

SAME_KM = 25.0
"""How near a place without a GeoNames id must be to be the dump's place of the same name."""
SETTLEMENTS = frozenset({"city", "town", "quarter", "camp"})
DIVISIONS = frozenset({"admin1", "admin2", "admin3"})
SOURCE = "GeoNames, imported dump"
_FIELDS = "d.id, d.name, d.code, d.country, d.admin1, d.admin2, d.latitude, d.longitude"
_BY_NAME = (
    f"SELECT p.id, n.weight, n.prior, n.form, d.population, {_FIELDS} FROM dump.name n"  # noqa: S608
    " JOIN dump.place d ON d.id = n.place LEFT JOIN place p ON p.place_id = 'g' || n.place"
    f" WHERE n.norm = ? ORDER BY n.prior DESC, n.place LIMIT {MOST_SENSES}"
)
_BY_ID = f"SELECT NULL, 2, 0.0, d.name, d.population, {_FIELDS} FROM dump.place d WHERE d.id = ?"  # noqa: S608
_KNOWN = f"SELECT {FIELDS}, 2, 0.0, p.name FROM place p WHERE p.id = ?"  # noqa: S608
_POSITION = "SELECT latitude, longitude, population FROM dump.place WHERE id = ?"


class Dump:
    """The dump beside an open gazetteer.

    A place of both is one: it keeps the gazetteer's name and kind, takes the dump's position and
    people, and is found under the names of either. Places of our own and of the user have no
    GeoNames id; one of them stands for the dump's place of the same sort and name beside it.

    **Misses:** the province's name of a place whose province only the dump has.
    """

    def __init__(self, database: sqlite3.Connection, path: Path, sense_of: SenseReader) -> None:
        """Raises GazetteerError where the dump cannot be read."""
        self.path = path
        dump.dump_facts(path)
        self._database = database
        self._sense_of = sense_of
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        try:
            database.execute("ATTACH ? AS dump", (uri,))
        except sqlite3.Error as error:
            raise dump.broken(path, error) from error

    def merged(self, key: str, known: Sequence[Sense]) -> tuple[Sense, ...]:
        """The senses of a key, those that the gazetteer knows among them, likeliest first."""
        found = {sense.number: self.corrected(sense) for sense in known}
        for row in self._rows(_BY_NAME, key):
            sense = self._sense(row)
            if sense.number not in found and not _is_told(sense, known):
                found[sense.number] = sense
        return tuple(sorted(found.values(), key=lambda s: (-s.prior, s.number))[:MOST_SENSES])

    def corrected(self, sense: Sense) -> Sense:
        """The sense where the dump puts it."""
        if sense.geonameid is None or sense.number >= dump.FIRST_NUMBER:
            return sense
        for latitude, longitude, people in self._rows(_POSITION, sense.geonameid):
            return sense._replace(
                latitude=latitude,
                longitude=longitude,
                population=people or sense.population,
                source=SOURCE,
            )
        return sense

    def sense(self, place_id: str) -> Sense | None:
        """A place that only the dump has, by its id."""
        number = place_id.removeprefix("g")
        if number == place_id or not (number.isascii() and number.isdecimal()):
            return None
        rows = self._rows(_BY_ID, int(number)) if len(number) < 12 else []
        return self._sense(rows[0]) if rows else None

    def _sense(self, row: tuple[Any, ...]) -> Sense:
        known, *named = row[:4]
        if known is not None:
            (fields,) = self._rows(_KNOWN, known)
            return self.corrected(self._sense_of((*fields[:-3], *named)))
        return self._only_here(row)

    def _only_here(self, row: tuple[Any, ...]) -> Sense:
        _, weight, prior, form, population, number, name, code, country, admin1, admin2, *spot = row
        what = CODES[code]
        own = {"admin1": admin1, "admin2": admin2}.get(what.kind, "")
        inside = "" if what.kind == "admin1" else admin1
        within = "" if what.kind in ("admin1", "admin2") else admin2
        return Sense._make((
            dump.FIRST_NUMBER + number, f"g{number}", number, name, what.kind,
            what.tier(population), country, own, inside, within,
            self._divisions.get(inside, ""), *spot, population, what.radius(population),
            what.precision(country, population), "", SOURCE, weight, prior, form,
        ))  # fmt: skip

    @cached_property
    def _divisions(self) -> dict[str, str]:
        return dict(
            self._database.execute(
                "SELECT code, name FROM place WHERE kind = 'admin1' AND code > ''"
            )
        )

    def _rows(self, statement: str, value: object) -> list[tuple[Any, ...]]:
        try:
            return self._database.execute(statement, (value,)).fetchall()
        except sqlite3.Error as error:
            raise dump.broken(self.path, error) from error


def _is_told(sense: Sense, known: Sequence[Sense]) -> bool:
    """Whether the gazetteer has the place under an id of its own."""
    return any(
        one.geonameid is None
        and _sort(one) == _sort(sense)
        and distance_km(one.position, sense.position) <= max(SAME_KM, 2 * one.radius_km)
        for one in known
    )


def _sort(sense: Sense) -> str:
    if sense.kind in SETTLEMENTS:
        return "settlement"
    return "division" if sense.kind in DIVISIONS else "feature"
