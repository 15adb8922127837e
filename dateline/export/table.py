"""What is written to a file: tables of rows, and the words that say where they come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself."""

    corpus: str = ""
    """Name of the corpus."""
    selection: str = "Everything"
    """The Brush in words."""
    query: str = ""
    """The Brush as a link has it; empty for everything."""
    made: str = ""
    """When the file was made, UTC ISO 8601."""
    method: str = ""
    """What made the findings."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Rows of one kind, with their columns in order."""

    name: str
    """One of the tables of a corpus, or a name of its own."""
    columns: tuple[str, ...]
    rows: Iterable[Row]
    """Each with every column; an iterator is read once."""
    is_of_corpus: bool = True
    """Whether its columns are those of the corpus' table of that name, and typed as they are."""


@dataclass(slots=True)
class Written:
    """What became of the rows."""

    rows: int = 0
    """How many are in the file."""
    notes: tuple[str, ...] = ()
    """What a reader of the file must know: where it goes on, what a format cannot hold."""


def counted(rows: Iterable[Row], told: Written) -> Iterator[Row]:
    """The rows, each added to the count as it passes."""
    for row in rows:
        told.rows += 1
        yield row
