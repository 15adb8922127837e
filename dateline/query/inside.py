"""Which rows of the corpus' tables a Brush leaves, as they are read one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..brush import Brush
from .days import NO_DAY
from .index import Index
from .select import selection
from .selected import Kind, Selection

Row = Mapping[str, Any]
BLOCK = 2_000
_NEAR = 4
_OWN: Mapping[str, tuple[Kind, str]] = {
    "mentions": ("mentions", "mention_id"),
    "quotations": ("quotations", "quotation_id"),
    "toponyms": ("toponyms", "toponym_id"),
}


def rows_inside(index: Index, brush: Brush, table: str, rows: Iterable[Row]) -> Iterator[Row]:
    """The rows of a table that are inside, as the screens have it.

    Articles are those with a passage inside, entities those that are named or speak inside, and
    places those that are named inside, each with its mentions and the days of these counted anew.
    A capital that stands for its government is no name of a place here, as on the map.
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
    """Findings inside; which they are is held of `BLOCK` articles at a time."""
    held, code, article = _Block(index, chosen, table, 0), -1, ""
    for row in rows:
        if row["article_id"] != article:
            article = row["article_id"]
            code = _code_after(index, code, article)
            held = held if code in held.articles else _Block(index, chosen, table, code)
        if held.has(row):
            yield row


def _code_after(index: Index, code: int, article: str) -> int:
    """The code of an article, which mostly is one of the next."""
    for near in range(code + 1, min(code + 1 + _NEAR, len(index.articles))):
        if index.articles.id_of(near) == article:
            return near
    found = index.articles.code_of(article)
    return code if found is None else found


class _Block:
    """What is inside of some articles that follow one another."""

    def __init__(self, index: Index, chosen: Selection, table: str, first: int) -> None:
        self.articles = range(first, min(first + BLOCK, len(index.articles)))
        start, end = (int(index.article_start[at]) for at in (first, self.articles.stop))
        inside = start + np.flatnonzero(chosen.mask[start:end])
        self.passages = frozenset(index.passages.ids_of(inside))
        self.left: frozenset[str] | None = None
        kind, self.own = _OWN.get(table, ("mentions", ""))
        if self.own and (kind in chosen.left or kind == "toponyms"):
            links = index.links(kind)
            places = slice(int(links.starts[start]), int(links.starts[end]))
            left = chosen.left.get(kind)
            kept = links.rows[places] if left is None else links.rows[places][left[places]]
            self.left = frozenset(index.frames[kind][self.own].iloc[kept].astype(object))

    def has(self, row: Row) -> bool:
        is_left = self.left is None or row[self.own] in self.left
        return is_left and row["passage_id"] in self.passages


def _places(index: Index, chosen: Selection, rows: Iterable[Row]) -> Iterator[Row]:
    counts, times = chosen.count("toponyms"), times_of_places(index, chosen)
    codes = np.flatnonzero(counts)
    code_of = dict(zip(index.places.ids_of(codes), codes.tolist(), strict=True))
    for row in rows:
        code = code_of.get(row["place_id"])
        if code is not None:
            yield {**row, "mentions": int(counts[code]), **times(code)}


def times_of_places(index: Index, chosen: Selection) -> Callable[[int], dict[str, str]]:
    """What tells of a place when the first and the last article that name it inside came."""
    ends = dict(zip(("first_published", "last_published"), _ends(index, chosen), strict=True))
    stated = index.frames["articles"]["published_iso"]

    def times(code: int) -> dict[str, str]:
        return {name: str(stated.iloc[end[code]]) if end[code] >= 0 else ""
                for name, end in ends.items()}  # fmt: skip

    return times


def _ends(index: Index, chosen: Selection) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each place the first and the last dated article that names it inside; -1 for none."""
    rows = chosen.rows("toponyms")
    target, passage = index.toponyms.target[rows], index.toponyms.passage[rows]
    is_known = (target >= 0) & (index.passage_day[passage] != NO_DAY)
    published = index.frames["articles"]["published"].astype("int64").to_numpy()
    in_order = np.argsort(published, kind="stable")
    rank = np.argsort(in_order)[index.passage_article[passage]]
    first = np.full(len(index.places), len(published), dtype=np.int64)
    last = np.full(len(index.places), -1, dtype=np.int64)
    np.minimum.at(first, target[is_known], rank[is_known])
    np.maximum.at(last, target[is_known], rank[is_known])
    ordered = np.append(in_order, -1)
    return ordered[first], ordered[last]
