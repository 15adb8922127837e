"""Where a speaker seems to say the opposite of what the same speaker said before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ..days import NO_DAY
from .folds import Fold
from .normal import as_written
from .saying import Statements
from .stance import ANTONYMS, OPPOSED, STANCES, STATES

Numbers = NDArray[np.int64]
Kind = Literal["cues", "denial", "negation", "harm", "opposites"]
LEAST_SHARED = 2
"""Words of meaning that both have."""
LEAST_OVERLAP = 0.6
"""Of the words of meaning of the shorter."""
LEAST_OVERLAP_CUES = 0.5
LOOKED_AT = 300
"""Earlier statements that share a word, at the most, the latest first."""
TOLL_DAYS = 14
LEAST_SURE = 0.3
_BASE: dict[Kind, float] = {
    "cues": 0.85, "denial": 0.7, "negation": 0.75, "harm": 0.6, "opposites": 0.6,
}  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Reversal:
    """A proposal to check: two statements of one speaker that seem to contradict each other."""

    earlier: Fold
    later: Fold
    kind: Kind
    reason: str
    """Why it is proposed, in words."""
    shared: tuple[str, ...]
    """The stems that both have."""
    confidence: float
    """0 to 1."""


def reversals(held: Statements, folds: Sequence[Fold]) -> list[Reversal]:
    """Proposals, the surest first; no statement is the earlier, or the later, of two.

    Misses: reversals in other words; where both statements deny something, but not the same;
        between two speakers of a side; by attitudes ("wants", "refuses to", "opposes"), which are
        no quotations; of what is hedged, asked or hangs on a condition; within one article; of
        undated statements; what lies more than `LOOKED_AT` statements back that share its words.
        Finds what is none: the same words on another occasion.
    """
    dated = [fold for fold in folds if fold.day != NO_DAY]
    postings = _postings(dated)
    found: list[Reversal] = []
    taken: set[int] = set()
    for at, fold in enumerate(dated):
        proposed = [
            (before, one)
            for before in _candidates(postings, fold, at)
            if before not in taken and (one := proposal(held, dated[before], fold))
        ]
        if proposed:
            before, best = max(proposed, key=lambda pair: (pair[1].confidence, pair[0]))
            taken.add(before)
            found.append(best)
    return sorted(found, key=lambda one: -one.confidence)


def proposal(held: Statements, earlier: Fold, later: Fold) -> Reversal | None:
    """The pair as a proposal, where there is a reason for one."""
    if earlier.speaker != later.speaker or earlier.speaker < 0:
        return None
    shared = earlier.reading.content & later.reading.content
    least = min(len(earlier.reading.content), len(later.reading.content))
    overlap = len(shared) / least if least else 0.0
    told = _told(held, earlier, later, shared, overlap)
    if told is None or _share_an_article(held, earlier, later):
        return None
    kind, reason = told
    attested = 0.5 + 0.5 * min(earlier.sureness, later.sureness)
    sure = _BASE[kind] * (0.6 + 0.4 * overlap) * attested
    if sure < LEAST_SURE:
        return None
    return Reversal(earlier, later, kind, reason, tuple(sorted(shared)), round(sure, 2))


def _told(
    held: Statements, earlier: Fold, later: Fold, shared: frozenset[str], overlap: float
) -> tuple[Kind, str] | None:
    if _is_of_harm(held, earlier, later, shared):
        first, second = earlier.reading.harm, later.reading.harm
        said = {"none": "says that no one came to harm", "some": "counts those who did"}
        return "harm", f"first {said[first]}, then {said[second]}"
    if len(shared) < LEAST_SHARED:
        return None
    flipped = (earlier.reading.denied ^ later.reading.denied) & shared
    stances = frozenset({earlier.stance, later.stance})
    if stances in OPPOSED and overlap >= LEAST_OVERLAP_CUES and not flipped:
        return "cues", _in_turn(earlier, later)
    if overlap < LEAST_OVERLAP or earlier.reading.is_hedged or later.reading.is_hedged:
        return None
    if earlier.is_against != later.is_against:
        return None if flipped else ("denial", _in_turn(earlier, later))
    if flipped and not (earlier.reading.denied and later.reading.denied):
        word = as_written(held.text_of(later.longest), min(flipped))
        return "negation", f"nearly the same words with and without “not” for “{word}”"
    return None if flipped else _opposites(held, earlier, later)


def _in_turn(earlier: Fold, later: Fold) -> str:
    first, second = (STANCES.get(fold.stance, STATES) for fold in (earlier, later))
    return f"first {first}, then {second} what is told in nearly the same words"


def _opposites(held: Statements, earlier: Fold, later: Fold) -> tuple[Kind, str] | None:
    only_earlier = earlier.reading.content - later.reading.content
    only_later = later.reading.content - earlier.reading.content
    for one in sorted(only_earlier):
        for other in sorted(only_later):
            is_one_denied = (one in earlier.reading.denied) != (other in later.reading.denied)
            if frozenset({one, other}) in ANTONYMS and not is_one_denied:
                first = as_written(held.text_of(earlier.longest), one)
                then = as_written(held.text_of(later.longest), other)
                return "opposites", f"“{first}” first, then “{then}”, in nearly the same words"
    return None


def _is_of_harm(held: Statements, earlier: Fold, later: Fold, shared: frozenset[str]) -> bool:
    if {earlier.reading.harm, later.reading.harm} != {"none", "some"}:
        return False
    if later.day - earlier.last > TOLL_DAYS or earlier.is_against != later.is_against:
        return False
    return bool(shared - {"kill"}) or bool(_about(held, earlier) & _about(held, later))


def _about(held: Statements, fold: Fold) -> set[int]:
    found: set[int] = set()
    for row in fold.rows.tolist():
        first, last = np.searchsorted(held.about_row, [row, row + 1])
        found.update(held.about[first:last].tolist())
    return found


def _share_an_article(held: Statements, earlier: Fold, later: Fold) -> bool:
    return not set(held.article[earlier.rows].tolist()).isdisjoint(
        held.article[later.rows].tolist()
    )


def _postings(folds: Sequence[Fold]) -> dict[str, Numbers]:
    found: dict[str, list[int]] = {}
    for at, fold in enumerate(folds):
        for stem in _keys(fold):
            found.setdefault(stem, []).append(at)
    return {stem: np.array(places) for stem, places in found.items()}


def _keys(fold: Fold) -> Iterable[str]:
    return (*fold.reading.content, *(["#harm"] if fold.reading.harm else []))


def _candidates(postings: dict[str, Numbers], fold: Fold, at: int) -> list[int]:
    """Earlier statements that share enough words, or that also tell of harm."""
    held = [np.zeros(0, dtype=np.int64)]
    for stem in _keys(fold):
        places = postings[stem]
        end = int(np.searchsorted(places, at))
        taken = places[max(0, end - LOOKED_AT) : end]
        held.append(np.repeat(taken, LEAST_SHARED) if stem == "#harm" else taken)
    places, counts = np.unique(np.concatenate(held), return_counts=True)
    found: list[int] = places[counts >= LEAST_SHARED].tolist()
    return found
