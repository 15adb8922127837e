"""Positions over time and wordings across outlets, of the corpus in use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd
import streamlit as st

from dateline.brush import Brush, from_query
from dateline.meaning import LEAST_ALIKE, NAME, Meaning, open_meaning
from dateline.query import statements
from dateline.query.statements import Offer, Positions, Statements, Subject, Wordings
from dateline.query.statements.sides import BODY, COUNTRY
from dateline.query.statements.stance import STATES

from .ground import region_words
from .views import _current, _index
from .written import Wanted, written_frame

__all__ = [
    "BODY",
    "COUNTRY",
    "STATES",
    "File",
    "FormsPage",
    "Offer",
    "Paraphrases",
    "PositionsPage",
    "Subject",
    "WordingsPage",
    "file_of_paraphrases",
    "file_of_positions",
    "file_of_wording",
    "file_of_wordings",
    "forms",
    "name_of",
    "paraphrases",
    "positions",
    "sides",
    "speakers",
    "subjects",
    "wordings",
]
File = Literal["positions", "reversals"]


@dataclass(frozen=True, slots=True)
class PositionsPage:
    """The first statements of a side on a subject, and the reversals proposed among all."""

    frame: pd.DataFrame
    """As `statements.positions_frame` gives them."""
    total: int
    undated: int
    quotations: int
    earlier: pd.DataFrame
    """The first proposals by their earlier statements, and in the same order by the later."""
    later: pd.DataFrame
    proposals: int


@dataclass(frozen=True, slots=True)
class WordingsPage:
    """The first statements that several outlets carry."""

    frame: pd.DataFrame
    total: int


@dataclass(frozen=True, slots=True)
class FormsPage:
    """The first forms of a statement."""

    frame: pd.DataFrame
    total: int
    quotations: int
    statement: str
    """The id by which the list names the statement; empty where nothing of it is inside."""


@dataclass(frozen=True, slots=True)
class Paraphrases:
    """What the same speaker said in other words about that time."""

    frame: pd.DataFrame
    """Quotations with their sources, and `likeness`, 0 to 1; the most alike first."""
    method: str
    """By which they were compared: "by words", or "by meaning" and the model."""


@st.cache_resource(max_entries=2, show_spinner=False)
def _held(path: str, mark: str) -> Statements:
    return statements.statements_of(_index(path, mark))


@st.cache_resource(max_entries=40, show_spinner=False)
def _positions(
    path: str, mark: str, brush: str, sides: tuple[str, ...], subject: Subject
) -> Positions:
    return statements.positions_of(_held(path, mark), from_query(brush)[0], sides, subject)


@st.cache_resource(max_entries=20, show_spinner=False)
def _wordings(path: str, mark: str, brush: str) -> Wordings:
    return statements.wordings_of(_held(path, mark), from_query(brush)[0])


@st.cache_resource(max_entries=40, show_spinner=False)
def _speakers(path: str, mark: str, brush: str) -> tuple[Offer, ...]:
    return statements.speakers(_held(path, mark), from_query(brush)[0])


@st.cache_resource(max_entries=40, show_spinner=False)
def _sides(path: str, mark: str, brush: str) -> tuple[Offer, ...]:
    return statements.sides(_held(path, mark), from_query(brush)[0])


@st.cache_resource(max_entries=40, show_spinner=False)
def _subjects(path: str, mark: str, brush: str, sides: tuple[str, ...]) -> tuple[Offer, ...]:
    return statements.subjects(_held(path, mark), from_query(brush)[0], sides)


@st.cache_resource(max_entries=40, show_spinner=False)
def _positions_page(
    path: str,
    mark: str,
    brush: str,
    sides: tuple[str, ...],
    subject: Subject,
    limit: int,
    proposed: int,
) -> PositionsPage:
    held, found = _held(path, mark), _positions(path, mark, brush, sides, subject)
    earlier, later = statements.reversals_frame(held, found, 0, proposed)
    frame = statements.positions_frame(held, found, 0, limit)
    return PositionsPage(
        frame, len(found.folds), found.undated, found.quotations, earlier, later,
        len(found.reversals),
    )  # fmt: skip


@st.cache_resource(max_entries=40, show_spinner=False)
def _wordings_page(path: str, mark: str, brush: str, limit: int) -> WordingsPage:
    found = _wordings(path, mark, brush)
    frame = statements.wordings_frame(_held(path, mark), found, 0, limit)
    return WordingsPage(frame, len(found.statements))


@st.cache_resource(max_entries=40, show_spinner=False)
def _forms(path: str, mark: str, brush: str, statement: str, limit: int) -> FormsPage:
    held = _held(path, mark)
    rows = statements.rows_of_statement(held, from_query(brush)[0], statement)
    frame, total = statements.forms_frame(held, rows, 0, limit)
    name = statements.statement_id(held, rows) if len(rows) else ""
    return FormsPage(frame, total, len(rows), name)


@st.cache_resource(max_entries=40, show_spinner=False)
def _paraphrases(path: str, mark: str, brush: str, statement: str) -> Paraphrases:
    held, chosen = _held(path, mark), from_query(brush)[0]
    rows = statements.rows_of_statement(held, chosen, statement)
    model = _meaning()
    likeness = model.likeness if model else None
    found = statements.paraphrases(held, chosen, rows, likeness, LEAST_ALIKE)
    frame = statements.quotations_frame(held, [row for row, _ in found])
    method = f"by meaning ({NAME})" if model else "by words"
    return Paraphrases(frame.assign(likeness=[score for _, score in found]), method)


@st.cache_resource(show_spinner=False)
def _meaning() -> Meaning | None:
    return open_meaning()


def speakers(brush: Brush) -> tuple[Offer, ...]:
    """Those who are quoted inside the Brush, most quoted first; its own speakers filter nothing."""
    return _speakers(*_current(), brush.without("speaker").to_query())


def sides(brush: Brush) -> tuple[Offer, ...]:
    """Countries and bodies with two or more speakers inside the Brush, most quoted first."""
    return _sides(*_current(), brush.without("speaker").to_query())


def subjects(brush: Brush, chosen: Sequence[str]) -> tuple[Offer, ...]:
    """What the sides' quotations are about, those most spoken of first."""
    return _subjects(*_current(), brush.without("speaker").to_query(), tuple(chosen))


