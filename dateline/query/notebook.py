"""What the notebook's entries stand for: the words, who said them and where they come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from ..brush import Brush
from .ids import Codes
from .index import Index
from .rows import with_evidence
from .select import selection

Row = dict[str, Any]
LISTS = ("content", "fragments", "about_ids", "aliases", "passage_start")
"""What is not told of an entry: its words stand for it."""


def noted_rows(index: Index, brush: Brush, subjects: Sequence[str]) -> dict[str, Row]:
    """For each subject that the corpus has, what is shown and exported of it.

    A row has `words`, `inside` the Brush or not and, but for an entity, where it stands: article,
    span, passage. A quotation has its speaker, an entity its kind and how often it is mentioned.
    """
    by_kind: dict[str, list[str]] = {"quotation": [], "passage": [], "entity": []}
    for subject in subjects:
        kind, _, record = subject.partition(":")
        by_kind.get(kind, []).append(record)
    found = {
        "quotation": _quotations(index, brush, by_kind["quotation"]),
        "passage": _passages(index, brush, by_kind["passage"]),
        "entity": _entities(index, brush, by_kind["entity"]),
    }
    return {f"{kind}:{key}": row for kind, rows in found.items() for key, row in rows.items()}


def _quotations(index: Index, brush: Brush, ids: Sequence[str]) -> Mapping[str, Row]:
    if not ids:
        return {}
    frame = index.frames["quotations"]
    rows = np.flatnonzero(frame["quotation_id"].isin(list(ids)).to_numpy())
    places = np.flatnonzero(np.isin(index.quotations.rows, rows))
    told = frame.iloc[index.quotations.rows[places]].reset_index(drop=True)
    told = with_evidence(index, told, index.quotations.passage[places])
    told["inside"] = selection(index, brush).holds("quotations")[places]
    told["words"] = told["content"]
    return _by(told, "quotation_id")


def _passages(index: Index, brush: Brush, ids: Sequence[str]) -> Mapping[str, Row]:
    codes = index.passages.known(ids)
    if not len(codes):
        return {}
    told = index.frames["passages"].iloc[codes].reset_index(drop=True)
    told = with_evidence(index, told, codes)
    told["inside"] = selection(index, brush).mask[codes]
    told["words"] = told["passage_text"]
    return _by(told, "passage_id")


def _entities(index: Index, brush: Brush, ids: Sequence[str]) -> Mapping[str, Row]:
    codes = index.entities.known(ids)
    if not len(codes):
        return {}
    told = index.frames["entities"].iloc[codes].reset_index(drop=True)
    told["words"] = told["name"]
    told["mentions"] = _mentions(index, codes, np.ones(len(index.mentions.target), dtype=bool))
    told["mentions_inside"] = _mentions(index, codes, selection(index, brush).holds("mentions"))
    told["inside"] = told["mentions_inside"] > 0
    return _by(told.rename(columns={"kind": "entity_kind"}), "entity_id")


def _mentions(index: Index, codes: Codes, held: np.ndarray[Any, np.dtype[np.bool_]]) -> list[int]:
    targets = index.mentions.target
    return [int(((targets == code) & held).sum()) for code in codes.tolist()]


def _by(frame: pd.DataFrame, key: str) -> Mapping[str, Row]:
    frame = frame.drop(columns=[name for name in LISTS if name in frame])
    rows = frame.astype(object).to_dict("records")
    return {str(row[key]): {str(name): value for name, value in row.items()} for row in rows}
