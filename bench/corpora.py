"""Corpora of any size, made up: Zipf's entities, bursts in time, places in clusters; a fixed seed.

    python -m bench.corpora FILE ARTICLES

An article has three passages, ten mentions (seven of names, three of places), two quotations and
a date. Rows are written straight into the tables: how fast articles are stored is measured apart.
"""

from __future__ import annotations

import argparse
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.records import Article, Mention, Passage, Place, Quotation, Span, Timex, Toponym
from dateline.settings import cache_folder
from dateline.store import Store
from dateline.store.kinds import ARTICLE, MENTION, PASSAGE, PLACE, QUOTATION, TIMEX, TOPONYM, Kind

BLOCK = 20_000
DAYS, BURSTS, CLUSTERS = 1_460, 24, 60
FIRST = np.datetime64("2021-01-01T00:00", "m")
OUTLETS = ("The Ledger", "Harbour Post", "Daily Meridian", "Northern Courier", "The Dispatch")
AGENCIES = ("", "", "AFP", "Reuters")
FAMILIES = ("says", "denies", "warns", "urges", "promises", "claims")
PRECISIONS = ("point", "near", "area2", "area1", "feature", "country", "macro")
SHARES = (0.72, 0.03, 0.06, 0.08, 0.06, 0.04, 0.01)
RADII_KM = (8.0, 25.0, 40.0, 120.0, 90.0, 600.0, 2000.0)
ROLES = ("", "minister", "spokesman", "")
ADDRESSEES = ("", "reporters", "parliament", "", "state television")
VENUES = ("", "a news conference", "", "telephone", "", "")
COUNTRIES = ("AF", "RU", "US", "", "PK", "QA", "")
SUBJECTS = ("harbour", "council", "border", "water", "election", "convoy", "tariff", "school")
SAID = "We will not leave before the work is done"
NAMED, PASSAGES, QUOTED = 7, 3, 2
KINDS: tuple[Kind[Any], ...] = (ARTICLE, PASSAGE, MENTION, QUOTATION, TIMEX, TOPONYM)
Numbers = NDArray[np.int64]


def make_corpus(path: Path, articles: int, seed: int = 20260101) -> None:
    """A corpus file of so many articles; the same rows for the same seed."""
    Store.open(path).close()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")
    sql = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    indexes = connection.execute(sql).fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    dice, world = np.random.default_rng(seed), World.of(articles)
    connection.execute("BEGIN")
    _insert_world(connection, world, articles, dice)
    connection.execute("COMMIT")
    for start in range(0, articles, BLOCK):
        block = Block()
        block.fill(range(start, min(articles, start + BLOCK)), world, dice)
        connection.execute("BEGIN")
        for kind in KINDS:
            connection.executemany(kind.insert, map(kind.row, block.records[kind.table]))
        connection.execute("COMMIT")
    for _, statement in indexes:
        connection.execute(statement)
    connection.execute("UPDATE meta SET value = '1' WHERE key = 'revision'")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def corpus_of(articles: int) -> Path:
    """The made corpus of so many articles in the user's cache; made where it is not there yet.

    Its frames are ready, as an ingest leaves them.
    """
    folder = cache_folder() / "bench"
    path = folder / f"corpus-{articles}.db"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        for left in folder.glob(f"{part.name}*"):
            left.unlink()
        make_corpus(part, articles)
        part.rename(path)
    with Store.open(path, readonly=True) as store:
        store.prepare_frames()
    return path


