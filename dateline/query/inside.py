"""Which rows of the corpus' tables a Brush leaves, as they are read one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..brush import Brush
from .days import NO_DAY
from .index import Index
from .select import Kind, Selection, selection

Row = Mapping[str, Any]
_OWN: Mapping[str, tuple[Kind, str]] = {
    "mentions": ("mentions", "mention_id"),
    "quotations": ("quotations", "quotation_id"),
    "toponyms": ("toponyms", "toponym_id"),
}


def rows_inside(index: Index, brush: Brush, table: str, rows: Iterable[Row]) -> Iterator[Row]:
    """The rows of a table that are inside, as the screens have it.

    Articles are those with a passage inside, entities those that are named or speak inside, and
    places those that are named inside, each with its mentions and the days of these counted anew.
    """
    chosen = selection(index, brush)
    if table == "places":
        yield from _places(index, chosen, rows)
    elif table == "entities":
        named = chosen.count("mentions") + chosen.count("quotations")
        yield from _having(rows, "entity_id", index.entities.ids_of(np.flatnonzero(named)))
    elif table == "articles":
        inside = index.articles.ids_of(np.flatnonzero(chosen.articles()))
        yield from _having(rows, "article_id", inside)
    else:
        yield from _found(index, chosen, table, rows)


def _having(rows: Iterable[Row], column: str, ids: Iterable[str]) -> Iterator[Row]:
    known = frozenset(ids)
    return (row for row in rows if row[column] in known)


def _found(index: Index, chosen: Selection, table: str, rows: Iterable[Row]) -> Iterator[Row]:
    if not chosen.is_whole:
        rows = _having(rows, "passage_id", index.passages.ids_of(chosen.passages))
    kind, own = _OWN.get(table, (None, ""))
    if kind is None or kind not in chosen.left:
        return iter(rows)
    links = index.links(kind)
    left = index.frames[kind][own].iloc[links.rows[chosen.holds(kind)]]
    return _having(rows, own, left.astype(object))


def _places(index: Index, chosen: Selection, rows: Iterable[Row]) -> Iterator[Row]:
    counts = chosen.count("toponyms")
    codes = np.flatnonzero(counts)
    first, last = _ends(index, chosen)
    stated = index.frames["articles"]["published_iso"]
    code_of = dict(zip(index.places.ids_of(codes), codes.tolist(), strict=True))
    for row in rows:
        code = code_of.get(row["place_id"])
        if code is not None:
            days = [str(stated.iloc[one]) if one >= 0 else "" for one in (first[code], last[code])]
            times = {"first_published": days[0], "last_published": days[1]}
            yield {**row, "mentions": int(counts[code]), **times}


def _ends(index: Index, chosen: Selection) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each place the first and the last dated article that names it inside; -1 for none."""
    rows = chosen.rows("toponyms")
    target, passage = index.toponyms.target[rows], index.toponyms.passage[rows]
    is_known = (target >= 0) & (index.passage_day[passage] != NO_DAY)
    rank = index.rank[index.passage_article[passage]].astype(np.int64)
    oldest = np.full(len(index.places), -1, dtype=np.int64)
    newest = np.full(len(index.places), len(index.articles), dtype=np.int64)
    np.maximum.at(oldest, target[is_known], rank[is_known])
    np.minimum.at(newest, target[is_known], rank[is_known])
    newest[oldest < 0] = -1
    ordered = np.append(index.newest, -1)
    return ordered[oldest], ordered[newest]
