"""A search as the passages and quotations that satisfy it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from ..brush import Scope
from ..errors import UsageError
from ..search import All, Days, Either, Not, Term, Tree, parse
from .days import NO_DAY, day_number
from .index import Index
from .labels import Mask
from .sought import NAMED, marked
from .words import Found as At
from .words import Words

SAID = ("speaker", "about", "said", "mode")
"""Fields of quotations: joined by AND, they ask for one quotation that has them all."""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What satisfies a part of a search."""

    passages: Mask
    quotations: Mask
    """By their place in the index."""
    is_said: bool = False
    """Whether it asks for quotations; its passages are then those that they stand in."""
    is_unsaid: bool = False
    """Whether it asks that there be no such quotation."""


def searched(index: Index, query: str, scope: Scope) -> Found:
    """The passages that satisfy a search, and of their quotations those that it leaves.

    Words joined by AND stand in one passage; with article scope in one article.

    Raises:
        WrongSearch: the search makes no sense.
        SearchTooSlow: its words took too long to find.
        UsageError: the index has no corpus file to find words in.
    """
    key = ("searched", query, scope)
    return index.recent.get(key, lambda: _Search(index, query, scope).found(parse(query)))


def words_at(index: Index, query: str) -> At:
    """For each term of the search the passages that have its words."""
    terms = tuple(dict.fromkeys(term for term in terms_of(parse(query)) if not term.where))
    if not terms:
        return {}
    return index.recent.get(("words", query), lambda: word_source(index).passages(terms))


def said_at(index: Index, terms: tuple[Term, ...]) -> At:
    """For each term the places of the quotations that `Words.said` finds."""
    return index.recent.get(("said", terms), lambda: _said(index, terms)) if terms else {}


def terms_of(tree: Tree) -> Iterator[Term]:
    """All terms of a search, those after NOT too."""
    if isinstance(tree, Term):
        yield tree
    elif isinstance(tree, Not):
        yield from terms_of(tree.part)
    elif isinstance(tree, (All, Either)):
        for part in tree.parts:
            yield from terms_of(part)


def asks_who_says(query: str) -> bool:
    """Whether the search leaves some quotations of a passage and others not."""
    return any(term.where in SAID for term in terms_of(parse(query)))


class _Search:
    """One search under way."""

    def __init__(self, index: Index, query: str, scope: Scope) -> None:
        self._index, self._is_wide = index, scope == "article"
        tree = parse(query)
        terms = tuple(dict.fromkeys(terms_of(tree)))
        self._words = words_at(index, query)
        said = tuple(term for term in terms if term.where == "said")
        self._said = said_at(index, said)

    def found(self, tree: Tree) -> Found:
        match tree:
            case Days():
                return self._in_passages(_days(self._index, tree))
            case Term():
                return self._term(tree)
            case Not():
                part = self.found(tree.part)
                passages, quotations = ~part.passages, ~part.quotations
                return Found(passages, quotations, part.is_unsaid, part.is_said)
            case All():
                return self._all([self.found(part) for part in tree.parts])
            case Either():
                parts = [self.found(part) for part in tree.parts]
                return Found(
                    np.logical_or.reduce([part.passages for part in parts]),
                    np.logical_or.reduce([part.quotations for part in parts]),
                    all(part.is_said for part in parts),
                )

    def _all(self, parts: list[Found]) -> Found:
        said = [part for part in parts if part.is_said]
        said += [part for part in parts if part.is_unsaid] if said else []
        rest = [part for part in parts if part not in said]
        joined = [self._in_quotations(_both(part.quotations for part in said))] if said else []
        return Found(
            _both(part.passages for part in joined + rest),
            _both(part.quotations for part in joined + rest),
            not rest,
        )

    def _term(self, term: Term) -> Found:
        index = self._index
        if not term.where:
            return self._in_passages(marked(self._words[term], len(index.passages)))
        if term.where == "said":
            return self._in_quotations(marked(self._said[term], len(index.quotations.rows)))
        found = NAMED[term.where](index, term)
        is_said = term.where in SAID
        return self._in_quotations(found) if is_said else self._in_passages(found)

    def _in_passages(self, passages: Mask) -> Found:
        passages = self._widened(passages)
        return Found(passages, passages[self._index.quotations.passage])

    def _in_quotations(self, quotations: Mask) -> Found:
        links = self._index.quotations
        passages = marked(links.passage[quotations], len(self._index.passages))
        return Found(self._widened(passages), quotations, is_said=True)

    def _widened(self, passages: Mask) -> Mask:
        if not self._is_wide:
            return passages
        article = self._index.passage_article
        return marked(article[passages], len(self._index.articles))[article]


def _both(masks: Iterable[Mask]) -> Mask:
    found: Mask = np.logical_and.reduce(list(masks))
    return found


def word_source(index: Index) -> Words:
    if index.words is None:
        raise UsageError("this index was built without its corpus file: it can find no words")
    return index.words


def _said(index: Index, terms: tuple[Term, ...]) -> At:
    places = np.full(len(index.frames["quotations"]), -1, dtype=np.int64)
    places[index.quotations.rows] = np.arange(len(index.quotations.rows))
    found = {term: places[rows] for term, rows in word_source(index).said(terms).items()}
    return {term: at[at >= 0] for term, at in found.items()}


def _days(index: Index, days: Days) -> Mask:
    """Passages of articles of these days; an article without a date is of none."""
    first = day_number(days.first) if days.first else NO_DAY + 1
    last = day_number(days.last) if days.last else np.iinfo(np.int32).max
    found: Mask = (index.passage_day >= first) & (index.passage_day <= last)
    return found
