"""What a search finds, the best first.

A rare word tells more than a common one, and in a short passage more than in a long one: the sum
of BM25 with each word counted once a passage, as paragraphs seldom repeat one. The index of words
could count them, at ten times the cost for a common word.
"""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from ..brush import Brush
from ..search import Term, parse, sought
from .index import Index
from .labels import Mask
from .links import Links
from .newest import newest
from .searched import said_at, words_at
from .selected import Places
from .sought import marked

Order = Literal["match", "newest"]
Scores = NDArray[np.float64]
_SATURATION, _OF_LENGTH = 1.2, 0.75
_AROUND = 0.25
"""What the words of its passage tell of a quotation, beside its own and its speaker's."""
_ALL_PASSAGES = 0.2
"""What all passages tell of an article, beside its best."""
COMMON = 100_000
"""Passages that have a word which is too common to ask which quotations have it."""
_STEPS = 1_000_000


def in_order(
    index: Index,
    brush: Brush,
    links: Links | None,
    chosen: Mask,
    offset: int = 0,
    limit: int | None = None,
    order: Order = "match",
) -> Places:
    """Places of chosen rows: the best of the Brush's search first, else the newest.

    Args:
        links: those of quotations; None for passages.
        chosen: a row each.
        limit: rows at the most; None for all.
    """
    search = brush.clause_on("search")
    if search is None or order == "newest":
        return newest(index, links, chosen, offset, limit)
    scored = passage_scores if links is None else quotation_scores
    return _best(index, links, chosen, scored(index, search.values[0]), offset, limit)


def passage_scores(index: Index, query: str) -> Scores:
    """How well each passage answers a search; 0 for one without its words."""
    return index.recent.get(("passage scores", query), lambda: _passage_scores(index, query))


def quotation_scores(index: Index, query: str) -> Scores:
    """How well each quotation does, by its place in the index."""
    return index.recent.get(("quotation scores", query), lambda: _quotation_scores(index, query))


def article_scores(index: Index, query: str) -> Scores:
    """How well each article does."""
    scores, article = passage_scores(index, query), index.passage_article
    total = np.bincount(article, weights=scores, minlength=len(index.articles))
    best = np.zeros(len(index.articles))
    np.maximum.at(best, article, scores)
    return best + _ALL_PASSAGES * total


def keys(scores: Scores, ranks: NDArray[Any]) -> NDArray[np.int64]:
    """Numbers that rise from the best to the worst, among equals from the newest on."""
    most = float(scores.max(initial=0.0)) or 1.0
    steps = np.round((1.0 - scores / most) * _STEPS).astype(np.int64)
    found: NDArray[np.int64] = steps << 32 | ranks
    return found


def _best(
    index: Index, links: Links | None, chosen: Mask, scores: Scores, offset: int, limit: int | None
) -> Places:
    places = np.flatnonzero(chosen)
    passages = places if links is None else links.passage[places]
    key = keys(scores[places], index.rank[index.passage_article[passages]])
    stop = len(key) if limit is None else offset + limit
    if stop < len(key):
        kept = key <= np.partition(key, stop)[stop]
        places, key = places[kept], key[kept]
    return places[np.argsort(key, kind="stable")][offset:stop]


def _passage_scores(index: Index, query: str) -> Scores:
    at, terms = words_at(index, query), _terms(query)
    said = said_at(index, tuple(term for term in terms if term.where))
    spans = index.frames["passages"]
    lengths = (spans["end"] - spans["start"]).to_numpy(dtype=np.float64)
    norm = lengths / (lengths.mean() if len(lengths) else 1.0)
    scores = np.zeros(len(index.passages))
    for term in terms:
        found = _passages_of(index, said[term]) if term.where else at[term]
        length = 1 - _OF_LENGTH + _OF_LENGTH * norm[found]
        scores[found] += _rarity(len(found), len(scores)) / (1 + _SATURATION * length)
    return scores


def _passages_of(index: Index, quotations: NDArray[Any]) -> NDArray[np.int64]:
    """The passages of some quotations, each once."""
    passages = index.quotations.passage[quotations]
    return np.flatnonzero(marked(passages, len(index.passages)))


def _quotation_scores(index: Index, query: str) -> Scores:
    scores = _AROUND * passage_scores(index, query)[index.quotations.passage]
    at = words_at(index, query)
    rare = (term for term in _terms(query) if term.where or len(at[term]) < COMMON)
    for found in said_at(index, tuple(rare)).values():
        scores[found] += _rarity(len(found), len(scores))
    return scores


def _terms(query: str) -> tuple[Term, ...]:
    return tuple(dict.fromkeys(sought(parse(query))))


def _rarity(found: int, size: int) -> float:
    return float(np.log1p((size - found + 0.5) / (found + 0.5)))
