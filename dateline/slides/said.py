"""Quotations on a slide: which are the best of a selection, and each with its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from ..briefing import Said, Source
from ..brush import Brush
from ..query import Index
from ..query.labels import coded
from ..query.ranked import in_order
from ..query.rows import quotations_at
from ..query.select import selection
from ..query.statements import forms_frame, rows_of_statement
from .asked import Asked
from .corpus import Codes, Corpus, Places, maker_words
from .sources import moment_text

MOST, MOST_BESIDE = 6, 3
"""Quotations of a slide, and of one beside its map."""
NO_SPEAKER = "Speaker not stated"
READABLE = (30, 320)
"""Letters of what is read from a screen at ease."""
LOOKED_AT, ENOUGH = 120, 30
"""The best under a search, and the best of all, that are looked through for so many that differ."""
_MODES = ("direct", "mixed", "indirect")


def best(corpus: Corpus, asked: Asked, limit: int) -> Places:
    """Places of the quotations to show, the best first.

    The chosen speaker's lead; then direct speech, what has a speaker, what is neither a fragment
    nor a page long, the sure, the newest. Under a search only what answers it best is looked at.
    Each is of another story, as long as there are enough of them, and none says what another does.
    """
    if asked.statement and asked.shows == "wording":
        return _forms(corpus, asked)[:limit]
    places = _inside(corpus.index, asked)
    ranked = _ranked(corpus.index, asked.brush, places)
    return np.array(list(_apart(corpus.index, ranked))[:limit], dtype=np.int64)


def said_at(corpus: Corpus, places: Places) -> tuple[Said, ...]:
    """Some quotations with their evidence."""
    index = corpus.index
    frame = quotations_at(index, places, np.ones(len(places), dtype=bool))
    offices = _offices(index, places)
    where = _places_of_saying(index, index.quotations.passage[places])
    articles = index.passage_article[index.quotations.passage[places]]
    makers = [corpus.maker[article] for article in articles.tolist()]
    seen = index.frames["articles"]["seen"].iloc[articles]
    rows = zip(frame.to_dict("records"), offices, where, makers, seen, strict=True)
    return tuple(
        _said(row, office, place, corpus.made_by[maker] if maker >= 0 else "", collected)
        for row, office, place, maker, collected in rows
    )


def places_of_rows(index: Index, rows: Places) -> Places:
    """The places in the index of some rows of the frame of quotations."""

    def made() -> Places:
        found = np.full(len(index.frames["quotations"]), -1, dtype=np.int64)
        found[index.quotations.rows] = np.arange(len(index.quotations.rows))
        return found

    return index.recent.get("places of quotations", made)[rows]


def _inside(index: Index, asked: Asked) -> Places:
    if asked.article:
        articles = index.articles.known([asked.article])
        first, last = index.quotations.starts[
            [index.article_start[articles[0]], index.article_start[articles[0] + 1]]
        ]
        return np.arange(first, last)
    chosen = selection(index, asked.brush).holds("quotations")
    if asked.brush.clause_on("search"):
        return in_order(index, asked.brush, index.quotations, chosen, 0, LOOKED_AT)
    return np.flatnonzero(chosen)


def _forms(corpus: Corpus, asked: Asked) -> Places:
    """The forms of a statement, the longest attested first."""
    held = corpus.held()
    rows = rows_of_statement(held, asked.brush, asked.statement)
    frame, _ = forms_frame(held, rows, 0, MOST)
    ids = pa.array(frame["quotation_id"].astype(object).tolist(), pa.large_string())
    known = pa.array(corpus.index.frames["quotations"]["quotation_id"].iloc[rows].astype(object))
    found = np.asarray(pc.index_in(ids, value_set=known.cast(pa.large_string())), dtype=np.int64)
    return places_of_rows(corpus.index, rows[found])


def _ranked(index: Index, brush: Brush, places: Places) -> Places:
    """The best of some quotations, in order; of those in the same words the first."""
    key, looked_at = _keys(index, brush, places), LOOKED_AT
    words = index.recent.get("quotations in figures", lambda: _figures(index))[2][places]
    while True:
        last = (
            np.partition(key, looked_at)[looked_at] if looked_at < len(key) else key.max(initial=0)
        )
        kept = np.flatnonzero(key <= last)
        kept = kept[np.argsort(key[kept], kind="stable")]
        first = np.sort(np.unique(words[kept], return_index=True)[1])
        if len(first) >= ENOUGH or len(kept) == len(key):
            return places[kept[first]]
        looked_at *= 16


def _keys(index: Index, brush: Brush, places: Places) -> Places:
    """Numbers that rise from the best to the worst."""
    modes = index.labels["mode", "quotations"]
    rank = np.array([_MODES.index(mode) for mode in modes.values] + [len(_MODES)])
    confidence, letters, _ = index.recent.get("quotations in figures", lambda: _figures(index))
    speaker = index.quotations.target[places]
    unfit = (letters[places] < READABLE[0]) | (letters[places] > READABLE[1])
    key = (~np.isin(speaker, _voices(index, brush))).astype(np.int64)
    key = key * 4 + rank[modes.codes[0][places]]
    key = (key * 2 + (speaker < 0)) * 2 + unfit
    key = key * 16 + np.round((1 - np.clip(confidence[places], 0, 1)) * 10).astype(np.int64)
    articles = index.passage_article[index.quotations.passage[places]]
    found: Places = key << 32 | index.rank[articles].astype(np.int64)
    return found


def _figures(index: Index) -> tuple[np.ndarray[Any, Any], ...]:
    """Of each quotation by its place: its confidence, its letters, and a number for its words."""
    frame, rows = index.frames["quotations"], index.quotations.rows
    held = pa.array(frame["content"])
    letters = np.asarray(pc.fill_null(pc.utf8_length(held), 0))
    words, _ = coded(frame["content"])
    return frame["confidence"].to_numpy(dtype=np.float64)[rows], letters[rows], words[rows]


def _voices(index: Index, brush: Brush) -> Codes:
    """The entities that the Brush chose, as speakers or otherwise."""
    clauses = [brush.clause_on("speaker"), brush.clause_on("entity")]
    return index.entities.known([v for clause in clauses if clause for v in clause.values])


def _apart(index: Index, ranked: Places) -> Iterator[int]:
    """Those of other stories first, then the others; what was said already is left out."""
    stories = index.article_story[index.passage_article[index.quotations.passage[ranked]]]
    frame = index.frames["quotations"]["content"].iloc[index.quotations.rows[ranked]]
    said = [" ".join(str(text).casefold().split()).strip(" .,;“”\"'") for text in frame]
    told, carried, left = set[str](), set[int](), list[tuple[int, str]]()
    for place, story, text in zip(ranked.tolist(), stories.tolist(), said, strict=True):
        if text in told:
            continue
        if story in carried:
            left.append((place, text))
            continue
        told.add(text)
        carried.add(story)
        yield place
    for place, text in left:
        if text not in told:
            told.add(text)
            yield place


def _offices(index: Index, places: Places) -> list[str]:
    """The role that each speaker is stated to have, in the quotation or else in the corpus."""
    labels = index.labels["said_role", "quotations"]
    codes = labels.codes[0][places].tolist()
    return [labels.name_of(labels.values[code]) if code >= 0 else "" for code in codes]


def _places_of_saying(index: Index, passages: Codes) -> list[str]:
    """For each passage the places that it names as where something was said."""
    roles = index.labels["role", "toponyms"]
    at = roles.code_of("said_at")
    found = list[str]()
    for passage in passages.tolist():
        within = index.toponyms.within(passage)
        targets = index.toponyms.target[within][(roles.codes[0][within] == at) & (at >= 0)]
        codes = np.array(list(dict.fromkeys(targets[targets >= 0].tolist())), dtype=np.int64)
        found.append(", ".join(index.names("place", codes)))
    return found


def _said(
    row: dict[Any, Any], office: str, place: str, maker: str, collected: pd.Timestamp
) -> Said:
    return Said(
        quotation_id=str(row["quotation_id"]),
        content=row["content"],
        mode=str(row["mode"]),
        speaker=row["speaker"] or row["speaker_surface"] or NO_SPEAKER,
        role=row["role"] or office,
        cue=row["cue"],
        addressee=row["addressee"],
        venue=row["venue"],
        place=place,
        said_on="" if pd.isna(row["said_on"]) else f"{row['said_on']:%Y-%m-%d}",
        passage=row["passage_text"],
        start=int(row["start"]),
        end=int(row["end"]),
        method=maker_words(maker),
        confidence=float(row["confidence"]),
        source=_source(row, collected),
    )


def _source(row: dict[Any, Any], collected: pd.Timestamp) -> Source:
    return Source(
        article_id=str(row["article_id"]),
        title=row["title"],
        outlet=str(row["outlet"]),
        agency=str(row["agency"]),
        url=row["url"],
        published=str(row["published_iso"]),
        seen=moment_text(collected),
    )
