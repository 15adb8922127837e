"""Names of places as they were read: resolved to a place, open between several, or unplaced."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from ..brush import CONFIDENCE, Brush
from ..records import Toponym
from .ids import Codes
from .index import Index
from .labels import Mask
from .links import expanded
from .parts import Part
from .rows import Page, passages_page
from .select import selection
from .selected import Places

Outcome = Literal["resolved", "ambiguous", "unplaced"]
SURE, DOUBTFUL = CONFIDENCE["sure"][0], CONFIDENCE["doubtful"][1]
CLOSE = 1.0
"""Points of score: a place that leads another one elsewhere by less is open."""
_TEXT = pa.large_string()


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """Names as they are written, each with the place chosen for it, and where they stand."""

    rows: Places
    """Places of their mentions in `index.toponyms`, rising."""
    name: Codes
    """For each of them the number of its name."""
    surfaces: tuple[str, ...]
    """The words, by number."""
    targets: Codes
    """The code of the place, by number; -1 for none."""
    keys: tuple[str, ...]
    """The id of the first toponym of each, which names it whatever the Brush."""


@dataclass(frozen=True, slots=True)
class Placing:
    """A part of a list of names or places, and how long the list is."""

    frame: pd.DataFrame
    """One row a place, or a name with the place chosen for it; `key` tells them apart."""
    total: int
    """Rows in the list."""
    first: int = 0
    """The row of the list that the frame begins with, counted from 0."""


def rival(toponym: Toponym) -> tuple[str, float] | None:
    """The likeliest other place elsewhere, and by how much the chosen one leads; None for none.

    Candidates near the chosen one, as a district about its city, are no rivals: the reason
    names the first that is elsewhere.
    """
    chosen = next((c for c in toponym.candidates if c.place_id == toponym.place_id), None)
    others = [c for c in toponym.candidates if c.place_id != toponym.place_id]
    named = next((c for c in others if f"chosen over {c.name}:" in toponym.reason), None)
    return (named.place_id, round(chosen.score - named.score, 2)) if chosen and named else None


def to_compare(index: Index) -> Places:
    """Mentions whose place is neither sure nor doubtful and had a rival: one for each article,
    place and reason, as a name is decided once an article.
    """
    frame = index.frames["toponyms"]
    sure = frame["confidence"].to_numpy()[index.toponyms.rows]
    fair = (index.toponyms.target >= 0) & (sure >= DOUBTFUL) & (sure < SURE)
    rows = np.flatnonzero(fair)
    told = frame["reason"].iloc[index.toponyms.rows[rows]]
    rows = rows[told.str.contains("chosen over ", regex=False).to_numpy(dtype=bool)]
    return rows[_first_of_each(_alike(index, rows))]


def ambiguous_names(index: Index, close: Places) -> Names:
    """The names that are doubtful, or decided as those of `to_compare` that turned out close."""
    sure = index.frames["toponyms"]["confidence"].to_numpy()[index.toponyms.rows]
    placed = index.toponyms.target >= 0
    rows = np.flatnonzero(placed & (sure < SURE))
    alike = _alike(index, np.concatenate([rows, close]))
    is_close = np.isin(alike[: len(rows)], alike[len(rows) :])
    return _names(index, rows[is_close | (sure[rows] < DOUBTFUL)])


def unplaced_names(index: Index) -> Names:
    """The names for which no place was found."""
    return _names(index, np.flatnonzero(index.toponyms.target < 0))


def toponym_ids(index: Index, rows: Places) -> list[str]:
    """The ids of some mentions of places."""
    return [str(one) for one in _column(index, "toponym_id", rows)]


def resolved_view(index: Index, brush: Brush, part: Part) -> Placing:
    """Places with a mention inside, most first; what is chosen leads, and filters nothing.

    Shape / Units: beside the place's own fields `count` and `total` mentions, what `_told` says of
    those inside, with a mention of median confidence as the typical one, and `selected`.
    """
    seen = selection(index, brush.without("place"))
    count, total = seen.count("toponyms"), index.toponyms.totals
    chosen, places = _chosen(index, brush), index.frames["places"]
    shown = np.union1d(np.flatnonzero(count > 0), chosen)
    shown = part.named(shown, lambda codes: _labels(places.iloc[codes]))
    order = shown[np.lexsort((shown, -total[shown], -count[shown], ~np.isin(shown, chosen)))]
    (first, codes), holds = part.of(order), seen.holds("toponyms")
    frame = _of_places(index, codes)
    frame.insert(0, "key", frame["place_id"].astype(object))
    frame["count"], frame["total"] = count[codes], total[codes]
    told = _told(index, [_held(index, int(code), holds) for code in codes], _median)
    return Placing(frame.join(told).assign(selected=np.isin(codes, chosen)), len(order), first)


def names_view(index: Index, brush: Brush, names: Names, part: Part) -> Placing:
    """Names with a mention inside, the least sure first, then those with most mentions.

    Shape / Units: `name` as written, `count` and `total` mentions, what `_told` says of those
    inside, with the least sure as the typical one; then the chosen place's fields, where one is.
    """
    holds = selection(index, brush.without("place")).holds("toponyms")[names.rows]
    rows, name = names.rows[holds], names.name[holds]
    by_name = np.argsort(name, kind="stable")
    rows, starts = rows[by_name], np.searchsorted(name[by_name], np.arange(len(names.keys) + 1))
    count = np.diff(starts)
    lowest = np.full(len(count), np.inf)
    np.minimum.at(lowest, name[by_name], _column(index, "confidence", rows).to_numpy())
    shown = part.named(
        np.flatnonzero(count > 0), lambda codes: [names.surfaces[code] for code in codes]
    )
    order = shown[np.lexsort((shown, -count[shown], lowest[shown]))]
    first, codes = part.of(order)
    frame = pd.DataFrame(
        {
            "key": pd.Series([names.keys[code] for code in codes], dtype=object),
            "name": pd.Series([names.surfaces[code] for code in codes], dtype=object),
            "count": count[codes],
            "total": np.bincount(names.name, minlength=len(count))[codes],
        }
    )
    told = _told(index, [rows[starts[code] : starts[code + 1]] for code in codes], _lowest)
    targets = names.targets[codes]
    frame = frame.join(told).assign(selected=np.isin(targets, _chosen(index, brush)))
    if len(codes) and (targets >= 0).all():
        frame = frame.join(_of_places(index, targets).rename(columns={"name": "place"}))
    return Placing(frame, len(order), first)


def rows_of(index: Index, brush: Brush, key: str, names: Names | None) -> Places:
    """The mentions inside of a place, or of one of some names; none where it is unknown."""
    holds = selection(index, brush.without("place")).holds("toponyms")
    if names is None:
        code = index.places.code_of(key)
        return _NONE if code is None else _held(index, code, holds)
    if key not in names.keys:
        return _NONE
    rows = names.rows[names.name == names.keys.index(key)]
    inside: Places = rows[holds[rows]]
    return inside


def evidence_of(index: Index, rows: Places, limit: int) -> Page:
    """The passages of some mentions of places, newest first; `sought` says where they stand."""
    mask = np.zeros(len(index.passages), dtype=bool)
    mask[index.toponyms.passage[rows]] = True
    page = passages_page(index, mask, limit=limit)
    shown = index.passages.encode(page.frame["passage_id"])
    rows = rows[np.isin(index.toponyms.passage[rows], shown)]
    spans = index.frames["mentions"][["start", "end"]].iloc[_mentions_of(index, rows)]
    found: dict[int, list[tuple[int, int]]] = {passage: [] for passage in shown.tolist()}
    of_rows = index.toponyms.passage[rows].tolist()
    for passage, start, end in zip(of_rows, spans["start"], spans["end"], strict=True):
        found[passage].append((int(start), int(end)))
    page.frame["sought"] = pd.Series(
        [
            [(start - first, end - first) for start, end in found[passage]]
            for passage, first in zip(shown.tolist(), page.frame["start"], strict=True)
        ],
        dtype=object,
    )
    return page


_NONE: Places = np.zeros(0, dtype=np.int64)


def _names(index: Index, rows: Places) -> Names:
    mentions = index.frames["mentions"]["surface"].iloc[_mentions_of(index, rows)]
    codes, surfaces = pd.factorize(np.asarray(mentions.astype(object)))
    targets = index.toponyms.target[rows].astype(np.int64)
    width = len(index.places) + 1
    _, first, name = np.unique(codes * width + targets + 1, return_index=True, return_inverse=True)
    return Names(
        rows=rows,
        name=name.astype(np.int32),
        surfaces=tuple(str(surfaces[code]) for code in codes[first]),
        targets=targets[first].astype(np.int32),
        keys=tuple(toponym_ids(index, rows[first])),
    )


def _mentions_of(index: Index, rows: Places) -> Places:
    """For each mention of a place its row in the frame of mentions."""
    passages = np.unique(index.toponyms.passage[rows])
    first = index.mentions.starts[passages].astype(np.int64)
    near = index.mentions.rows[expanded(first, index.mentions.starts[passages + 1] - first)]
    known = index.frames["mentions"]["mention_id"].iloc[near]
    sought = _column(index, "mention_id", rows)
    found = pc.index_in(_texts(sought), value_set=_texts(known))
    return near[np.asarray(found, dtype=np.int64)].astype(np.int64)


def _texts(column: pd.Series[Any]) -> pa.Array:
    return pa.array(column.astype(object), _TEXT)


def _column(index: Index, name: str, rows: Places) -> pd.Series[Any]:
    return index.frames["toponyms"][name].iloc[index.toponyms.rows[rows]]


def _alike(index: Index, rows: Places) -> NDArray[np.int64]:
    """Numbers that are equal for mentions of one article, place and reason."""
    article = index.passage_article[index.toponyms.passage[rows]].astype(np.int64)
    codes, _ = pd.factorize(np.asarray(_column(index, "reason", rows).astype(object)))
    places = len(index.places) + 1
    found = (article * places + index.toponyms.target[rows] + 1) * (len(rows) + 1) + codes
    return found.astype(np.int64)


def _first_of_each(numbers: NDArray[np.int64]) -> Places:
    return np.unique(numbers, return_index=True)[1]


def _held(index: Index, place: int, holds: Mask) -> Places:
    rows = index.toponyms.rows_with(place)
    return rows[holds[rows]].astype(np.int64)


def _chosen(index: Index, brush: Brush) -> Codes:
    clause = brush.clause_on("place")
    return index.places.known(clause.values if clause else ())


def _of_places(index: Index, codes: Codes | Places) -> pd.DataFrame:
    places = index.frames["places"].iloc[codes].reset_index(drop=True)
    return places.assign(name=_labels(places)).drop(columns="neutral_label")


def _labels(places: pd.DataFrame) -> pd.Series[Any]:
    label = places["neutral_label"].astype(object)
    return label.where(label != "", places["name"].astype(object))


def _median(sure: NDArray[np.float64]) -> int:
    return int(np.argsort(sure, kind="stable")[(len(sure) - 1) // 2])


def _lowest(sure: NDArray[np.float64]) -> int:
    return int(np.argmin(sure))


def _told(
    index: Index, groups: Sequence[Places], typical: Callable[[NDArray[np.float64]], int]
) -> pd.DataFrame:
    """What each group of mentions says together, and its typical mention of itself.

    Shape / Units: `articles` and `passages` counted, `lowest` and `confidence` 0 to 1, `roles`
    (mentions by role); `toponym_id`, `article_id`, `passage_id` and `reason` of the typical
    mention. Nothing is stated of a group without mentions.
    """
    said = [_counted(index, rows) for rows in groups]
    sure = [_column(index, "confidence", rows).to_numpy() for rows in groups]
    picked = [rows[typical(of)] for rows, of in zip(groups, sure, strict=True) if len(rows)]
    held = np.flatnonzero([len(rows) > 0 for rows in groups])
    found = index.frames["toponyms"].iloc[index.toponyms.rows[np.array(picked, dtype=np.int64)]]
    frame = pd.DataFrame(said, columns=["articles", "passages", "roles"])
    frame["lowest"] = [float(of.min()) if len(of) else np.nan for of in sure]
    for name in ("confidence", "toponym_id", "article_id", "passage_id", "reason"):
        taken = found[name].astype(float if name == "confidence" else object)
        frame[name] = pd.Series(taken.to_numpy(), index=held).reindex(frame.index)
    return frame


def _counted(index: Index, rows: Places) -> tuple[int, int, dict[str, int]]:
    passages = np.unique(index.toponyms.passage[rows])
    articles = np.unique(index.passage_article[passages])
    roles = index.labels["role", "toponyms"].counted(rows)
    return len(articles), len(passages), {role: n for role, n in roles.items() if n}
