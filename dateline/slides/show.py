"""What a slide shows: its captured view, asked of a corpus again, with what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from ..briefing import Footing, MapShown, Said, Shown, Slide, TableShown, TimelineShown
from ..errors import SearchTooSlow
from .asked import Asked, asked_of
from .corpus import Codes, Corpus, Places
from .footing import NOTHING, footing
from .places import map_shown
from .positions import position
from .reviewed import review_words
from .said import MOST, MOST_BESIDE, best, said_at
from .sources import in_order, of_quotations, resting_on, sources_of
from .tables import table_shown
from .times import timeline_shown

OF_A_BRUSH = ("map", "timeline", "table", "position")
"""Kinds of slides that no single article narrows."""
_NONE: Places = np.zeros(0, dtype=np.int64)


def show(corpus: Corpus, slide: Slide) -> Shown:
    """What the slide shows of the corpus as it is.

    Key judgments, maps, timelines and tables rest on all articles inside the Brush; quotations and
    positions on those that they are taken from; text that no view was captured for on nothing.
    Of an article that is open in the reader, judgments, text and quotations are of that one alone.
    """
    asked = asked_of(corpus.index, slide)
    if slide.kind in OF_A_BRUSH:
        asked = replace(asked, article="")
    if slide.kind == "text" and not slide.query:
        return Shown(slide, "", NOTHING)
    try:
        return _shown(corpus, asked, slide)
    except SearchTooSlow as error:
        brush, dropped = asked.brush.without("search"), (*asked.dropped, str(error))
        return _shown(corpus, replace(asked, brush=brush, dropped=dropped), slide)


def _shown(corpus: Corpus, asked: Asked, slide: Slide) -> Shown:
    if slide.kind == "position":
        return _position(corpus, asked, slide)
    limit = {"map": MOST_BESIDE, "quotations": MOST}.get(slide.kind, 0)
    places = best(corpus, asked, limit) if limit else _NONE
    said = said_at(corpus, places)
    told = of_quotations(corpus, places)
    articles = told if slide.kind == "quotations" else resting_on(corpus, asked)
    timeline = _timeline(corpus, asked, slide)
    entities = _entities(asked, timeline)
    is_whole = slide.kind != "quotations"
    return Shown(
        slide=slide,
        words=_words(corpus, asked),
        footing=_footing(corpus, asked, articles, said, entities, is_whole),
        map=_map(corpus, asked, slide),
        timeline=timeline,
        quotations=said,
        table=_table(corpus, asked, slide),
        sources=sources_of(corpus, in_order(corpus, told, articles)),
        dropped=asked.dropped,
    )


def _position(corpus: Corpus, asked: Asked, slide: Slide) -> Shown:
    found = position(corpus, asked)
    brush = asked.brush.without("speaker")
    words = f"{found.who} · {brush.words(corpus.name_of)}" if brush else found.who
    said = [
        *found.said,
        *(one for earlier, later, _ in found.reversals for one in (earlier, later)),
    ]
    first = _articles_of(corpus, said)
    return Shown(
        slide=slide,
        words=words,
        footing=_footing(corpus, asked, found.articles, _once(said), _chosen(asked), False),
        quotations=found.said,
        reversals=found.reversals,
        sources=sources_of(corpus, in_order(corpus, first, found.articles)),
        dropped=asked.dropped,
    )


def _words(corpus: Corpus, asked: Asked) -> str:
    """The Brush in words, or the title of the article that is open."""
    if not asked.article:
        return asked.brush.words(corpus.name_of)
    (code,) = corpus.index.articles.known([asked.article])
    title = str(corpus.index.frames["articles"]["title"].iloc[int(code)])
    return f"“{title}”" if title else "An article without a title"


def _footing(
    corpus: Corpus,
    asked: Asked,
    articles: Codes,
    said: Sequence[Said],
    entities: Sequence[str],
    is_whole: bool,
) -> Footing:
    return footing(corpus, articles, review_words(corpus, asked, said, entities, is_whole))


def _map(corpus: Corpus, asked: Asked, slide: Slide) -> MapShown | None:
    return map_shown(corpus.index, asked, slide.camera) if slide.kind == "map" else None


def _timeline(corpus: Corpus, asked: Asked, slide: Slide) -> TimelineShown | None:
    if slide.kind not in ("map", "timeline"):
        return None
    return timeline_shown(corpus.index, asked, has_lanes=slide.kind == "timeline")


def _table(corpus: Corpus, asked: Asked, slide: Slide) -> TableShown | None:
    return table_shown(corpus, asked, slide.page) if slide.kind == "table" else None


def _entities(asked: Asked, timeline: TimelineShown | None) -> list[str]:
    lanes = [lane.entity_id for lane in timeline.lanes] if timeline else []
    return list(dict.fromkeys((*_chosen(asked), *lanes)))


def _chosen(asked: Asked) -> list[str]:
    """The entities that the Brush names."""
    clauses = [asked.brush.clause_on(field) for field in ("entity", "speaker", "about")]
    return [value for clause in clauses if clause for value in clause.values]


def _once(said: Iterable[Said]) -> list[Said]:
    return list({one.quotation_id: replace(one, change="") for one in said}.values())


def _articles_of(corpus: Corpus, said: Iterable[Said]) -> Codes:
    ids = dict.fromkeys(one.source.article_id for one in said)
    return corpus.index.articles.known(list(ids))
