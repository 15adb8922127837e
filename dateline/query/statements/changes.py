"""What is new in a statement against what the same speaker said before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

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
    """The place of the latest earlier statement in similar words; -1 where there is none."""
    wording: tuple[Stretch, ...]
    """Against that one; empty where the words are the same."""


def changes(held: Statements, folds: Sequence[Fold], first: int, last: int) -> list[Change]:
    """The changes of some of the statements, which are in time order."""
    return [_change(held, folds, at) for at in range(first, min(last, len(folds)))]


def _change(held: Statements, folds: Sequence[Fold], at: int) -> Change:
    fold = folds[at]
    earlier = (
        [
            place
            for place in range(at - 1, -1, -1)
            if folds[place].speaker == fold.speaker and folds[place].day != NO_DAY
        ][:LOOKED_AT]
        if fold.day != NO_DAY
        else []
    )
    like = next((place for place in earlier if _are_alike(folds[place], fold)), -1)
    before = folds[earlier[0]] if earlier else None
    differs = before is not None and before.stance != fold.stance
    return Change(
        cues=(_words(before), _words(fold)) if differs and before else None,
        like=like,
        wording=_wording(held, folds[like], fold) if like >= 0 else (),
    )


def _words(fold: Fold) -> str:
    return STANCES.get(fold.stance, STATES)


def _are_alike(one: Fold, other: Fold) -> bool:
    shared = len(one.reading.content & other.reading.content)
    least = min(len(one.reading.content), len(other.reading.content))
    return shared >= LEAST_SHARED and shared >= LEAST_OVERLAP * least


def _wording(held: Statements, before: Fold, fold: Fold) -> tuple[Stretch, ...]:
    found = aligned(held.text_of(fold.longest), held.text_of(before.longest))
    return found if Counter(one.kind for one in found).keys() != {"same"} else ()
