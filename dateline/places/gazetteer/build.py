"""The gazetteer's file: built once, whole or not at all."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from . import facts, gather, schema, sources
from .drafts import Draft
from .frontiers import frontiers, grounds
from .names import english_form, normalise
from .overlay import write_overlay
from .own import own_places
from .tables import INSERT_PLACE, Classes, name_rows
from .writing import Progress, write_whole

ATTRIBUTION = (
    "GeoNames (CC BY 4.0), Natural Earth (public domain), iso-codes (LGPL), Unicode CLDR,"
    " CIA World Factbook (public domain), and facts of our own"
)
_BATCH = 5_000


def build_gazetteer(progress: Progress = lambda _text, _share: None) -> Path:
    """The gazetteer's file, built now unless it stands already, with the user's own places in it.

    Two processes may build at once: each writes a file of its own and renames it into place.

    Raises:
        GazetteerError: a package or the folder is missing, or the disk is full.
    """
    path, base = schema.gazetteer_path(), schema.base_path()
    if schema.is_whole(path):
        return path
    if not schema.is_whole(base):
        write_whole(base, lambda file: _write(file, progress))
    if path != base:
        progress("Adding your own places", 0.95)
        write_whole(path, lambda file: write_overlay(base, file, own_places()))
        for older in base.parent.glob(f"{base.stem}-*{base.suffix}"):
            if older != path:
                with suppress(OSError):
                    older.unlink()
    progress("Gazetteer ready", 1.0)
    return path


def _write(path: Path, progress: Progress) -> None:
    database = sqlite3.connect(path, isolation_level=None)
    try:
        database.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536;"
            "PRAGMA page_size=4096; PRAGMA locking_mode=EXCLUSIVE;" + schema.TABLES
        )
        database.execute("CREATE TEMP TABLE draft_name (norm, place, weight, prior, form)")
        database.execute("BEGIN")
        _Builder(database, progress).write()
        database.execute("COMMIT")
        progress("Indexing names", 0.9)
        database.executescript(schema.INDEXES)
    finally:
        database.close()


class _Builder:
    def __init__(self, database: sqlite3.Connection, progress: Progress) -> None:
        self._database = database
        self._progress = progress
        self._classes = Classes(database)
        self._numbers: dict[str, int] = {}
        self._other_names = tuple(facts.other_names())
        self._demonyms = dict(facts.demonym_facts())
        self._wanted = {row.target for row in self._other_names} | set(self._demonyms.values())
        self._english = {row.target: row.name for row in self._other_names if row.is_english}
        self._targets: dict[str, tuple[int, Draft]] = {}

    def write(self) -> None:
        self._write_places()
        self._progress("Sorting names", 0.7)
        self._write_other_names()
        self._database.execute(
            "INSERT INTO name SELECT norm, place, weight, prior, form FROM"
            " (SELECT *, max(weight * 1e9 + rowid) FROM draft_name GROUP BY norm, place)"
        )
        self._write_demonyms()
        self._write_lines()
        self._write_rest()

    def _write_places(self) -> None:
        self._progress("Reading regions and countries", 0.0)
        features = gather.grouped_features()
        towns = gather.members()
        self._add(gather.own_facts())
        self._add(gather.seas())
        self._add(gather.countries(features))
        self._progress("Reading provinces and districts", 0.15)
        divided = dict(gather.divisions(features, towns))
        self._add(divided.values())
        self._progress("Reading towns", 0.25)
        self._add(gather.cities(towns, divided))
        self._progress("Reading regions", 0.6)
        self._add(gather.other_features(features, set(self._numbers)))

    def _add(self, drafts: Iterable[Draft]) -> None:
        batch = list[tuple[int, Draft]]()
        for draft in drafts:
            if draft.place_id in self._numbers:
                continue
            number = len(self._numbers) + 1
            self._numbers[draft.place_id] = number
            self._remember(number, draft)
            batch.append((number, draft))
            if len(batch) >= _BATCH:
                self._flush(batch)
        self._flush(batch)

    def _remember(self, number: int, draft: Draft) -> None:
        targets = draft.targets
        spelt = [self._english[target] for target in targets if target in self._english]
        draft.name = spelt[0] if spelt else english_form(draft.name, draft.country)
        for target in targets:
            if target in self._wanted:
                known = self._targets.get(target)
                if known is None or known[1].population < draft.population:
                    self._targets[target] = number, draft

    def _flush(self, batch: list[tuple[int, Draft]]) -> None:
        places = [self._classes.place_row(number, draft) for number, draft in batch]
        names = [row for number, draft in batch for row in name_rows(number, draft)]
        areas = [
            (number, json.dumps(draft.outline, separators=(",", ":")))
            for number, draft in batch
            if draft.outline
        ]
        self._database.executemany(INSERT_PLACE, places)
        self._database.executemany("INSERT INTO draft_name VALUES (?,?,?,?,?)", names)
        self._database.executemany("INSERT INTO area VALUES (?,?)", areas)
        for _, draft in batch:
            draft.keys.clear()
        batch.clear()

    def _write_other_names(self) -> None:
        for row in self._other_names:
            target = self._targets.get(row.target)
            if target:
                number, draft = target
                prior = draft.prior(row.weight)
                values = (normalise(row.name), number, row.weight, prior, row.name)
                self._database.execute("INSERT INTO draft_name VALUES (?,?,?,?,?)", values)

    def _write_demonyms(self) -> None:
        words = dict(gather.demonym_words(sources.demonyms()))
        own = {
            word: self._targets[target][0]
            for word, target in self._demonyms.items()
            if target in self._targets
        }
        countries = dict(
            self._database.execute("SELECT country, id FROM place WHERE kind = 'country'")
        )
        found = {word: countries[code] for word, code in words.items() if code in countries}
        rows = [(normalise(word), number) for word, number in (found | own).items()]
        self._database.executemany("INSERT OR REPLACE INTO demonym VALUES (?,?)", rows)

    def _write_lines(self) -> None:
        outlines = sources.country_outlines()
        borders = [(one, other, json.dumps(line)) for one, other, line in frontiers(outlines)]
        lands = [
            (code, json.dumps(ring), json.dumps(coast)) for code, ring, coast in grounds(outlines)
        ]
        self._database.executemany("INSERT INTO frontier VALUES (?,?,?)", borders)
        self._database.executemany("INSERT INTO ground VALUES (?,?,?)", lands)

    def _write_rest(self) -> None:
        rows = [(normalise(row.name), row.scope, row.reason) for row in facts.stops()]
        self._database.executemany("INSERT OR REPLACE INTO stop VALUES (?,?,?)", rows)
        names = self._database.execute(
            "SELECT country, name FROM place WHERE kind = 'country' ORDER BY country"
        )
        meta = {
            "countries": json.dumps(dict(names.fetchall())),
            "schema": schema.VERSION,
            "packages": json.dumps(sources.package_versions(), sort_keys=True),
            "attribution": ATTRIBUTION,
        }
        self._database.executemany("INSERT INTO meta VALUES (?,?)", meta.items())
