"""The rows that a view lists, a page at a time: quotations and passages, each with its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal

import numpy as np
import pandas as pd

from ..brush import Brush
from ..search import marks, parse
from .days import NO_DAY
from .ids import Codes
from .index import Index
from .labels import Mask
from .links import Links
from .newest import newest, newest_inside
from .plain import Columns, records
from .ranked import Order, in_order
from .select import iso_day, selection
from .selected import Places

PAGE = 40
SHORT = 500
"""Rows that are made as plain values; more take less room as typed columns."""
ARTICLE_FIELDS = (
    *("title", "outlet", "agency", "url"),
    *("published", "published_iso", "updated", "updated_iso"),
)
Mark = dict[str, str | int | float]


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a list, and how long the list is."""

    told: pd.DataFrame | Columns
    """The rows from the offset on; of a short page plain values."""
    total: int
    """Rows in the list."""
    inside: int
    """Rows that the whole Brush selects; they come first."""

    @property
    def frame(self) -> pd.DataFrame:
        """The rows as a frame; of a short page its columns are objects."""
        if isinstance(self.told, pd.DataFrame):
            return self.told
        return pd.DataFrame({n: pd.Series(v, dtype=object) for n, v in self.told.items()})

    def rows(self) -> list[dict[str, Any]]:
        """A mapping a row, of plain values."""
        if isinstance(self.told, pd.DataFrame):
            return [{str(k): v for k, v in row.items()} for row in self.told.to_dict("records")]
        return records(self.told)


def quotations_view(
    index: Index,
    brush: Brush,
    offset: int = 0,
    limit: int | None = PAGE,
    order: Order = "match",
) -> Page:
    """Quotations inside the Brush, then the newest of those that only its own clause leaves out.

    Args:
        limit: rows at the most; None for all.
        order: whether what answers the Brush's search best comes first; else the newest do.
    """
    chosen, own = selection(index, brush), brush.seen_by("quotations")
    inside, wider = chosen.number("quotations"), selection(index, own)
    total = wider.number("quotations") if own != brush else inside
    if limit is None or (brush.clause_on("search") and order == "match"):
        holds = chosen.holds("quotations")
        places = in_order(index, brush, index.quotations, holds, offset, limit, order)
    else:
        stop = min(offset + limit, inside)
        places = newest_inside(chosen, "quotations", None, stop)[offset:]
    within = len(places)
    if total > inside and (limit is None or within < limit):
        first, stop = max(0, offset - inside), total - inside
        stop = stop if limit is None else min(stop, first + limit - within)
        beyond = newest_inside(wider, "quotations", chosen, stop)[first:]
        places = np.concatenate([places, beyond])
    listed = quotations_told if limit is not None and limit <= SHORT else quotations_at
    return Page(listed(index, places, np.arange(len(places)) < within), total, inside)


def quotations_told(index: Index, places: Places, inside: Mask) -> Columns:
    """What `quotations_at` gives, as plain values."""
    passages = index.quotations.passage[places]
    columns = index.plain("quotations").at(index.quotations.rows[places])
    columns |= _evidence(index, passages)
    columns["inside"] = inside.tolist()
    columns["places"] = _places_in(index, passages)
    columns["spoken"] = _days_in(index, columns["start"], columns["end"], passages)
    return columns


def quotations_at(index: Index, places: Places, inside: Mask) -> pd.DataFrame:
    """Some quotations with their evidence, the places in their passage and the days in their words.

    Args:
        inside: which of them the Brush selects.
    """
    frame = index.frames["quotations"].iloc[index.quotations.rows[places]].reset_index(drop=True)
    passages = index.quotations.passage[places]
    frame = with_evidence(index, frame, passages)
    frame["inside"] = inside
    frame["places"] = pd.Series(_places_in(index, passages), dtype=object)
    days = _days_in(index, frame["start"].tolist(), frame["end"].tolist(), passages)
    frame["spoken"] = pd.Series(days, dtype=object)
    return frame


def found_view(
    index: Index, brush: Brush, kind: Literal["mentions", "toponyms"], limit: int, offset: int = 0
) -> pd.DataFrame:
    """Mentions or toponyms inside the Brush, newest first, each with its article and passage.

    A row has the `name` of the entity or place that it points to, and the words as written.
    """
    links = index.links(kind)
    places = newest(index, links, selection(index, brush).holds(kind), offset, limit)
    frame = index.frames[kind].iloc[links.rows[places]].reset_index(drop=True)
    frame = with_evidence(index, frame, links.passage[places])
    if kind == "toponyms":
        frame = _with_spans(index, frame)
    known = links.target[places] >= 0
    names = np.full(len(places), "", dtype=object)
    names[known] = index.names(
        "entity" if kind == "mentions" else "place", links.target[places][known]
    )
    frame.insert(0, "name", names)
    return frame.drop(columns="passage_start")


def _with_spans(index: Index, frame: pd.DataFrame) -> pd.DataFrame:
    """Toponyms with the span and the words of the mention that each stands for."""
    named = index.frames["mentions"]
    rows = named["mention_id"].isin(frame["mention_id"].astype(object).unique())
    spans = named.loc[rows, ["mention_id", "start", "end", "surface"]].astype(
        {"mention_id": object}
    )
    return frame.astype({"mention_id": object}).merge(spans, on="mention_id", how="left")


def passages_view(
    index: Index,
    brush: Brush,
    offset: int = 0,
    limit: int | None = PAGE,
    order: Order = "match",
) -> Page:
    """Passages inside the Brush with the marks that stand in each, in the order of quotations.

    Under a search `sought` says where each has its words.
    """
    mask = selection(index, brush).mask
    page = _page(index, in_order(index, brush, None, mask, offset, limit, order), mask)
    search = brush.clause_on("search")
    if search:
        tree = parse(search.values[0])
        found = [marks(tree, text) for text in page.frame["text"]]
        page.frame["sought"] = pd.Series(found, dtype=object)
    return page


