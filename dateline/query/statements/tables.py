"""Positions and wordings as flat tables: a row a quotation, each with its provenance."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .aligned import aligned
from .carried import carried, evidence_frame
from .changes import changes
from .positions import Positions, day_text, reversals_frame
from .saying import Statements
from .stance import STANCES, STATES
from .wordings import Wordings, _forms, statement_id

Numbers = NDArray[np.int64]
SOURCE = {
    "content": "content",
    "mode": "mode",
    "speaker": "speaker",
    "role": "role",
    "cue": "cue",
    "cue_family": "cue_family",
    "outlet": "outlet",
    "agency": "agency",
    "published_iso": "published",
    "title": "title",
    "url": "url",
    "article_id": "article_id",
    "passage_id": "passage_id",
    "quotation_id": "quotation_id",
    "speaker_id": "speaker_id",
    "start": "start",
    "end": "end",
    "passage_text": "passage",
    "confidence": "confidence",
}
"""The columns of a quotation and its source, and what they are called in files."""


def quotations_table(held: Statements, rows: Numbers, columns: dict[str, Any]) -> pd.DataFrame:
    """Quotations with their sources, after some columns of their own."""
    return sourced(evidence_frame(held, rows), columns)


def sourced(evidence: pd.DataFrame, columns: dict[str, Any]) -> pd.DataFrame:
    """The same of quotations that are given with their evidence."""
    frame = evidence[list(SOURCE)].rename(columns=SOURCE)
    for at, (name, values) in enumerate(columns.items()):
        frame.insert(at, name, pd.Series(values, dtype=object))
    return frame


def positions_table(held: Statements, found: Positions) -> pd.DataFrame:
    """A row a quotation, in the order of the statements that they are folded into."""
    told = changes(held, found.folds, 0, len(found.folds))
    rows = [fold.rows for fold in found.folds]
    sizes = [len(some) for some in rows]
    each = {
        "statement": list(range(1, len(rows) + 1)),
        "first_day": [day_text(fold.day) for fold in found.folds],
        "stance": [STANCES.get(fold.stance, STATES) for fold in found.folds],
        "stance_before": [one.cues[0] if one.cues else "" for one in told],
        "like_statement": [one.like + 1 if one.like >= 0 else "" for one in told],
    }
    columns: dict[str, Any] = {
        name: np.repeat(np.array(values, dtype=object), sizes) for name, values in each.items()
    }
    longest = {fold.longest for fold in found.folds}
    flat = np.concatenate([np.zeros(0, dtype=np.int64), *rows])
    columns["is_longest_form"] = [row in longest for row in flat.tolist()]
    return quotations_table(held, flat, columns)


def reversals_table(held: Statements, found: Positions) -> pd.DataFrame:
    """A row a proposal, the earlier statement and the later one side by side."""
    earlier, later = reversals_frame(held, found, 0, None)
    sides = []
    for prefix, frame in (("earlier", earlier), ("later", later)):
        told = frame.reindex(columns=["day", "stance", *SOURCE]).rename(columns=SOURCE)
        sides.append(told.add_prefix(f"{prefix}_"))
    names = ["kind", "reason", "proposal_confidence"]
    return pd.concat([later.reindex(columns=names), *sides], axis=1)


def wordings_table(held: Statements, found: Wordings) -> pd.DataFrame:
    """A row a statement that several outlets carry, by its longest attested form."""
    longest, told = list[int](), list[dict[str, Any]]()
    for place in range(len(found.statements)):
        rows = found.rows_of(place)
        counted = carried(held, rows, None)
        forms = _forms(held, rows)
        longest.append(int(forms[0][0]))
        told.append({
            "statement": statement_id(held, rows), "forms": len(forms),
            "quotations": counted.quotations, "articles": counted.articles,
            "stories": counted.stories, "origins": counted.origins, "outlets": counted.outlets,
            "carried_by": [one.outlet for one in counted.carriers],
        })  # fmt: skip
    columns = {name: [row[name] for row in told] for name in (told[0] if told else ())}
    return quotations_table(held, np.array(longest, dtype=np.int64), columns)


def wording_table(held: Statements, rows: Numbers) -> pd.DataFrame:
    """A row a quotation of one statement, form by form, with its differences in words.

    Args:
        rows: in the order in which they were published.
    """
    forms = _forms(held, rows)
    longest = held.text_of(int(forms[0][0])) if forms else ""
    flat = np.concatenate([np.zeros(0, dtype=np.int64), *forms])
    numbers = [at for at, form in enumerate(forms, start=1) for _ in range(len(form))]
    said = [differences(held.text_of(int(form[0])), longest) for form in forms]
    return quotations_table(
        held, flat, {"form": numbers, "differences": [said[at - 1] for at in numbers]}
    )


def differences(form: str, longest: str) -> str:
    """What a form has otherwise than the longest: "added: ...; left out: ..."."""
    parts = {
        "added": lambda one: f"added: {one.text.strip()}",
        "left_out": lambda one: f"left out: {one.other.strip()}",
        "changed": lambda one: f"changed: {one.other.strip()} -> {one.text.strip()}",
    }
    return "; ".join(parts[one.kind](one) for one in aligned(form, longest) if one.kind in parts)
