"""Speeds of the engine: annotation, storing, loading, then each view.

Each figure stands beside a reference measured in the same run, and their ratio says more than
either: it does not move with the machine.
"""

from __future__ import annotations

import gc
import runpy
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.places import asking_names, placing
from bench.timing import Speed, best_seconds, cpu_seconds, wall_seconds
from dateline.annotate import annotate
from dateline.brush import Brush, clause
from dateline.extract.model import language_model
from dateline.places.gazetteer import open_gazetteer
from dateline.query import (
    Index,
    build_index,
    counts,
    map_view,
    passages_view,
    quotations_view,
    timeline_view,
    voices_view,
    whom_view,
)
from dateline.read import read_path, source_files
from dateline.records import Article, passages_of
from dateline.settings import PROJECT, SAMPLE
from dateline.store import Store


def table(size: int) -> Iterator[str]:
    """The lines of the table, on a made corpus of so many articles."""
    yield f"{'what':<34}{'figure':>26}{'reference':>34}{'ratio':>8}"
    with TemporaryDirectory() as folder:
        for speed in measured(Path(folder) / "corpus.db", size):
            yield f"{speed.what:<34}{speed.figure:>26}{speed.reference:>34}{speed.ratio:>8.2f}"


def measured(path: Path, size: int) -> Iterator[Speed]:
    """Every speed: annotation, storing, loading, then each view."""
    articles = list(sample_articles())
    yield annotating(articles)
    yield placing(articles)
    yield from asking_names()
    yield storing(path, size)
    yield from loading(path)
    with Store.open(path, readonly=True) as store:
        index = build_index(store.frames())
    gc.collect()
    gc.freeze()
    yield from asking(index)


def sample_articles() -> Iterator[Article]:
    """The bundled articles."""
    for file in source_files([SAMPLE]):
        if isinstance(file, Path):
            yield from (read for read in read_path(file, "") if isinstance(read, Article))


def annotating(articles: list[Article]) -> Speed:
    """Words annotated a CPU-second, beside the bare language model on the same passages."""
    gazetteer, model = open_gazetteer(), language_model()
    texts = [a.text[p.start : p.end] for a in articles for p in passages_of(a)]
    words = sum(len(text.split()) for text in texts)
    rounds = max(1, 20_000 // max(words, 1))
    annotate(articles[0], gazetteer)
    bare = cpu_seconds(lambda: list(model.pipe(texts, batch_size=64)), rounds)
    whole = cpu_seconds(lambda: [annotate(article, gazetteer) for article in articles], rounds)
    return Speed(
        "annotate, words a CPU-second",
        f"{words / whole:,.0f}",
        f"spaCy alone {words / bare:,.0f}",
        whole / bare,
    )


def storing(path: Path, size: int) -> Speed:
    """Articles stored a second with findings and search, beside their text in a bare table."""
    made = list(runpy.run_path(str(PROJECT / "tests" / "made_corpus.py"))["made_corpus"](size))
    plain = sqlite3.connect(path.with_name("plain.db"), isolation_level=None)
    plain.execute("PRAGMA journal_mode = WAL")
    plain.execute("CREATE TABLE article (article_id TEXT PRIMARY KEY, text TEXT)")

    def bare() -> None:
        for start in range(0, size, 16):
            plain.execute("BEGIN")
            rows = [(article.article_id, article.text) for article, _ in made[start : start + 16]]
            plain.executemany("INSERT INTO article VALUES (?, ?)", rows)
            plain.execute("COMMIT")

    def whole() -> None:
        with Store.open(path) as store:
            for start in range(0, size, 16):
                with store.batch():
                    for article, findings in made[start : start + 16]:
                        store.add(article, findings, "bench")

    reference, seconds = wall_seconds(bare), wall_seconds(whole)
    plain.close()
    return Speed(
        "store, articles a second",
        f"{size / seconds:,.0f}",
        f"text in a bare table {size / reference:,.0f}",
        seconds / reference,
    )


def loading(path: Path) -> Iterator[Speed]:
    """The corpus as frames and as an index, beside its rows fetched and nothing more."""
    plain = sqlite3.connect(path)
    tables = ("article", "passage", "mention", "quotation", "toponym")
    sql = [f"SELECT * FROM {table}" for table in tables]
    rows = sum(len(plain.execute(one).fetchall()) for one in sql)
    bare = wall_seconds(lambda: [plain.execute(one).fetchall() for one in sql])
    plain.close()
    with Store.open(path, readonly=True) as store:
        frames = store.frames()
        whole = wall_seconds(lambda: store.frames())
    reference = f"rows fetched {bare / rows * 1e5:.2f} s"
    yield Speed("frames, 100,000 rows", f"{whole / rows * 1e5:.2f} s", reference, whole / bare)
    built = wall_seconds(lambda: build_index(frames))
    yield Speed("index, 100,000 rows", f"{built / rows * 1e5:.2f} s", reference, built / bare)


def asking(index: Index) -> Iterator[Speed]:
    """Each view under a Brush of three clauses, beside one count of mentions by plain pandas."""
    first = str(index.frames["places"]["place_id"].iloc[0])
    person = str(index.frames["entities"]["entity_id"].iloc[0])
    brush = (
        Brush()
        .with_clause(clause("place", first))
        .with_clause(clause("entity", person))
        .with_clause(clause("published", "2024-01-01", "2024-12-31"))
    )
    mentions, passages = index.frames["mentions"], index.frames["passages"]
    kept = set(passages["passage_id"].iloc[::2])
    bare = best_seconds(
        lambda: mentions[mentions["passage_id"].isin(kept)].groupby("entity_id").size()
    )
    views: dict[str, Callable[[], object]] = {
        "counts": lambda: counts(index, brush),
        "map": lambda: map_view(index, brush),
        "timeline": lambda: timeline_view(index, brush),
        "quotations, 40": lambda: quotations_view(index, brush),
        "passages, 40": lambda: passages_view(index, brush),
        "voices, by speaker": lambda: voices_view(index, brush, "speaker"),
        "who on whom": lambda: whom_view(index, brush),
    }
    for name, view in views.items():
        seconds = best_seconds(view)
        reference = f"filter and count {bare * 1000:.2f} ms"
        yield Speed(f"view: {name}", f"{seconds * 1000:.1f} ms", reference, seconds / bare)