def passages_page(index: Index, mask: Mask, offset: int = 0, limit: int | None = PAGE) -> Page:
    """Some passages, newest first, each with the marks that stand in it."""
    return _page(index, newest(index, None, mask, offset, limit), mask)


def _page(index: Index, places: Places, mask: Mask) -> Page:
    page = places.astype(np.int32)
    frame = index.frames["passages"].iloc[page].reset_index(drop=True)
    frame = with_evidence(index, frame, page)
    frame = frame.rename(columns={"passage_text": "text"}).drop(columns="passage_start")
    frame["marks"] = pd.Series(marks_in(index, page), dtype=object)
    total = int(mask.sum())
    return Page(frame, total, total)


def marks_in(index: Index, passages: Codes) -> list[list[Mark]]:
    """For each passage its mentions, quotations and dates, in their order.

    A mark is start and end in the passage, kind, id, label and confidence.
    """
    starts = index.frames["passages"]["start"].iloc[passages]
    start_of = dict(zip(passages.tolist(), starts.tolist(), strict=True))
    marks: dict[int, list[Mark]] = {passage: [] for passage in start_of}
    for passage, mark in _mentions(index, marks):
        marks[passage].append(mark)
    for passage, mark in _rows(index, index.quotations, "quotations", "quotation_id", marks):
        marks[passage].append(mark | {"kind": "quotation"})
    for passage, mark in _rows(index, index.timexes, "timexes", "value", marks):
        marks[passage].append(mark | {"kind": "date"})
    return [_within(marks[passage], start_of[passage]) for passage in passages.tolist()]


def _mentions(index: Index, passages: Iterable[int]) -> Iterator[tuple[int, Mark]]:
    """Mentions, each of its entity's kind and with its name."""
    held = list(passages)
    codes = [index.mentions.target[index.mentions.within(passage)] for passage in held]
    known = np.unique(np.concatenate([np.zeros(0, dtype=np.int32), *codes]))
    known = known[known >= 0]
    frame = index.frames["entities"][["kind", "name"]].iloc[known]
    said = zip(frame["kind"].tolist(), frame["name"].tolist(), strict=True)
    told = dict(zip(index.entities.ids_of(known), said, strict=True))
    for passage, mark in _rows(index, index.mentions, "mentions", "entity_id", held):
        kind, name = told.get(str(mark["id"]), ("mention", mark["id"]))
        yield passage, mark | {"kind": kind, "label": name}


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


def _places_in(index: Index, passages: Codes) -> list[list[dict[str, str]]]:
    """For each passage the places that it names, each once."""
    codes = [
        [code for code in dict.fromkeys(index.toponyms.target[within].tolist()) if code >= 0]
        for within in map(index.toponyms.within, passages.tolist())
    ]
    flat = np.array([code for some in codes for code in some], dtype=np.int64)
    named = zip(index.places.ids_of(flat), index.names("place", flat), strict=True)
    return [
        [{"place_id": place, "name": name} for place, name in islice(named, len(some))]
        for some in codes
    ]


def _days_in(
    index: Index, starts: list[int], ends: list[int], passages: Codes
) -> list[list[tuple[str, str]]]:
    """For each quotation the first and last day of the dates in its words, each once."""
    found = [index.timexes.rows[index.timexes.within(passage)] for passage in passages.tolist()]
    flat, timexes = np.concatenate([np.zeros(0, dtype=np.int32), *found]), index.plain("timexes")
    spans = timexes.at(flat, ("start", "end"))
    first, last = (timexes.days_at(name, flat).tolist() for name in ("first", "last"))
    dates = zip(spans["start"], spans["end"], first, last, strict=True)
    days = list[list[tuple[str, str]]]()
    for start, end, some in zip(starts, ends, found, strict=True):
        held = [d for d in islice(dates, len(some)) if start <= d[0] and d[1] <= end]
        told = dict.fromkeys((d[2], d[3]) for d in held if NO_DAY not in d)
        days.append([(iso_day(a), iso_day(b)) for a, b in told])
    return days


def _evidence(index: Index, passages: Codes) -> Columns:
    """What `with_evidence` adds, as plain values."""
    spans = index.plain("passages").at(passages, ("start", "end"))
    articles = index.plain("articles").at(
        index.passage_article[passages], ("text", *ARTICLE_FIELDS)
    )
    texts = zip(articles.pop("text"), spans["start"], spans["end"], strict=True)
    cut = {"passage_text": [text[start:end] for text, start, end in texts]}
    return {"passage_start": spans["start"], **cut, **articles}


def with_evidence(index: Index, frame: pd.DataFrame, passages: Codes) -> pd.DataFrame:
    """Rows with the words of their passage, where it begins, and the source of its article."""
    spans = index.frames["passages"][["start", "end"]].iloc[passages]
    stated = index.frames["articles"][["text", *ARTICLE_FIELDS]]
    articles = stated.iloc[index.passage_article[passages]]
    texts = zip(articles["text"], spans["start"], spans["end"], strict=True)
    columns: dict[str, Any] = {str(name): frame[name].array for name in frame}
    columns["passage_start"] = spans["start"].to_numpy()
    columns["passage_text"] = [text[start:end] for text, start, end in texts]
    columns |= {name: articles[name].array for name in ARTICLE_FIELDS}
    return pd.DataFrame(columns, copy=False)
