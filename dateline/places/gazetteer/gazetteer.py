"""Looking names up: the open gazetteer."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from ...errors import GazetteerError
from ...records import Place
from . import schema
from .build import build_gazetteer
from .dump import dump_path
from .dumped import Dump
from .names import normalise, without_possessive
from .senses import FIELDS, MOST_SENSES, Sense, SenseReader
from .shapes import Ring, distance_km
from .writing import Progress

REMEMBERED = 20_000
_BY_NAME = (
    f"SELECT {FIELDS}, n.weight, n.prior, n.form FROM name n JOIN place p ON p.id = n.place"  # noqa: S608
    f" WHERE n.norm = ? ORDER BY n.prior DESC, n.place LIMIT {MOST_SENSES}"
)
_BY_ID = f"SELECT {FIELDS}, 2, 0.0, p.name FROM place p WHERE p.place_id = ?"  # noqa: S608
_NEAR = (
    f"SELECT {FIELDS}, 2, 0.0, p.name FROM place p WHERE p.kind = 'city'"  # noqa: S608
    " AND CAST(p.latitude AS INTEGER) BETWEEN ? AND ?"
    " AND CAST(p.longitude AS INTEGER) BETWEEN ? AND ?"
)


class Gazetteer:
    """Names of places to what they may mean; a `lexicon.PlaceLexicon`.

    Safe to share between threads; open one a process.
    """

    def __init__(self, path: Path) -> None:
        """Opens the gazetteer of a file.

        Raises:
            GazetteerError: it is cut short, damaged or of another version.
        """
        self.path = path
        try:
            self._database = sqlite3.connect(
                f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
            self._stops = dict[str, str](self._database.execute("SELECT norm, scope FROM stop"))
            self._demonyms = dict[str, tuple[str, str]](
                (norm, (place_id, country))
                for norm, place_id, country in self._database.execute(
                    "SELECT norm, place_id, country FROM demonym JOIN place ON id = place"
                )
            )
            self._sense_of = SenseReader(self._database)
            facts = dict[str, str](self._database.execute("SELECT key, value FROM meta"))
            self._country_names: dict[str, str] = json.loads(facts.get("countries", ""))
        except (sqlite3.Error, ValueError) as error:
            raise _broken(path, error) from error
        if facts.get("schema") != schema.VERSION:
            raise _broken(path, f"its version is {facts.get('schema')!r}")
        self._dump: Dump | None = None
        self._senses = lru_cache(maxsize=REMEMBERED)(self._read_senses)

    def lay_over(self, dump: Path) -> None:
        """Have the look-ups that follow take a dump into account.

        Raises:
            GazetteerError: the dump is cut short, damaged or of another version.
        """
        self._dump = Dump(self._database, dump, self._sense_of)
        self._senses.cache_clear()

    def close(self) -> None:
        self._database.close()

    def candidates(self, name: str) -> tuple[Sense, ...]:
        """What a name may mean, likeliest first without context; empty for an unknown name.

        **Misses:** misspellings (exact match after normalisation), names in other scripts.
        """
        return self._senses(normalise(name))

    def place(self, place_id: str) -> Place | None:
        """The place of that id with its outline, or None."""
        sense = self.sense(place_id)
        return self.place_of(sense) if sense else None

    def sense(self, place_id: str) -> Sense | None:
        """The place of that id as under its chief name, or None."""
        rows = self._rows(_BY_ID, (place_id,))
        if self._dump:
            return self._dump.corrected(rows[0]) if rows else self._dump.sense(place_id)
        return rows[0] if rows else None

    def place_of(self, sense: Sense) -> Place:
        """The record of a sense, with its outline where one is known."""
        return Place(
            place_id=sense.place_id,
            name=sense.name,
            kind=sense.kind,
            latitude=sense.latitude,
            longitude=sense.longitude,
            precision=sense.precision,
            radius_km=sense.radius_km,
            geonameid=sense.geonameid,
            outline=self.outline(sense.number),
            country=sense.country,
            admin1=sense.admin1_name,
            neutral_label=sense.neutral_label,
            source=sense.source,
        )

    def outline(self, number: int) -> Ring:
        return self._line("SELECT ring FROM area WHERE place = ?", number)

    def frontier(self, one: str, other: str) -> Ring:
        """The land border of two countries by their ISO codes; empty where they do not touch."""
        sides = sorted((one, other))
        return self._line("SELECT line FROM frontier WHERE one = ? AND other = ?", *sides)

    def ground(self, country: str) -> Ring:
        """The outline of a country by its ISO code, approximate, or empty."""
        return self._line("SELECT ring FROM ground WHERE country = ?", country)

    def coast(self, country: str) -> Ring:
        """The longest coast of a country as a line, or empty."""
        return self._line("SELECT coast FROM ground WHERE country = ?", country)

    def _line(self, statement: str, *values: object) -> Ring:
        row = self._database.execute(statement, values).fetchone()
        return tuple((x, y) for x, y in json.loads(row[0])) if row else ()

    def demonym_place(self, word: str) -> Sense | None:
        """The country or region that "Libyan", "Kurds" or "Soviet" belongs to, or None."""
        found = self._demonyms.get(normalise(without_possessive(word)))
        return self.sense(found[0]) if found else None

    def demonym_country(self, word: str) -> str | None:
        found = self._demonyms.get(normalise(without_possessive(word)))
        return found[1] or None if found else None

    def country_code(self, name: str) -> str | None:
        for sense in self.candidates(without_possessive(name)):
            if sense.kind == "country":
                return sense.country
        return None

    def country_name(self, code: str) -> str:
        """English name of a country by its ISO code; the code itself where it is not known."""
        return self._country_names.get(code, code)

    def place_kind(self, name: str) -> str | None:
        if self.stop_scope(name) == "never":
            return None
        for sense in self.candidates(name):
            if sense.tier == "A" and sense.weight == 2:
                return sense.kind
        return None

    def stop_scope(self, name: str) -> str:
        """`never` for a name that is no place, `scan` for one that needs evidence, or empty."""
        return self._stops.get(normalise(name), "")

    def nearest_city(self, latitude: float, longitude: float) -> tuple[Sense, float] | None:
        """The nearest populated place within some 200 km, and its distance in km, or None."""
        for reach in (0, 1):
            found = list(self._cities_around(latitude, longitude, reach))
            if found:
                return min(found, key=lambda pair: pair[1])
        return None

    def _cities_around(
        self, latitude: float, longitude: float, reach: int
    ) -> Iterator[tuple[Sense, float]]:
        row, column = int(latitude), int(longitude)
        bounds = (row - reach, row + reach, column - reach, column + reach)
        for sense in self._rows(_NEAR, bounds):
            yield sense, distance_km((longitude, latitude), sense.position)

    def _read_senses(self, key: str) -> tuple[Sense, ...]:
        known = self._rows(_BY_NAME, (key,)) if key else ()
        return self._dump.merged(key, known) if self._dump and key else known

    def _rows(self, statement: str, values: tuple[object, ...]) -> tuple[Sense, ...]:
        try:
            rows = self._database.execute(statement, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise _broken(self.path, error) from error
        return tuple(map(self._sense_of, rows))


def open_gazetteer(progress: Progress = lambda _text, _share: None) -> Gazetteer:
    """The gazetteer of this machine, built first where it is absent, cut short or older.

    A dump that was imported is laid over it.

    Raises:
        GazetteerError: it can be neither opened nor built, or the dump cannot be read.
    """
    path = schema.gazetteer_path()
    if schema.is_whole(path):
        try:
            found = Gazetteer(path)
        except GazetteerError:
            with suppress(OSError):
                path.unlink()
        else:
            return _with_dump(found)
    return _with_dump(Gazetteer(build_gazetteer(progress)))


def _with_dump(found: Gazetteer) -> Gazetteer:
    path = dump_path()
    if path.exists():
        found.lay_over(path)
    return found


def _broken(path: Path, error: Exception | str) -> GazetteerError:
    return GazetteerError(f"the gazetteer {str(path)!r} cannot be read: {error}; delete the file")