def name_of(side: str) -> str:
    """The name to show for a speaker or a side."""
    if side.startswith(COUNTRY):
        return region_words(side.removeprefix(COUNTRY))
    return _index(*_current()).name_of("entity", side.removeprefix(BODY))


def positions(
    brush: Brush, chosen: Sequence[str], subject: Subject, limit: int = 40, proposed: int = 5
) -> PositionsPage:
    """What the sides said on the subject, in time order."""
    query = brush.without("speaker").to_query()
    return _positions_page(*_current(), query, tuple(chosen), subject, limit, proposed)


def wordings(brush: Brush, limit: int = 40) -> WordingsPage:
    """The statements that two or more outlets carry inside the Brush, most carried first."""
    return _wordings_page(*_current(), brush.to_query(), limit)


def forms(brush: Brush, statement: str, limit: int = 20) -> FormsPage:
    """How outlets word one statement, the longest attested form first."""
    return _forms(*_current(), brush.to_query(), statement, limit)


def paraphrases(brush: Brush, statement: str) -> Paraphrases:
    """What the speaker of a statement said in other words about that time."""
    return _paraphrases(*_current(), brush.to_query(), statement)


def file_of_positions(
    wanted: Wanted, chosen: Sequence[str], subject: Subject, file: File = "positions"
) -> bytes:
    """All of the statements, or all of the proposals, with their sources, as a file."""
    path, mark = _current()
    query = wanted.brush.without("speaker").to_query()
    found = _positions(path, mark, query, tuple(chosen), subject)
    table = statements.positions_table if file == "positions" else statements.reversals_table
    return written_frame(table(_held(path, mark), found), file, wanted)


def file_of_wordings(wanted: Wanted) -> bytes:
    """All statements that several outlets carry, each by its longest form, as a file."""
    path, mark = _current()
    found = _wordings(path, mark, wanted.brush.to_query())
    table = statements.wordings_table(_held(path, mark), found)
    return written_frame(table, "wordings", wanted)


def file_of_wording(wanted: Wanted, statement: str) -> bytes:
    """All quotations of one statement with their differences, as a file."""
    path, mark = _current()
    held = _held(path, mark)
    rows = statements.rows_of_statement(held, wanted.brush, statement)
    return written_frame(statements.wording_table(held, rows), "wording", wanted)


def file_of_paraphrases(wanted: Wanted, statement: str) -> bytes:
    """What the speaker said in other words, how alike it is and how that was told, as a file."""
    path, mark = _current()
    found = _paraphrases(path, mark, wanted.brush.to_query(), statement)
    table = statements.sourced(found.frame, {"likeness": found.frame["likeness"].tolist()})
    return written_frame(table.assign(compared=found.method), "paraphrases", wanted)
