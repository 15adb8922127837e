"""What a corpus answers: its articles, findings, ingests, stories and decisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import pandas as pd

from ..briefing import Briefing, Presentation
from ..records import (
    Analysis,
    Article,
    Batch,
    Entity,
    Findings,
    Rejected,
    Review,
    SavedSearch,
    Story,
    Tenure,
    Toponym,
)
from ..search import Term
from . import analyses, batches, briefings, presentations, reviews, rows, saved, stories
from . import findings as found
from .backup import back_up
from .columns import LARGE, open_tables
from .connection import corpus_errors
from .counts import count_all
from .current import current_only
from .file import CorpusFile
from .frames import frames_of
from .notebook import Entry, entries
from .passages import read_passage_texts
from .search import Indexed, Numbers, bounded, read_numbered, read_numbers
from .tables import Tables, fetch_with, read_tables


class Reader(CorpusFile):
    """The questions that a corpus answers; none of them changes it."""

    def has_article(self, article_id: str) -> bool:
        """Whether an article with this text is stored already."""
        with self._reading():
            return found.has_article(self._connection, article_id)

    def article(self, article_id: str) -> Article | None:
        """One article with its whole text, or None."""
        with self._reading():
            return found.read_article(self._connection, article_id)

    def versions(self, article_id: str) -> tuple[Article, ...]:
        """All articles at the same address, newest version first; empty where it is unknown."""
        with self._reading():
            return found.read_versions(self._connection, article_id)

    def findings(self, article_id: str) -> Findings:
        """Everything found in one article, in the order of its text."""
        with self._reading():
            return found.read_findings(self._connection, article_id)

    def analysis(self, article_id: str) -> Analysis | None:
        """What made the findings of an article, and when; None where it is unknown."""
        with self._reading():
            return analyses.read_analysis(self._connection, article_id)

    def outdated(self, extractor: str) -> tuple[str, ...]:
        """Ids of the articles whose findings another extractor made, in order of storing."""
        with self._reading():
            return analyses.read_outdated(self._connection, extractor)

    def outdated_count(self, extractor: str) -> int:
        """How many articles there are whose findings another extractor made."""
        with self._reading():
            return analyses.count_outdated(self._connection, extractor)

    def extractors(self) -> tuple[str, ...]:
        """Which extractors made the findings of the corpus, the most used first."""
        with self._reading():
            return analyses.read_extractors(self._connection)

    def toponyms(self, toponym_ids: Sequence[str]) -> Mapping[str, Toponym]:
        """Those toponyms that are known, each with its candidates."""
        with self._reading():
            return found.read_toponyms(self._connection, toponym_ids)

    def story(self, story_id: str) -> Story | None:
        """A story with its copies and origins counted, or None."""
        with self._reading():
            return stories.read_story(self._connection, story_id)

    def carriers(self, story_id: str) -> tuple[Article, ...]:
        """The current articles of a story without their texts, first published first."""
        with self._reading():
            return stories.read_carriers(self._connection, story_id)

    def found(self, table: Indexed, terms: Sequence[Term]) -> list[Numbers]:
        """For each term the numbers of the passages or quotations that have its words.

        A passage's number is that of its article, shifted by `PASSAGE_BITS`, and its place in it;
        older versions of articles are among them.

        Raises:
            SearchTooSlow: it took longer than a reader waits.
        """
        with self._reading(), bounded(self._connection):
            return [read_numbers(self._connection, table, term) for term in terms]

    def numbered(self, table: Literal["article", "quotation"]) -> tuple[Numbers, list[str]]:
        """The number and the id of each current article, or of each quotation."""
        with self._reading():
            return read_numbered(self._connection, table)

    def known_entities(self) -> tuple[Entity, ...]:
        """All entities of the corpus, by id."""
        with self._reading():
            return found.read_entities(self._connection)

    def known_offices(self) -> tuple[Tenure, ...]:
        """Who holds or held which office, as dated articles of the corpus say, and when they do."""
        with self._reading():
            return found.read_tenures(self._connection)

    def passage_texts(self, passage_ids: Sequence[str]) -> Mapping[str, str]:
        """The text of each passage that is known."""
        with self._reading():
            return read_passage_texts(self._connection, passage_ids)

    def frames(self) -> dict[str, pd.DataFrame]:
        """The current articles and all that was found in them, one typed frame a kind of record.

        `frames_of` says what the columns are.
        """
        tables = self._columns()
        if tables is not None:
            return frames_of(tables)
        with self._reading():
            where = current_only(self._connection)
            return frames_of(read_tables(fetch_with(self._connection), where))

    def prepare_frames(self) -> None:
        """Have the frames of a large corpus ready, as after an ingest."""
        self._columns()

    def _columns(self) -> Tables | None:
        with self._reading():
            (newest,) = self._connection.execute("SELECT max(number) FROM article").fetchone()
        return open_tables(self.path, self.fingerprint()) if (newest or 0) > LARGE else None

    def extractor_of_each(self) -> dict[str, str]:
        """For each article of which findings are kept, what made them."""
        with self._reading():
            return analyses.read_extractor_of_each(self._connection)

    def rows(self, table: str) -> Iterator[dict[str, Any]]:
        """One table of the current articles, row by row in constant memory.

        Args:
            table: One of `TABLES`.

        Raises:
            UsageError: there is no such table.
        """
        with corpus_errors(self.path):
            yield from rows.read_rows(self._connection, table)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """One state of the corpus while the block runs, whatever others write meanwhile."""
        with self._reading():
            yield

    def row_count(self, table: str) -> int:
        """About how many rows a table has, older versions of articles counted too."""
        with self._reading():
            return rows.count_rows(self._connection, table)

    def stats(self) -> dict[str, Any]:
        """Counts of the current corpus: by table, by kind, in time, of versions and batches."""
        with self._reading():
            return count_all(self._connection)

    def fingerprint(self) -> str:
        """Text that differs between corpora and changes with each change of content."""
        with self._reading():
            sql = "SELECT value FROM meta WHERE key IN ('corpus', 'revision') ORDER BY key"
            return "-".join(value for (value,) in self._connection.execute(sql))

    def batches(self) -> tuple[Batch, ...]:
        """All ingests, newest first."""
        with self._reading():
            return batches.read_batches(self._connection)

    def rejections(self, batch_id: str) -> tuple[Rejected, ...]:
        """What an ingest could not use, and why."""
        with self._reading():
            return batches.read_rejections(self._connection, batch_id)

    def reviews(self, subject: str = "") -> tuple[Review, ...]:
        """All decisions, or those on one subject, oldest first, undone ones included."""
        with self._reading():
            return reviews.read_reviews(self._connection, subject)

    def notebook(self) -> tuple[Entry, ...]:
        """What was bookmarked, tagged or noted, the last decided on first."""
        with self._reading():
            return entries(reviews.read_reviews(self._connection))

    def notebook_mark(self) -> str:
        """Text that changes with each change of the notebook."""
        with self._reading():
            sql = "SELECT value FROM meta WHERE key IN ('corpus', 'notebook') ORDER BY key"
            return "-".join(value for (value,) in self._connection.execute(sql))

    def searches(self) -> tuple[SavedSearch, ...]:
        """The searches that are kept, in the order in which they were saved."""
        with self._reading():
            return saved.read_searches(self._connection)

    def briefings(self) -> tuple[Briefing, ...]:
        """The briefings that stand, the newest changed first."""
        with self._reading():
            return briefings.read_briefings(self._connection)

    def briefing(self, briefing_id: str) -> Briefing | None:
        """One briefing as it stands; None where there is none, or where it is deleted."""
        with self._reading():
            return briefings.read_briefing(self._connection, briefing_id)

    def briefing_steps(self, briefing_id: str) -> tuple[bool, bool]:
        """Whether there is something to undo in a briefing, and something to redo."""
        with self._reading():
            newest = briefings.newest_version(self._connection, briefing_id)
        if newest is None or newest.is_deleted:
            return False, False
        return newest.undo_to > 0, newest.redo_to > 0

    def presentation(self, briefing_id: str, version: int) -> Presentation | None:
        """What was frozen of this version of a briefing; None where nothing was."""
        with self._reading():
            return presentations.read_presentation(self._connection, briefing_id, version)

    def copy_to(self, path: Path | str) -> None:
        """A whole copy of the corpus in a new file; writers need not wait.

        Raises:
            CorpusError: there is a file already, or it cannot be written.
        """
        back_up(self._connection, Path(path))
