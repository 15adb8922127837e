"""Who carries a statement: outlets, copies told from independent origins, and who was first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..rows import with_evidence
from .saying import Statements

Numbers = NDArray[np.int64]
NAMED = 12
"""Outlets of one statement that are named at first; the others are counted."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """An outlet and the first quotation with which it carried a statement."""

    outlet: str
    """Empty where it is not stated."""
    row: int
    count: int
    """Quotations of the statement in it."""


@dataclass(frozen=True, slots=True)
class Carried:
    """How widely a statement is carried."""

    quotations: int
    articles: int
    stories: int
    """Texts told apart: copies of one are one."""
    origins: int
    """Agencies and outlets with whom the articles originate."""
    outlets: int
    """Those that are stated."""
    carriers: tuple[Carrier, ...]
    """The first `NAMED`, who carried it first before the others."""


def outlets_of(held: Statements) -> NDArray[np.int32]:
    """For each quotation the code of its outlet; -1 where none is stated."""
    return held.index.labels["outlet", "articles"].codes[0][held.article]


def carried(held: Statements, rows: Numbers, named: int | None = NAMED) -> Carried:
    """Who carries the statement of some quotations, which are in time order.

    Args:
        named: carriers at the most; None for all.
    """
    index, articles = held.index, np.unique(held.article[rows])
    labels = index.labels["outlet", "articles"]
    codes = labels.codes[0][held.article[rows]]
    known, first, counts = np.unique(codes, return_index=True, return_counts=True)
    ranked = np.argsort(first)[: None if named is None else named]
    return Carried(
        quotations=len(rows),
        articles=len(articles),
        stories=len(np.unique(index.article_story[articles])),
        origins=len(np.unique(index.article_origin[articles])),
        outlets=int((known >= 0).sum()),
        carriers=tuple(
            Carrier(
                labels.values[known[at]] if known[at] >= 0 else "",
                int(rows[first[at]]),
                int(counts[at]),
            )
            for at in ranked.tolist()
        ),
    )


def evidence_frame(held: Statements, rows: Numbers) -> pd.DataFrame:
    """Quotations with their passages and articles."""
    frame = held.index.frames["quotations"].iloc[rows].reset_index(drop=True)
    return with_evidence(held.index, frame, held.index.passages.encode(frame["passage_id"]))


def quotations_frame(held: Statements, rows: Sequence[int]) -> pd.DataFrame:
    """Quotations with their passages and articles, in the order given."""
    return evidence_frame(held, np.array(rows, dtype=np.int64))


def moments_of(held: Statements, rows: Numbers) -> tuple[Numbers, NDArray[np.bool_]]:
    """When the articles of quotations were published, as numbers, and which do not say."""
    moments = held.index.frames["articles"]["published"].iloc[held.article[rows]]
    times = np.asarray(moments.astype("int64"), dtype=np.int64)
    return times, moments.isna().to_numpy(dtype=bool)


def in_time(held: Statements, rows: Numbers) -> Numbers:
    """Quotations by the moment at which they were published, the undated last."""
    times, is_undated = moments_of(held, rows)
    found: Numbers = rows[np.lexsort((rows, times, is_undated))]
    return found


def told_of(held: Statements, found: Carried) -> dict[str, Any]:
    """The counts and the carriers as columns of a row: outlets with day, article and place."""
    frame, index = held.index.frames, held.index
    rows = [one.row for one in found.carriers]
    articles = frame["articles"].iloc[held.article[rows]]
    ids = index.articles.ids_of(held.article[rows])
    starts = frame["quotations"]["start"].iloc[rows].tolist()
    stated = zip(found.carriers, articles["published_iso"].astype(object), ids, starts, strict=True)
    return {
        "quotations": found.quotations,
        "articles": found.articles,
        "stories": found.stories,
        "origins": found.origins,
        "outlets": found.outlets,
        "carriers": [
            {"outlet": one.outlet, "published": when, "article_id": article, "start": start,
             "count": one.count}
            for one, when, article, start in stated
        ],
    }  # fmt: skip


def beside(frame: pd.DataFrame, rows: list[dict[str, Any]]) -> pd.DataFrame:
    """The frame with more columns, one row each."""
    for name in rows[0] if rows else ():
        frame[name] = pd.Series([row[name] for row in rows], dtype=object)
    return frame
