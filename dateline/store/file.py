"""The corpus file that a store reads and writes: opened, closed, and its transactions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from .connection import corpus_errors, open_corpus


class CorpusFile:
    """An open corpus file. It belongs to the thread that opened it."""

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
