"""Where the words of a corpus stand, as codes of its index: asked of the store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from ..search import Term
from ..store import Store
from ..store.search import Numbers
from ..store.words import PASSAGE_BITS
from .ids import Codes, Ids

Found = dict[Term, NDArray[Any]]
Table = Literal["article", "quotation"]
_PLACE = (1 << PASSAGE_BITS) - 1


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of the corpus file that an index was built from.

    What was stored since is left out. The numbers that the store gives are read once.
    """

    corpus: Path
    articles: Ids
    article_start: Codes
    """For each article its first passage, then the number of passages."""
    quotations: pd.Series[Any]
    """The ids of the rows."""
    _codes: dict[Table, Codes] = field(default_factory=dict, repr=False)
    """For each number of the store the code of the article, or the row; -1 for none."""

    def passages(self, terms: Sequence[Term]) -> Found:
        """For each term the codes of the passages that have its words."""
        with Store.open(self.corpus, readonly=True) as store:
            found = store.found("passage", terms)
            articles = self._coded("article", store)
        return {
            term: self._of_articles(articles, numbers)
            for term, numbers in zip(terms, found, strict=True)
        }

    def said(self, terms: Sequence[Term]) -> Found:
        """For each term the rows of the quotations in which its words are said.

        Words that are looked for everywhere may be those of the speaker's name.
        """
        with Store.open(self.corpus, readonly=True) as store:
            found = store.found("quotation", terms)
            codes = self._coded("quotation", store)
        coded = (_looked_up(codes, numbers) for numbers in found)
        return {term: rows[rows >= 0] for term, rows in zip(terms, coded, strict=True)}

    def article_numbers(self) -> NDArray[np.int64]:
        """For each article its number in the store; 0 for one that went since."""
        with Store.open(self.corpus, readonly=True) as store:
            codes = self._coded("article", store)
        numbers = np.zeros(len(self.articles), dtype=np.int64)
        known = np.flatnonzero(codes >= 0)
        numbers[codes[known]] = known
        return numbers

    def _of_articles(self, articles: Codes, numbers: Numbers) -> NDArray[Any]:
        article = _looked_up(articles, numbers >> PASSAGE_BITS)
        codes = self.article_start[article].astype(np.int64) + (numbers & _PLACE)
        return codes[(article >= 0) & (codes < self.article_start[article + 1])]

    def _coded(self, table: Table, store: Store) -> Codes:
        if table not in self._codes:
            numbers, ids = store.numbered(table)
            known = self.articles.texts if table == "article" else _texts(self.quotations)
            codes = np.full(int(numbers.max(initial=0)) + 2, -1, dtype=np.int32)
            order = np.argsort(numbers)
            codes[numbers[order]] = _places(_texts(ids).take(pa.array(order)), known)
            self._codes[table] = codes
        return self._codes[table]


def _places(ids: pa.ChunkedArray, known: pa.ChunkedArray) -> Codes:
    """The place of each id among those that are known; most often they are in one order."""
    if ids.equals(known):
        return np.arange(len(known), dtype=np.int32)
    found = pc.index_in(ids, value_set=known.combine_chunks())
    return np.asarray(pc.fill_null(found, -1), dtype=np.int32)


def _texts(ids: pd.Series[Any] | list[str]) -> pa.ChunkedArray:
    made = pa.array(ids, pa.large_string())
    return made if isinstance(made, pa.ChunkedArray) else pa.chunked_array([made])


def _looked_up(codes: Codes, numbers: Numbers) -> Codes:
    """The code of each number; -1 where the corpus had none when the codes were read."""
    return codes[np.minimum(numbers, len(codes) - 1)]
