"""The quotations as Voices lists them: in groups, narrowed, and as who speaks about whom."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from dateline import query
from dateline.brush import Brush, Field, from_query
from dateline.query import OFFERED, By, Group, Head, Matrix, Offer, Voices

from .ground import region_words
from .views import SHARED, _current, _index, name_of
from .written import Wanted, sourced, table_of, written, written_frame

__all__ = [
    "OFFERED",
    "By",
    "Group",
    "Head",
    "Matrix",
    "Offer",
    "Voices",
    "groups",
    "listed",
    "matrix_file",
    "offer",
    "pairs_file",
    "quotations_file",
    "whom",
]
Shown = tuple[int, int]
COLUMNS = (
    *("quotation_id", "article_id", "url", "title", "outlet", "agency", "published", "updated"),
    *("passage_id", "start", "end", "mode", "content", "speaker_id", "speaker"),
    *("speaker_surface", "role", "office", "cue", "cue_family", "addressee", "venue"),
    *("about_ids", "about", "said_on", "places", "confidence", "passage", "method", "version"),
)
"""A quotation in a file; `office` is held by the speaker where the quotation states no role."""


@st.cache_resource(max_entries=SHARED, show_spinner=False)
def _listed(
    path: str, mark: str, brush: str, by: By | None, is_oldest: bool, offset: int, limit: int
) -> Voices:
    chosen = from_query(brush)[0]
    return query.voices_view(_index(path, mark), chosen, by, is_oldest, offset, limit)


@st.cache_resource(max_entries=SHARED, show_spinner=False)
def _groups(
    path: str, mark: str, brush: str, by: By, is_oldest: bool, letters: str, limit: int
) -> tuple[tuple[Group, ...], int]:
    chosen = from_query(brush)[0]
    return query.groups_view(_index(path, mark), chosen, by, is_oldest, letters, limit)


@st.cache_resource(max_entries=500, show_spinner=False)
def _offer(path: str, mark: str, brush: str, field: Field, letters: str, limit: int) -> Offer:
    index = _index(path, mark)
    told = field == "said_country"
    names = [region_words(code) for code in query.values_of(index, field)] if told else None
    return query.offer_view(index, from_query(brush)[0], field, letters, limit, names)


@st.cache_resource(max_entries=SHARED, show_spinner=False)
def _whom(
    path: str, mark: str, brush: str, speakers: Shown, about: Shown, kinds: tuple[str, ...]
) -> Matrix:
    chosen = from_query(brush)[0]
    return query.whom_view(_index(path, mark), chosen, speakers, about, kinds)


def listed(brush: Brush, by: By | None, is_oldest: bool, offset: int, limit: int) -> Voices:
    """Some quotations inside the Brush, with the groups that they belong to."""
    return _listed(*_current(), brush.to_query(), by, is_oldest, offset, limit)


def groups(
    brush: Brush, by: By, is_oldest: bool, letters: str, limit: int
) -> tuple[tuple[Group, ...], int]:
    """The first groups of that list with the letters in their name, and how many have them."""
    return _groups(*_current(), brush.to_query(), by, is_oldest, letters, limit)


def offer(brush: Brush, field: Field, letters: str = "", limit: int = 12) -> Offer:
    """What a field offers, those with most quotations inside first."""
    return _offer(*_current(), brush.to_query(), field, letters, limit)


def whom(brush: Brush, speakers: Shown, about: Shown, kinds: tuple[str, ...] = ()) -> Matrix:
    """Who speaks about whom, of those asked for: the place of the first, and how many."""
    return _whom(*_current(), brush.to_query(), speakers, about, kinds)


def quotations_file(wanted: Wanted, by: By | None = None, is_oldest: bool = False) -> bytes:
    """All quotations inside the Brush, in the order of the list, with their provenance."""
    return written(table_of(_whole(wanted.brush, by, is_oldest), "quotations"), wanted)


def pairs_file(wanted: Wanted) -> bytes:
    """The quotations that the matrix counts, with their provenance."""
    brush = wanted.brush.without("speaker").without("about")
    frame = _whole(brush, "speaker", is_oldest=False)
    is_pair = (frame["speaker_id"].astype(object) != "") & (frame["about"].map(len) > 0)
    return written(table_of(frame[is_pair], "quotations"), wanted)


def _whole(brush: Brush, by: By | None, is_oldest: bool) -> pd.DataFrame:
    path, mark = _current()
    found = query.voices_view(_index(path, mark), brush, by, is_oldest, limit=None).frame
    stated = {"published_iso": "published", "updated_iso": "updated", "passage_text": "passage"}
    frame = found.drop(columns=["published", "updated"]).rename(columns=stated)
    for lists in ("about", "places"):
        frame[lists] = frame[lists].map(lambda some: [one["name"] for one in some])
    frame["said_on"] = _days(frame["said_on"])
    return sourced(frame)[list(COLUMNS)]


def matrix_file(
    wanted: Wanted, speakers: Shown, about: Shown, kinds: tuple[str, ...] = ()
) -> bytes:
    """The cells that are shown, one a line, those without quotations left out."""
    brush = wanted.brush
    found = whom(brush, speakers, about, kinds)
    row, column = np.nonzero(found.cells)
    lines = [
        {
            "speaker_id": found.speakers[r].entity_id,
            "speaker": found.speakers[r].name,
            "about_id": found.about[c].entity_id,
            "about": found.about[c].name,
            "quotations": int(found.cells[r, c]),
            "selection": brush.without("speaker").without("about").words(name_of),
        }
        for r, c in zip(row.tolist(), column.tolist(), strict=True)
    ]
    names = ("speaker_id", "speaker", "about_id", "about", "quotations", "selection")
    return written_frame(pd.DataFrame(lines, columns=list(names)), "cells", wanted)


def _days(moments: pd.Series[pd.Timestamp]) -> pd.Series[str]:
    told = moments.dt.strftime("%Y-%m-%d").astype(object)
    return told.where(moments.notna(), "")
