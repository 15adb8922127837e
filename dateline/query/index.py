"""The index behind the linked views: the corpus as immutable arrays, joined on the passage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, tzinfo
from typing import Any, Literal
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..brush import Field
from .ids import Codes, Ids
from .labels import LABELLED, Labels, Table, bands, cells, regions
from .recent import Recent
from .stories import originator_codes, story_codes

Mask = NDArray[np.bool_]
NO_DAY = np.iinfo(np.int32).min
DAYS_TO_EPOCH = 719_163
_DAYS = (date.min.toordinal() - DAYS_TO_EPOCH, date.max.toordinal() - DAYS_TO_EPOCH)
RECORDS: tuple[Field, ...] = ("place", "entity", "speaker")
"""Fields whose values are ids of records."""
LANE_KINDS = ("person", "organisation")
A_CLOCK_TIME = "2021-08-19T17:10"
"""The shortest date that states one."""
Frames = Mapping[str, pd.DataFrame]


@dataclass(frozen=True, slots=True)
class Links:
    """Which passage each row of a kind stands in, and which record it points to.

    Rows are sorted by passage, so those of one passage are a slice.
    """

    rows: Codes
    passage: Codes
    target: Codes
    totals: NDArray[np.int64]
    """Rows that point to each record, in the whole corpus."""
    starts: Codes
    """For each passage its first row, then the number of rows."""
    by_target: Codes
    """Places of the rows that point to a record, sorted by the record."""
    passage_by_target: Codes
    """The passages of those rows."""
    target_starts: NDArray[np.int64]
    """For each record its first place in `by_target`, then their number."""

    @classmethod
    def of(cls, passage: Codes, target: Codes, passages: int, targets: int) -> Links:
        order = np.arange(len(passage), dtype=np.int32)
        if len(passage) and (passage[0] < 0 or (passage[1:] < passage[:-1]).any()):
            order = np.argsort(passage, kind="stable").astype(np.int32)
            order = order[passage[order] >= 0]
        passage, target = passage[order], target[order]
        totals = np.bincount(target[target >= 0], minlength=targets)
        nowhere = int((target < 0).sum())
        by_target = np.argsort(target, kind="stable").astype(np.int32)[nowhere:]
        return cls(
            rows=order,
            passage=passage,
            target=target,
            totals=totals,
            starts=starts_of(passage, passages),
            by_target=by_target,
            passage_by_target=passage[by_target],
            target_starts=np.concatenate([[0], np.cumsum(totals)]),
        )

    def within(self, passage: int) -> slice:
        """Which of `rows` and `target` belong to a passage."""
        return slice(int(self.starts[passage]), int(self.starts[passage + 1]))

    def passages_with(self, target: int) -> Codes:
        """The passages of the rows that point to a record, rising; one a row."""
        return self.passage_by_target[self._with(target)]

    def rows_with(self, target: int) -> Codes:
        """Places of those rows."""
        return self.by_target[self._with(target)]

    def _with(self, target: int) -> slice:
        return slice(int(self.target_starts[target]), int(self.target_starts[target + 1]))

    def passages_of(self, targets: Codes, size: int) -> Mask:
        """The passages with a row that points to any of the records."""
        found = np.zeros(size, dtype=bool)
        for target in targets.tolist():
            found[self.passages_with(target)] = True
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Spans:
    """The days that each date of a passage may mean, those without a day left out."""

    passage: Codes
    """Rising."""
    first: Codes
    """Days since 1970-01-01."""
    last: Codes
    """Inclusive."""

    @classmethod
    def of(cls, timexes: pd.DataFrame, links: Links) -> Spans:
        frame = timexes[["first", "last"]].iloc[links.rows]
        first, last = days_of(frame["first"]), days_of(frame["last"])
        kept = (first != NO_DAY) & (last != NO_DAY)
        return cls(links.passage[kept], first[kept], last[kept])

    def passages_between(self, first: int, last: int, size: int) -> Mask:
        """The passages with a date that may mean one of the days."""
        found = np.zeros(size, dtype=bool)
        found[self.passage[(self.first <= last) & (self.last >= first)]] = True
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """Arrays of one corpus at one fingerprint. Shared between sessions; never written to."""

    frames: Frames
    articles: Ids
    passages: Ids
    entities: Ids
    places: Ids
    article_day: Codes
    article_story: Codes
    article_origin: Codes
    article_start: Codes
    """For each article its first passage, then the number of passages."""
    newest: Codes
    """Articles, the newest first; those of one day, and then the undated, as they were added."""
    rank: Codes
    """For each article its place in `newest`."""
    passage_article: Codes
    passage_day: Codes
    mentions: Links
    toponyms: Links
    quotations: Links
    timexes: Links
    is_lane: Mask
    """Which entities may have a lane of the timeline."""
    labels: Mapping[tuple[Field, Table], Labels]
    """Of the rows of articles, and of `mentions`, `toponyms` and `quotations` in their order."""
    spoken: Spans
    """The days that passages speak of."""
    recent: Recent = field(default_factory=Recent)
    """Selections that were asked for of late."""

    def links(self, kind: Literal["mentions", "toponyms", "quotations"]) -> Links:
        found: Links = getattr(self, kind)
        return found

    def name_of(self, field: Field, value: str) -> str:
        """The name to show for a record id or a label; itself where it has none."""
        if field not in RECORDS:
            return value
        ids, frame = self._named(field)
        code = ids.code_of(value)
        return value if code is None else str(frame["name"].iloc[code])

    def names(self, field: Field, codes: NDArray[Any]) -> list[str]:
        """The names of some records, by their codes."""
        return [str(name) for name in self._named(field)[1]["name"].iloc[codes]]

    def is_known(self, field: Field, value: str) -> bool:
        if field in LABELLED:
            return any(value in self.labels[field, table].values for table in LABELLED[field])
        return field not in RECORDS or value in self._named(field)[0]

    def _named(self, field: Field) -> tuple[Ids, pd.DataFrame]:
        if field == "place":
            return self.places, self.frames["places"]
        return self.entities, self.frames["entities"]


def starts_of(owners: Codes, size: int) -> Codes:
    """For each owner its first row, then the number of rows; rows are sorted by owner."""
    return np.searchsorted(owners, np.arange(size + 1)).astype(np.int32)


def build_index(frames: Frames) -> Index:
    """The index of a corpus given as one frame a record kind."""
    articles = Ids.of(frames["articles"]["article_id"])
    passages = Ids.of(frames["passages"]["passage_id"])
    entities = Ids.of(frames["entities"]["entity_id"])
    places = Ids.of(frames["places"]["place_id"])

    def links(table: str, ids: Ids, column: str) -> Links:
        frame = frames[table]
        passage, target = passages.encode(frame["passage_id"]), ids.encode(frame[column])
        return Links.of(passage, target, len(passages), len(ids))

    article_day = days_of(frames["articles"]["published"])
    newest = _newest_first(article_day)
    passage_article = articles.encode(frames["passages"]["article_id"])
    found = {
        "mentions": links("mentions", entities, "entity_id"),
        "toponyms": links("toponyms", places, "place_id"),
        "quotations": links("quotations", entities, "speaker_id"),
        "timexes": links("timexes", articles, "article_id"),
    }
    return Index(
        frames=frames,
        articles=articles,
        passages=passages,
        entities=entities,
        places=places,
        article_day=article_day,
        article_story=story_codes(frames["articles"]),
        article_origin=originator_codes(frames["articles"]),
        article_start=np.searchsorted(passage_article, np.arange(len(articles) + 1)).astype(
            np.int32
        ),
        newest=newest,
        rank=_ranks(newest),
        passage_article=passage_article,
        passage_day=article_day[passage_article],
        mentions=found["mentions"],
        toponyms=found["toponyms"],
        quotations=found["quotations"],
        timexes=found["timexes"],
        labels=_labels(frames, found),
        spoken=Spans.of(frames["timexes"], found["timexes"]),
        is_lane=frames["entities"]["kind"].isin(LANE_KINDS).to_numpy(dtype=bool),
    )


def _labels(frames: Frames, found: Mapping[str, Links]) -> dict[tuple[Field, Table], Labels]:
    places, toponyms, quotations = (frames[n] for n in ("places", "toponyms", "quotations"))
    placed, said = found["toponyms"], found["quotations"]
    return {
        ("outlet", "articles"): Labels.of(frames["articles"]["outlet"]),
        ("kind", "mentions"): Labels.of(frames["entities"]["kind"]).taken(found["mentions"].target),
        ("mode", "quotations"): Labels.of(quotations["mode"]).taken(said.rows),
        ("role", "toponyms"): Labels.of(toponyms["role"]).taken(placed.rows),
        ("precision", "toponyms"): Labels.of(toponyms["precision"]).taken(placed.rows),
        ("confidence", "toponyms"): bands(toponyms["confidence"]).taken(placed.rows),
        ("confidence", "quotations"): bands(quotations["confidence"]).taken(said.rows),
        ("region", "toponyms"): regions(places).taken(placed.target),
        ("cell", "toponyms"): cells(places).taken(placed.target),
    }


def in_zone(index: Index, zone: ZoneInfo) -> Index:
    """The index with its days counted in another time zone; all else is shared."""
    articles = index.frames["articles"]
    days = days_of(articles["published"], articles["published_iso"], zone)
    newest = _newest_first(days)
    return replace(
        index,
        article_day=days,
        passage_day=days[index.passage_article],
        newest=newest,
        rank=_ranks(newest),
        recent=Recent(),
    )


def _newest_first(days: Codes) -> Codes:
    return np.argsort(-days.astype(np.int64), kind="stable").astype(np.int32)


def _ranks(order: Codes) -> Codes:
    ranks = np.empty(len(order), dtype=np.int32)
    ranks[order] = np.arange(len(order), dtype=np.int32)
    return ranks


def days_of(
    published: pd.Series[pd.Timestamp],
    stated: pd.Series[str] | None = None,
    zone: tzinfo = UTC,
) -> Codes:
    """Days since 1970-01-01 in a zone; `NO_DAY` for an undated article.

    Args:
        published: moments, UTC.
        stated: the same as stated; one without a clock time keeps its day in every zone.
    """
    times = pd.to_datetime(published, utc=True, errors="coerce")
    days = _floored(times)
    if stated is not None and zone is not UTC:
        moved = np.clip(_floored(times.dt.tz_convert(zone).dt.tz_localize(None)), *_DAYS)
        days = np.where(stated.str.len() >= len(A_CLOCK_TIME), moved, days)
    return np.where(times.isna(), NO_DAY, days).astype(np.int32)


def _floored(times: pd.Series[pd.Timestamp]) -> NDArray[np.int64]:
    days = times.dt.floor("D").dt.as_unit("s").astype("int64") // 86_400
    return np.asarray(days, dtype=np.int64)
