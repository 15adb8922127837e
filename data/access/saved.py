"""Searches kept by name in the corpus in use, and what is new in those that are watched."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import streamlit as st

from dateline.brush import Brush, clause, from_query
from dateline.errors import SearchTooSlow, UsageError
from dateline.query.fresh import Fresh
from dateline.query.fresh import fresh as fresh_of
from dateline.records import SavedSearch
from dateline.settings import corpus_path
from dateline.store import Store

from .shown import fingerprint
from .views import _current, _index, is_known

__all__ = ["Fresh", "SavedSearch", "brush_of", "delete", "fresh", "look", "rename", "restore",
           "save", "searches", "watch", "watch_name"]  # fmt: skip
LONGEST_NAME = 120
MOST = 500


def searches() -> tuple[SavedSearch, ...]:
    """Those that are kept, in the order in which they were saved.

    Raises:
        CorpusError: the corpus cannot be read.
    """
    path = corpus_path()
    if not fingerprint(path):
        return ()
    with Store.open(path, readonly=True) as store:
        return store.searches()


def brush_of(search: SavedSearch) -> tuple[Brush, tuple[str, ...]]:
    """What it selects, and in words what the corpus does not know any more."""
    return from_query(search.brush, is_known)


def save(name: str, brush: Brush, *, is_watched: bool = False) -> SavedSearch:
    """The selection, kept by that name.

    Raises:
        UsageError: it has no name, selects nothing in particular, or there are too many.
        CorpusError: the corpus cannot be written.
    """
    if not brush:
        raise UsageError("nothing is chosen yet: search, or choose something, then save it")
    if len(searches()) >= MOST:
        raise UsageError(f"{MOST} searches are saved already: delete some first")
    return _kept(SavedSearch("", _name(name), brush.to_query(), is_watched))


def watch_name(name: str) -> SavedSearch:
    """A watch on all passages that name someone, or quote them.

    Raises:
        UsageError: there is no name in it.
        CorpusError: the corpus cannot be written.
    """
    said = " ".join(name.replace('"', " ").split())
    try:
        asked = clause("search", f'names:"{said}"')
    except ValueError as error:
        raise UsageError("a name has at least one letter: write whom to watch") from error
    return save(said, Brush((asked,)), is_watched=True)


def rename(search: SavedSearch, name: str) -> SavedSearch:
    """The search under another name.

    Raises:
        UsageError: there is no name in it.
    """
    return _kept(replace(search, name=_name(name)))


def watch(search: SavedSearch, is_watched: bool) -> SavedSearch:
    """The search, watched from now for what is new, or no more."""
    return _kept(replace(search, is_watched=is_watched), has_looked=is_watched)


def look(search: SavedSearch) -> SavedSearch:
    """The search, with all that is stored now seen."""
    return _kept(search, has_looked=True)


def delete(search: SavedSearch) -> SavedSearch:
    """The search, deleted; `restore` takes it back."""
    return _kept(replace(search, deleted_at=datetime.now(UTC).isoformat(timespec="seconds")))


def restore(search: SavedSearch) -> SavedSearch:
    """The search, kept again."""
    return _kept(replace(search, deleted_at=""))


def fresh(search: SavedSearch) -> Fresh | None:
    """What is new in it since its reader last looked; None where that takes too long to find."""
    try:
        return _fresh(*_current(), search.brush, search.newest_seen)
    except SearchTooSlow:
        return None


@st.cache_resource(max_entries=200, show_spinner=False)
def _fresh(path: str, mark: str, brush: str, newest_seen: int) -> Fresh:
    return fresh_of(_index(path, mark), from_query(brush)[0], newest_seen)


def _kept(search: SavedSearch, *, has_looked: bool = False) -> SavedSearch:
    with Store.open(corpus_path()) as store:
        return store.keep_search(search, has_looked=has_looked)


def _name(given: str) -> str:
    name = " ".join(given.encode("utf-8", "replace").decode().split())[:LONGEST_NAME]
    if not name:
        raise UsageError("it has no name yet: write one")
    return name
