"""A finding as the reader shows it: where it stands, its card, and what a click on it chooses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from components.reader.cards import Lines
from components.typeset.text import Mark
from dateline.brush import Brush, Clause
from dateline.records import EntityKind

Kind = EntityKind | Literal["quotation", "date"]


@dataclass(frozen=True, slots=True)
class Found:
    """One finding."""

    key: str
    """`m`, `q` or `t` and its ordinal in the article."""
    kind: Kind
    name: str
    """The heading of its card."""
    about: str
    """The entity, the speaker or the days that it shares with other findings."""
    lines: Lines
    """The rest of its card."""
    spans: tuple[Mark, ...]
    """Where it stands; the third is the key, for quotations with a colon and the part."""
    choices: tuple[Clause, ...] = ()
    """The clauses that it stands for; a click puts in the first."""
    confidence: float = 1.0
    mode: str = ""
    """Of a quotation."""

    def is_chosen(self, brush: Brush) -> bool:
        return any(_holds(brush.clause_on(choice.field), choice) for choice in self.choices)


def _holds(held: Clause | None, choice: Clause) -> bool:
    if held is None:
        return False
    return held == choice if held.op == "between" else choice.values[0] in held.values
