"""The seven bands of likelihood, and the terms that a text uses of them.

Source: ICD 203, Analytic Standards (2015), D.6.e.(2)(a).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from .parts import Part, Span

Row = Literal[0, 1]
"""The first row of the table of terms, or the second."""


@dataclass(frozen=True, slots=True)
class Band:
    """Two terms that say the same: one of each row."""

    low: int
    """Percent."""
    high: int
    terms: tuple[str, str]
    leads: tuple[str, str]
    """The terms as the beginning of a sentence that goes on with what may happen."""

    def words(self, row: Row) -> str:
        """“likely” (55-80 %)."""
        return f"“{self.terms[row]}” ({self.low}-{self.high} %)"


BANDS = (
    Band(1, 5, ("almost no chance", "remote"),
         ("there is almost no chance that", "there is a remote chance that")),
    Band(5, 20, ("very unlikely", "highly improbable"),
         ("it is very unlikely that", "it is highly improbable that")),
    Band(20, 45, ("unlikely", "improbable"), ("it is unlikely that", "it is improbable that")),
    Band(45, 55, ("roughly even chance", "roughly even odds"),
         ("there is a roughly even chance that", "there are roughly even odds that")),
    Band(55, 80, ("likely", "probable"), ("it is likely that", "it is probable that")),
    Band(80, 95, ("very likely", "highly probable"),
         ("it is very likely that", "it is highly probable that")),
    Band(95, 99, ("almost certain", "nearly certain"),
         ("it is almost certain that", "it is nearly certain that")),
)  # fmt: skip
_FORMS: tuple[tuple[str, int, Row], ...] = (
    (r"almost no chance", 0, 0),
    (r"remote (?:chance|possibility|probability|likelihood|odds)", 0, 1),
    (r"(?:chances?|odds|possibility|probability|likelihood) (?:is|are|remains?) remote", 0, 1),
    (r"very unlikely", 1, 0),
    (r"highly improbabl[ey]", 1, 1),
    (r"unlikely", 2, 0),
    (r"improbabl[ey]", 2, 1),
    (r"roughly even chance", 3, 0),
    (r"roughly even odds", 3, 1),
    (r"very likely", 5, 0),
    (r"highly probabl[ey]", 5, 1),
    (r"(?<!more )(?<!less )(?<!not )likely", 4, 0),
    (r"(?<!more )(?<!less )(?<!not )probabl[ey]", 4, 1),
    (r"almost certain(?:ly)?", 6, 0),
    (r"nearly certain(?:ly)?", 6, 1),
)
_TERM = re.compile(
    r"\b(?:" + "|".join(f"(?P<f{at}>{form[0]})" for at, form in enumerate(_FORMS)) + r")\b", re.I
)


@dataclass(frozen=True, slots=True)
class Term:
    """A standard term where it stands."""

    start: int
    end: int
    words: str
    band: int
    row: Row

    @property
    def span(self) -> Span:
        return self.start, self.end


def terms_of(part: Part) -> Iterator[Term]:
    """The standard terms of the author's own words.

    Misses: "remote" but beside chance, odds, possibility; comparisons ("more likely").
    """
    for found in _TERM.finditer(part.own):
        _, band, row = _FORMS[int(str(found.lastgroup)[1:])]
        yield Term(found.start(), found.end(), found[0], band, row)


def row_of(terms: Iterable[Term]) -> Row:
    """The row that is used more; of two alike the one used first, and the first where none is."""
    counted = Counter(term.row for term in terms)
    return max(counted, key=lambda row: counted[row]) if counted else 0


def band_of(percent: float) -> int:
    """The band that a percentage lies in; on a border the lower one."""
    return next((at for at, band in enumerate(BANDS) if percent <= band.high), len(BANDS) - 1)
