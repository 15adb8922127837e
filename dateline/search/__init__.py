"""What a reader searches for: read into a tree, and found again in a text to be marked."""

from .marking import folded, marks, pattern_of
from .reading import FIELDS, MOST_CHARACTERS, MOST_DEEP, MOST_TERMS, parse
from .tree import All, Days, Either, Not, Term, Tree, sought

__all__ = [
    "FIELDS",
    "MOST_CHARACTERS",
    "MOST_DEEP",
    "MOST_TERMS",
    "All",
    "Days",
    "Either",
    "Not",
    "Term",
    "Tree",
    "folded",
    "marks",
    "parse",
    "pattern_of",
    "sought",
]
