"""What changes a corpus: articles, findings, ingests and decisions, each change whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Literal

import orjson

from ..briefing import Briefing, Presentation, Slide
from ..errors import DatelineError
from ..records import Article, Entity, Findings, IngestReport, Place, Review, SavedSearch
from . import batches, briefings, notebook, presentations, reviews, saved, stories, undoing
from . import findings as found
from .file import CorpusFile
from .notebook import Entry

_UNSTORABLE = (
    sqlite3.IntegrityError,
    sqlite3.InterfaceError,
    sqlite3.ProgrammingError,
    sqlite3.DataError,
    UnicodeEncodeError,
    OverflowError,
    orjson.JSONEncodeError,
)


class Writer(CorpusFile):
    """The changes to a corpus: each is a transaction of its own unless it stands in `batch`."""

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Writes inside are committed together at its end, or not at all where it fails.

        Other writers wait while it is open: extract first, then store. An article that `add`
        refuses is taken back alone; the others of the batch stay.
        """
        with self._writing():
            yield

    def add(
        self, article: Article, findings: Findings, extractor: str
    ) -> Literal["stored", "duplicate"]:
        """Store an article with its findings, or find that the same text is there already.

        The same address with another text becomes its next version, which is current from now.
        The article joins the story of its earlier version or of a text that it copies; the story
        that it names itself is not kept.

        Args:
            extractor: Version of the code and model that made the findings.

        Raises:
            DatelineError: a record of this article cannot be kept; nothing of it was stored.
            CorpusError: the file cannot be written.
        """
        with self._writing(), _naming(article.article_id):
            if found.has_article(self._connection, article.article_id):
                return "duplicate"
            last = found.last_version(self._connection, article.url)
            if last:
                article = replace(article, version=last + 1)
            told = stories.find_story(self._connection, article)
            found.insert_article(self._connection, replace(article, story_id=told.story_id))
            stories.remember(self._connection, article.article_id, told.shingles)
            found.insert_findings(self._connection, article.article_id, findings, extractor)
            self._turn_revision()
        return "stored"

    def replace_findings(self, article_id: str, findings: Findings, extractor: str) -> None:
        """Put new machine findings of a stored article in place of the old; reviews stay.

        Raises:
            DatelineError: a record cannot be kept; the old findings stand.
        """
        with self._writing(), _naming(article_id):
            found.delete_findings(self._connection, article_id)
            found.insert_findings(self._connection, article_id, findings, extractor)
            self._turn_revision()

    def put_entities(self, entities: Iterable[Entity]) -> None:
        """Store entities; of one that is known the aliases are joined."""
        with self._writing(), _naming("of these entities"):
            found.put_entities(self._connection, entities)
            self._turn_revision()

    def put_places(self, places: Iterable[Place]) -> None:
        """Store places; one that is known takes the new values."""
        with self._writing(), _naming("of these places"):
            found.put_places(self._connection, places)
            self._turn_revision()

    def start_batch(self, sources: Sequence[str]) -> str:
        """The id of a new ingest, for `Article.batch_id`."""
        with self._writing(), _naming("of this batch"):
            return batches.start_batch(self._connection, sources)

    def finish_batch(self, report: IngestReport) -> None:
        """Keep the counts of an ingest, and each rejection with its file, line and reason."""
        with self._writing(), _naming("of this batch"):
            batches.finish_batch(self._connection, report)

    def undo_batch(self, batch_id: str) -> int:
        """The number of articles taken out with an ingest, with all that only they brought.

        The version before becomes current again; the ingest and its report go. Decisions stay.
        """
        with self._writing():
            gone = undoing.undo_batch(self._connection, batch_id)
            self._turn_revision()
        return gone

    def add_review(self, review: Review, last_seen: str = "") -> Review:
        """Keep an analyst's decision; its id and time are given here.

        Args:
            last_seen: Id of the newest review of the subject that the analyst was shown.

        Raises:
            ReviewClash: someone decided on the subject in the meantime.
        """
        with self._writing(), _naming(review.subject):
            kept = reviews.add_review(self._connection, review, last_seen)
            self._turn_revision()
        return kept

    def undo_review(self, review_id: str) -> Review | None:
        """The review, undone from now or from when it was; None where there is none."""
        with self._writing():
            undone = reviews.undo_review(self._connection, review_id)
            if undone and undone.action in notebook.ACTIONS:
                self._turn_notebook()
            elif undone:
                self._turn_revision()
        return undone

    def decide(self, shown: Entry, wanted: Entry) -> tuple[Review, ...]:
        """The decisions kept that make an entry of the notebook what is wanted.

        Machine findings are as they were, so the views need not be made anew.

        Raises:
            ReviewClash: another note was written since.
            UsageError: there are too many tags, or a tag or the note is too long.
        """
        with self._writing(), _naming(wanted.subject):
            kept = notebook.decide(self._connection, shown, wanted)
            if kept:
                self._turn_notebook()
        return kept

    def _turn_notebook(self) -> None:
        self._connection.execute(
            "INSERT INTO meta VALUES ('notebook', '1')"
            " ON CONFLICT (key) DO UPDATE SET value = value + 1"
        )

    def keep_search(self, search: SavedSearch, *, has_looked: bool = False) -> SavedSearch:
        """Keep a search by name, as it is now; one without an id is new, and gets one.

        What the corpus holds does not change, and its fingerprint neither.

        Args:
            has_looked: whether its reader has seen all that is stored now.
        """
        with self._writing(), _naming(search.name):
            return saved.keep_search(self._connection, search, has_looked)

    def create_briefing(self, name: str, who: str) -> Briefing:
        """A new briefing without slides.

        Raises:
            UsageError: it has no name, or one that is too long.
        """
        with self._writing(), _naming(name[:200]):
            return briefings.create(self._connection, name, who)

    def keep_briefing(self, briefing: Briefing, who: str) -> Briefing:
        """The briefing as its next version, with an id for each slide that has none of its own.

        Raises:
            ReviewClash: it was changed or deleted since the version that it follows.
            UsageError: there is no such briefing, or a part of it is too long.
        """
        with self._writing(), _naming(briefing.briefing_id):
            return briefings.keep(self._connection, briefing, who)

    def capture(self, briefing_id: str, slide: Slide, who: str) -> Briefing:
        """The briefing with one slide more at its end, whoever changed it meanwhile.

        Raises:
            UsageError: there is no such briefing, or the slide or the briefing is too long.
        """
        with self._writing(), _naming(briefing_id):
            return briefings.capture(self._connection, briefing_id, slide, who)

    def turn_briefing(self, briefing_id: str, who: str, *, is_deleted: bool) -> None:
        """Delete a briefing, or restore it as it stood.

        Raises:
            UsageError: there was never such a briefing.
        """
        with self._writing(), _naming(briefing_id):
            briefings.turn(self._connection, briefing_id, who, is_deleted=is_deleted)

    def step_briefing(self, briefing_id: str, who: str, *, back: bool) -> Briefing:
        """The briefing as it was before its last change, or before that was undone.

        Raises:
            UsageError: there is nothing to undo, or to redo.
        """
        with self._writing(), _naming(briefing_id):
            return briefings.step(self._connection, briefing_id, who, back=back)

    def keep_presentation(self, presentation: Presentation) -> None:
        """Freeze what a briefing shows, in place of what was frozen of it before."""
        with self._writing(), _naming(presentation.briefing.briefing_id):
            presentations.keep_presentation(self._connection, presentation)

    def _turn_revision(self) -> None:
        self._connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'revision'")


@contextmanager
def _naming(what: str) -> Iterator[None]:
    try:
        yield
    except _UNSTORABLE as error:
        raise DatelineError(f"a record {what!a} cannot be stored: {error!a}") from error
