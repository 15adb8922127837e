"""A large corpus as Arrow files, made by a process of their own and mapped by all who read it.

    python -m dateline.store.columns CORPUS FOLDER

Arrow's driver reads ten times as fast as rows in Python, with an SQLite of its own. Two SQLites
in one process undo each other's locks on a file, so it never runs in one that may write a corpus.
"""

from __future__ import annotations

import logging
import shutil
import subprocess
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

import pyarrow as pa
from filelock import FileLock, Timeout

from ..settings import PROJECT, cache_folder
from .tables import Fetch, Tables, read_tables

LARGE = 20_000
"""Articles from which on a corpus is read as columns."""
SECONDS = 600
BATCH_ROWS = 65_536
FORM = 1
"""Raised when the tables change their shape, so that older files are left alone."""


def open_tables(corpus: Path, fingerprint: str) -> Tables | None:
    """The tables of a corpus at this fingerprint, mapped; None where they cannot be made."""
    folder = _folder(corpus, fingerprint)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(folder.with_suffix(".lock"), timeout=SECONDS):
            if not folder.is_dir():
                _make(corpus, folder)
            _forget_others(folder)
        return {path.stem: _mapped(path) for path in sorted(folder.glob("*.arrow"))}
    except (OSError, Timeout, subprocess.SubprocessError, pa.ArrowException):
        logging.getLogger("dateline").exception("no columns of %s", corpus)
        shutil.rmtree(folder, ignore_errors=True)
        return None


def write_tables(corpus: Path, folder: Path) -> None:
    """Write a file a table, all of one state of the corpus."""
    from adbc_driver_sqlite import dbapi

    uri = f"{corpus.absolute().as_uri()}?mode=ro"
    with dbapi.connect(uri) as connection, connection.cursor() as cursor:

        def fetch(sql: str) -> pa.Table:
            cursor.adbc_statement.set_options(**{"adbc.sqlite.query.batch_rows": str(BATCH_ROWS)})
            cursor.execute(sql)
            return cursor.fetch_arrow_table()

        for name, table in read_tables(fetch, _current(fetch)).items():
            path = str(folder / f"{name}.arrow")
            with pa.OSFile(path, "wb") as file, pa.ipc.new_file(file, table.schema) as writer:
                writer.write_table(table, max_chunksize=max(1, len(table)))


def _current(fetch: Fetch) -> str:
    superseded = "SELECT article_id FROM article WHERE is_current = 0"
    return f"WHERE article_id NOT IN ({superseded})" if len(fetch(superseded)) else ""


def _make(corpus: Path, folder: Path) -> None:
    made = Path(mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        command = [sys.executable, "-m", __name__, str(corpus.absolute()), str(made)]
        subprocess.run(  # noqa: S603 - our own interpreter and module
            command, check=True, cwd=PROJECT, timeout=SECONDS, capture_output=True
        )
        made.rename(folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _mapped(path: Path) -> pa.Table:
    with pa.memory_map(str(path)) as source:
        return pa.ipc.open_file(source).read_all()


def _folder(corpus: Path, fingerprint: str) -> Path:
    state = corpus.stat()
    file = f"{corpus.resolve()} {state.st_dev} {state.st_ino}"
    return (
        cache_folder()
        / "columns"
        / f"{sha256(file.encode()).hexdigest()[:16]}-{FORM}-{fingerprint}"
    )


def _forget_others(folder: Path) -> None:
    """What this corpus was before; the disk has it back when its last reader ends."""
    for other in folder.parent.glob(f"{folder.name[:16]}-*"):
        if other.name not in (folder.name, folder.with_suffix(".lock").name):
            with suppress(OSError):
                shutil.rmtree(other) if other.is_dir() else other.unlink()


if __name__ == "__main__":
    write_tables(Path(sys.argv[1]), Path(sys.argv[2]))
