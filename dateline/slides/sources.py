"""The articles that a slide rests on, as its appendix lists them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..briefing import Source
from ..query.select import selection
from .asked import Asked
from .corpus import Codes, Corpus, Places

MOST = 500
"""Sources of one slide that are listed."""


def resting_on(corpus: Corpus, asked: Asked) -> Codes:
    """The articles of a whole Brush, or the one that is open in the reader."""
    index = corpus.index
    if asked.article:
        return index.articles.known([asked.article])
    return np.flatnonzero(selection(index, asked.brush).articles()).astype(np.int32)


def of_quotations(corpus: Corpus, places: Places) -> Codes:
    """The articles of some quotations, each once, in their order."""
    index = corpus.index
    articles = index.passage_article[index.quotations.passage[places]]
    return np.array(list(dict.fromkeys(articles.tolist())), dtype=np.int32)


def in_order(corpus: Corpus, first: Codes, articles: Codes) -> Codes:
    """Some articles, those that are to come first before the others, the newest of which lead."""
    others = articles[~np.isin(articles, first)]
    if len(others) > MOST:
        others = others[np.argpartition(corpus.index.rank[others], MOST)[:MOST]]
    return np.concatenate([first, others[np.argsort(corpus.index.rank[others])]])


def sources_of(corpus: Corpus, articles: Codes) -> tuple[Source, ...]:
    """The first articles with where and when they were published."""
    shown = articles[:MOST]
    stated = ["title", "outlet", "agency", "url", "published_iso", "seen"]
    frame = corpus.index.frames["articles"][stated].iloc[shown]
    columns = [frame[name].astype(object).tolist() for name in stated[:-1]]
    ids = corpus.index.articles.ids_of(shown)
    rows = zip(ids, *columns, map(moment_text, frame["seen"]), strict=True)
    return tuple(Source(*map(str, row)) for row in rows)


def moment_text(moment: pd.Timestamp) -> str:
    """A moment as UTC ISO 8601; empty for none."""
    return "" if pd.isna(moment) else f"{moment:%Y-%m-%dT%H:%M:%SZ}"
