"""The analysts' notebook: what was bookmarked, tagged and noted, by whom, and undone at will."""

from __future__ import annotations

import getpass
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from dateline.brush import Brush
from dateline.query.notebook import noted_rows
from dateline.records import Review
from dateline.settings import corpus_path, read_settings
from dateline.store import Store
from dateline.store.notebook import KINDS, LONGEST_NOTE, LONGEST_TAG, Entry, Kind

from .shown import notebook_mark
from .views import open_index
from .written import Wanted, written_frame

__all__ = [
    "KINDS",
    "LONGEST_NOTE",
    "LONGEST_TAG",
    "Entry",
    "Kind",
    "Review",
    "Sought",
    "analyst",
    "analysts",
    "decisions",
    "entries",
    "entry",
    "file_of",
    "keep",
    "noted",
    "tags",
    "take_back",
]
UNKNOWN = "an analyst"
COLUMNS = ("kind", "record", "words", "bookmarked", "tags", "note", "who", "at")
TOLD = ("words", "inside")
"""What the corpus tells of an entry."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Which entries are asked for; what is empty leaves out nothing."""

    kind: Kind | None = None
    tags: tuple[str, ...] = ()
    """Any of them."""
    who: str = ""
    words: str = ""
    """In the note, the tags or what is noted, whatever its case."""
    is_within: bool = False
    """Only what the Brush selects."""


def analyst() -> str:
    """The name under which this analyst's decisions are kept."""
    named = read_settings().analyst
    if named:
        return named
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return UNKNOWN


def entries() -> Mapping[str, Entry]:
    """All that stands in the notebook, by subject."""
    return _by_subject()


def entry(subject: str) -> Entry:
    """How a quotation, passage or entity stands in the notebook."""
    return _by_subject().get(subject, Entry(subject))


def tags() -> tuple[str, ...]:
    """All tags in use, the most used first."""
    used = pd.Series([tag for found in _by_subject().values() for tag in found.tags], dtype=object)
    return tuple(map(str, used.value_counts().index))


def analysts() -> tuple[str, ...]:
    """Who made the last decision on an entry, by name."""
    return tuple(sorted({found.who for found in _by_subject().values()}))


def keep(shown: Entry, wanted: Entry) -> tuple[str, ...]:
    """Ids of the decisions that make what was shown what is wanted, kept under this analyst's name.

    Raises:
        ReviewClash: another note was written since.
        UsageError: there are too many tags, or a tag or the note is too long.
        CorpusError: the corpus cannot be written.
    """
    with Store.open(corpus_path()) as store:
        kept = store.decide(shown, replace(wanted, who=analyst()))
    return tuple(review.review_id for review in kept)


def take_back(*review_ids: str) -> None:
    """Undo decisions; they stay in the list as undone."""
    with Store.open(corpus_path()) as store:
        for review_id in review_ids:
            store.undo_review(review_id)


def decisions(subject: str) -> tuple[Review, ...]:
    """All decisions on a subject, newest first, undone ones included."""
    with Store.open(corpus_path(), readonly=True) as store:
        return tuple(reversed(store.reviews(subject)))


def noted(sought: Sought, brush: Brush) -> pd.DataFrame:
    """The entries that are sought, the last decided on first, each with what it stands for.

    What the corpus no longer has is listed with its id; its `words` are empty.
    """
    found = [one for one in _by_subject().values() if _fits(one, sought)]
    rows = noted_rows(open_index(), brush, [one.subject for one in found])
    told = [_row(one, rows.get(one.subject, {})) for one in found]
    frame = pd.DataFrame(told, columns=list(dict.fromkeys(_columns(told))))
    if sought.words:
        frame = frame[[_has(row, sought.words) for row in told]]
    if sought.is_within:
        frame = frame[frame["inside"].eq(True)]
    return frame.reset_index(drop=True)


def file_of(wanted: Wanted, sought: Sought) -> bytes:
    """The entries that are sought, as a file with where each comes from."""
    frame = noted(sought, wanted.brush).drop(columns=["subject", "inside"])
    return written_frame(frame, "notebook", wanted)


def _by_subject() -> Mapping[str, Entry]:
    path = corpus_path()
    mark = notebook_mark(path)
    return _entries(str(path), mark) if mark else {}


@st.cache_resource(max_entries=4, show_spinner=False)
def _entries(path: str, mark: str) -> Mapping[str, Entry]:  # noqa: ARG001 - cached by its mark
    with Store.open(Path(path), readonly=True) as store:
        return {found.subject: found for found in store.notebook()}


def _fits(found: Entry, sought: Sought) -> bool:
    return (
        sought.kind in (None, found.kind)
        and (not sought.tags or bool({*sought.tags} & {*found.tags}))
        and sought.who in ("", found.who)
    )


def _row(found: Entry, row: Mapping[str, Any]) -> dict[str, Any]:
    own = {
        "subject": found.subject,
        "kind": found.kind,
        "record": found.record,
        "words": "",
        "inside": False,
        "bookmarked": found.is_bookmarked,
        "tags": list(found.tags),
        "note": found.note,
        "who": found.who,
        "at": found.at,
    }
    told = {name: value for name, value in row.items() if name in TOLD or name not in own}
    return own | told


def _columns(rows: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    named = [name for row in rows for name in row]
    return ("subject", "inside", *COLUMNS, *named)


def _has(row: Mapping[str, Any], words: str) -> bool:
    held = " ".join((str(row["words"]), str(row.get("speaker", "")), row["note"], *row["tags"]))
    return words.casefold() in held.casefold()