@dataclass(frozen=True)
class World:
    """Whom and what the articles of a corpus are about."""

    entities: int
    places: int

    @classmethod
    def of(cls, articles: int) -> World:
        return cls(min(100_000, 300 + articles // 10), min(12_000, 400 + articles // 20))


@dataclass
class Block:
    """Records of some articles, by table."""

    records: dict[str, list[Any]] = field(
        default_factory=lambda: {kind.table: [] for kind in KINDS}
    )

    def fill(self, numbers: range, world: World, dice: np.random.Generator) -> None:
        count = len(numbers)
        minutes = _days(count, dice) * 1440 + dice.integers(0, 1440, count)
        times = np.datetime_as_string(FIRST + minutes.astype("timedelta64[m]"), unit="m").tolist()
        names = _zipf(world.entities, count * NAMED, dice).reshape(count, NAMED).tolist()
        towns = _zipf(world.places, count * PASSAGES, dice).reshape(count, PASSAGES).tolist()
        for number, when, named, placed in zip(numbers, times, names, towns, strict=True):
            self._article(number, f"{when}:00Z", named, placed)

    def _article(self, number: int, published: str, names: list[int], towns: list[int]) -> None:
        article = f"a{number:09d}"
        subject = SUBJECTS[number % len(SUBJECTS)]
        text = ""
        for ordinal, town in enumerate(towns):
            passage, start = f"p.{article}.{ordinal}", len(text)
            here = names[ordinal::PASSAGES]
            text = self._sentence(text, article, passage, here, town, subject)
            if ordinal < QUOTED:
                text = self._quotation(text, article, passage, here, number)
            else:
                text = self._date(text, article, passage, published[:10])
            self.records["passage"].append(Passage(start, len(text), passage, article))
            text += "\n\n"
        self.records["article"].append(
            Article(
                article,
                text=text,
                url=f"https://news.example/{number}",
                title=f"Talks on the {subject}, {number}",
                outlet=OUTLETS[number % len(OUTLETS)],
                agency=AGENCIES[number % len(AGENCIES)],
                published=published,
                story_id=f"s{number - number % 10 % 2}",
                batch_id="b1",
            )
        )

    def _sentence(
        self, text: str, article: str, passage: str, names: list[int], town: int, subject: str
    ) -> str:
        for one in names:
            surface, kind, label = _name(one)
            self._mention(text, article, passage, surface, label, f"{kind}.e{one}")
            text += f"{surface} and "
        text += f"the {subject} of "
        mention = self._mention(text, article, passage, f"Town {town}", "GPE", f"place.g{town}")
        self.records["toponym"].append(
            Toponym(f"g.{mention}", mention, article, passage, f"g{town}", confidence=0.9)
        )
        return f"{text}Town {town}. "

    def _mention(
        self, text: str, article: str, passage: str, surface: str, label: Any, entity: str
    ) -> str:
        start, end = len(text), len(text) + len(surface)
        made = Mention(
            start, end, f"m.{article}.{start}.{end}", article, passage, surface, label, entity,
            confidence=0.9,
        )  # fmt: skip
        self.records["mention"].append(made)
        return made.mention_id

    def _quotation(
        self, text: str, article: str, passage: str, here: list[int], number: int
    ) -> str:
        (speaker, name, kind), *others = ((one, *_name(one)[:2]) for one in here)
        start, end = len(text) + 1, len(text) + 1 + len(SAID)
        self.records["quotation"].append(
            Quotation(
                start, end, f"q.{article}.{start}.{end}", article, passage,
                content=SAID, mode="direct", fragments=(Span(start, end),),
                speaker_id=f"{kind}.e{speaker}", speaker=name, speaker_surface=name, cue="said",
                role=ROLES[number % len(ROLES)], venue=VENUES[number % len(VENUES)],
                addressee=ADDRESSEES[number % len(ADDRESSEES)],
                about_ids=tuple(dict.fromkeys(f"{k}.e{one}" for one, _, k in others)),
                cue_family=FAMILIES[number % len(FAMILIES)], said_on="", confidence=0.8,
            )
        )  # fmt: skip
        return f"{text}“{SAID},” {name} said."

    def _date(self, text: str, article: str, passage: str, day: str) -> str:
        start, end = len(text), len(text) + len(day)
        made = Timex(
            start, end, f"t.{article}.{start}.{end}", article, passage, day, "DATE", day, day, day
        )
        self.records["timex"].append(made)
        return text + day


def _insert_world(
    connection: sqlite3.Connection, world: World, articles: int, dice: np.random.Generator
) -> None:
    connection.executemany(PLACE.insert, map(PLACE.row, _places(world, dice)))
    sql = "INSERT INTO entity (entity_id, name, kind, country, place_id) VALUES (?, ?, ?, ?, ?)"
    named = (
        (f"{kind}.e{n}", name, kind, COUNTRIES[n % len(COUNTRIES)], None)
        for n in range(world.entities)
        for name, kind, _ in [_name(n)]
    )
    connection.executemany(sql, named)
    connection.executemany(
        sql, ((f"place.g{n}", f"Town {n}", "place", "", f"g{n}") for n in range(world.places))
    )
    sql = "INSERT INTO batch (batch_id, sources, started_at, finished_at, stored)"
    at = "2026-01-01T00:00:00Z"
    connection.execute(f"{sql} VALUES ('b1', '[]', ?, ?, ?)", (at, at, articles))


def _places(world: World, dice: np.random.Generator) -> Iterable[Place]:
    middles = np.stack([dice.uniform(-120, 145, CLUSTERS), dice.uniform(-35, 62, CLUSTERS)], axis=1)
    cluster = dice.integers(0, CLUSTERS, world.places)
    spots = (middles[cluster] + dice.normal(0, 3.2, (world.places, 2))).round(4).tolist()
    sizes = dice.choice(len(PRECISIONS), world.places, p=SHARES).tolist()
    return _made_places(spots, sizes, cluster.tolist())


def _made_places(
    spots: list[list[float]], sizes: list[int], clusters: list[int]
) -> Iterator[Place]:
    for number, ((east, north), size, cluster) in enumerate(
        zip(spots, sizes, clusters, strict=True)
    ):
        precision: Any = PRECISIONS[size]
        kind = "city" if size == 0 else precision
        yield Place(
            f"g{number}", f"Town {number}", kind, north, east, precision, RADII_KM[size],
            country=f"A{chr(65 + cluster % 26)}",
        )  # fmt: skip


def _name(number: int) -> tuple[str, str, str]:
    if number % 3 == 2:
        return f"Office {number}", "organisation", "ORG"
    return f"Person {number}", "person", "PERSON"


def _zipf(size: int, count: int, dice: np.random.Generator, power: float = 1.05) -> Numbers:
    weights = np.cumsum(1 / np.arange(1, size + 1) ** power)
    return np.searchsorted(weights, dice.random(count) * weights[-1]).astype(np.int64)


def _days(count: int, dice: np.random.Generator) -> Numbers:
    """Half of the articles at any time, half in a few bursts."""
    centres = np.random.default_rng(1).integers(20, DAYS - 20, BURSTS)
    burst = centres[dice.integers(0, BURSTS, count)] + dice.normal(0, 4, count).round()
    calm = dice.integers(0, DAYS, count)
    return np.where(dice.random(count) < 0.5, calm, np.clip(burst, 0, DAYS - 1)).astype(np.int64)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("articles", type=int)
    given = parser.parse_args()
    make_corpus(given.file, given.articles)
