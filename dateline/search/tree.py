"""What a search asks for, as a tree of terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

WORDED = ("", "said")
"""Where words of a text are looked for; the values of all other fields are names."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand together."""

    where: str
    """The field in which they are looked for; empty for the whole passage."""
    words: str
    is_begun: bool = False
    """Whether the last word may go on."""
    at: int = field(default=0, compare=False)
    """Where it stands in the search, counted from 0."""


@dataclass(frozen=True, slots=True)
class Days:
    """Articles published between two days."""

    first: str
    """ISO date; empty where there is no first day."""
    last: str
    """ISO date, inclusive; empty where there is no last day."""


@dataclass(frozen=True, slots=True)
class Not:
    part: Tree


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Either:
    parts: tuple[Tree, ...]


Tree: TypeAlias = Term | Days | Not | All | Either


def sought(tree: Tree) -> Iterator[Term]:
    """The words that what is found has or may have, in their order; what NOT leaves out is not."""
    if isinstance(tree, Term) and tree.where in WORDED:
        yield tree
    elif isinstance(tree, (All, Either)):
        for part in tree.parts:
            yield from sought(part)
