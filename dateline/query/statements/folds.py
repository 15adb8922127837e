"""What was said on one subject, in time order, what is nearly the same folded into one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow.compute as pc
from numpy.typing import NDArray

from ...brush import Brush
from ..days import NO_DAY
from ..select import selection
from .normal import words_of
from .saying import Statements
from .sides import speakers_of
from .stance import AGAINST, Reading, reading_of

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Fold:
    """The quotations that carry one statement: copies, other outlets, near-identical words."""

    rows: Numbers
    """Quotations by their rows, the first said first."""
    longest: int
    """The row with the longest attested form."""
    day: int
    """The first day; `NO_DAY` where none is stated."""
    last: int
    speaker: int
    """The entity of the longest form; -1 for none."""
    stance: str
    """The stance of most of its cues; empty where they only state."""
    reading: Reading
    sureness: float
    """The highest confidence of its quotations."""

    @property
    def is_against(self) -> bool:
        return self.stance in AGAINST


@dataclass(frozen=True, slots=True)
class Subject:
    """What statements are to be about; with neither, anything."""

    entity: str = ""
    """An entity that the quotation is about."""
    words: str = ""
    """Words that it has, in whatever form."""


def rows_on(
    held: Statements, brush: Brush, sides: Sequence[str], subject: Subject | None = None
) -> Numbers:
    """The quotations inside the Brush that one of the sides says on the subject."""
    index = held.index
    inside = selection(index, brush.without("speaker")).holds("quotations")
    rows = index.quotations.rows[inside].astype(np.int64)
    rows = rows[np.isin(held.speaker[rows], speakers_of(index, sides))] if sides else rows
    if subject and subject.entity:
        known = index.entities.known([subject.entity])
        rows = rows[np.isin(rows, held.about_row[np.isin(held.about, known)])]
    if subject and subject.words.strip():
        rows = rows[_has_words(held, subject.words)[held.content[rows]]]
    return np.sort(rows)


def _has_words(held: Statements, words: str) -> NDArray[np.bool_]:
    """Which texts have all of the words, in whatever form."""
    found = np.ones(len(held.texts), dtype=bool)
    owner = np.repeat(np.arange(len(held.texts)), np.diff(held.starts))
    codes = {stem: code for code, stem in enumerate(held.stems)}
    for word in words_of(words):
        having = np.zeros(len(held.texts), dtype=bool)
        having[owner[held.tokens == codes.get(word, -1)]] = True
        found &= having
    return found


def folded(held: Statements, rows: Numbers) -> list[Fold]:
    """The statements of some quotations, in time order; those without a day last, as they stand.

    What differs in a negation, in figures or in words that have an opposite is never folded.
    """
    if not len(rows):
        return []
    texts = np.unique(held.content[rows]).tolist()
    readings = {
        text: reading_of(held.stems_of(text), str(held.texts[text].as_py())) for text in texts
    }
    stances = held.stance[rows]
    signs: dict[object, int] = {}
    sign_of = {
        text: signs.setdefault((one.denied, one.poles, one.figures), len(signs))
        for text, one in readings.items()
    }
    sign = np.array([sign_of[text] for text in held.content[rows].tolist()], dtype=np.int64)
    keys = np.stack([held.statement[rows], sign])
    _, group = np.unique(keys, axis=1, return_inverse=True)
    order = _in_time(held, rows)
    lengths = np.asarray(pc.utf8_length(held.texts))[held.content[rows]]
    sure = held.index.frames["quotations"]["confidence"].to_numpy()[rows]
    found = list[Fold]()
    for members in _groups(group.reshape(-1)[order], order):
        lead = int(rows[members[int(lengths[members].argmax())]])
        reading = readings[int(held.content[lead])]
        stance = _prevailing(stances[members].tolist())
        found.append(_fold(held, rows[members], lead, stance, reading, float(sure[members].max())))
    return found


def _groups(group: Numbers, order: Numbers) -> list[Numbers]:
    """The members of each group, groups by their first member."""
    sort = np.argsort(group, kind="stable")
    cuts = np.flatnonzero(np.diff(group[sort])) + 1
    parts = np.split(sort, cuts)
    parts.sort(key=lambda part: int(part[0]))
    return [order[part] for part in parts]


def _in_time(held: Statements, rows: Numbers) -> Numbers:
    """Quotations by the day on which they were said, then by the moment of publication."""
    moments = held.index.frames["articles"]["published"].iloc[held.article[rows]]
    times = moments.astype("int64").to_numpy()
    days = held.day[rows].astype(np.int64)
    found: Numbers = np.lexsort((rows, times, days, days == NO_DAY))
    return found


def _prevailing(stances: list[str]) -> str:
    """The stance of most; of two as many, the one that is a stance."""
    if len(set(stances)) == 1:
        return stances[0]
    counted = Counter(stances)
    return max(counted, key=lambda one: (counted[one], one != ""))


def _fold(
    held: Statements, rows: Numbers, lead: int, stance: str, reading: Reading, sureness: float
) -> Fold:
    return Fold(
        rows=rows,
        longest=lead,
        day=int(held.day[rows[0]]),
        last=int(held.day[rows[-1]]),
        speaker=int(held.speaker[lead]),
        stance=stance,
        reading=reading,
        sureness=sureness,
    )
