"""The index behind the linked views: the corpus as immutable arrays, joined on the passage."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, tzinfo
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..brush import QUOTED, Field, value_words
from ..records import NOT_PINNED
from .days import days_of, minutes_of
from .ids import Codes, Ids
from .labels import LABELLED, Labels, Mask, Table, bands, cell_words, cells, regions
from .links import Links, Spans, starts_of
from .plain import Plain
from .quoted import SaidOn, Several, about, of_speakers
from .recent import Recent
from .stories import story_and_originator_codes
from .words import Words

POINTS_TO = {
    "mentions": "entity_id",
    "toponyms": "place_id",
    "quotations": "speaker_id",
    "timexes": "article_id",
}
RECORDS: tuple[Field, ...] = ("place", "entity", "speaker", "about")
"""Fields whose values are ids of records."""
LANE_KINDS = ("person", "organisation")
MASKS = 16
THREADS = 2
"""That put the rows in order while the rest is worked out: NumPy lets others run meanwhile."""
Frames = Mapping[str, pd.DataFrame]


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
    said_on: SaidOn
    """Of the same rows."""
    words: Words | None = None
    """Where words stand; None where no corpus file was given."""
    zone: tzinfo = UTC
    """In which days are counted."""
    recent: Recent = field(default_factory=Recent)
    """Selections that were asked for of late."""
    clauses: Recent = field(default_factory=lambda: Recent(MASKS))
    """The passages that clauses leave, of those asked for of late."""
    once: Recent = field(default_factory=Recent)
    """What is worked out when it is first asked for, and then stays."""
    _plain: dict[str, Plain] = field(default_factory=dict, repr=False)
    _about: list[Several] = field(default_factory=list, repr=False)

    @property
    def about(self) -> Several:
        """Of the rows of `quotations`: the entities that they are about. Found when asked for."""
        if not self._about:
            rows = self.quotations.rows
            self._about.append(about(self.frames["quotations"], rows, self.entities))
        return self._about[0]

    def plain(self, table: str) -> Plain:
        """A table whose rows are read as plain values."""
        if table not in self._plain:
            self._plain[table] = Plain(self.frames[table])
        return self._plain[table]

    @property
    def article_minute(self) -> NDArray[np.int16]:
        """Since midnight; `NO_HOUR` for an article that states none. Worked out when asked for."""
        articles = self.frames["articles"]
        stated = articles["published"], articles["published_iso"]
        return self.recent.get("minutes", lambda: minutes_of(*stated, self.zone))

    def links(self, kind: Literal["mentions", "toponyms", "quotations"]) -> Links:
        found: Links = getattr(self, kind)
        return found

    def name_of(self, field: Field, value: str) -> str:
        """The name to show for a record id, or a label in words; itself where it has none."""
        if field == "cell":
            return cell_words(value)
        if field in QUOTED and field in LABELLED:
            return self.labels[field, "quotations"].name_of(value)
        if field not in RECORDS:
            return value_words(field, value)
        code = (self.places if field == "place" else self.entities).code_of(value)
        return value if code is None else self.names(field, np.array([code]))[0]

    def names(self, field: Field, codes: NDArray[Any]) -> list[str]:
        """The names of some records, by their codes."""
        table = "places" if field == "place" else "entities"
        return list(map(str, self.plain(table).at(codes, ("name",))["name"]))

    def is_known(self, field: Field, value: str) -> bool:
        if field in LABELLED:
            return any(self.labels[field, name].code_of(value) >= 0 for name in LABELLED[field])
        return field not in RECORDS or value in (self.places if field == "place" else self.entities)


def build_index(frames: Frames, corpus: Path | None = None) -> Index:
    """The index of a corpus given as one frame a record kind; words are found in its file."""
    articles = Ids.of(frames["articles"]["article_id"])
    passages = Ids.of(frames["passages"]["passage_id"])
    entities = Ids.of(frames["entities"]["entity_id"])
    places = Ids.of(frames["places"]["place_id"])

    pointed = {"mentions": entities, "toponyms": places, "quotations": entities}
    with ThreadPoolExecutor(THREADS) as beside:
        links = _begun(beside, frames, passages, pointed | {"timexes": articles})
        article_day = days_of(frames["articles"]["published"])
        newest = _newest_first(article_day)
        passage_article = articles.encode(frames["passages"]["article_id"])
        article_start = starts_of(passage_article, len(articles))
        article_story, article_origin = story_and_originator_codes(frames["articles"])
        found = {name: each.result() for name, each in links.items()}
    return Index(
        frames=frames,
        articles=articles,
        passages=passages,
        entities=entities,
        places=places,
        article_day=article_day,
        article_story=article_story,
        article_origin=article_origin,
        article_start=article_start,
        newest=newest,
        rank=_ranks(newest),
        passage_article=passage_article,
        passage_day=article_day[passage_article],
        mentions=found["mentions"],
        toponyms=found["toponyms"],
        quotations=found["quotations"],
        timexes=found["timexes"],
        labels=_labels(frames, found) | _quoted(frames, found["quotations"], entities),
        spoken=Spans.of(frames["timexes"], found["timexes"]),
        said_on=SaidOn.of(frames["quotations"]["said_on"].iloc[found["quotations"].rows]),
        is_lane=frames["entities"]["kind"].isin(LANE_KINDS).to_numpy(dtype=bool),
        words=_words(corpus, frames, articles, article_start),
    )


def _words(
    corpus: Path | None, frames: Frames, articles: Ids, article_start: Codes
) -> Words | None:
    if corpus is None:
        return None
    return Words(corpus, articles, article_start, frames["quotations"]["quotation_id"])


def _begun(
    beside: Executor, frames: Frames, passages: Ids, pointed: Mapping[str, Ids]
) -> dict[str, Future[Links]]:
    return {
        name: beside.submit(_links, frames, name, passages, ids) for name, ids in pointed.items()
    }


def _links(frames: Frames, table: str, passages: Ids, ids: Ids) -> Links:
    frame = frames[table]
    passage, target = passages.encode(frame["passage_id"]), ids.encode(frame[POINTS_TO[table]])
    if table == "toponyms":
        passage = np.where(_is_metonym(frames, target), np.int32(-1), passage)
    return Links.of(passage, target, len(passages), len(ids))


def _is_metonym(frames: Frames, target: Codes) -> Mask:
    """Which toponyms stand for a government, not for the city that is its seat."""
    is_whole = frames["toponyms"]["precision"].isin(NOT_PINNED).to_numpy(dtype=bool)
    is_pinned = ~frames["places"]["precision"].isin(NOT_PINNED).to_numpy(dtype=bool)
    found: Mask = is_whole & np.append(is_pinned, [False])[target]
    return found


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


def _quoted(frames: Frames, said: Links, entities: Ids) -> dict[tuple[Field, Table], Labels]:
    quotations = frames["quotations"]
    role, country = of_speakers(frames, entities, said.rows, said.target)
    return {
        ("family", "quotations"): Labels.of(quotations["cue_family"]).taken(said.rows),
        ("addressee", "quotations"): Labels.folded(quotations["addressee"], "to ").taken(said.rows),
        ("venue", "quotations"): Labels.folded(quotations["venue"]).taken(said.rows),
        ("said_role", "quotations"): role,
        ("said_country", "quotations"): country,
    }


def in_zone(index: Index, zone: ZoneInfo) -> Index:
    """The index with its days counted in another time zone; all else is shared."""
    articles = index.frames["articles"]
    days = days_of(articles["published"], articles["published_iso"], zone)
    newest = _newest_first(days)
    return replace(
        index,
        article_day=days,
        zone=zone,
        passage_day=days[index.passage_article],
        newest=newest,
        rank=_ranks(newest),
        recent=Recent(),
        clauses=Recent(MASKS),
        once=Recent(),
    )


def _newest_first(days: Codes) -> Codes:
    return np.argsort(-days.astype(np.int64), kind="stable").astype(np.int32)


def _ranks(order: Codes) -> Codes:
    ranks = np.empty(len(order), dtype=np.int32)
    ranks[order] = np.arange(len(order), dtype=np.int32)
    return ranks
