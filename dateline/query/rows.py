"""The rows that a view lists, a page at a time: quotations and passages, each with its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..brush import Brush
from .index import Codes, Index, Links
from .select import inside
from .views import quotations_inside

PAGE = 40
ARTICLE_FIELDS = (
    *("title", "outlet", "agency", "url"),
    *("published", "published_iso", "updated", "updated_iso"),
)
Mark = dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a list, and how long the list is."""

    frame: pd.DataFrame
    """The rows from the offset on."""
    total: int
    """Rows in the list."""
    inside: int
    """Rows that the whole Brush selects; they come first."""


def quotations_view(index: Index, brush: Brush, offset: int = 0, limit: int | None = PAGE) -> Page:
    """Quotations inside the Brush, newest first, then those that only its own clause leaves out.

    Args:
        limit: rows at the most; None for all.
    """
    own = brush.seen_by("quotations")
    context = inside(index, own)[index.quotations.passage]
    chosen = quotations_inside(index, brush, inside(index, brush))
    order = _newest_first(index, index.quotations.passage)
    ranked = np.concatenate([order[chosen[order]], order[(context & ~chosen)[order]]])
    places = ranked[_window(offset, limit)]
    frame = index.frames["quotations"].iloc[index.quotations.rows[places]].reset_index(drop=True)
    passages = index.quotations.passage[places]
    frame = _with_evidence(index, frame, passages)
    frame["inside"] = chosen[places]
    frame["places"] = pd.Series([_places_in(index, p) for p in passages], dtype=object)
    return Page(frame, len(ranked), int(chosen.sum()))


def passages_view(index: Index, brush: Brush, offset: int = 0, limit: int | None = PAGE) -> Page:
    """Passages inside the Brush, newest first, each with the marks that stand in it."""
    codes = np.flatnonzero(inside(index, brush)).astype(np.int32)
    ranked = codes[_newest_first(index, codes)]
    page = ranked[_window(offset, limit)]
    frame = index.frames["passages"].iloc[page].reset_index(drop=True)
    frame = _with_evidence(index, frame, page)
    frame = frame.rename(columns={"passage_text": "text"}).drop(columns="passage_start")
    frame["marks"] = pd.Series([marks_in(index, code) for code in page], dtype=object)
    return Page(frame, len(ranked), len(ranked))


def marks_in(index: Index, passage: int) -> list[Mark]:
    """Mentions, quotations and dates of a passage: start and end in it, kind, id and label."""
    frames, start = index.frames, int(index.frames["passages"]["start"].iloc[passage])
    kinds = frames["entities"]["kind"].astype(str)
    found: list[Mark] = []
    for row in _rows(index.mentions, frames["mentions"], passage):
        code = index.entities.codes.get(row["entity_id"])
        kind = kinds.iloc[code] if code is not None else "mention"
        found.append(_mark(row, start, kind, row["entity_id"], index))
    for row in _rows(index.quotations, frames["quotations"], passage):
        found.append(_mark(row, start, "quotation", row["quotation_id"], index))
    for row in _rows(index.timexes, frames["timexes"], passage):
        found.append(_mark(row, start, "date", row["timex_id"], index) | {"label": row["value"]})
    return sorted(found, key=lambda mark: (int(mark["start"]), -int(mark["end"])))


def _mark(row: dict[str, str], start: int, kind: str, record: str, index: Index) -> Mark:
    return {
        "start": int(row["start"]) - start,
        "end": int(row["end"]) - start,
        "kind": kind,
        "id": record,
        "label": index.name_of("entity", record),
    }


def _rows(links: Links, frame: pd.DataFrame, passage: int) -> Iterator[dict[str, str]]:
    for row in frame.iloc[links.rows_in(passage)].to_dict("records"):
        yield {str(name): value for name, value in row.items()}


def _places_in(index: Index, passage: int) -> list[dict[str, str]]:
    rows = index.toponyms.rows_in(passage)
    ids = index.frames["toponyms"]["place_id"].iloc[rows].astype(object)
    named = dict.fromkeys(place for place in ids if place)
    return [{"place_id": place, "name": index.name_of("place", place)} for place in named]


def _with_evidence(index: Index, frame: pd.DataFrame, passages: Codes) -> pd.DataFrame:
    spans = index.frames["passages"].iloc[passages]
    articles = index.frames["articles"].iloc[index.passage_article[passages]]
    frame["passage_start"] = spans["start"].to_numpy()
    frame["passage_text"] = [
        text[start:end]
        for text, start, end in zip(articles["text"], spans["start"], spans["end"], strict=True)
    ]
    for name in ARTICLE_FIELDS:
        frame[name] = articles[name].array
    return frame


def _newest_first(index: Index, passages: Codes) -> NDArray[np.intp]:
    days = index.article_day[index.passage_article[passages]]
    return np.lexsort((passages, index.passage_article[passages], -days.astype(np.int64)))


def _window(offset: int, limit: int | None) -> slice:
    return slice(offset, None if limit is None else offset + limit)
