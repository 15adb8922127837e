"""What the views should count under a Brush, by plain pandas on the corpus's frames."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from dateline.brush import Brush, Clause
from dateline.records import NOT_PINNED

Frames = Mapping[str, pd.DataFrame]


@dataclass(frozen=True)
class Recount:
    """Everything by name; lanes and places by their ids."""

    counts: Mapping[str, int]
    lanes: Mapping[str, int]
    places: Mapping[str, int]


def recount(frames: Frames, brush: Brush) -> Recount:
    frames = {**frames, "toponyms": _without_metonyms(frames)}
    inside = _passages(frames, brush)
    passages = frames["passages"]
    chosen = passages[passages["passage_id"].astype(str).isin(inside)]
    toponyms = _within(frames, "toponyms", "place_id", inside)
    return Recount(
        {
            "articles": chosen["article_id"].astype(str).nunique(),
            "passages": len(chosen),
            "places": len(toponyms),
            "quotations": _quotations(frames, brush, inside),
        },
        _within(frames, "mentions", "entity_id", _passages(frames, brush.seen_by("timeline"))),
        _within(frames, "toponyms", "place_id", _passages(frames, brush.seen_by("map"))),
    )


def _without_metonyms(frames: Frames) -> pd.DataFrame:
    """The mentions of places but those of a city that stands for its government."""
    pinned = frames["places"][~frames["places"]["precision"].isin(NOT_PINNED)]
    towns = set(pinned["place_id"].astype(str))
    rows = frames["toponyms"]
    stands = rows["precision"].isin(NOT_PINNED) & rows["place_id"].astype(str).isin(towns)
    return rows[~stands]


def _within(frames: Frames, table: str, column: str, inside: set[str]) -> dict[str, int]:
    rows = frames[table]
    kept = rows[rows["passage_id"].astype(str).isin(inside)][column].astype(str)
    known = set(frames["places" if column == "place_id" else "entities"][column].astype(str))
    counted = kept[kept.isin(known)].value_counts()
    return {str(record): int(count) for record, count in counted.items()}


def _quotations(frames: Frames, brush: Brush, inside: set[str]) -> int:
    rows = frames["quotations"]
    kept = rows["passage_id"].astype(str).isin(inside)
    speaker = brush.clause_on("speaker")
    if speaker and brush.scope == "passage":
        kept &= rows["speaker_id"].astype(str).isin(speaker.values)
    return int(kept.sum())


def _passages(frames: Frames, brush: Brush) -> set[str]:
    passages = frames["passages"].astype({"passage_id": str, "article_id": str})
    article_of = dict(zip(passages["passage_id"], passages["article_id"], strict=True))
    inside = set(article_of)
    for clause in brush.clauses:
        found = _matching(frames, clause)
        if brush.scope == "article":
            articles = {article_of[passage] for passage in found if passage in article_of}
            found = {passage for passage, article in article_of.items() if article in articles}
        inside &= found
    return inside


def _matching(frames: Frames, clause: Clause) -> set[str]:
    def having(table: str, column: str) -> set[str]:
        rows = frames[table]
        return set(rows[rows[column].astype(str).isin(clause.values)]["passage_id"].astype(str))

    if clause.field == "place":
        return having("toponyms", "place_id")
    if clause.field == "speaker":
        return having("quotations", "speaker_id")
    if clause.field == "entity":
        return having("mentions", "entity_id") | having("quotations", "speaker_id")
    if clause.field == "published":
        days = frames["articles"]["published"].dt.strftime("%Y-%m-%d")
        kept = (days >= clause.values[0]) & (days <= clause.values[1])
        articles = set(frames["articles"]["article_id"].astype(str)[kept])
        rows = frames["passages"]
        return set(rows[rows["article_id"].astype(str).isin(articles)]["passage_id"].astype(str))
    raise NotImplementedError(f"no recount for {clause.field}")
