"""The position of a speaker, or of a side, on one subject over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ...brush import Brush
from ..days import NO_DAY
from ..select import iso_day
from .carried import beside, carried, evidence_frame, told_of
from .changes import Change, changes
from .folds import Fold, Subject, folded, rows_on
from .reversals import Reversal, reversals
from .saying import Statements
from .stance import STANCES, STATES


@dataclass(frozen=True, slots=True, eq=False)
class Positions:
    """Statements in time order, and the reversals that are proposed among them."""

    folds: Sequence[Fold]
    """The dated in time order, then those without a day."""
    undated: int
    quotations: int
    """All that are folded into them."""
    reversals: Sequence[Reversal]
    """Proposals to check, the surest first."""


def positions_of(
    held: Statements, brush: Brush, sides: Sequence[str], subject: Subject
) -> Positions:
    """What the sides said on the subject inside the Brush; its own speakers filter nothing."""
    rows = rows_on(held, brush, sides, subject)
    folds = folded(held, rows)
    undated = sum(fold.day == NO_DAY for fold in folds)
    return Positions(folds, undated, len(rows), reversals(held, folds))


def positions_frame(
    held: Statements, found: Positions, offset: int = 0, limit: int | None = 40
) -> pd.DataFrame:
    """Some of the statements, each with the evidence of its longest attested form.

    Beside the fields of the quotation and its article: `day`, `last_day` and `is_said`; `stance`
    and `cues`; how widely it is carried (`carried.told_of`); `stance_before`, `like_day`, `like`
    and `wording`, what changed.
    """
    last = len(found.folds) if limit is None else min(offset + limit, len(found.folds))
    shown = found.folds[offset:last]
    frame = evidence_frame(held, np.array([fold.longest for fold in shown], dtype=np.int64))
    told = changes(held, found.folds, offset, last)
    rows = [
        {**_fold_columns(held, fold), **_change_columns(held, found.folds, change)}
        for fold, change in zip(shown, told, strict=True)
    ]
    return beside(frame, rows)


def reversals_frame(
    held: Statements, found: Positions, offset: int = 0, limit: int | None = 10
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The earlier and the later statements of some proposals, a row each, in one order."""
    last = None if limit is None else offset + limit
    shown = found.reversals[offset:last]
    earlier = _side_frame(held, shown, [one.earlier for one in shown])
    return earlier, _side_frame(held, shown, [one.later for one in shown])


def _side_frame(held: Statements, shown: Sequence[Reversal], folds: Sequence[Fold]) -> pd.DataFrame:
    frame = evidence_frame(held, np.array([fold.longest for fold in folds], dtype=np.int64))
    rows = [
        {**_fold_columns(held, fold), "kind": one.kind, "reason": one.reason,
         "shared": list(one.shared), "proposal_confidence": one.confidence}
        for fold, one in zip(folds, shown, strict=True)
    ]  # fmt: skip
    return beside(frame, rows)


def _fold_columns(held: Statements, fold: Fold) -> dict[str, Any]:
    frame = held.index.frames["quotations"]
    cues = dict.fromkeys(cue for cue in frame["cue"].iloc[fold.rows[:200]].tolist() if cue)
    return {
        "day": day_text(fold.day),
        "last_day": day_text(fold.last),
        "is_said": bool(held.is_said[fold.rows].any()),
        "stance": STANCES.get(fold.stance, STATES),
        "cues": list(cues),
        **told_of(held, carried(held, fold.rows)),
    }


def _change_columns(held: Statements, folds: Sequence[Fold], change: Change) -> dict[str, Any]:
    like = folds[change.like] if change.like >= 0 else None
    return {
        "stance_before": change.cues[0] if change.cues else "",
        "like_day": day_text(like.day) if like else "",
        "like": held.text_of(like.longest) if like else "",
        "wording": [(one.kind, one.text, one.other) for one in change.wording],
    }


def day_text(day: int) -> str:
    """An ISO day; empty where none is stated."""
    return "" if day == NO_DAY else iso_day(day)
