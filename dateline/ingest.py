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
from .read import Reading, readings
from .records import Article, Findings, IngestReport, Rejected, Source
from .store import Store
from .turn import Progress, Say, never, turn, unsaid

BATCH = 16
"""Articles that are stored in one transaction."""
log = logging.getLogger(__name__)


def ingest(
    sources: Sequence[Path | Source],
    store: Store,
    progress: Progress,
    *,
    is_stopped: Callable[[], bool] = never,
    say: Say = unsaid,
) -> IngestReport:
    """What became of every article in the files and folders.

    Articles are kept in small batches: one that is interrupted loses at most the batch under way,
    and reading the same files again completes it. Another ingest into the same corpus is waited
    for.

    Args:
        progress: told the articles done, and of how many as far as is known.
        is_stopped: asked before each article; once true, what was read is stored and that is all.
        say: told in words what is being done.

    Raises:
        CorpusError: the store cannot be written; what was kept before stays.
    """
    given = [one if isinstance(one, Source) else Source(one) for one in sources]
    with turn(store.path, is_stopped, say) as is_ours:
        if not is_ours:
            return IngestReport("", stopped=True)
        gazetteer = open_gazetteer(lambda words, _share: say(words))
        names = [one.name or str(one.path) for one in given]
        run = _Run(store, gazetteer, store.start_batch(names), is_stopped)
        try:
            run.read(given, progress, say)
            run.flush()
        finally:
            store.finish_batch(run.report())
        store.prepare_frames()
        return run.report()


@dataclass(slots=True)
class _Run:
    store: Store
    gazetteer: Gazetteer
    batch_id: str
    is_stopped: Callable[[], bool]
    directory: Directory = field(init=False)
    stored: int = 0
    duplicate: int = 0
    stopped: bool = False
    rejected: list[Rejected] = field(default_factory=list)
    waiting: dict[str, tuple[Article, Findings]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.directory = Directory(self.store.known_entities(), self.store.known_offices())

    def read(self, sources: Sequence[Source], progress: Progress, say: Say) -> None:
        """Take every item of the sources, until stopped."""
        say("Counting the records")
        seen = datetime.now(UTC).isoformat(timespec="seconds")
        files = list(self._counted(sources))
        progress(0, sum(expected for _, expected in files))
        say("Reading articles")
        for done, (item, total) in enumerate(_items(files, seen), start=1):
            if self._is_over():
                return
            self.take(item)
            progress(done, total)

    def _counted(self, sources: Sequence[Source]) -> Iterator[tuple[Reading | Rejected, int]]:
        for one in readings(sources):
            if self._is_over():
                return
            yield one, 1 if isinstance(one, Rejected) else one.expected

    def _is_over(self) -> bool:
        self.stopped = self.stopped or self.is_stopped()
        return self.stopped

    def take(self, item: Article | Rejected) -> None:
        if isinstance(item, Rejected):
            self.rejected.append(item)
        elif item.article_id in self.waiting or self.store.has_article(item.article_id):
            self.duplicate += 1
        else:
            self._annotate(item)

    def _annotate(self, article: Article) -> None:
        try:
            findings = self.directory.join(annotate(article, self.gazetteer), article.published)
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
        """Store what waits, all of it or nothing, and count it once it is stored."""
        if not self.waiting:
            return
        with self.store.batch():
            fates = [self._keep(*one) for one in self.waiting.values()]
        self.waiting.clear()
        self.stored += fates.count("stored")
        self.duplicate += fates.count("duplicate")
        self.rejected += [fate for fate in fates if isinstance(fate, Rejected)]

    def _keep(self, article: Article, findings: Findings) -> str | Rejected:
        try:
            return self.store.add(article, findings, EXTRACTOR)
        except CorpusError:
            raise
        except DatelineError as error:
            return Rejected(article.source_file, 0, error.public_message)

    def report(self) -> IngestReport:
        rejected = tuple(self.rejected)
        return IngestReport(self.batch_id, self.stored, self.duplicate, rejected, self.stopped)


def _items(
    files: Sequence[tuple[Reading | Rejected, int]], seen: str
) -> Iterator[tuple[Article | Rejected, int]]:
    """Every item of the files, with how many there are as far as is known by then."""
    done, ahead = 0, sum(expected for _, expected in files)
    for file, expected in files:
        ahead -= expected
        end = done + expected
        for item in [file] if isinstance(file, Rejected) else file.articles(seen):
            done += 1
            yield item, max(done, end) + ahead
