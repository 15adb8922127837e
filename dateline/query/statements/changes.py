"""What is new in a statement against what the same speaker said before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from ..days import NO_DAY
from .aligned import Stretch, aligned
from .folds import Fold
from .saying import Statements
from .stance import STANCES, STATES

LEAST_SHARED = 2
LEAST_OVERLAP = 0.6
"""Of the words of meaning of the shorter: below it the two are about different things."""
LOOKED_AT = 200
"""Earlier statements that are looked through for one in similar words, the latest first."""


@dataclass(frozen=True, slots=True)
class Change:
    """How a statement differs from an earlier one of its speaker."""

    cues: tuple[str, str] | None
    """The stance of the statement before, then its own; None where it is the same."""
    like: int
    """The place of the earlier statement in the most similar words; -1 where there is none."""
    wording: tuple[Stretch, ...]
    """Against that one; empty where the words are the same."""


def changes(held: Statements, folds: Sequence[Fold], first: int, last: int) -> list[Change]:
    """The changes of some of the statements, which are in time order."""
    return [_change(held, folds, at) for at in range(first, min(last, len(folds)))]


def _change(held: Statements, folds: Sequence[Fold], at: int) -> Change:
    fold = folds[at]
    earlier = _earlier(folds, at) if fold.day != NO_DAY else []
    likeness = [_likeness(folds[place], fold) for place in earlier]
    most = max(likeness, default=0.0)
    like = earlier[likeness.index(most)] if most else -1
    before = folds[earlier[0]] if earlier else None
    differs = before is not None and before.stance != fold.stance
    return Change(
        cues=(_words(before), _words(fold)) if differs and before else None,
        like=like,
        wording=_wording(held, folds[like], fold) if like >= 0 else (),
    )


def _words(fold: Fold) -> str:
    return STANCES.get(fold.stance, STATES)


def _earlier(folds: Sequence[Fold], at: int) -> list[int]:
    """Places of the latest statements of the speaker before this one, the last first."""
    speaker = folds[at].speaker
    own = (place for place in range(at - 1, -1, -1) if folds[place].speaker == speaker)
    return list(islice(own, LOOKED_AT))


def _likeness(one: Fold, other: Fold) -> float:
    """The share of their words of meaning that both have; 0 where that is too little."""
    shared = len(one.reading.content & other.reading.content)
    least = min(len(one.reading.content), len(other.reading.content))
    if shared < LEAST_SHARED or shared < LEAST_OVERLAP * least:
        return 0.0
    return shared / len(one.reading.content | other.reading.content)


def _wording(held: Statements, before: Fold, fold: Fold) -> tuple[Stretch, ...]:
    found = aligned(held.text_of(fold.longest), held.text_of(before.longest))
    return found if Counter(one.kind for one in found).keys() != {"same"} else ()
