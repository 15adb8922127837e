"""Articles from files into a store: read, annotate, join, keep, and say what became of each."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from .annotate import EXTRACTOR, annotate
from .errors import CorpusError, DatelineError, ModelError
from .extract.naming.directory import Directory
from .places.gazetteer import Gazetteer, open_gazetteer
from .read import read_path, source_files
from .records import Article, Findings, IngestReport, Rejected
from .store import Store

BATCH = 16
Progress = Callable[[int, int], None]
"""Articles done, of how many."""
log = logging.getLogger(__name__)


def ingest(paths: Sequence[Path], store: Store, progress: Progress) -> IngestReport:
    """What became of every article in the files and folders.

    Articles are kept in small batches: one that is interrupted loses at most the batch under way,
    and reading the same files again completes it.

    Raises:
        CorpusError: the store cannot be written; what was kept before stays.
    """
    seen = datetime.now(UTC).isoformat(timespec="seconds")
    files = list(source_files(paths))
    total = sum(1 for _ in _read(files, seen))
    run = _Run(store, open_gazetteer(), store.start_batch([str(path) for path in paths]))
    progress(0, total)
    for done, item in enumerate(_read(files, seen), start=1):
        run.take(item)
        progress(done, total)
    run.flush()
    store.finish_batch(run.report())
    return run.report()


def _read(files: Sequence[Path | Rejected], seen: str) -> Iterator[Article | Rejected]:
    for file in files:
        if isinstance(file, Rejected):
            yield file
        else:
            yield from read_path(file, seen)


@dataclass(slots=True)
class _Run:
    store: Store
    gazetteer: Gazetteer
    batch_id: str
    directory: Directory = field(init=False)
    stored: int = 0
    duplicate: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    waiting: dict[str, tuple[Article, Findings]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.directory = Directory(self.store.known_entities())

    def take(self, item: Article | Rejected) -> None:
        if isinstance(item, Rejected):
            self.rejected.append(item)
        elif item.article_id in self.waiting or self.store.has_article(item.article_id):
            self.duplicate += 1
        else:
            self._annotate(item)

    def _annotate(self, article: Article) -> None:
        try:
            findings = self.directory.join(annotate(article, self.gazetteer))
        except (ModelError, CorpusError):
            raise
        except Exception as error:
            log.exception("%s could not be analysed", article.source_file)
            reason = f"it could not be analysed ({type(error).__name__})"
            self.rejected.append(Rejected(article.source_file, 0, reason))
            return
        self.waiting[article.article_id] = replace(article, batch_id=self.batch_id), findings
        if len(self.waiting) >= BATCH:
            self.flush()

    def flush(self) -> None:
        with self.store.batch():
            for article, findings in self.waiting.values():
                self._keep(article, findings)
        self.waiting.clear()

    def _keep(self, article: Article, findings: Findings) -> None:
        try:
            kept = self.store.add(article, findings, EXTRACTOR) == "stored"
        except CorpusError:
            raise
        except DatelineError as error:
            self.rejected.append(Rejected(article.source_file, 0, error.public_message))
            return
        self.stored += kept
        self.duplicate += not kept

    def report(self) -> IngestReport:
        return IngestReport(self.batch_id, self.stored, self.duplicate, tuple(self.rejected))
