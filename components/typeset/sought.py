"""The words that a search asks for, to be marked where they stand."""

from __future__ import annotations

from components.typeset.text import Mark
from dateline.brush import Brush
from dateline.search import Tree, marks, parse

SOUGHT = "sought"
"""The kind of the words that a list was asked for."""


def search_of(brush: Brush) -> Tree | None:
    """What the Brush searches for, or None."""
    search = brush.clause_on("search")
    return parse(search.values[0]) if search else None


def sought_in(text: str, search: Tree | None) -> list[Mark]:
    """Where a text has words of the search."""
    return [(start, end, SOUGHT) for start, end in marks(search, text)] if search else []
