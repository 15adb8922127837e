"""Articles on their way in: looked at, added by a job, reported, taken out again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import streamlit as st

from dateline import jobs
from dateline.errors import CorpusError
from dateline.export.tables import csv_bytes
from dateline.jobs import JobState
from dateline.preview import Preview, preview
from dateline.query.days import NO_DAY
from dateline.read import SUPPORTED, Reading
from dateline.records import Article, Batch, IngestReport, Rejected, Source
from dateline.settings import corpus_path
from dateline.store import Store
from dateline.turn import turn

from .following import running, stop
from .following import state as job
from .offers import (
    PASTED,
    Offer,
    Pasted,
    file_offer,
    new_folder,
    offers_again,
    path_offer,
    text_offer,
)
from .views import open_index

__all__ = [
    "PASTED",
    "SUPPORTED",
    "Article",
    "Batch",
    "IngestReport",
    "JobState",
    "Offer",
    "Pasted",
    "Preview",
    "Rejected",
    "Source",
    "file_offer",
    "job",
    "new_folder",
    "offers_again",
    "path_offer",
    "running",
    "stop",
    "text_offer",
]


@dataclass(frozen=True, slots=True)
class Added:
    """The articles of a batch that the corpus shows now."""

    article_ids: tuple[str, ...]
    """In the order in which they were added."""
    days: tuple[str, str] | None
    """The first and the last day on which they were published, ISO; None where none is dated."""
    undated: int


def corpus() -> Path:
    """The corpus that is added to."""
    return corpus_path().resolve()


def look(source: Source) -> Preview:
    """What the file would give as things stand."""
    columns = tuple(sorted(source.columns.items()))
    return _look(str(source.path), source.name, columns, _mark(source.path))


def columns_of(source: Source) -> tuple[str, ...]:
    """The columns of a table or the keys of the first records, empty for other files."""
    return _columns_of(str(source.path), source.name, _mark(source.path))


@st.cache_data(max_entries=300, show_spinner=False)
def _look(
    path: str,
    name: str,
    columns: tuple[tuple[str, str], ...],
    mark: tuple[int, int],  # noqa: ARG001 - what is known of the file is cached by its size and time
) -> Preview:
    return preview(Source(Path(path), name, dict(columns)))


@st.cache_data(max_entries=10_000, show_spinner=False)
def _columns_of(path: str, name: str, mark: tuple[int, int]) -> tuple[str, ...]:  # noqa: ARG001
    return Reading(Source(Path(path), name)).columns()


def _mark(path: Path) -> tuple[int, int]:
    try:
        about = path.stat()
    except OSError:
        return 0, 0
    return about.st_mtime_ns, about.st_size


def known(article_ids: Iterable[str]) -> frozenset[str]:
    """Those of the articles that the corpus has already."""
    if not corpus_path().exists():
        return frozenset()
    with Store.open(corpus_path(), readonly=True) as store:
        return frozenset(one for one in article_ids if store.has_article(one))


def start(sources: Sequence[Source]) -> str:
    """The id of a job that reads these into the corpus in use."""
    return jobs.start_ingest(corpus_path(), sources)


def forget(job_id: str) -> None:
    """Take a job that has ended away, with the files that were put aside for it."""
    jobs.forget(job_id)


def batches() -> tuple[Batch, ...]:
    """What was added so far, newest first."""
    if not corpus_path().exists():
        return ()
    with Store.open(corpus_path(), readonly=True) as store:
        return store.batches()


def rejections(batch_id: str) -> tuple[Rejected, ...]:
    """What a batch could not use, and why."""
    with Store.open(corpus_path(), readonly=True) as store:
        return store.rejections(batch_id)


def undo(batch_id: str) -> int:
    """How many articles were taken out with the batch.

    Raises:
        CorpusError: the corpus cannot be written, or others write to it; it stays as it was.
    """
    path = corpus_path()
    with Store.open(path) as store, turn(path, lambda: True) as is_ours:
        if not is_ours:
            raise CorpusError("Others add to this corpus now: undo waits until they have ended.")
        return store.undo_batch(batch_id)


def added(batch_id: str) -> Added:
    """The articles of the batch that the corpus shows now, and when they were published."""
    index = open_index()
    articles = index.frames["articles"]
    rows = np.flatnonzero((articles["batch_id"] == batch_id).to_numpy())
    days = index.article_day[rows]
    dated = days[days != NO_DAY].astype("datetime64[D]")
    ids = tuple(str(one) for one in articles["article_id"].iloc[rows])
    span = (str(dated.min()), str(dated.max())) if len(dated) else None
    return Added(ids, span, len(days) - len(dated))


def having(rejected: Sequence[Rejected], words: str) -> list[Rejected]:
    """The rejections that have all the words in their source or their reason."""
    wanted = words.casefold().split()
    return [
        one
        for one in rejected
        if all(word in f"{one.source} {one.reason}".casefold() for word in wanted)
    ]


def rejections_csv(rejected: Sequence[Rejected]) -> bytes:
    """All that was rejected, as CSV that no spreadsheet runs as a formula; no line: all of it."""
    rows = [(one.source, one.line or None, one.reason) for one in rejected]
    frame = pd.DataFrame(rows, columns=["source", "line", "reason"])
    return csv_bytes(frame.astype({"source": "str", "line": "Int64", "reason": "str"}))
