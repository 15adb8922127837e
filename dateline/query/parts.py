"""Which part of a list is asked for: so many rows from one on, of names with some letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from .selected import Places


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a list; all of it where nothing is said."""

    rows: int | None = None
    """Rows at the most; None for all."""
    first: int = 0
    """The row that it begins with, counted from 0: a whole number of times `rows`."""
    words: str = ""
    """Letters of the names that are listed, whatever their case or accents; empty for all."""

    def of(self, order: Places) -> tuple[int, Places]:
        """Where it begins, and what is in it: the last of its size where it lies beyond the end."""
        if not self.rows:
            return 0, order[: self.rows]
        first = min(self.first, max(0, len(order) - 1)) // self.rows * self.rows
        return first, order[first : first + self.rows]

    def named(self, shown: Places, names_of: Callable[[Places], Iterable[str]]) -> Places:
        """Those of some codes whose name has the words."""
        words = folded(self.words)
        if not words:
            return shown
        kept = [words in folded(name) for name in names_of(shown)]
        return np.asarray(shown[np.array(kept, dtype=bool)])


def folded(text: str) -> str:
    """The text without case, accents and white space that says nothing, as names are compared."""
    parts = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(c for c in parts if not unicodedata.combining(c)).split())
