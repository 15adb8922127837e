"""Where the text says what a profile shows: the passages, and their sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from ..brush import Brush
from .about import about
from .entities import EntitiesPage
from .ids import Codes
from .index import Index
from .labels import Mask
from .named import named, passages_held, rows_held
from .network import Company, Network, newest_naming, newest_shared, pair
from .newest import newest
from .relations import Statements, relations, roles
from .rows import Page, passages_page, quotations_at, with_evidence
from .select import selection
from .selected import Places, Selection

What = Literal["mentions", "name", "role", "relation", "place", "with", "tie"]
"""What passages are asked for: all that name the entity, those with one of its names as written,
of one statement, those that name a place or another entity with it, or two others together."""


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """Stretches of articles, each in a passage."""

    passage: Codes
    start: Codes
    end: Codes

    @classmethod
    def of(cls, frame: pd.DataFrame) -> Stretch:
        """Those of rows with passage, start and end."""
        return cls(*(frame[name].to_numpy(dtype=np.int32) for name in ("passage", "start", "end")))


def asked(
    index: Index, brush: Brush, entity_id: str, what: What, value: str
) -> tuple[Stretch, bool]:
    """Where the words stand that speak for one row of a profile, and whether that is inside.

    Inside are all clauses but that on entities. Where nothing is, the whole corpus is looked at;
    nothing at all is found for what is unknown.
    """
    found = _asked(index, brush.without("entity"), entity_id, what, value)
    if len(found.passage):
        return found, True
    return _asked(index, Brush(), entity_id, what, value), False


def _asked(index: Index, seen: Brush, entity_id: str, what: What, value: str) -> Stretch:
    code = index.entities.code_of(entity_id)
    if code is None:
        return _stretches(index, np.zeros(0, dtype=np.int64))
    if what in ("role", "relation"):
        return _of_statement((roles if what == "role" else relations)(index, seen, code), value)
    if what == "place":
        place = index.places.known([value])
        chosen = selection(index, seen.seen_by("map"))
        return _of(chosen, [code], index.toponyms.passages_of(place, len(index.passages)))
    chosen = selection(index, seen)
    if what in ("with", "tie"):
        one, _, other = value.rpartition(" ")
        ids = [one or entity_id, other]
        return _of(chosen, index.entities.known(ids).tolist(), pair(index, seen, *ids))
    return _of(chosen, [code], None, value if what == "name" else "")


def _of(chosen: Selection, codes: Iterable[int], within: Mask | None, name: str = "") -> Stretch:
    """The mentions inside of some entities, in some passages, written in one way."""
    found = [rows[inside] for rows, inside in (rows_held(chosen, code) for code in codes)]
    rows = np.concatenate(found)
    if within is not None:
        rows = rows[within[chosen.index.mentions.passage[rows]]]
    if name:
        surfaces = chosen.index.frames["mentions"]["surface"]
        written = surfaces.iloc[chosen.index.mentions.rows[rows]]
        rows = rows[(written == name).to_numpy(dtype=bool)]
    return _stretches(chosen.index, rows)


def _stretches(index: Index, rows: Places) -> Stretch:
    spans = index.frames["mentions"][["start", "end"]].iloc[index.mentions.rows[rows]]
    return Stretch.of(spans.assign(passage=index.mentions.passage[rows]))


def _of_statement(found: Statements, key: str) -> Stretch:
    is_asked = (found.rows["key"] == key) & found.rows["inside"].astype(bool)
    return Stretch.of(found.rows[is_asked])


def passages_told(index: Index, found: Stretch, offset: int = 0, limit: int | None = 8) -> Page:
    """The passages of some stretches, newest first; `sought` says where in them these are."""
    mask = np.zeros(len(index.passages), dtype=bool)
    mask[found.passage] = True
    page = passages_page(index, mask, offset, limit)
    shown = index.passages.encode(page.frame["passage_id"]).tolist()
    sought: dict[int, list[tuple[int, int]]] = {passage: [] for passage in shown}
    kept = np.isin(found.passage, shown)
    stretches = (found.passage[kept], found.start[kept], found.end[kept])
    for passage, start, end in zip(*(part.tolist() for part in stretches), strict=True):
        sought[passage].append((start, end))
    first = page.frame["start"].tolist()
    page.frame["sought"] = pd.Series(
        [
            sorted((start - begin, end - begin) for start, end in sought[passage])
            for passage, begin in zip(shown, first, strict=True)
        ],
        dtype=object,
    )
    return page


def said_view(
    index: Index, brush: Brush, entity_id: str, is_by: bool, offset: int = 0, limit: int | None = 10
) -> Page:
    """Quotations by an entity or about it, newest first, under all clauses but that on entities."""
    chosen = selection(index, brush.without("entity")).holds("quotations")
    code = index.entities.code_of(entity_id)
    mask = np.zeros(len(chosen), dtype=bool)
    if code is not None:
        mask[index.quotations.rows_with(code) if is_by else about(index).places_with(code)] = True
    mask &= chosen
    places = newest(index, index.quotations, mask, offset, limit)
    inside = int(mask.sum())
    return Page(quotations_at(index, places, mask[places]), inside, inside)


def mentions_table(index: Index, brush: Brush, entity_id: str) -> pd.DataFrame:
    """Every mention inside with its role, confidence and source."""
    chosen = selection(index, brush.without("entity"))
    code = index.entities.code_of(entity_id)
    rows = np.zeros(0, dtype=np.int64)
    if code is not None:
        found, inside = rows_held(chosen, code)
        rows = found[inside]
    shown = ["mention_id", "article_id", "passage_id", "surface", "role", "start", "end"]
    frame = index.frames["mentions"][[*shown, "confidence"]].iloc[index.mentions.rows[rows]]
    return with_evidence(index, frame.reset_index(drop=True), index.mentions.passage[rows])


def statements_table(index: Index, found: Statements) -> pd.DataFrame:
    """Every statement inside with its source."""
    rows = found.rows[found.rows["inside"].astype(bool)].drop(columns="inside")
    rows = rows.reset_index(drop=True)
    others = [index.name_of("entity", one) if one else "" for one in rows["other_id"]]
    rows.insert(0, "other", pd.Series(others, dtype=object))
    return _sourced(index, rows)


def listed_table(index: Index, brush: Brush, found: EntitiesPage) -> pd.DataFrame:
    """Entities of a list with the newest passage inside that names each, as their source; one
    that is only quoted has none."""
    passages = newest_naming(index, named(selection(index, brush.without("entity"))))
    passages = passages[index.entities.known(found.frame["entity_id"].tolist())]
    frame, is_named = found.frame.assign(passage=passages), passages >= 0
    told = _sourced(index, _at_passage(index, frame[is_named].reset_index(drop=True)))
    return pd.concat([told, frame[~is_named].drop(columns="passage")], ignore_index=True)


def company_table(index: Index, brush: Brush, entity_id: str, found: Company) -> pd.DataFrame:
    """A company with the newest passage that names both, as its source."""
    others = found.frame["entity_id"].tolist()
    passages = newest_shared(index, brush, entity_id, others)
    return _sourced(index, _at_passage(index, found.frame.assign(passage=passages)))


def ties_table(index: Index, brush: Brush, found: Network) -> pd.DataFrame:
    """The ties of a network with the newest passage that names both, as their source."""
    ids, names = found.nodes["entity_id"].tolist(), found.nodes["name"].tolist()
    shown = pd.DataFrame(
        {
            **{f"{end}_id": [ids[at] for at in found.ties[end]] for end in "ab"},
            **{f"{end}_name": [names[at] for at in found.ties[end]] for end in "ab"},
        }
    )
    ties = shown.join(found.ties.drop(columns=["a", "b"]))
    passages = np.zeros(len(ties), dtype=np.int32)
    for one, rows in ties.groupby("a_id"):
        passages[rows.index] = newest_shared(index, brush, str(one), rows["b_id"].tolist())
    return _sourced(index, _at_passage(index, ties.assign(passage=passages)))


def places_table(index: Index, brush: Brush, entity_id: str) -> pd.DataFrame:
    """Every place named in a passage inside that names the entity, with its source."""
    code = index.entities.code_of(entity_id)
    chosen = selection(index, brush.without("entity").seen_by("map"))
    mask = np.zeros(len(index.passages), dtype=bool)
    if code is not None:
        mask = passages_held(chosen, code)
    links = index.toponyms
    rows = np.flatnonzero(mask[links.passage] & chosen.holds("toponyms") & (links.target >= 0))
    shown = ["toponym_id", "mention_id", "article_id", "passage_id", "place_id", "role"]
    frame = index.frames["toponyms"][[*shown, "reason", "confidence"]].iloc[links.rows[rows]]
    frame = frame.reset_index(drop=True)
    frame.insert(0, "place", index.names("place", links.target[rows]))
    return _sourced(index, _at_passage(index, frame.assign(passage=links.passage[rows])))


def _at_passage(index: Index, frame: pd.DataFrame) -> pd.DataFrame:
    """Rows that stand for their whole passage, with its span."""
    spans = index.frames["passages"][["start", "end"]].iloc[frame["passage"].to_numpy(np.int64)]
    return frame.assign(start=spans["start"].to_numpy(), end=spans["end"].to_numpy())


def _sourced(index: Index, frame: pd.DataFrame) -> pd.DataFrame:
    passages = frame.pop("passage").to_numpy(dtype=np.int32)
    frame["passage_id"] = index.passages.ids_of(passages)
    frame["article_id"] = index.articles.ids_of(index.passage_article[passages])
    return with_evidence(index, frame, passages)
