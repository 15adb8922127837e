"""What the search box asks: whether a search can be answered, and which names it may mean."""

from __future__ import annotations

import streamlit as st

from dateline.brush import Brush, Clause, clause
from dateline.query.offered import Offer, Offers
from dateline.query.offered import offers as offers_of

from .views import _current, _index, counts

__all__ = ["Offer", "Offers", "answered", "offers"]
LONGEST = 200
"""Letters of a search around the caret that names are offered for."""


def answered(query: str, brush: Brush) -> Clause:
    """The search as a clause, its answer under the rest of the Brush worked out.

    Raises:
        WrongSearch: it makes no sense.
        SearchTooSlow: it takes longer than a reader waits.
    """
    asked = clause("search", query)
    counts(brush.with_clause(asked))
    return asked


@st.cache_resource(max_entries=200, show_spinner=False)
def _offers(path: str, mark: str, typed: str, caret: int) -> Offers:
    return offers_of(_index(path, mark), typed, caret)


def offers(typed: str, caret: int) -> Offers:
    """Names that the word before the caret may become."""
    first = max(0, min(caret, len(typed)) - LONGEST)
    found = _offers(*_current(), typed[first:caret], caret - first)
    return Offers(found.start + first, found.found)
