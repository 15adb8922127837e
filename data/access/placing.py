"""Names of places in the corpus in use: resolved, ambiguous, unplaced; with their candidates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import streamlit as st

from dateline.brush import Brush, from_query
from dateline.query import Page
from dateline.query.parts import Part
from dateline.query.placing import (
    CLOSE,
    DOUBTFUL,
    Names,
    Outcome,
    Placing,
    ambiguous_names,
    evidence_of,
    names_view,
    resolved_view,
    rival,
    rows_of,
    to_compare,
    toponym_ids,
    unplaced_names,
)
from dateline.records import Place, Toponym
from dateline.settings import corpus_path
from dateline.store import Store

from .places import known_places, mark
from .views import _current, _index
from .written import Form, Wanted, forms_of, written_frame

__all__ = [
    "CLOSE",
    "DOUBTFUL",
    "Candidates",
    "Outcome",
    "Placing",
    "candidates",
    "evidence",
    "file_of",
    "forms",
    "placing",
    "totals",
]
OUTCOMES: tuple[Outcome, ...] = ("resolved", "ambiguous", "unplaced")

_WRITTEN = {
    "count": "mentions_inside",
    "total": "mentions",
    "lowest": "lowest_confidence",
    "toponym_id": "typical_toponym_id",
    "article_id": "typical_article_id",
    "passage_id": "typical_passage_id",
}
"""What columns are called in files: the ids and the reason are those of the typical mention."""


FILED: Mapping[Outcome, str] = {
    "resolved": "places",
    "ambiguous": "ambiguous_names",
    "unplaced": "unplaced_names",
}
"""What the table of each list is called; which formats can hold it goes by that."""
DRAWN = ("geojson", "kml")
"""Formats that draw the outline of a place."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """What one name may mean, as its article was read."""

    toponym: Toponym
    lead: float | None
    """Points of score by which the place leads the next one elsewhere; None where none is."""
    places: Mapping[str, Place]
    """The candidates' places by id, as far as corpus or gazetteer know them."""


@st.cache_resource(max_entries=4, show_spinner=False)
def _names(path: str, mark: str, outcome: Outcome) -> Names | None:
    index = _index(path, mark)
    if outcome == "resolved":
        return None
    if outcome == "unplaced":
        return unplaced_names(index)
    rows = to_compare(index)
    ids = toponym_ids(index, rows)
    with Store.open(Path(path), readonly=True) as store:
        found = store.toponyms(ids)
    leads = [rival(found[one]) if one in found else None for one in ids]
    close = np.array([lead is not None and lead[1] < CLOSE for lead in leads], dtype=bool)
    return ambiguous_names(index, rows[close])


@st.cache_data(max_entries=100, show_spinner=False)
def _placing(path: str, mark: str, brush: str, outcome: Outcome, part: Part) -> Placing:
    index, chosen = _index(path, mark), from_query(brush)[0]
    names = _names(path, mark, outcome)
    if names is None:
        return resolved_view(index, chosen, part)
    return names_view(index, chosen, names, part)


@st.cache_data(max_entries=100, show_spinner=False)
def _evidence(path: str, mark: str, brush: str, outcome: Outcome, key: str, limit: int) -> Page:
    index = _index(path, mark)
    rows = rows_of(index, from_query(brush)[0], key, _names(path, mark, outcome))
    return evidence_of(index, rows, limit)


def placing(
    brush: Brush, outcome: Outcome, rows: int = 40, first: int = 0, words: str = ""
) -> Placing:
    """Some of the places, or names, inside the Brush; its own places filter nothing.

    Args:
        rows: at the most.
        first: the row to begin with, counted from 0; a whole number of times `rows`.
        words: letters of their names.
    """
    part = Part(rows, first, words)
    return _placing(*_current(), brush.to_query(), outcome, part)


def totals(brush: Brush) -> Mapping[Outcome, int]:
    """How long each of the lists is."""
    return {outcome: placing(brush, outcome, 0).total for outcome in OUTCOMES}


def evidence(brush: Brush, outcome: Outcome, key: str, limit: int = 10) -> Page:
    """The passages of one row of a list, newest first, with its words marked."""
    return _evidence(*_current(), brush.to_query(), outcome, key, limit)


def candidates(toponym_id: str) -> Candidates | None:
    """What the name of a mention may mean; None where the mention is unknown."""
    return _candidates(*_current(), mark(), toponym_id)


@st.cache_resource(max_entries=200, show_spinner=False)
def _candidates(path: str, revision: str, atlas: str, toponym_id: str) -> Candidates | None:  # noqa: ARG001 - corpus and gazetteer are cached by
    with Store.open(Path(path), readonly=True) as store:
        toponym = store.toponyms([toponym_id]).get(toponym_id)
    if toponym is None:
        return None
    found = rival(toponym)
    ids = [one.place_id for one in toponym.candidates]
    known = {**known_places(ids), **_stored_places(path, revision, ids)}
    return Candidates(toponym, found[1] if found else None, known)


def _stored_places(path: str, revision: str, place_ids: Sequence[str]) -> dict[str, Place]:
    """Those places that the corpus has, as they were when its articles were read."""
    index = _index(path, revision)
    frame = index.frames["places"].iloc[index.places.known(place_ids)].drop(columns="outline")
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    places = (Place(**{str(name): value for name, value in row.items()}) for row in rows)
    return {place.place_id: place for place in places}


def forms(outcome: Outcome) -> tuple[Form, ...]:
    """The formats that make sense for a list."""
    return forms_of(FILED[outcome])


def file_of(wanted: Wanted, outcome: Outcome) -> bytes:
    """A whole list as a file: its counts, a typical mention with its source, and who read it."""
    frame = _whole(wanted.brush, outcome)
    if outcome == "ambiguous":
        with Store.open(corpus_path(), readonly=True) as store:
            ids = frame["typical_toponym_id"].tolist()
            found = store.toponyms(ids)
        told = [found[one].candidates if one in found else () for one in ids]
        listed = [[asdict(candidate) for candidate in some] for some in told]
        frame["candidates"] = pd.Series(listed, index=frame.index, dtype=object)
    if wanted.form not in DRAWN:
        frame = frame.drop(columns="outline", errors="ignore")
    return written_frame(frame, FILED[outcome], wanted)


def _whole(brush: Brush, outcome: Outcome) -> pd.DataFrame:
    path, revision = _current()
    index, names = _index(path, revision), _names(path, revision, outcome)
    if names is None:
        found = resolved_view(index, brush, Part()).frame
    else:
        found = names_view(index, brush, names, Part()).frame
    return found[found["count"] > 0].drop(columns=["key", "selected"]).rename(columns=_WRITTEN)
