"""A Brush as the passages that it selects: the one place where linking is decided."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ..brush import FACETS, QUOTED, Brush, Clause, Field, Scope
from .dated import OfDays
from .days import day_number as day_number
from .days import iso_day as iso_day
from .ids import Codes
from .index import Index
from .labels import LABELLED, Mask, Table
from .links import Links
from .searched import asks_who_says, searched
from .selected import Kind, Places, Selection, distinct
from .sought import marked

LINKED: Mapping[Field, tuple[Kind, ...]] = {
    "place": ("toponyms",),
    "entity": ("quotations", "mentions"),
    "speaker": ("quotations",),
}
"""Fields whose values are records, and the rows that point to them."""
DENSE = 8
"""A clause with more than one row in so many passages is looked up by mask."""


def selection(index: Index, brush: Brush) -> Selection:
    """The passages that satisfy every clause; with article scope, those of articles that do."""
    return index.recent.get(brush, lambda: _selected(index, brush))


def _selected(index: Index, brush: Brush) -> Selection:
    left = _left(index, brush)
    if len(brush.clauses) == 1 and brush.clauses[0].field == "published":
        first, last = map(day_number, brush.clauses[0].values)
        return OfDays(index, left, lambda: _mask(index, brush), first=first, last=last)
    few = _few(index, brush)
    if few is None:
        mask = _mask(index, brush)
        return Selection(index, left, lambda: mask)
    made = {"passages": few, "size": len(few)}
    return Selection(index, left, lambda: marked(few, len(index.passages)), made)


def _mask(index: Index, brush: Brush) -> Mask:
    masks = [_inside(index, clause, brush.scope) for clause in brush.clauses]
    if not masks:
        return np.ones(len(index.passages), dtype=bool)
    found: Mask = masks[0] if len(masks) == 1 else np.logical_and.reduce(masks)
    return found


def _few(index: Index, brush: Brush) -> Places | None:
    """The passages inside, where a clause on records leaves few; None where none does."""
    named = [clause for clause in brush.clauses if clause.field in LINKED]
    if brush.scope == "article" or not named:
        return None
    least = min(named, key=lambda clause: _rows_of(index, clause))
    if _rows_of(index, least) * DENSE > len(index.passages):
        return None
    found = distinct(np.sort(np.concatenate(_passages_of(index, least)))).astype(np.int64)
    for clause in brush.clauses:
        if clause.field == "published":
            first, last = map(day_number, clause.values)
            days = index.passage_day[found]
            found = found[(days >= first) & (days <= last)]
        elif clause is not least:
            found = found[_inside(index, clause, brush.scope)[found]]
    return found


def _links_of(index: Index, clause: Clause) -> tuple[tuple[Links, ...], Codes]:
    """The rows in which the records of a clause are named, and the records."""
    ids = index.places if clause.field == "place" else index.entities
    kinds = tuple(index.links(kind) for kind in LINKED[clause.field])
    return kinds, ids.known(clause.values)


def _rows_of(index: Index, clause: Clause) -> int:
    kinds, codes = _links_of(index, clause)
    return sum(int(links.totals[codes].sum()) for links in kinds)


def _passages_of(index: Index, clause: Clause) -> list[Codes]:
    kinds, codes = _links_of(index, clause)
    none = np.zeros(0, dtype=np.int32)
    return [none, *(links.passages_with(code) for links in kinds for code in codes.tolist())]


def _left(index: Index, brush: Brush) -> dict[Kind, Mask]:
    """What speaker, search and facets leave of the rows; whole articles are left whole."""
    left: dict[Kind, Mask] = {}
    if brush.scope == "article":
        return left
    for clause in brush.clauses:
        for table in _narrowed(clause.field):
            kept = _having(index, clause, table)
            left[table] = left[table] & kept if table in left else kept
    speaker = brush.clause_on("speaker")
    if speaker:
        said = np.zeros(len(index.quotations.rows), dtype=bool)
        for code in index.entities.known(speaker.values).tolist():
            said[index.quotations.rows_with(code)] = True
        left["quotations"] = left["quotations"] & said if "quotations" in left else said
    search = brush.clause_on("search")
    if search and asks_who_says(search.values[0]):
        said = searched(index, search.values[0], brush.scope).quotations
        left["quotations"] = left["quotations"] & said if "quotations" in left else said
    return left


def _narrowed(field: Field) -> tuple[Kind, ...]:
    """The tables of which a field leaves some rows."""
    if field in QUOTED:
        return ("quotations",)
    tables = LABELLED.get(field, ()) if field in FACETS else ()
    return tuple(table for table in tables if table != "articles")


def _having(index: Index, clause: Clause, table: Table) -> Mask:
    """Which rows of a table the clause is true of."""
    if clause.field == "about":
        return index.about.having(index.entities.known(clause.values))
    if clause.field == "said_on":
        return index.said_on.between(*map(day_number, clause.values))
    return index.labels[clause.field, table].having(clause.values)


def _inside(index: Index, clause: Clause, scope: Scope) -> Mask:
    """The passages that one clause leaves; one brush asks for them in several combinations."""

    if clause.field == "search":
        return searched(index, clause.values[0], scope).passages

    def made() -> Mask:
        chosen = _matching(index, clause)
        return _widened(index, chosen) if scope == "article" else chosen

    return index.clauses.get((clause, scope), made)


def _matching(index: Index, clause: Clause) -> Mask:
    size = len(index.passages)
    if clause.field in LABELLED or clause.field in QUOTED:
        return _labelled(index, clause)
    if clause.op == "between":
        first, last = (day_number(value) for value in clause.values)
        if clause.field == "spoken":
            return index.spoken.passages_between(first, last, size)
        return (index.passage_day >= first) & (index.passage_day <= last)
    kinds, codes = _links_of(index, clause)
    found = kinds[0].passages_of(codes, size)
    for links in kinds[1:]:
        found |= links.passages_of(codes, size)
    return found


def _labelled(index: Index, clause: Clause) -> Mask:
    found = np.zeros(len(index.passages), dtype=bool)
    for table in LABELLED.get(clause.field, ("quotations",)):
        having = _having(index, clause, table)
        if table == "articles":
            return having[index.passage_article]
        found[index.links(table).passage[having]] = True
    return found


def _widened(index: Index, mask: Mask) -> Mask:
    articles = np.zeros(len(index.articles), dtype=bool)
    articles[index.passage_article[mask]] = True
    return articles[index.passage_article]
