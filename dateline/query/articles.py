"""The articles that a Brush selects: in which order, and what each row of their list says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..brush import Brush
from .ids import Codes
from .index import Index
from .labels import Mask
from .links import Links
from .ranked import Scores, article_scores, keys, passage_scores
from .select import selection

Sort = Literal["newest", "oldest", "outlet", "quotations", "match"]
OPENING = 280
"""Code points of a passage that a row shows."""
_SHORTEST, _HEAD = 60, 12
_FIELDS = (
    *("article_id", "title", "outlet", "agency", "url", "version"),
    *("published", "published_iso", "updated", "updated_iso"),
)


@dataclass(frozen=True, slots=True)
class ArticlesPage:
    """The first rows of a list of articles, and how long the list is."""

    frame: pd.DataFrame
    """One row an article, best first.

    Beside its own fields: `passage`, the opening of its first passage inside; `quotations`,
    `people` and `places` that it has; `quotations_inside`; `carriers`, the outlets of the other
    articles that carry its story.
    """
    inside: int
    """Articles in the list."""
    total: int
    """Articles in the corpus."""


def ranked_articles(index: Index, brush: Brush, sort: Sort = "newest") -> Codes:
    """The articles with a passage inside the Brush, in order.

    Without a search in the Brush nothing matches better, and the newest come first.
    """
    codes = np.flatnonzero(_inside(index, brush)).astype(np.int32)
    search = brush.clause_on("search")
    if sort == "match" and search:
        scores = article_scores(index, search.values[0])
        return codes[np.argsort(keys(scores[codes], index.rank[codes]), kind="stable")]
    return codes[_order(index, brush, codes, sort)]


def articles_page(index: Index, brush: Brush, ranked: Codes, limit: int) -> ArticlesPage:
    """The first rows of a list that `ranked_articles` put in order."""
    codes = ranked[:limit]
    frame = index.frames["articles"].iloc[codes][list(_FIELDS)].reset_index(drop=True)
    mask = selection(index, brush).mask
    chosen = selection(index, brush).holds("quotations")
    spans = [_passages(index, code) for code in codes.tolist()]
    search = brush.clause_on("search")
    scores = passage_scores(index, search.values[0]) if search else np.zeros(len(mask))
    frame["passage"] = [_opening(index, mask, scores, *span) for span in spans]
    frame["quotations"] = [len(_targets(index.quotations, span)) for span in spans]
    frame["quotations_inside"] = [
        int(chosen[_rows(index.quotations, span)].sum()) for span in spans
    ]
    is_person = (index.frames["entities"]["kind"] == "person").to_numpy()
    frame["people"] = [_distinct(index.mentions, span, is_person) for span in spans]
    frame["places"] = [_distinct(index.toponyms, span) for span in spans]
    frame["carriers"] = pd.Series(_carriers(index, codes), dtype=object)
    return ArticlesPage(frame, len(ranked), len(index.articles))


def passages_inside(index: Index, brush: Brush, article_id: str) -> tuple[str, ...]:
    """Ids of an article's passages inside the Brush; none for one that is not current."""
    code = index.articles.code_of(article_id)
    if code is None:
        return ()
    first, last = _passages(index, code)
    mask = selection(index, brush).mask[first:last]
    return tuple(index.passages.ids_of(np.flatnonzero(mask) + first))


def _inside(index: Index, brush: Brush) -> Mask:
    """With no clause all articles, those without a passage included."""
    if not brush:
        return np.ones(len(index.articles), dtype=bool)
    return selection(index, brush).articles()


def _order(index: Index, brush: Brush, codes: Codes, sort: Sort) -> NDArray[np.intp]:
    frame = index.frames["articles"]
    moments = frame["published"].iloc[codes]
    is_undated = moments.isna().to_numpy()
    times = np.where(is_undated, 0, moments.astype("int64").to_numpy())
    newest = (codes, -times, is_undated)
    if sort == "oldest":
        return np.lexsort((codes, times, is_undated))
    if sort == "outlet":
        return np.lexsort((*newest, _alphabetical(frame["outlet"].iloc[codes])))
    if sort == "quotations":
        said = selection(index, brush).holds("quotations")
        articles = index.passage_article[index.quotations.passage[said]]
        counts = np.bincount(articles, minlength=len(index.articles))
        return np.lexsort((*newest, -counts[codes]))
    return np.lexsort(newest)


def _alphabetical(outlets: pd.Series[Any]) -> NDArray[np.int64]:
    """The rank of each outlet by its name, whatever its case; where none is stated, last."""
    names = outlets.astype(object)
    ranks = {name: rank for rank, name in enumerate(sorted(set(names), key=str.casefold))}
    return np.array([ranks[name] if name else len(ranks) for name in names], dtype=np.int64)


def _passages(index: Index, article: int) -> tuple[int, int]:
    first, last = np.searchsorted(index.passage_article, [article, article + 1])
    return int(first), int(last)


def _rows(links: Links, passages: tuple[int, int]) -> slice:
    first, last = np.searchsorted(links.passage, passages)
    return slice(int(first), int(last))


def _targets(links: Links, passages: tuple[int, int]) -> Codes:
    return links.target[_rows(links, passages)]


def _distinct(links: Links, passages: tuple[int, int], kept: Mask | None = None) -> int:
    found = np.unique(_targets(links, passages))
    found = found[found >= 0]
    return len(found) if kept is None else int(kept[found].sum())


def _opening(index: Index, mask: Mask, scores: Scores, first: int, last: int) -> str:
    """The first of the best passages inside that says more than a line of the page's head does."""
    codes = np.flatnonzero(mask[first:last]) + first
    codes = codes[np.argsort(-scores[codes], kind="stable")][:_HEAD]
    if not len(codes):
        return ""
    article = index.frames["articles"].iloc[index.passage_article[first]]
    spans = index.frames["passages"].iloc[codes]
    texts = [article["text"][s:e] for s, e in zip(spans["start"], spans["end"], strict=True)]
    told = [text for text in texts if text != article["title"]] or [""]
    shown = next((text for text in told if len(text) >= _SHORTEST), told[0])
    return shown if len(shown) <= OPENING else f"{shown[:OPENING].rstrip()} …"


def _carriers(index: Index, codes: Codes) -> list[list[str]]:
    """For each article the outlets of the others with its story, first published first."""
    frame = index.frames["articles"]
    wanted = frame["story_id"].iloc[codes].astype(object).tolist()
    story = frame["story_id"]
    others = frame[story.isin({found for found in wanted if found})]
    others = others.sort_values("published", kind="stable")
    found: dict[str, list[tuple[str, str]]] = {}
    for article, outlet, carried in zip(
        others["article_id"].astype(object), others["outlet"], others["story_id"], strict=True
    ):
        found.setdefault(carried, []).append((article, outlet))
    ids = index.articles.ids_of(codes)
    return [
        [outlet for article, outlet in found.get(carried, []) if article != own]
        for carried, own in zip(wanted, ids, strict=True)
    ]
