"""The list of articles under a Brush, and one article with all that the reader shows of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from dateline.brush import Brush, from_query
from dateline.query.articles import (
    ArticlesPage,
    Sort,
    passages_inside,
    ranked_articles,
)
from dateline.query.articles import articles_page as page_of
from dateline.query.ids import Codes
from dateline.records import Analysis, Article, Findings, Story
from dateline.store import Store

from .views import _current, _index

__all__ = [
    "ArticlesPage",
    "Neighbours",
    "Reading",
    "Sort",
    "articles_page",
    "inside_of",
    "neighbours",
    "reading",
]


@dataclass(frozen=True, slots=True)
class Reading:
    """One article with everything that was found in it and that is known of it."""

    article: Article
    """The version asked for, which need not be the newest."""
    findings: Findings
    """What was found in its text."""
    analysis: Analysis | None
    """Who made the findings; None where it was not analysed."""
    versions: tuple[Article, ...]
    """All versions at its address, newest first, itself among them."""
    story: Story | None
    """The story that it carries."""
    carriers: tuple[Article, ...]
    """The other articles that carry the story, first published first, without their text."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Where an article stands in the list."""

    place: int
    """Counted from 1; 0 where it is not in the list."""
    count: int
    """Articles in the list."""
    before: str
    """Id of the article before it, or empty."""
    after: str
    """Id of the article after it, or empty; the first of a list that it is not in."""


@st.cache_resource(max_entries=20, show_spinner=False)
def _ranked(path: str, mark: str, brush: str, sort: Sort) -> Codes:
    codes = ranked_articles(_index(path, mark), from_query(brush)[0], sort)
    codes.setflags(write=False)
    return codes


@st.cache_data(max_entries=100, show_spinner=False)
def _articles_page(path: str, mark: str, brush: str, sort: Sort, limit: int) -> ArticlesPage:
    ranked = _ranked(path, mark, brush, sort)
    return page_of(_index(path, mark), from_query(brush)[0], ranked, limit)


@st.cache_resource(max_entries=16, show_spinner=False)
def _reading(path: str, mark: str, article_id: str) -> Reading | None:  # noqa: ARG001 - the fingerprint is cached by
    with Store.open(Path(path), readonly=True) as store:
        article = store.article(article_id)
        if article is None:
            return None
        story = store.story(article.story_id) if article.story_id else None
        carriers = store.carriers(article.story_id) if story else ()
        versions = store.versions(article_id)
        own = {version.article_id for version in versions}
        return Reading(
            article,
            store.findings(article_id),
            store.analysis(article_id),
            versions,
            story,
            tuple(carrier for carrier in carriers if carrier.article_id not in own),
        )


def articles_page(brush: Brush, sort: Sort = "newest", limit: int = 40) -> ArticlesPage:
    """The first articles with a passage inside the Brush."""
    return _articles_page(*_current(), brush.to_query(), sort, limit)


def neighbours(article_id: str, brush: Brush, sort: Sort = "newest") -> Neighbours:
    """Where the article stands in the list that `articles_page` shows."""
    path, mark = _current()
    index = _index(path, mark)
    ranked = _ranked(path, mark, brush.to_query(), sort)
    code = index.articles.code_of(article_id)
    at = -1 if code is None else next(iter((ranked == code).nonzero()[0]), -1)
    around = [
        index.articles.id_of(ranked[place]) if 0 <= place < len(ranked) else ""
        for place in (at - 1, at + 1)
    ]
    return Neighbours(int(at) + 1, len(ranked), around[0] if at >= 0 else "", around[1])


def reading(article_id: str) -> Reading | None:
    """The article for the reader; None where the corpus does not have it."""
    return _reading(*_current(), article_id)


def inside_of(brush: Brush, article_id: str) -> frozenset[str]:
    """Ids of the article's passages inside the Brush; none where nothing is chosen."""
    if not brush:
        return frozenset()
    return frozenset(passages_inside(_index(*_current()), brush, article_id))
