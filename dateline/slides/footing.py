"""What stands under a slide by itself: sources, times, counts, method and review state."""

from __future__ import annotations

from collections import Counter
from datetime import tzinfo

import numpy as np
import pandas as pd

from ..briefing import Footing
from ..query import Index
from ..query.days import NO_DAY, NO_HOUR
from ..query.labels import Labels
from ..query.select import iso_day
from .corpus import Codes, Corpus, maker_words
from .sources import MOST
from .words import DAY, between, counted, date_text, listed

NOTHING = Footing("", "", "", "", "", "")
MOST_MAKERS = 3


def footing(corpus: Corpus, articles: Codes, review: str) -> Footing:
    """The footing of a slide that rests on some articles."""
    index = corpus.index
    if not len(articles):
        return Footing("No sources", "", counted(0, "article"), "", "", "")
    return Footing(
        sources=sources_words(index, articles),
        published=published_words(index, articles),
        counts=counts_words(index, articles),
        retrieved=retrieved_words(index, articles),
        method=method_words(corpus, articles),
        review=review,
    )


def sources_words(index: Index, articles: Codes) -> str:
    """The outlets and agencies that are named most: "AFP, Reuters, TASS and 3 more"."""
    outlets, agencies = _named(index)
    found = Counter[str]()
    for labels in (outlets, agencies):
        found.update(labels.counted(articles))
    names = sorted((name for name in found if found[name]), key=lambda name: (-found[name], name))
    unnamed = (outlets.codes[0][articles] < 0) & (agencies.codes[0][articles] < 0)
    missing = int(unnamed.sum())
    if not names:
        return "Source not stated"
    return listed(names) + (f"; {_stating_none(missing)}" if missing else "")


def counts_words(index: Index, articles: Codes) -> str:
    """12 articles, 3 outlets, 1 origin."""
    outlets, _ = _named(index)
    parts = (
        counted(len(articles), "article"),
        counted(int((outlets.sums(articles) > 0).sum()), "outlet"),
        counted(len(np.unique(index.article_origin[articles])), "origin"),
    )
    cut = f" ({MOST} articles listed)" if len(articles) > MOST else ""
    return ", ".join(parts) + cut


def published_words(index: Index, articles: Codes) -> str:
    """Published 16 to 19 Aug 2021 (UTC), as precisely as the first and the last are stated."""
    days = index.article_day[articles]
    dated = articles[days != NO_DAY]
    undated = len(articles) - len(dated)
    if not len(dated):
        return "Date of publication not stated"
    rest = f"; {undated:,} undated" if undated else ""
    return f"Published {_span(index, dated)} ({_zone(index.zone)}){rest}"


def retrieved_words(index: Index, articles: Codes) -> str:
    """Retrieved 20 Aug 2021 (UTC)."""
    seen = index.frames["articles"]["seen"].iloc[articles].dropna()
    if not len(seen):
        return "Time of retrieval not stated"
    first, last = (
        pd.Timestamp(moment).tz_convert(index.zone).date().isoformat()
        for moment in (seen.min(), seen.max())
    )
    missing = len(articles) - len(seen)
    rest = f"; {_stating_none(missing)}" if missing else ""
    return f"Retrieved {between(first, last)} ({_zone(index.zone)}){rest}"


def method_words(corpus: Corpus, articles: Codes) -> str:
    """What found what is shown: "Found by machine: dateline 0.3.0, rules and the model"."""
    counts = np.bincount(corpus.maker[articles] + 1, minlength=len(corpus.made_by) + 1)[1:]
    made = [corpus.made_by[place] for place in np.argsort(-counts, kind="stable") if counts[place]]
    if not made:
        return "Method not stated"
    told = "; ".join(map(maker_words, made[:MOST_MAKERS]))
    more = f"; {len(made) - MOST_MAKERS} more" if len(made) > MOST_MAKERS else ""
    return f"Found by machine: {told}{more}"


def _named(index: Index) -> tuple[Labels, Labels]:
    """The outlet and the agency of each article."""
    agencies = index.recent.get("agencies", lambda: Labels.of(index.frames["articles"]["agency"]))
    return index.labels["outlet", "articles"], agencies


def _span(index: Index, dated: Codes) -> str:
    """From the first to the last; with the hours where all is of one day that states them."""
    stated = index.frames["articles"]["published_iso"]
    days, minutes = index.article_day[dated], index.article_minute[dated]
    first, last = (dated[at] for at in (np.argmin(days), np.argmax(days)))
    ends = [str(stated.iloc[int(one)]) for one in (first, last)]
    if any(len(end) < DAY for end in ends):
        told = dict.fromkeys(map(date_text, ends))
        return " to ".join(told)
    day = [iso_day(int(number)) for number in (days.min(), days.max())]
    if day[0] != day[1] or (minutes == NO_HOUR).any():
        return between(*day)
    hours = dict.fromkeys(f"{m // 60:02}:{m % 60:02}" for m in (minutes.min(), minutes.max()))
    return f"{between(*day)}, {' to '.join(hours)}"


def _stating_none(articles: int) -> str:
    return f"{counted(articles, 'article')} {'states' if articles == 1 else 'state'} none"


def _zone(zone: tzinfo) -> str:
    return str(zone)
