"""Machine findings made anew after an upgrade; entity ids and decisions stay."""

from __future__ import annotations

import logging
from collections.abc import Callable

from .annotate import EXTRACTOR, annotate
from .errors import CorpusError, DatelineError, ModelError
from .extract.naming.directory import Directory
from .places.gazetteer import Gazetteer, open_gazetteer
from .records import Findings
from .store import Store
from .turn import Progress, Say, never, turn, unsaid

BATCH = 16
"""Articles whose findings change in one transaction."""
log = logging.getLogger(__name__)


def reanalyse(
    store: Store,
    progress: Progress,
    *,
    every: bool = False,
    is_stopped: Callable[[], bool] = never,
    say: Say = unsaid,
) -> int:
    """The number of articles whose findings were made anew.

    An article that cannot be analysed keeps its old findings. One that is interrupted leaves
    each article with its old or its new findings, and run again completes it.

    Args:
        progress: told the articles done, and of how many.
        every: of all articles, not only of those that another extractor read.
        is_stopped: asked before each article; once true, what was analysed is stored.
        say: told in words what is being done.

    Raises:
        CorpusError: the store cannot be written; what was changed before stays.
    """
    with turn(store.path, is_stopped, say) as is_ours:
        if not is_ours:
            return 0
        run = _Run(store, open_gazetteer(lambda words, _share: say(words)))
        ids = store.outdated("" if every else EXTRACTOR)
        progress(0, len(ids))
        say("Analysing articles")
        for done, article_id in enumerate(ids, start=1):
            if is_stopped():
                break
            run.analyse(article_id)
            progress(done, len(ids))
        run.flush()
        store.prepare_frames()
        return run.renewed


class _Run:
    def __init__(self, store: Store, gazetteer: Gazetteer) -> None:
        self.store, self.gazetteer = store, gazetteer
        self.directory = Directory(store.known_entities(), store.known_offices())
        self.waiting: list[tuple[str, Findings]] = []
        self.renewed = 0

    def analyse(self, article_id: str) -> None:
        article = self.store.article(article_id)
        if article is None:
            return
        try:
            findings = self.directory.join(annotate(article, self.gazetteer), article.published)
        except (ModelError, CorpusError):
            raise
        except Exception:
            log.exception("%s could not be analysed and keeps its findings", article_id)
            return
        self.waiting.append((article_id, findings))
        if len(self.waiting) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Put what waits in place of the old findings, and count it once it is stored."""
        if not self.waiting:
            return
        with self.store.batch():
            renewed = sum(self._replace(*one) for one in self.waiting)
        self.waiting.clear()
        self.renewed += renewed

    def _replace(self, article_id: str, findings: Findings) -> bool:
        try:
            self.store.replace_findings(article_id, findings, EXTRACTOR)
        except CorpusError:
            raise
        except DatelineError:
            log.exception("%s keeps its findings", article_id)
            return False
        return True
