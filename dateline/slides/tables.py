"""The table of a slide: the first rows of what its screen counts or lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pandas as pd

from ..briefing import TableShown
from ..brush import Field, value_words
from ..query import cells_view, counts, groups_view, map_view, regions_view, whom_view
from ..query.articles import articles_page, ranked_articles
from ..query.entities import entities_view
from ..query.parts import Part
from ..query.placing import resolved_view
from ..query.statements import wordings_frame, wordings_of
from .asked import Asked
from .corpus import Corpus
from .words import date_text

MOST = 12
"""Rows of a slide."""
MOST_ABOUT = 6
LETTERS = 200
"""Letters of a cell."""
UNSTATED = "not stated"


def table_shown(corpus: Corpus, asked: Asked, page: str) -> TableShown:
    """What the screen shows in rows, the first of them; of one that has none, the counts."""
    return _PAGES.get(page, _counts)(corpus, asked)


def _explore(corpus: Corpus, asked: Asked) -> TableShown:
    if asked.drawn != "places":
        return _ground(corpus, asked)
    view = map_view(corpus.index, asked.brush, is_named=True)
    view = view[(view["count"] > 0) | view["selected"]]
    view = view.sort_values(["selected", "count", "total"], ascending=False, kind="stable")
    rows = [
        (row["name"], value_words("precision", str(row["precision"])), row["count"], row["total"])
        for row in view.head(MOST).to_dict("records")
    ]
    return _table(("Place", "Placed", "Mentions", "In the corpus"), rows, len(view))


def _ground(corpus: Corpus, asked: Asked) -> TableShown:
    field: Field = "cell" if asked.drawn == "cells" else "region"
    view = cells_view if field == "cell" else regions_view
    found = [one for one in view(corpus.index, asked.brush) if one.count or one.is_selected]
    if field == "region":
        found = [one for one in found if ("." in one.value) == (asked.drawn == "divisions")]
    found.sort(key=lambda one: not one.is_selected)
    rows = [(corpus.name_of(field, one.value), one.count, one.total) for one in found[:MOST]]
    title = {"cells": "Cell", "divisions": "Division"}.get(asked.drawn, "Country")
    return _table((title, "Mentions", "In the corpus"), rows, len(found))


def _voices(corpus: Corpus, asked: Asked) -> TableShown:
    if asked.shows == "whom":
        return _whom(corpus, asked)
    if asked.shows == "wording":
        return _wordings(corpus, asked)
    groups, number = groups_view(corpus.index, asked.brush, "speaker", limit=MOST)
    rows = [(one.name or "Speaker not stated", one.count) for one in groups]
    return _table(("Speaker", "Quotations"), rows, number)


def _whom(corpus: Corpus, asked: Asked) -> TableShown:
    found = whom_view(corpus.index, asked.brush, (0, MOST), (0, MOST_ABOUT))
    columns = ("Speaker", *(f"on {one.name}" for one in found.about[:MOST_ABOUT]))
    cells = found.cells[:, :MOST_ABOUT].tolist()
    rows = [(one.name, *row) for one, row in zip(found.speakers, cells, strict=True)]
    return _table(columns, rows[:MOST], found.all_speakers)


def _wordings(corpus: Corpus, asked: Asked) -> TableShown:
    held = corpus.held()
    found = wordings_of(held, asked.brush)
    frame = wordings_frame(held, found, 0, MOST)
    rows = [
        (row["content"], row["speaker"] or "Speaker not stated", row["outlets"], row["forms"])
        for row in frame.to_dict("records")
    ]
    columns = ("Statement", "Speaker", "Outlets", "Wordings")
    return _table(columns, rows, len(found.statements))


def _entities(corpus: Corpus, asked: Asked) -> TableShown:
    page = entities_view(corpus.index, asked.brush, limit=None if _chosen(asked) else MOST)
    frame, number = page.frame, page.found
    if _chosen(asked):
        frame = frame[frame["entity_id"].astype(object).isin(_chosen(asked))]
        number = len(frame)
    counted = ("mentions", "articles", "said", "about")
    rows = [
        (row["name"], row["kind"], *(row[name] for name in counted), *_ends(row))
        for row in frame.head(MOST).to_dict("records")
    ]
    columns = ("Name", "Kind", "Mentions", "Articles", "Quoted", "Spoken of", "First", "Last")
    return _table(columns, rows, number)


def _chosen(asked: Asked) -> tuple[str, ...]:
    clause = asked.brush.clause_on("entity")
    return clause.values if clause else ()


def _ends(row: Mapping[object, str]) -> tuple[str, ...]:
    return tuple(date_text(row[name]) if row[name] else UNSTATED for name in ("first", "last"))


def _articles(corpus: Corpus, asked: Asked) -> TableShown:
    ranked = ranked_articles(corpus.index, asked.brush, "match")
    page = articles_page(corpus.index, asked.brush, ranked, MOST)
    rows = [
        (
            row["title"] or "No title",
            row["outlet"] or UNSTATED,
            row["agency"] or UNSTATED,
            date_text(row["published_iso"]) if row["published_iso"] else UNSTATED,
            row["quotations"],
        )
        for row in page.frame.to_dict("records")
    ]
    columns = ("Title", "Outlet", "Agency", "Published", "Quotations")
    return _table(columns, rows, page.inside)


def _places(corpus: Corpus, asked: Asked) -> TableShown:
    found = resolved_view(corpus.index, asked.brush, Part(MOST))
    rows = [
        (
            row["name"],
            value_words("precision", str(row["precision"])),
            row["count"],
            row["articles"],
            "" if pd.isna(row["confidence"]) else f"{row['confidence']:.0%}",
        )
        for row in found.frame.to_dict("records")
    ]
    columns = ("Place", "Placed", "Mentions", "Articles", "Confidence")
    return _table(columns, rows, found.total)


def _counts(corpus: Corpus, asked: Asked) -> TableShown:
    found = counts(corpus.index, asked.brush)
    rows = [(name.capitalize(), getattr(found, name)) for name in found.__slots__]
    return _table(("Counted", "In the selection"), rows, len(rows))


def _table(
    columns: tuple[str, ...], rows: Iterable[tuple[object, ...]], rows_in_all: int
) -> TableShown:
    return TableShown(columns, tuple(tuple(map(_text, row)) for row in rows), rows_in_all)


def _text(value: object) -> str:
    if isinstance(value, int):
        return f"{value:,}"
    text = " ".join(str(value).split())
    return (
        text if len(text) <= LETTERS else f"{text[: LETTERS - 1].rstrip()}\N{HORIZONTAL ELLIPSIS}"
    )


_PAGES: Mapping[str, Callable[[Corpus, Asked], TableShown]] = {
    "explore": _explore,
    "voices": _voices,
    "entities": _entities,
    "articles": _articles,
    "places": _places,
}
