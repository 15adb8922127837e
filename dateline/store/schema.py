"""The corpus file's tables, as a list of migrations that each run whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ..errors import CorpusError, NewerSchema
from .stories import fill_stories
from .version_1 import VERSION_1
from .version_2 import VERSION_2
from .version_3 import VERSION_3
from .version_4 import VERSION_4
from .words import fill_words

APPLICATION_ID = 0x44544C4E


class Migration(NamedTuple):
    """One step from a schema to the next."""

    script: str
    """SQL statements, each ended by a semicolon and a line break."""
    fill: Callable[[sqlite3.Connection], None] | None = None
    """What no SQL can work out from the rows that are there."""


MIGRATIONS = (
    Migration(VERSION_1),
    Migration(VERSION_2, fill_stories),
    Migration(VERSION_3, fill_words),
    Migration(VERSION_4),
)


def migrate(connection: sqlite3.Connection, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring a corpus to the newest schema, one transaction a migration.

    Raises:
        NewerSchema: the corpus is of a later version than the last migration.
        CorpusError: the file belongs to another application.
    """
    if not needs_migration(connection, migrations):
        return
    for number, migration in enumerate(migrations, start=1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            if schema_version(connection) < number:
                _apply(connection, migration, number)
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise


def needs_migration(
    connection: sqlite3.Connection, migrations: Sequence[Migration] = MIGRATIONS
) -> bool:
    """Whether the corpus is older than this Dateline; a newer or a foreign file raises."""
    version = schema_version(connection)
    if version > len(migrations):
        raise NewerSchema(
            f"the corpus has schema {version}, this Dateline knows {len(migrations)}: "
            "install a newer Dateline to open it"
        )
    # In this order, as who makes the tables just now sets their owner in the same transaction.
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    if tables and owner != APPLICATION_ID:
        raise CorpusError("the file is a database of another application: choose another name")
    return version < len(migrations)


def schema_version(connection: sqlite3.Connection) -> int:
    """The number of migrations that the corpus has been through; 0 for an empty file."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _apply(connection: sqlite3.Connection, migration: Migration, number: int) -> None:
    for statement in _statements(migration.script):
        connection.execute(statement)
    if migration.fill:
        migration.fill(connection)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {number}")


def _statements(script: str) -> Iterator[str]:
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
