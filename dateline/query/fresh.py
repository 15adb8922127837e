"""What of a selection was stored since a reader last looked."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..brush import Brush
from .index import Index
from .searched import word_source
from .select import selection


@dataclass(frozen=True, slots=True)
class Fresh:
    """How much is new in a selection."""

    passages: int = 0
    quotations: int = 0
    articles: tuple[tuple[str, str], ...] = ()
    """Id and title of each new article with a passage inside, the last stored first."""


def fresh(index: Index, brush: Brush, newest_seen: int) -> Fresh:
    """What is new inside the Brush since the article of that number was stored."""
    numbers = index.recent.get("article numbers", lambda: word_source(index).article_numbers())
    is_new = numbers > newest_seen
    chosen = selection(index, brush)
    passages = chosen.mask & is_new[index.passage_article]
    quotations = chosen.holds("quotations") & passages[index.quotations.passage]
    codes = np.flatnonzero(np.bincount(index.passage_article[passages], minlength=len(numbers)))
    codes = codes[np.argsort(-numbers[codes], kind="stable")]
    titles = index.frames["articles"]["title"].iloc[codes].astype(object)
    found = zip(index.articles.ids_of(codes), map(str, titles), strict=True)
    return Fresh(int(passages.sum()), int(quotations.sum()), tuple(found))
