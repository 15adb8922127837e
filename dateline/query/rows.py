"""The rows that a view lists, a page at a time: quotations and passages, each with its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
Mark = dict[str, str | int | float]


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
    frame["marks"] = pd.Series(marks_in(index, page), dtype=object)
    return Page(frame, len(ranked), len(ranked))


def marks_in(index: Index, passages: Codes) -> list[list[Mark]]:
    """For each passage its mentions, quotations and dates, in their order.

    A mark is start and end in the passage, kind, id, label and confidence.
    """
    starts = index.frames["passages"]["start"].iloc[passages]
    start_of = dict(zip(passages.tolist(), starts.tolist(), strict=True))
    marks: dict[int, list[Mark]] = {passage: [] for passage in start_of}
    for passage, mark in _rows(index, index.mentions, "mentions", "entity_id", marks):
        entity = str(mark["id"])
        code = index.entities.codes.get(entity, -1)
        mark["kind"] = index.frames["entities"]["kind"].iloc[code] if code >= 0 else "mention"
        mark["label"] = index.name_of("entity", entity)
        marks[passage].append(mark)
    for passage, mark in _rows(index, index.quotations, "quotations", "quotation_id", marks):
        marks[passage].append(mark | {"kind": "quotation"})
    for passage, mark in _rows(index, index.timexes, "timexes", "value", marks):
        marks[passage].append(mark | {"kind": "date"})
    return [_within(marks[passage], start_of[passage]) for passage in passages.tolist()]


def _within(marks: list[Mark], start: int) -> list[Mark]:
    moved = [
        mark | {"start": int(mark["start"]) - start, "end": int(mark["end"]) - start}
        for mark in marks
    ]
    return sorted(moved, key=lambda mark: (int(mark["start"]), -int(mark["end"])))


def _rows(
    index: Index, links: Links, table: str, column: str, passages: Iterable[int]
) -> Iterator[tuple[int, Mark]]:
    """Passage and mark of a table's rows in some passages; one column is the mark's id and label.

    A kind of record that states no confidence is sure.
    """
    found = [(passage, row) for passage in passages for row in links.rows[links.within(passage)]]
    frame = index.frames[table].iloc[[row for _, row in found]]
    sure = frame["confidence"] if "confidence" in frame else np.ones(len(found))
    values = zip(frame["start"], frame["end"], frame[column].astype(object), sure, strict=True)
    for (passage, _), (start, end, value, confidence) in zip(found, values, strict=True):
        mark: Mark = {"start": int(start), "end": int(end), "id": str(value), "label": str(value)}
        yield passage, mark | {"confidence": float(confidence)}


def _places_in(index: Index, passage: int) -> list[dict[str, str]]:
    codes = index.toponyms.target[index.toponyms.within(passage)].tolist()
    named = [index.places.values[code] for code in dict.fromkeys(codes) if code >= 0]
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
