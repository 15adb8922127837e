"""The same statement across outlets: which are carried most, and how each outlet words one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pyarrow.compute as pc
from numpy.typing import NDArray

from ...brush import Brush
from ..select import selection
from .aligned import aligned
from .carried import beside, carried, evidence_frame, in_time, moments_of, outlets_of, told_of
from .saying import Statements

Numbers = NDArray[np.int64]
LEAST_OUTLETS = 2


@dataclass(frozen=True, slots=True, eq=False)
class Wordings:
    """Statements that two or more outlets carry, most outlets first, then most quotations."""

    statements: Numbers
    """By their numbers in `Statements`."""
    rows: Numbers
    """All quotations inside the Brush, by statement, then as they were published."""
    starts: Numbers
    """For each of the statements its first row, then the number of rows."""

    def rows_of(self, place: int) -> Numbers:
        """The quotations of a statement, by its place in the list."""
        return self.rows[self.starts[place] : self.starts[place + 1]]


def wordings_of(held: Statements, brush: Brush) -> Wordings:
    """The statements inside the Brush that two or more outlets carry."""
    inside = selection(held.index, brush).holds("quotations")
    rows = held.index.quotations.rows[inside].astype(np.int64)
    outlets = outlets_of(held)[rows].astype(np.int64)
    codes, group = np.unique(held.statement[rows], return_inverse=True)
    group = group.reshape(-1)
    stated = outlets >= 0
    span = int(outlets.max(initial=0)) + 1
    pairs = np.unique(group[stated] * span + outlets[stated]) // span
    number = np.bincount(pairs, minlength=len(codes))
    size = np.bincount(group, minlength=len(codes))
    told = np.unique(group * len(held.texts) + held.content[rows]) // max(len(held.texts), 1)
    forms = np.bincount(told, minlength=len(codes))
    ranked = np.lexsort((codes, -forms, -size, -number))
    ranked = ranked[number[ranked] >= LEAST_OUTLETS]
    place = np.full(len(codes), -1, dtype=np.int64)
    place[ranked] = np.arange(len(ranked))
    kept = place[group] >= 0
    rows, group = rows[kept], place[group[kept]]
    times, is_undated = moments_of(held, rows)
    order = np.lexsort((rows, times, is_undated, group))
    starts = np.concatenate([[0], np.cumsum(np.bincount(group, minlength=len(ranked)))])
    return Wordings(codes[ranked], rows[order], starts)


def wordings_frame(
    held: Statements, found: Wordings, offset: int = 0, limit: int | None = 40
) -> pd.DataFrame:
    """Some of the statements, each by its longest attested form.

    Beside the fields of that quotation and its article: `statement`, an id that names it;
    `forms`, the number of forms that differ; how widely it is carried (`carried.told_of`).
    """
    last = len(found.statements) if limit is None else min(offset + limit, len(found.statements))
    longest, rows = list[int](), list[dict[str, Any]]()
    for place in range(offset, last):
        members = found.rows_of(place)
        forms = _forms(held, members)
        longest.append(int(forms[0][0]))
        rows.append(
            {
                "statement": statement_id(held, members),
                "forms": len(forms),
                **told_of(held, carried(held, members)),
            }
        )
    return beside(evidence_frame(held, np.array(longest, dtype=np.int64)), rows)


def statement_id(held: Statements, rows: Numbers) -> str:
    """What names a statement as long as its quotations are there: the id of the first of them."""
    return str(held.index.frames["quotations"]["quotation_id"].iloc[int(rows.min())])


def rows_of_statement(held: Statements, brush: Brush, quotation_id: str) -> Numbers:
    """The quotations inside the Brush of the statement that one of them carries; none if unknown.

    In the order in which they were published.
    """
    ids = held.index.frames["quotations"]["quotation_id"]
    at = np.flatnonzero((ids == quotation_id).to_numpy(dtype=bool))
    if not len(at):
        return np.zeros(0, dtype=np.int64)
    rows = np.flatnonzero(held.statement == held.statement[at[0]])
    inside = np.zeros(len(held.statement), dtype=bool)
    chosen = selection(held.index, brush).holds("quotations")
    inside[held.index.quotations.rows[chosen]] = True
    return in_time(held, rows[inside[rows]])


def forms_frame(
    held: Statements, rows: Numbers, offset: int = 0, limit: int | None = 20
) -> tuple[pd.DataFrame, int]:
    """Some forms of a statement, the longest attested first, then by who carried them first.

    Beside the fields of the first quotation with the form and its article: `form`, its number;
    `wording`, its words against the longest; `longest_mode`; how widely it is carried.

    Returns:
        The forms, and how many there are.
    """
    forms = _forms(held, rows)
    if not forms:
        return evidence_frame(held, rows), 0
    last = len(forms) if limit is None else min(offset + limit, len(forms))
    shown = forms[offset:last]
    longest = held.text_of(int(forms[0][0]))
    frame = evidence_frame(held, np.array([form[0] for form in shown], dtype=np.int64))
    modes = held.index.frames["quotations"]["mode"]
    told = [
        {
            "form": number,
            "wording": [
                (one.kind, one.text, one.other)
                for one in aligned(held.text_of(int(members[0])), longest)
            ],
            "longest_mode": str(modes.iloc[int(forms[0][0])]),
            **told_of(held, carried(held, members)),
        }
        for number, members in enumerate(shown, start=offset + 1)
    ]
    return beside(frame, told), len(forms)


def _forms(held: Statements, rows: Numbers) -> list[Numbers]:
    """Quotations by their words as written and their mode, the longest words first.

    Args:
        rows: in the order in which they were published.
    """
    modes = held.index.frames["quotations"]["mode"].cat.codes.to_numpy()[rows].astype(np.int64)
    texts = held.content[rows].astype(np.int64)
    if not len(rows):
        return []
    known, first, group = np.unique(texts * 8 + modes, return_index=True, return_inverse=True)
    lengths = np.asarray(pc.utf8_length(held.texts.take(known // 8)))
    ranked = np.lexsort((first, -lengths))
    leads = ranked[:1].tolist() + sorted(ranked[1:].tolist(), key=lambda at: int(first[at]))
    sort = np.argsort(group.reshape(-1), kind="stable")
    parts = np.split(rows[sort], np.cumsum(np.bincount(group.reshape(-1)))[:-1])
    return [parts[at] for at in leads]
