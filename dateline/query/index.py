"""The index behind the linked views: the corpus as immutable arrays, joined on the passage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, tzinfo
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..brush import Field
from .stories import originator_codes, story_codes

Codes = NDArray[np.int32]
Mask = NDArray[np.bool_]
NO_DAY = np.iinfo(np.int32).min
DAYS_TO_EPOCH = 719_163
_DAYS = (date.min.toordinal() - DAYS_TO_EPOCH, date.max.toordinal() - DAYS_TO_EPOCH)
A_CLOCK_TIME = "2021-08-19T17:10"
"""The shortest date that states one."""
Frames = Mapping[str, pd.DataFrame]


@dataclass(frozen=True, slots=True)
class Ids:
    """Record ids in a fixed order, and the code of each: its place in that order."""

    values: NDArray[np.object_]
    codes: Mapping[str, int]

    @classmethod
    def of(cls, column: pd.Series[str]) -> Ids:
        values = column.astype(object).to_numpy()
        return cls(values, {value: code for code, value in enumerate(values)})

    def __len__(self) -> int:
        return len(self.values)

    def encode(self, column: pd.Series[str]) -> Codes:
        """The code of each id; -1 for an id that is not here, the empty one included."""
        known = pd.Index(self.values, dtype=object)
        if not isinstance(column.dtype, pd.CategoricalDtype):
            return known.get_indexer(pd.Index(column.astype(object))).astype(np.int32)
        codes = column.cat.codes.to_numpy()
        of_category = known.get_indexer(column.cat.categories.astype(object)).astype(np.int32)
        return np.where(codes < 0, np.int32(-1), of_category[codes]).astype(np.int32)

    def known(self, ids: Sequence[str]) -> Codes:
        found = (self.codes[i] for i in ids if i in self.codes)
        return np.fromiter(found, dtype=np.int32)


@dataclass(frozen=True, slots=True)
class Links:
    """Which passage each row of a kind stands in, and which record it points to.

    Rows are sorted by passage, so those of one passage are a slice.
    """

    rows: Codes
    passage: Codes
    target: Codes

    @classmethod
    def of(cls, passage: Codes, target: Codes) -> Links:
        order = np.argsort(passage, kind="stable").astype(np.int32)
        kept = order[passage[order] >= 0]
        return cls(kept, passage[kept], target[kept])

    def within(self, passage: int) -> slice:
        """Which of `rows` and `target` belong to a passage."""
        first, last = np.searchsorted(self.passage, [passage, passage + 1])
        return slice(int(first), int(last))

    def count(self, inside: Mask, size: int) -> NDArray[np.int64]:
        """Rows that point to each record, from the passages inside."""
        kept = self.target[inside[self.passage] & (self.target >= 0)]
        return np.bincount(kept, minlength=size)

    def passages_of(self, targets: Codes, size: int) -> Mask:
        """The passages with a row that points to any of the records."""
        found = np.zeros(size, dtype=bool)
        found[self.passage[np.isin(self.target, targets)]] = True
        return found


@dataclass(frozen=True, slots=True)
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
    passage_article: Codes
    mentions: Links
    toponyms: Links
    quotations: Links
    timexes: Links

    @property
    def passage_day(self) -> Codes:
        return self.article_day[self.passage_article]

    def name_of(self, field: Field, value: str) -> str:
        """The name to show for a record id; the id itself where it is unknown."""
        ids, frame = self._named(field)
        code = ids.codes.get(value)
        return value if code is None else str(frame["name"].iloc[code])

    def is_known(self, field: Field, value: str) -> bool:
        return field == "published" or value in self._named(field)[0].codes

    def _named(self, field: Field) -> tuple[Ids, pd.DataFrame]:
        if field == "place":
            return self.places, self.frames["places"]
        return self.entities, self.frames["entities"]


def build_index(frames: Frames) -> Index:
    """The index of a corpus given as one frame a record kind."""
    articles = Ids.of(frames["articles"]["article_id"])
    passages = Ids.of(frames["passages"]["passage_id"])
    entities = Ids.of(frames["entities"]["entity_id"])
    places = Ids.of(frames["places"]["place_id"])

    def links(table: str, ids: Ids, column: str) -> Links:
        frame = frames[table]
        return Links.of(passages.encode(frame["passage_id"]), ids.encode(frame[column]))

    return Index(
        frames=frames,
        articles=articles,
        passages=passages,
        entities=entities,
        places=places,
        article_day=days_of(frames["articles"]["published"]),
        article_story=story_codes(frames["articles"]),
        article_origin=originator_codes(frames["articles"]),
        passage_article=articles.encode(frames["passages"]["article_id"]),
        mentions=links("mentions", entities, "entity_id"),
        toponyms=links("toponyms", places, "place_id"),
        quotations=links("quotations", entities, "speaker_id"),
        timexes=links("timexes", articles, "article_id"),
    )


def in_zone(index: Index, zone: ZoneInfo) -> Index:
    """The index with its days counted in another time zone; all else is shared."""
    articles = index.frames["articles"]
    days = days_of(articles["published"], articles["published_iso"], zone)
    return replace(index, article_day=days)


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
