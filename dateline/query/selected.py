"""The passages inside a Brush, and what stands in them, each worked out when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

import numpy as np
from numpy.typing import NDArray

from .ids import Codes
from .index import Index
from .labels import Mask
from .links import expanded

FEW = 8
"""A selection with fewer than one passage in so many is looked up by passage, not by mask."""
Kind = Literal["mentions", "toponyms", "quotations"]
ArticleCode = Literal["article_story", "article_origin"]
Places = NDArray[np.int64]
Counted = NDArray[np.int64]
T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Selection:
    """The passages inside a Brush, and the rows in them that its facets leave."""

    index: Index
    left: Mapping[Kind, Mask]
    """The rows of a kind that are left, where not all are."""
    _mask: Callable[[], Mask]
    _made: dict[str, Any] = field(default_factory=dict, repr=False)

    @property
    def mask(self) -> Mask:
        """Which passages are inside."""
        return self.kept("mask", self._mask)

    @property
    def passages(self) -> Places:
        """Their codes, rising."""
        return self.kept("passages", lambda: np.flatnonzero(self.mask))

    @property
    def size(self) -> int:
        """How many they are."""
        return self.kept("size", lambda: int(np.count_nonzero(self.mask)))

    @property
    def is_whole(self) -> bool:
        """Whether no passage is outside."""
        return self.size == len(self.index.passages)

    @property
    def is_few(self) -> bool:
        """Whether it is looked up by passage."""
        return self.size * FEW <= len(self.index.passages) and not self.is_whole

    def rows(self, kind: Kind) -> Places | slice:
        """Places of the rows inside, in the order of the passages."""
        left = self.left.get(kind)
        if self.is_whole:
            return slice(None) if left is None else np.flatnonzero(left)
        if self.is_few:
            return self.kept(f"rows of {kind}", lambda: self._few_rows(kind))
        return np.flatnonzero(self.holds(kind))

    def holds(self, kind: Kind) -> Mask:
        """Which rows are inside."""
        left = self.left.get(kind)
        inside = self.mask[self.index.links(kind).passage]
        return inside if left is None else inside & left

    def having(self, kind: Kind, rows: Places | Codes) -> Mask:
        """Which of some rows are inside."""
        inside, left = self.mask[self.index.links(kind).passage[rows]], self.left.get(kind)
        return inside if left is None else inside & left[rows]

    def count(self, kind: Kind) -> Counted:
        """Rows inside that point to each record; worked out once."""
        if self.is_whole and kind not in self.left:
            return self.index.links(kind).totals
        return self.kept(f"count of {kind}", lambda: self._count(kind))

    def number(self, kind: Kind) -> int:
        """How many rows are inside."""
        return self.kept(f"number of {kind}", lambda: self._number(kind))

    def articles(self) -> Mask:
        """Which articles have a passage inside; worked out once."""
        return self.kept("articles", self._articles)

    def article_codes(self) -> Codes:
        """Those articles, each once."""
        return self.kept("article codes", self._article_codes)

    def stories(self) -> int:
        """How many texts those articles are, told apart."""
        return _different(self._codes("article_story"))

    def origins(self) -> int:
        """With how many agencies and outlets they originate."""
        return _different(self._codes("article_origin"))

    def kept(self, name: str, make: Callable[[], T]) -> T:
        """What is made of the selection under that name, made once."""
        if name not in self._made:
            self._made[name] = make()
        made: T = self._made[name]
        return made

    def _codes(self, name: ArticleCode) -> Codes:
        codes: Codes = getattr(self.index, name)
        return codes[self.article_codes()]

    def _few_rows(self, kind: Kind) -> Places:
        links, left = self.index.links(kind), self.left.get(kind)
        first = links.starts[self.passages].astype(np.int64)
        rows = expanded(first, links.starts[self.passages + 1] - first)
        return rows if left is None else rows[left[rows]]

    def _count(self, kind: Kind) -> Counted:
        links = self.index.links(kind)
        return pointed(links.target[self.rows(kind)], len(links.totals))

    def _number(self, kind: Kind) -> int:
        links = self.index.links(kind)
        if kind in self.left:
            if self.is_few:
                return len(self.kept(f"rows of {kind}", lambda: self._few_rows(kind)))
            return int(np.count_nonzero(self.holds(kind)))
        if self.is_whole:
            return len(links.rows)
        starts, passages = links.starts, self.passages
        return int(starts[passages + 1].sum(dtype=np.int64) - starts[passages].sum(dtype=np.int64))

    def _articles(self) -> Mask:
        found = np.zeros(len(self.index.articles), dtype=bool)
        found[self.index.passage_article[slice(None) if self.is_whole else self.passages]] = True
        return found

    def _article_codes(self) -> Codes:
        if self.is_few:
            return distinct(self.index.passage_article[self.passages])
        return np.flatnonzero(self.articles()).astype(np.int32)


def pointed(targets: Codes, size: int) -> Counted:
    """How often each record is pointed to; -1 points to none."""
    return np.bincount(np.add(targets, 1, dtype=np.intp), minlength=size + 1)[1:]


def _different(codes: Codes) -> int:
    """How many codes differ; they number things from 0."""
    if not len(codes):
        return 0
    found = np.zeros(int(codes.max()) + 1, dtype=bool)
    found[codes] = True
    return int(np.count_nonzero(found))


def distinct(rising: Codes) -> Codes:
    """Each of some rising codes once."""
    if not len(rising):
        return rising
    is_first = np.empty(len(rising), dtype=bool)
    is_first[0] = True
    np.not_equal(rising[1:], rising[:-1], out=is_first[1:])
    return rising[is_first]
