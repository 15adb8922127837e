"""A Brush as a mask over passages: the one place where linking is decided."""

from __future__ import annotations

from datetime import date

import numpy as np

from ..brush import Brush, Clause
from .index import DAYS_TO_EPOCH, Index, Mask


def inside(index: Index, brush: Brush) -> Mask:
    """The passages that satisfy every clause; with article scope, those of articles that do."""
    mask = np.ones(len(index.passages), dtype=bool)
    for clause in brush.clauses:
        chosen = _matching(index, clause)
        mask &= _widened(index, chosen) if brush.scope == "article" else chosen
    return mask


def day_number(iso: str) -> int:
    """Days since 1970-01-01 of an ISO date."""
    return date.fromisoformat(iso).toordinal() - DAYS_TO_EPOCH


def iso_day(number: int) -> str:
    """The ISO date of a day since 1970-01-01."""
    return date.fromordinal(number + DAYS_TO_EPOCH).isoformat()


def _matching(index: Index, clause: Clause) -> Mask:
    size = len(index.passages)
    if clause.field == "published":
        first, last = (day_number(value) for value in clause.values)
        days = index.passage_day
        return (days >= first) & (days <= last)
    if clause.field == "place":
        return index.toponyms.passages_of(index.places.known(clause.values), size)
    entities = index.entities.known(clause.values)
    speaking = index.quotations.passages_of(entities, size)
    if clause.field == "speaker":
        return speaking
    return speaking | index.mentions.passages_of(entities, size)


def _widened(index: Index, mask: Mask) -> Mask:
    articles = np.zeros(len(index.articles), dtype=bool)
    articles[index.passage_article[mask]] = True
    return articles[index.passage_article]
