"""The corpus file's tables, as a list of migrations that each run whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from ..errors import CorpusError, NewerSchema
from .version_1 import VERSION_1

APPLICATION_ID = 0x44544C4E

MIGRATIONS: tuple[str, ...] = (VERSION_1,)


def migrate(connection: sqlite3.Connection, migrations: Sequence[str] = MIGRATIONS) -> None:
    """Bring a corpus to the newest schema, one transaction a migration.

    Raises:
        NewerSchema: the corpus is of a later version than the last migration.
        CorpusError: the file belongs to another application.
    """
    if not needs_migration(connection, migrations):
        return
    for number, script in enumerate(migrations, start=1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            if schema_version(connection) < number:
                _apply(connection, script, number)
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise


def needs_migration(connection: sqlite3.Connection, migrations: Sequence[str] = MIGRATIONS) -> bool:
    """Whether the corpus is older than this Dateline; a newer or a foreign file raises."""
    version = schema_version(connection)
    if version > len(migrations):
        raise NewerSchema(
            f"the corpus has schema {version}, this Dateline knows {len(migrations)}: "
            "install a newer Dateline to open it"
        )
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and owner != APPLICATION_ID:
        raise CorpusError("the file is a database of another application: choose another name")
    return version < len(migrations)


def schema_version(connection: sqlite3.Connection) -> int:
    """The number of migrations that the corpus has been through; 0 for an empty file."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _apply(connection: sqlite3.Connection, script: str, number: int) -> None:
    for statement in _statements(script):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {number}")


def _statements(script: str) -> Iterator[str]:
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
