"""What the same speaker said in other words: by meaning, or by the words that both have."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from ...brush import Brush
from .alike import Numbers
from .folds import rows_on
from .saying import Statements
from .sides import one_voice
from .stance import reading_of

Likeness = Callable[[str, Sequence[str]], NDArray[np.float64]]
"""How alike one text is to each of others: 0 to 1."""
WITHIN_DAYS = 10
LOOKED_AT = 400
"""Statements of the speaker that are compared, the nearest in time first."""
LEAST_OF_WORDS = 0.3
"""Of the words of meaning that either has, those that both have."""
LEAST_SHARED = 2
MIN_WORDS = 3
"""Words of meaning; a text with fewer is a paraphrase of nothing."""


def paraphrases(
    held: Statements, brush: Brush, rows: Numbers, likeness: Likeness | None, least: float
) -> list[tuple[int, float]]:
    """Quotations that may say the same in other words, one a statement, with how alike they are.

    Args:
        rows: the quotations of one statement.
        likeness: by meaning; by words where it is None.
        least: the likeness asked for, where it is by meaning.
    Misses: paraphrases of what no known speaker says; by another speaker, or more than
        `WITHIN_DAYS` away; of the speaker's statements all but the `LOOKED_AT` nearest in time. By
        words: those with few words in common. Finds what is none: statements on one subject in
        similar words.
    """
    rows = rows[held.speaker[rows] >= 0]
    if not len(rows):
        return []
    lead = int(rows[int(np.argmax(np.diff(held.starts)[held.content[rows]]))])
    others = _others(held, brush, lead)
    text, texts = held.text_of(lead), [held.text_of(row) for row in others]
    if likeness is None:
        scores, least = _by_words(held, lead, others), LEAST_OF_WORDS
    else:
        scores = likeness(text, texts)
    found = [(row, float(s)) for row, s in zip(others, scores.tolist(), strict=True) if s >= least]
    return sorted(found, key=lambda pair: -pair[1])


def _others(held: Statements, brush: Brush, lead: int) -> list[int]:
    """The longest quotation of each other statement of the voice, the nearest in time first."""
    voiced = rows_on(held, brush, ())
    days = held.day.astype(np.int64)
    near = np.abs(days[voiced] - days[lead]) <= WITHIN_DAYS
    voiced = voiced[near & (held.statement[voiced] != held.statement[lead])]
    voice = np.append(held.speaker[voiced], held.speaker[lead])
    fits = one_voice(held.index, voice)
    at = np.arange(len(voiced))
    is_named = held.speaker[voiced] >= 0
    voiced = voiced[fits(at, np.full(len(at), len(voiced))) & is_named]
    sizes = np.diff(held.starts)[held.content[voiced]]
    order = np.lexsort((-sizes, np.abs(days[voiced] - days[lead])))
    _, first = np.unique(held.statement[voiced[order]], return_index=True)
    found: list[int] = voiced[order][np.sort(first)][:LOOKED_AT].tolist()
    return found


def _by_words(held: Statements, lead: int, others: Sequence[int]) -> NDArray[np.float64]:
    own = _content(held, lead)
    scores = []
    for row in others:
        told = _content(held, row)
        shared = len(own & told)
        enough = shared >= LEAST_SHARED and min(len(own), len(told)) >= MIN_WORDS
        scores.append(shared / len(own | told) if enough else 0.0)
    return np.array(scores, dtype=np.float64)


def _content(held: Statements, row: int) -> frozenset[str]:
    return reading_of(held.stems_of(int(held.content[row])), "").content
