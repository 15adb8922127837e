"""What the linked views show, as files: whole lists in parts, each row with where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pandas as pd

from dateline import query
from dateline.brush import Brush
from dateline.export.provenance import sourced as with_method
from dateline.export.table import Row, Table
from dateline.export.tables import TABLES
from dateline.query import Index, Timeline
from dateline.query.articles import ranked_articles
from dateline.query.inside import times_of_places
from dateline.query.rows import found_view
from dateline.query.select import selection
from dateline.records import Article
from dateline.store import Store

from .views import _current, _shared, open_index
from .written import FORMATS as FORMATS
from .written import WITH_BOM as WITH_BOM
from .written import Form as Form
from .written import Wanted, forms_of, table_of, written
from .written import sourced as sourced

View = Literal["map", "toponyms", "timeline", "mentions", "quotations", "passages", "articles"]
PART_ROWS = 100_000
"""Rows of one file from a screen, which holds it in memory while it is made and fetched.

What is longer is had in parts, the newest first; `dateline export` writes it in one file.
"""
NAMES: Mapping[View, str] = {"map": "places", "timeline": "lanes"}
"""What the table of a view is called where not as the view."""
COMMANDS: Mapping[View, str] = {"map": "places", "timeline": "mentions", "passages": "articles"}


def forms(view: View) -> tuple[Form, ...]:
    """The formats that make sense for a view."""
    return forms_of(NAMES.get(view, view))


def rows_of(view: View, brush: Brush) -> int:
    """How many rows a view has under the Brush."""
    return _shared(("rows of", view, brush), lambda index: _counted(index, view, brush))


def command(view: View, brush: Brush, form: Form) -> str:
    """What makes one file of all that a view is made from, as text for a terminal."""
    table = COMMANDS.get(view, view)
    chosen = f" --brush '{brush.to_query().replace(chr(39), '%27')}'" if brush else ""
    ending = FORMATS[form].ending
    return (f"python -m dateline export --table {table} --format {form}{chosen}"
            f" --out {table}.{ending}")  # fmt: skip


def file_of(view: View, wanted: Wanted, part: int = 0) -> bytes:
    """What a view shows under the Brush, `PART_ROWS` rows from that part on, as a file.

    Counts come as they are drawn; what they count, `toponyms` and `mentions`, quotations, passages
    and articles come with their article, source, span, passage, method, version and confidence.

    Args:
        part: which one, counted from 0.

    Raises:
        UsageError: the format cannot hold the view.
    """
    index, offset = open_index(), part * PART_ROWS
    if view == "articles":
        return written(_articles(index, wanted.brush, offset), wanted)
    frame = sourced(_frame(index, view, wanted.brush, offset))
    return written(table_of(frame, NAMES.get(view, view)), wanted)


def _counted(index: Index, view: View, brush: Brush) -> int:
    if view == "map":
        return int((query.map_view(index, brush)["count"] > 0).sum())
    if view == "timeline":
        shown = query.timeline_view(index, brush)
        return int(np.count_nonzero(shown.cells + shown.speaks))
    if view == "articles":
        return len(ranked_articles(index, brush))
    chosen = selection(index, brush)
    return len(chosen.passages) if view == "passages" else int(chosen.holds(view).sum())


def _frame(index: Index, view: View, brush: Brush, offset: int) -> pd.DataFrame:
    if view == "map":
        return _places(index, brush).iloc[offset : offset + PART_ROWS]
    if view == "timeline":
        lanes = _lanes_by_day(query.timeline_view(index, brush))
        return lanes.iloc[offset : offset + PART_ROWS]
    if view in ("toponyms", "mentions"):
        return found_view(index, brush, view, PART_ROWS, offset)
    rows = query.quotations_view if view == "quotations" else query.passages_view
    page = rows(index, brush, offset, PART_ROWS)
    frame = page.frame.iloc[: max(0, page.inside - offset)]
    left_out = ["inside", "passage_start", "marks", "sought"]
    return frame.drop(columns=[name for name in left_out if name in frame])


def _places(index: Index, brush: Brush) -> pd.DataFrame:
    """The places on the map, with the times of the articles that name them inside."""
    frame = query.map_view(index, brush)
    frame = frame[frame["count"] > 0].drop(columns="selected")
    times = times_of_places(index, selection(index, brush.seen_by("map")))
    told = [times(code) for code in index.places.known(frame["place_id"].tolist()).tolist()]
    return frame.assign(**{name: [one[name] for one in told]
                           for name in ("first_published", "last_published")})  # fmt: skip


def _articles(index: Index, brush: Brush, offset: int) -> Table:
    """The articles inside, newest first, each as the corpus has it."""
    codes = ranked_articles(index, brush)[offset : offset + PART_ROWS]
    rows = with_method(_stored(index.articles.ids_of(codes)), version="method_version")
    return Table("articles", TABLES["articles"], rows)


def _stored(articles: list[str]) -> Iterator[Row]:
    names = tuple(field.name for field in fields(Article))
    with Store.open(Path(_current()[0]), readonly=True) as store:
        for article_id in articles:
            article, made = store.article(article_id), store.analysis(article_id)
            if article is not None:
                row: dict[str, Any] = {name: getattr(article, name) for name in names}
                row["parts"] = [asdict(part) for part in article.parts]
                row["raw_times"] = [list(pair) for pair in article.raw_times]
                yield row | {"extractor": made.extractor if made else ""}


def _lanes_by_day(view: Timeline) -> pd.DataFrame:
    lane, column = np.nonzero(view.cells + view.speaks)
    frame = view.lanes.frame[["entity_id", "name", "kind"]].iloc[lane].reset_index(drop=True)
    frame["first_day"] = np.array(view.edges, dtype=object)[column]
    frame["unit"] = view.unit
    frame["mentions"] = view.cells[lane, column]
    frame["quotations"] = view.speaks[lane, column]
    return frame
