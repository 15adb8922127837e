"""The store: one corpus file, its articles, what was found in them and what analysts decided."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

import orjson
import pandas as pd

from ..errors import DatelineError
from ..records import Article, Entity, Findings, IngestReport, Place, Review
from . import batches, reviews, rows
from . import findings as found
from .connection import corpus_errors, open_corpus
from .counts import count_all
from .frames import read_frames
from .passages import read_passage_texts

_UNSTORABLE = (
    sqlite3.IntegrityError,
    sqlite3.InterfaceError,
    sqlite3.ProgrammingError,
    sqlite3.DataError,
    UnicodeEncodeError,
    OverflowError,
    orjson.JSONEncodeError,
)


class Store:
    """A corpus file. One process writes at a time, for moments; readers never wait.

    A store belongs to the thread that opened it. Each write is a transaction of its own unless
    it stands in `batch`; a process that is killed leaves whole articles only.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    @classmethod
    def open(cls, path: Path | str, *, readonly: bool = False) -> Self:
        """The corpus at `path`, made where absent and brought to the newest schema.

        Raises:
            NewerSchema: a newer Dateline made it; the file is left untouched.
            CorpusError: it is absent and `readonly`, no corpus, damaged, or not to be written.
        """
        path = Path(path)
        return cls(open_corpus(path, readonly=readonly), path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Writes inside are committed together at its end, or not at all where it fails.

        Other writers wait while it is open: extract first, then store. An article that `add`
        refuses is taken back alone; the others of the batch stay.
        """
        with self._writing():
            yield

    def has_article(self, article_id: str) -> bool:
        """Whether an article with this text is stored already."""
        with self._reading():
            sql = "SELECT 1 FROM article WHERE article_id = ?"
            return self._connection.execute(sql, (article_id,)).fetchone() is not None

    def add(
        self, article: Article, findings: Findings, extractor: str
    ) -> Literal["stored", "duplicate"]:
        """Store an article with its findings, or find that the same text is there already.

        The same address with another text becomes its next version, which is current from now.

        Args:
            extractor: Version of the code and model that made the findings.

        Raises:
            DatelineError: a record of this article cannot be kept; nothing of it was stored.
            CorpusError: the file cannot be written.
        """
        with self._writing(), _naming(article.article_id):
            if self.has_article(article.article_id):
                return "duplicate"
            last = found.last_version(self._connection, article.url)
            if last:
                article = replace(article, version=last + 1)
            found.insert_article(self._connection, article)
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

    def known_entities(self) -> tuple[Entity, ...]:
        """All entities of the corpus, by id."""
        with self._reading():
            return found.read_entities(self._connection)

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

    def passage_texts(self, passage_ids: Sequence[str]) -> Mapping[str, str]:
        """The text of each passage that is known."""
        with self._reading():
            return read_passage_texts(self._connection, passage_ids)

    def frames(self) -> dict[str, pd.DataFrame]:
        """The current articles and all that was found in them, one typed frame a kind of record.

        `read_frames` says what the columns are.
        """
        with self._reading():
            return read_frames(self._connection)

    def rows(self, table: str) -> Iterator[dict[str, Any]]:
        """One table of the current articles, row by row in constant memory.

        Args:
            table: One of `TABLES`.

        Raises:
            UsageError: there is no such table.
        """
        with corpus_errors(self.path):
            yield from rows.read_rows(self._connection, table)

    def stats(self) -> dict[str, Any]:
        """Counts of the current corpus: by table, by kind, in time, of versions and batches."""
        with self._reading():
            return count_all(self._connection)

    def fingerprint(self) -> str:
        """Text that differs between corpora and changes with each change of content."""
        with self._reading():
            sql = "SELECT value FROM meta WHERE key IN ('corpus', 'revision') ORDER BY key"
            return "-".join(value for (value,) in self._connection.execute(sql))

    def start_batch(self, sources: Sequence[str]) -> str:
        """The id of a new ingest, for `Article.batch_id`."""
        with self._writing(), _naming("of this batch"):
            return batches.start_batch(self._connection, sources)

    def finish_batch(self, report: IngestReport) -> None:
        """Keep the counts of an ingest, and each rejection with its file, line and reason."""
        with self._writing(), _naming("of this batch"):
            batches.finish_batch(self._connection, report)

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
            if undone:
                self._turn_revision()
        return undone

    def reviews(self, subject: str = "") -> tuple[Review, ...]:
        """All decisions, or those on one subject, oldest first, undone ones included."""
        with self._reading():
            return reviews.read_reviews(self._connection, subject)

    def _turn_revision(self) -> None:
        self._connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'revision'")

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with corpus_errors(self.path):
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.execute("COMMIT")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        nested = self._connection.in_transaction
        with corpus_errors(self.path):
            self._connection.execute("SAVEPOINT write" if nested else "BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("RELEASE write" if nested else "COMMIT")
            except BaseException:
                self._undo(nested=nested)
                raise

    def _undo(self, *, nested: bool) -> None:
        if not self._connection.in_transaction:
            return
        if nested:
            self._connection.execute("ROLLBACK TO write")
            self._connection.execute("RELEASE write")
        else:
            self._connection.execute("ROLLBACK")


@contextmanager
def _naming(what: str) -> Iterator[None]:
    try:
        yield
    except _UNSTORABLE as error:
        raise DatelineError(f"a record {what!a} cannot be stored: {error!a}") from error
