"""What the quotations inside a Brush can be narrowed by, counted in quotations, and looked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..brush import VALUES, Brush, Field, value_words
from .facets import Choice
from .index import Index
from .labels import LABELLED, Table
from .select import selection
from .selected import Selection

OFFERED: tuple[Field, ...] = (
    *("speaker", "said_role", "said_country", "about", "mode", "family"),
    *("addressee", "venue", "place", "outlet", "confidence"),
)
"""The fields that are offered."""
Sums = NDArray[np.int64]


class Offer(NamedTuple):
    """Some values of a field."""

    choices: tuple[Choice, ...]
    found: int
    """Values that have the letters in their name."""
    known: int
    """Values that any quotation has."""
    most: int
    """Quotations that have the value that most have."""


def offer_view(
    index: Index,
    brush: Brush,
    field: Field,
    letters: str = "",
    limit: int = 12,
    names: Sequence[str] | None = None,
) -> Offer:
    """Values of a field by the quotations inside that have them, its own clause left out.

    Args:
        names: of the values in their order, where they are not those of the index.
    """
    inside = _sums(index, field, selection(index, brush.without(field)))
    whole = index.recent.get(("offered", field), lambda: _sums(index, field, _all(index)))
    order = _in_order(index, field, inside, whole)
    found = _with(index, field, order, letters, names)
    clause = brush.clause_on(field)
    chosen = _codes(index, field, clause.values if clause else ())
    first = [*found[:limit].tolist(), *(c for c in found[limit:].tolist() if c in chosen)]
    values = _values(index, field, first)
    made = (
        Choice(value, int(inside[code]), int(whole[code]), code in chosen)
        for value, code in zip(values, first, strict=True)
    )
    return Offer(tuple(made), len(found), len(order), int(whole.max(initial=0)))


def values_of(index: Index, field: Field) -> tuple[str, ...]:
    """The values of a field of labels, in the order of their codes."""
    return index.labels[field, _table(field)].values


def _all(index: Index) -> Selection:
    return selection(index, Brush())


def _sums(index: Index, field: Field, inside: Selection) -> Sums:
    rows = inside.rows("quotations")
    if field == "speaker":
        return inside.count("quotations")
    if field == "about":
        return np.bincount(index.about.of_rows(rows)[1], minlength=len(index.entities))
    passages = index.quotations.passage[rows]
    if field == "place":
        passage, place = index.recent.get("places named", lambda: _places_named(index))
        weights = np.bincount(passages, minlength=len(index.passages))[passage]
        sums = np.bincount(place, weights=weights, minlength=len(index.places))
        return sums.astype(np.int64)
    labels = index.labels[field, _table(field)]
    return labels.sums(index.passage_article[passages] if field == "outlet" else rows)


def _places_named(index: Index) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Each place of each passage once: passages, and their places."""
    named = index.toponyms.target >= 0
    pairs = index.toponyms.passage[named].astype(np.int64) * max(1, len(index.places))
    told = np.unique(pairs + index.toponyms.target[named])
    return np.divmod(told, max(1, len(index.places)))


def _table(field: Field) -> Table:
    return "articles" if field == "outlet" else "quotations"


def _in_order(index: Index, field: Field, inside: Sums, whole: Sums) -> NDArray[np.int64]:
    """Codes of the values that any quotation has: fixed ones in their order, others by count."""
    if field in VALUES:
        fixed = [_label(index, field, value) for value in VALUES[field]]
        return np.array([code for code in fixed if code >= 0 and whole[code]], dtype=np.int64)
    held = np.flatnonzero(whole)
    return held[np.lexsort((-whole[held], -inside[held]))]


def _label(index: Index, field: Field, value: str) -> int:
    """The code of a label; -1 where no row has it."""
    return index.labels[field, _table(field)].code_of(value)


def _with(
    index: Index,
    field: Field,
    order: NDArray[np.int64],
    letters: str,
    names: Sequence[str] | None,
) -> NDArray[np.int64]:
    sought = letters.casefold().strip()
    if not sought:
        return order
    told = names or index.recent.get(("names", field), lambda: _names(index, field))
    return np.array([c for c in order.tolist() if sought in told[c].casefold()], dtype=np.int64)


def _names(index: Index, field: Field) -> list[str]:
    if field not in LABELLED:
        records = index.frames["places" if field == "place" else "entities"]
        return [str(name) for name in records["name"]]
    labels = index.labels[field, _table(field)]
    return list(labels.names or (value_words(field, value) for value in labels.values))


def _codes(index: Index, field: Field, values: Sequence[str]) -> frozenset[int]:
    if field in LABELLED:
        return frozenset(_label(index, field, value) for value in values)
    return frozenset((index.places if field == "place" else index.entities).known(values).tolist())


def _values(index: Index, field: Field, codes: Sequence[int]) -> list[str]:
    if field in LABELLED:
        values = index.labels[field, _table(field)].values
        return [values[code] for code in codes]
    return (index.places if field == "place" else index.entities).ids_of(codes)
