"""What the linked views show, as files: whole lists, each row with where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import numpy as np
import pandas as pd
import streamlit as st

from dateline import query
from dateline.brush import Brush
from dateline.export.provenance import with_provenance
from dateline.export.tables import csv_bytes
from dateline.query import Index, Timeline
from dateline.query.rows import found_view
from dateline.store import Store

from .views import _current, open_index

View = Literal["map", "toponyms", "timeline", "mentions", "quotations", "passages"]
MOST_ROWS = 200_000
"""Rows of one file, the newest; `dateline export` writes all of them whatever their number."""


def csv_of(view: View, brush: Brush) -> bytes:
    """What a view shows under the Brush, as CSV that no spreadsheet runs as a formula.

    Counts come as they are drawn; what they count, `toponyms` and `mentions`, quotations and
    passages come with their article, source, span, passage, method, version and confidence.
    """
    index = open_index()
    if view == "map":
        frame = query.map_view(index, brush)
        return csv_bytes(frame[frame["count"] > 0].drop(columns="selected"))
    if view == "timeline":
        return csv_bytes(_lanes_by_day(query.timeline_view(index, brush)))
    return csv_bytes(sourced(_rows(index, view, brush)))


def sourced(frame: pd.DataFrame) -> pd.DataFrame:
    """Rows with what made the findings, and where each comes from in the last columns."""
    return with_provenance(frame, _extractors(*_current()))


@st.cache_resource(max_entries=2, show_spinner=False)
def _extractors(path: str, mark: str) -> Mapping[str, str]:  # noqa: ARG001 - cached by
    with Store.open(Path(path), readonly=True) as store:
        return store.extractor_of_each()


def _rows(index: Index, view: View, brush: Brush) -> pd.DataFrame:
    if view in ("toponyms", "mentions"):
        return found_view(index, brush, view, MOST_ROWS)
    rows = query.quotations_view if view == "quotations" else query.passages_view
    page = rows(index, brush, limit=MOST_ROWS)
    frame = page.frame.iloc[: page.inside]
    left_out = ["inside", "passage_start", "marks", "sought"]
    return frame.drop(columns=[name for name in left_out if name in frame])


def _lanes_by_day(view: Timeline) -> pd.DataFrame:
    lane, column = np.nonzero(view.cells + view.speaks)
    frame = view.lanes[["entity_id", "name", "kind"]].iloc[lane].reset_index(drop=True)
    frame["first_day"] = np.array(view.edges, dtype=object)[column]
    frame["unit"] = view.unit
    frame["mentions"] = view.cells[lane, column]
    frame["quotations"] = view.speaks[lane, column]
    return frame
