"""Speeds of the places: opening the gazetteer, looking names up, placing an article's names."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from dateline.extract.model import language_model
from dateline.extract.naming.mentions import find_mentions
from dateline.extract.parse import parse
from dateline.places.gazetteer import gazetteer_path, open_gazetteer
from dateline.places.resolve import missed_places, resolve_places
from dateline.records import Article, Mention, Passage, passages_of
from dateline.settings import PROJECT

from .timing import Speed, best_seconds, cpu_seconds

NAMES = 10_000
ROUNDS = 5
_SOME_NAMES = f"SELECT norm FROM (SELECT DISTINCT norm FROM name) ORDER BY random() LIMIT {NAMES}"
_MEMORY = """
import sys
from dateline.places.gazetteer import open_gazetteer
def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096
names, before = sys.stdin.read().split("\\n"), resident()
gazetteer = open_gazetteer()
for name in names:
    gazetteer.candidates(name)
print(resident() - before)
"""
Prepared = tuple[Article, tuple[Passage, ...], tuple[Mention, ...], tuple[Mention, ...]]


def placing(articles: list[Article]) -> Speed:
    """CPU milliseconds of all place work after the parse, beside the bare language model's."""
    gazetteer, model = open_gazetteer(), language_model()
    prepared = list[Prepared]()
    for article in articles:
        passages, named = passages_of(article), find_mentions(article, parse(article), gazetteer)
        every = (*named, *missed_places(article, passages, named, gazetteer))
        mentions = tuple(sorted(every, key=lambda mention: (mention.start, mention.end)))
        prepared.append((article, passages, named, mentions))

    def work() -> None:
        for article, passages, named, mentions in prepared:
            missed_places(article, passages, named, gazetteer)
            resolve_places(article, mentions, gazetteer)

    texts = [a.text[p.start : p.end] for a in articles for p in passages_of(a)]
    share = 600_000 / sum(len(text.split()) for text in texts)
    bare = cpu_seconds(lambda: list(model.pipe(texts, batch_size=64)), 1)
    work()
    seconds = min(cpu_seconds(work, 1) for _ in range(ROUNDS))
    return Speed(
        "places, 600 words",
        f"{seconds * share:.1f} ms",
        f"spaCy alone {bare * share:,.0f} ms",
        seconds / bare,
    )


def asking_names() -> Iterator[Speed]:
    """Opening, looking up anew and again, and what is kept in memory."""
    path = gazetteer_path()
    sql = "SELECT place FROM name WHERE norm = ?"
    with closing(_plain(path)) as plain:
        names = [name for (name,) in plain.execute(_SOME_NAMES)]

        def select() -> None:
            for name in names:
                plain.execute(sql, (name,)).fetchall()

        bare = min(cpu_seconds(select, 1) for _ in range(ROUNDS))
    opened = best_seconds(lambda: open_gazetteer().close())
    reached = best_seconds(lambda: _reached(path, sql))
    yield Speed(
        "open the gazetteer",
        f"{opened * 1000:.1f} ms",
        f"SQLite alone {reached * 1000:.2f} ms",
        opened / reached,
    )
    anew, again = zip(*(_asked(names) for _ in range(ROUNDS)), strict=True)
    reference = f"one bare SELECT {bare / NAMES * 1e6:.1f} µs"
    for what, rounds in (("a name, first time", anew), ("a name, remembered", again)):
        figure = f"{min(rounds) / NAMES * 1e6:.1f} µs"
        yield Speed(what, figure, reference, min(rounds) / bare)
    text = sum(map(sys.getsizeof, names))
    added = _memory(names)
    yield Speed(
        "memory of 10,000 names", f"{added / 1e6:.0f} MB", f"their text {text / 1e6:.1f} MB",
        added / text,
    )  # fmt: skip


def _reached(path: Path, sql: str) -> None:
    with closing(_plain(path)) as plain:
        plain.execute(sql, ("kabul",)).fetchall()


def _plain(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)


def _asked(names: list[str]) -> tuple[float, float]:
    gazetteer = open_gazetteer()

    def ask() -> None:
        for name in names:
            gazetteer.candidates(name)

    first, second = cpu_seconds(ask, 1), cpu_seconds(ask, 1)
    gazetteer.close()
    return first, second


def _memory(names: list[str]) -> int:
    """Bytes that a process of its own gains by opening the gazetteer and asking for the names."""
    done = subprocess.run(
        [sys.executable, "-c", _MEMORY],
        cwd=PROJECT,
        input="\n".join(names),
        capture_output=True,
        text=True,
        check=True,
    )
    return int(done.stdout)
