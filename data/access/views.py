"""What the linked views show of the corpus in use, cached by its fingerprint."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Literal, TypeVar
from zoneinfo import ZoneInfo

import pandas as pd
import streamlit as st

from dateline import query
from dateline.brush import Brush, Field
from dateline.query import Axis, Choice, Counts, Index, Order, Page, Recent, Timeline, Window
from dateline.settings import corpus_path
from dateline.store import Store

from .garbage import settle
from .ground import region_words
from .preferences import preferences
from .runs import of_this_run
from .shown import shown

Ground = Literal["region", "cell"]
Frames = query.Frames
SHARED = 800
"""Views kept of a corpus. They are shared as they are: to copy a page of a large corpus means to
copy the ids of the whole corpus, by which its columns are categories."""
T = TypeVar("T")


def load(path: Path) -> Frames:
    """The corpus as typed frames, one a record kind.

    Raises:
        CorpusError: the file is no corpus, or cannot be read.
    """
    with Store.open(path, readonly=True) as store:
        return store.frames()


@st.cache_resource(max_entries=2, show_spinner=False)
def _index_in_utc(path: str, revision: str) -> Index:  # noqa: ARG001 - the fingerprint is cached by
    index = query.build_index(load(Path(path)), Path(path))
    settle()
    return index


@st.cache_resource(max_entries=2, show_spinner=False)
def _index(path: str, mark: str) -> Index:
    revision, _, zone = mark.rpartition("@")
    index = _index_in_utc(path, revision)
    return index if zone == "UTC" else query.in_zone(index, ZoneInfo(zone))


def _current() -> tuple[str, str]:
    """The corpus in use, and a mark of all that its views depend on: `FINGERPRINT@ZONE`."""
    return of_this_run(_looked_up)


def _looked_up() -> tuple[str, str]:
    path = corpus_path()
    return str(path), f"{shown(path)}@{preferences().time_zone}"


def open_index() -> Index:
    """The index of the corpus in use."""
    return of_this_run(_opened)[0]


def _opened() -> tuple[Index, Recent]:
    """The index, and the views of it that were asked for of late."""
    return _with_views(*_current())


@st.cache_resource(max_entries=2, show_spinner=False)
def _with_views(path: str, mark: str) -> tuple[Index, Recent]:
    return _index(path, mark), Recent(SHARED)


def _shared(key: tuple[Hashable, ...], make: Callable[[Index], T]) -> T:
    """A view of the corpus in use, by a key that tells it from all others."""
    index, views = of_this_run(_opened)
    return views.get(key, lambda: make(index))


def kept(key: Hashable, make: Callable[[], T]) -> T:
    """What is made of the corpus in use and of nothing that the key leaves out, for all readers."""
    return _shared(("kept", key), lambda _: make())


def map_view(brush: Brush) -> pd.DataFrame:
    """Every place mentioned, in one order, with its mentions inside the Brush."""
    key = "map", brush.seen_by("map"), brush.clause_on("place")
    return _shared(key, lambda index: query.map_view(index, brush, is_named=True))


def timeline_view(
    brush: Brush, lanes: int = 14, axis: Axis = "published", window: Window | None = None
) -> Timeline:
    """The density strip and its lanes, whatever days are chosen."""
    seen = brush.without("published").without("spoken")
    key = "timeline", seen, lanes, axis, window
    return _shared(key, lambda index: query.timeline_view(index, seen, lanes, axis, window))


def quotations_view(brush: Brush, limit: int = 40, order: Order = "match") -> Page:
    """The first quotations, those inside the Brush before the others."""
    key = "quotations", brush, limit, order
    view = query.quotations_view
    return _shared(key, lambda index: view(index, brush, limit=limit, order=order))


def passages_view(brush: Brush, limit: int = 40, order: Order = "match") -> Page:
    """The first passages inside the Brush, with their marks."""
    key = "passages", brush, limit, order
    view = query.passages_view
    return _shared(key, lambda index: view(index, brush, limit=limit, order=order))


def counts(brush: Brush) -> Counts:
    """The corpus counted inside the Brush."""
    return _shared(("counts", brush), lambda index: query.counts(index, brush))


def facets() -> tuple[Field, ...]:
    """The facets that the corpus has a value for."""
    return query.facets_of(open_index())


def facet_view(brush: Brush, field: Field) -> tuple[Choice, ...]:
    """What a facet offers, those with most inside first."""
    return _shared(("facet", brush, field), lambda index: query.facet_view(index, brush, field))


def ground_view(brush: Brush, field: Ground) -> tuple[Choice, ...]:
    """Regions, or cells of the grid, by the place mentions inside, most first."""
    view = query.regions_view if field == "region" else query.cells_view
    return _shared(("ground", brush, field), lambda index: view(index, brush))


def name_of(field: Field, value: str) -> str:
    """The name to show for a value of the Brush."""
    if field in ("region", "said_country"):
        return region_words(value)
    return open_index().name_of(field, value)


def is_known(field: Field, value: str) -> bool:
    """Whether the corpus has the record that a value of the Brush names."""
    return open_index().is_known(field, value)


def days() -> tuple[str, str] | None:
    """The first and the last day on which an article was published, ISO; None if none says."""
    return query.first_and_last_day(open_index())
