"""The corpora that the user has: listed, opened, made, copied, deleted."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import streamlit as st

from dateline import jobs
from dateline.errors import CorpusError, UsageError
from dateline.records import Source
from dateline.settings import DEFAULT_CORPUS, SAMPLE, corpus_path, read_settings
from dateline.store import Store
from dateline.store.peek import peek

from .preferences import change

LONGEST = 200
"""Bytes that the name of a file or folder may have."""
WRITTEN = ("-wal",)
BESIDE = (*WRITTEN, "-shm", "-journal", "-lock")
"""Endings of the files that stand beside a corpus; of these one holds what was written."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """One line of the list of corpora."""

    path: Path
    is_open: bool
    size: int = 0
    """Bytes on the disk."""
    changed: str = ""
    """When it was last written, UTC ISO 8601."""
    articles: int = 0
    first: str = ""
    """The first time of publication, as stated; empty where none is."""
    last: str = ""
    is_older: bool = False
    """Whether an older Dateline made it; opening brings it up to date."""
    fault: str = ""
    """Why it cannot be opened; empty where it can."""

    @property
    def name(self) -> str:
        return self.path.stem.replace("_", " ")


def is_default(corpus: Corpus) -> bool:
    """Whether it is the one that is open where nothing is set."""
    return corpus.path == DEFAULT_CORPUS.resolve()


def is_fixed() -> bool:
    """Whether the corpus in use was named from outside, by DATELINE_CORPUS."""
    return bool(os.environ.get("DATELINE_CORPUS"))


def listed() -> tuple[Corpus, ...]:
    """The corpus in use, then the others that are known, in the order in which they came."""
    used = corpus_path().resolve()
    return tuple(_line(path, used) for path in dict.fromkeys((used, *_known())))


def _known() -> Iterator[Path]:
    settings = read_settings()
    if DEFAULT_CORPUS.exists():
        yield DEFAULT_CORPUS.resolve()
    for path in (settings.corpus, *settings.corpora):
        if path != DEFAULT_CORPUS:
            yield path.resolve()


def _line(path: Path, used: Path) -> Corpus:
    try:
        states = [one.stat() for one in _files(path, WRITTEN)]
    except OSError:
        states = []
    if not states:
        return Corpus(path, path == used, fault="there is no file here any more")
    written = max(state.st_mtime for state in states if state.st_size or state is states[0])
    size = sum(state.st_size for state in states)
    return _seen(str(path), path == used, size, datetime.fromtimestamp(written, UTC).isoformat())


@st.cache_data(max_entries=100, show_spinner=False)
def _seen(path: str, is_used: bool, size: int, changed: str) -> Corpus:
    line = Corpus(Path(path), is_used, size, changed)
    try:
        held = peek(line.path)
    except CorpusError as error:
        said = error.public_message.removeprefix(f"the corpus {path!r} ")
        return replace(line, fault=said.replace("cannot be opened: ", "", 1))
    return replace(
        line, articles=held.articles, first=held.first, last=held.last, is_older=held.is_older
    )


def _files(path: Path, endings: Sequence[str] = BESIDE) -> list[Path]:
    beside = (path.with_name(path.name + ending) for ending in endings)
    return [one for one in (path, *beside) if one.is_file()] if path.is_file() else []


def opened(path: Path) -> dict[str, Any]:
    """What `change` needs to open the corpus that was open before.

    Raises:
        CorpusError: there is no corpus, a newer Dateline made it, or it cannot be written.
    """
    _only_if_free()
    path = path.expanduser().resolve()
    peek(path)
    Store.open(path).close()
    _remember(corpus_path().resolve(), path)
    return change(corpus=None if path == DEFAULT_CORPUS.resolve() else path)


def made(name: str, is_bundled: bool) -> tuple[dict[str, Any], str]:
    """What `change` needs to open the one that was open before, and the id of the job, if any.

    Args:
        name: of the new corpus, or the path of its file.
        is_bundled: whether the bundled articles are to be read into it.

    Raises:
        UsageError: the name is none that a file can have.
        CorpusError: there is a file already, or none can be made there.
    """
    _only_if_free()
    path = place_of(name)
    if path.exists():
        raise CorpusError(f"there is a file at {str(path)!r} already: open it, or choose a name")
    Store.open(path).close()
    before = opened(path)
    return before, jobs.start_ingest(path, [Source(SAMPLE)]) if is_bundled else ""


def place_of(name: str) -> Path:
    """The file of a corpus by its name, or by its path.

    Raises:
        UsageError: no file can have that name.
    """
    path = _path(name)
    if path.suffix not in (".db", ".sqlite"):
        path = path.with_name(path.name + ".db")
    return path


def file_of(name: str) -> Path:
    """The file of that path, whatever its ending, else the place of a corpus of that name.

    Raises:
        UsageError: no file can have that name.
    """
    path = _path(name)
    return path if path.is_file() else place_of(name)


def _path(name: str) -> Path:
    name = name.strip()
    path = Path(name)
    too_long = any(len(part.encode("utf-8", "replace")) > LONGEST for part in path.parts)
    if not path.name.strip(".") or "\0" in name or too_long:
        raise UsageError(f"{name[:80]!r} is no name for a corpus: write a short name, or a path")
    try:
        return (DEFAULT_CORPUS.parent / path.expanduser()).resolve()
    except RuntimeError as error:
        raise UsageError(f"the home folder in {name!r} is not known") from error


def backup_place(corpus: Corpus, today: date) -> Path:
    """Where a copy of today would lie: beside the corpus, under a name that is free."""
    base = corpus.path.with_name(f"{corpus.path.stem}-{today.isoformat()}.db")
    number, place = 1, base
    while place.exists():
        number += 1
        place = base.with_stem(f"{base.stem}-{number}")
    return place


def copied(path: Path, name: str) -> Path:
    """The whole copy, made while the corpus may be in use, and listed from now.

    Raises:
        CorpusError: there is a file already, or it cannot be written there.
    """
    target = place_of(name)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CorpusError(f"the folder {str(target.parent)!r} cannot be made: {error}") from error
    with Store.open(path, readonly=True) as store:
        store.copy_to(target)
    _remember(target)
    return target


def delete(corpus: Corpus, typed: str) -> None:
    """Delete the files of a corpus for good.

    Raises:
        UsageError: the name was not typed as it stands, it is open, or articles are being added.
        CorpusError: the files cannot be deleted.
    """
    if typed.strip() != corpus.name:
        raise UsageError(f"{typed.strip()!r} is not its name, {corpus.name!r}: nothing was deleted")
    if corpus.is_open:
        raise UsageError(f"{corpus.name!r} is open: open another corpus first")
    if jobs.running(corpus.path):
        raise UsageError(f"{corpus.name!r} is being written: stop that first")
    try:
        for file in _files(corpus.path):
            file.unlink()
    except OSError as error:
        raise CorpusError(f"{str(corpus.path)!r} cannot be deleted: {error.strerror}") from error
    take_off(corpus.path)


def take_off(path: Path) -> dict[str, Any]:
    """What `change` needs to list the corpus again; its file stays."""
    kept = [one for one in read_settings().corpora if one.resolve() != path]
    return change(corpora=tuple(kept))


def _remember(*paths: Path) -> None:
    known = {path.resolve(): None for path in read_settings().corpora}
    change(corpora=tuple(known | dict.fromkeys(paths)))


def _only_if_free() -> None:
    if is_fixed():
        raise UsageError("the corpus is fixed by DATELINE_CORPUS: start Dateline without it")
