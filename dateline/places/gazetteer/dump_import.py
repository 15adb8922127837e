"""A GeoNames dump made into a file that look-ups read: streamed, whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from ...errors import GazetteerError
from . import dump, writing
from .drafts import WEIGHT_SCORE
from .dump_lines import DumpLines, opened_dump
from .dump_rows import BadRow, DumpName, DumpPlace, name_of, place_of
from .writing import Progress

MOST_EXAMPLES = 3
_BATCH = 10_000
_READ_SHARE = 0.8
_TWICE = "its id stands in an earlier row"
_PREPARE = (
    "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-32768;"
    "PRAGMA locking_mode=EXCLUSIVE;"
)
_NAMES = (
    "INSERT INTO name SELECT norm, round(score + ? * weight, 4), place, weight, form FROM"
    " (SELECT norm, place, max(weight) weight, draft.form form FROM side.draft draft"
    " GROUP BY norm, place) JOIN place ON place.id = place"
)
_ENGLISH = (
    "UPDATE place SET name = shown.name FROM"
    " (SELECT place, name, min(rowid) FROM side.shown GROUP BY place) shown"
    " WHERE place.id = shown.place"
)
_Row = TypeVar("_Row", DumpPlace, DumpName)


@dataclass
class DumpReport:
    """What became of the rows of a dump."""

    places: int = 0
    names: int = 0
    """Other names taken from alternateNamesV2, before those of unknown places are left out."""
    passed: int = 0
    """Rows of no use: features such as hotels and schools, names in other languages."""
    rejected: dict[str, int] = field(default_factory=dict)
    """Rows that cannot be used, by reason."""
    examples: dict[str, list[str]] = field(default_factory=dict)
    """The first few of each reason: file, line and what the row states."""

    attribution = dump.ATTRIBUTION
    """Whose work the dump is, to be named wherever it is shown."""

    @property
    def read(self) -> int:
        return self.places + self.names + self.passed + sum(self.rejected.values())

    def reject(self, where: str, bad: BadRow) -> None:
        self.rejected[bad.reason] = self.rejected.get(bad.reason, 0) + 1
        examples = self.examples.setdefault(bad.reason, [])
        if len(examples) < MOST_EXAMPLES:
            examples.append(f"{where}: {bad.stated!r}" if bad.stated else where)


def import_dump(
    places: Path, names: Path | None = None, progress: Progress = lambda _text, _share: None
) -> DumpReport:
    """What became of the rows of a dump, now that it is laid over the gazetteer.

    It replaces one imported before; whatever goes wrong, that one stays as it is.

    Args:
        places: allCountries.txt or a country's file, or a zip of it.
        names: alternateNamesV2.txt or a zip of it. Without it all Latin names in the first file
            are taken, whose language is not known.
        progress: told what is being done, and the share that is done, 0 to 1.

    Raises:
        GazetteerError: a file cannot be read or holds no place, or the disk is full.
    """
    report, target = DumpReport(), dump.dump_path()
    facts = [places.name, names.name if names else ""]

    def write(path: Path) -> None:
        with TemporaryDirectory(prefix=".gazetteer-", dir=path.parent) as side:
            _write(path, Path(side, "names"), _Files(places, names), progress, report)
            _describe(path, " and ".join(filter(None, facts)), report)

    writing.write_whole(target, write)
    progress("Imported", 1.0)
    return report


@dataclass(frozen=True, slots=True)
class _Files:
    places: Path
    names: Path | None


def _write(path: Path, side: Path, files: _Files, progress: Progress, report: DumpReport) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.executescript(_PREPARE + dump.TABLES)
        database.execute("ATTACH ? AS side", (str(side),))
        database.executescript(
            "PRAGMA side.journal_mode=OFF; PRAGMA side.synchronous=OFF;"
            "CREATE TABLE side.draft (norm, place, weight, form);"
            "CREATE TABLE side.shown (place, name)"
        )
        run = _Run(database, report, progress, files.names is not None)
        with opened_dump(files.places) as first:
            if files.names is None:
                run.read_places(first, 0.0, _READ_SHARE)
            else:
                with opened_dump(files.names) as second:
                    share = _READ_SHARE * first.size / max(1, first.size + second.size)
                    run.read_places(first, 0.0, share)
                    run.read_names(second, share, _READ_SHARE)
        run.finish()


class _Run:
    def __init__(
        self,
        database: sqlite3.Connection,
        report: DumpReport,
        progress: Progress,
        has_names: bool,
    ) -> None:
        self._database = database
        self._report = report
        self._progress = progress
        self._has_names = has_names

    def read_places(self, lines: DumpLines, start: float, end: float) -> None:
        rows = self._rows(lines, lambda line: place_of(line, self._has_names), start, end)
        for batch in _batches(rows):
            self._insert_places(batch)
        if not self._report.places:
            raise GazetteerError(
                f"{str(lines.path)!r} holds no place that can be used: allCountries.txt or a"
                " country's file of GeoNames is wanted" + _first_reason(self._report)
            )

    def _insert_places(self, batch: list[DumpPlace]) -> None:
        before = self._database.total_changes
        rows = [row[:10] for row in batch]
        self._execute("INSERT OR IGNORE INTO place VALUES (?,?,?,?,?,?,?,?,?,?)", rows)
        added = self._database.total_changes - before
        self._report.places += added
        if len(batch) > added:
            rejected = self._report.rejected
            rejected[_TWICE] = rejected.get(_TWICE, 0) + len(batch) - added
        names = [
            (key, row.geonameid, weight, form) for row in batch for key, weight, form in row.keys
        ]
        self._execute("INSERT INTO side.draft VALUES (?,?,?,?)", names)

    def read_names(self, lines: DumpLines, start: float, end: float) -> None:
        for batch in _batches(self._rows(lines, name_of, start, end)):
            self._report.names += len(batch)
            rows = [(row.key, row.geonameid, row.weight, row.form) for row in batch]
            self._execute("INSERT INTO side.draft VALUES (?,?,?,?)", rows)
            shown = [(row.geonameid, row.form) for row in batch if row.is_shown]
            self._execute("INSERT INTO side.shown VALUES (?,?)", shown)

    def _execute(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        self._database.execute("BEGIN")
        self._database.executemany(statement, rows)
        self._database.execute("COMMIT")

    def _rows(
        self, lines: DumpLines, read: Callable[[bytes], _Row | None], start: float, end: float
    ) -> Iterator[_Row]:
        words = f"Reading {lines.path.name}"
        for number, line in enumerate(lines, 1):
            if number % _BATCH == 1:
                self._progress(words, start + (end - start) * lines.done / max(1, lines.size))
            try:
                row = read(line)
            except BadRow as bad:
                self._report.reject(f"{lines.path.name}, line {number}", bad)
                continue
            if row is None:
                self._report.passed += 1
            else:
                yield row

    def finish(self) -> None:
        """Put the names in the order of look-ups; those of places that are not here fall away."""
        self._progress("Naming places as English does", _READ_SHARE)
        self._database.execute(_ENGLISH)
        self._progress("Sorting names", _READ_SHARE + 0.05)
        self._database.execute(_NAMES, (WEIGHT_SCORE,))
        self._database.execute("DETACH side")


def _batches(rows: Iterator[_Row]) -> Iterator[list[_Row]]:
    while batch := list(islice(rows, _BATCH)):
        yield batch


def _first_reason(report: DumpReport) -> str:
    return next((f" ({examples[0]}: {reason})" for reason, examples in report.examples.items()), "")


def _describe(path: Path, files: str, report: DumpReport) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        (names,) = database.execute("SELECT count(*) FROM name").fetchone()
        facts = {
            "version": dump.VERSION,
            "files": files,
            "imported_at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "places": str(report.places),
            "names": str(names),
            "attribution": dump.ATTRIBUTION,
        }
        database.executemany("INSERT INTO meta VALUES (?,?)", facts.items())
