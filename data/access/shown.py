"""Which state of a corpus the screens show: while a job works on it, the one from before.

Otherwise every few articles that a job stores would have all views of all readers read the whole
corpus anew. `show_now` is for the reader who asks for the new articles meanwhile.
"""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

from dateline import jobs
from dateline.store import Store

from .runs import forget

Written = tuple[tuple[int, int, int], ...]
SETTLED_NS = 200_000_000
"""How old a file's last change must be for its time to tell it from the next one."""
_KNOWN: dict[Path, tuple[Written, tuple[str, str]]] = {}
"""When each corpus was last read for its two marks, and what they were."""
_SHOWN: dict[Path, str] = {}
"""The fingerprint of the state that is shown of each."""


def fingerprint(path: Path) -> str:
    """What changes whenever the corpus does; empty where there is no corpus yet."""
    return _read(path)[0]


def notebook_mark(path: Path) -> str:
    """What changes whenever the notebook does; empty where there is no corpus yet."""
    return _read(path)[1]


def _read(path: Path) -> tuple[str, str]:
    """Both, read anew where the corpus or its log of changes was written since."""
    mark = _written(path)
    if not mark:
        return "", ""
    if path in _KNOWN and _KNOWN[path][0] == mark:
        return _KNOWN[path][1]
    with Store.open(path, readonly=True) as store:
        found = store.fingerprint(), store.notebook_mark()
    if time.time_ns() - max(moment for moment, _, _ in mark) > SETTLED_NS:
        _KNOWN[path] = mark, found
    return found


def _written(path: Path) -> Written:
    """When the corpus and its log were last written, their sizes and which files they are."""
    found = []
    for file in (path, path.with_name(f"{path.name}-wal")):
        with suppress(OSError):
            state = file.stat()
            found.append((state.st_mtime_ns, state.st_size, state.st_ino))
    return tuple(found) if path.exists() else ()


def shown(path: Path) -> str:
    """The fingerprint of the state that is shown."""
    now, before = fingerprint(path), _SHOWN.get(path, "")
    if now != before and not (_is_same_corpus(before, now) and jobs.running(path)):
        _SHOWN[path] = now
    return _SHOWN.get(path, "")


def show_now(path: Path) -> None:
    """Show the corpus as it is at this moment, whoever works on it."""
    _SHOWN[path] = fingerprint(path)
    forget()


def _is_same_corpus(before: str, now: str) -> bool:
    return before.rpartition("-")[0] == now.rpartition("-")[0] != ""
