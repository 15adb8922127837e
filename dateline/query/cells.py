"""Mentions and quotations, lane by bin."""

from __future__ import annotations

from typing import Literal

import numpy as np

from . import published, spoken
from .bins import Axis, Bins, Counted
from .ids import Codes
from .recent import Recent
from .selected import Selection

LANES = 1_000
"""Lanes of the whole corpus that are kept, as most brushes show some of the same ones."""
Table = Literal["mentions", "quotations"]


def cells(axis: Axis, bins: Bins, kind: Table, lanes: Codes, chosen: Selection) -> Counted:
    """Rows inside that point to the records of the lanes, by lane and bin."""
    links = chosen.index.links(kind)
    if chosen.is_whole and kind not in chosen.left:
        return _stacked([_of_all(axis, bins, kind, lane, chosen) for lane in lanes.tolist()], bins)
    if axis == "published" and chosen.number(kind) < links.totals[lanes].sum():
        return _of_rows(bins, kind, lanes, chosen)
    return _stacked([_of_lane(axis, bins, kind, lane, chosen) for lane in lanes.tolist()], bins)


def _of_all(axis: Axis, bins: Bins, kind: Table, lane: int, chosen: Selection) -> Counted:
    known = chosen.index.once.get("lanes", lambda: Recent(LANES))
    passages = chosen.index.links(kind).passages_with(lane)
    key = axis, bins.first, bins.last, kind, lane
    return known.get(key, lambda: _in_bins(axis, bins, passages, chosen))


def _of_lane(axis: Axis, bins: Bins, kind: Table, lane: int, chosen: Selection) -> Counted:
    links = chosen.index.links(kind)
    inside = chosen.having(kind, links.rows_with(lane))
    return _in_bins(axis, bins, links.passages_with(lane)[inside], chosen)


def _in_bins(axis: Axis, bins: Bins, passages: Codes, chosen: Selection) -> Counted:
    if axis == "spoken":
        return spoken.spoken_in(chosen.index, bins, passages)
    return bins.counted(published.bins_of(chosen.index, bins, passages))


def _of_rows(bins: Bins, kind: Table, lanes: Codes, chosen: Selection) -> Counted:
    """The same in one pass over the rows inside, which are fewer than those of the lanes."""
    links, rows = chosen.index.links(kind), chosen.rows(kind)
    lane_of = np.full(len(links.totals) + 1, -1, dtype=np.int16)
    lane_of[lanes] = np.arange(len(lanes))
    lane = lane_of[links.target[rows]]
    shown = np.flatnonzero(lane >= 0)
    passages = links.passage[shown if isinstance(rows, slice) else rows[shown]]
    found = published.bins_of(chosen.index, bins, passages)
    width = len(bins.edges) + 1
    at = lane[shown].astype(np.int64) * width + found + 1
    counted = np.bincount(at, minlength=len(lanes) * width).reshape(len(lanes), width)
    return np.ascontiguousarray(counted[:, 1:])


def _stacked(made: list[Counted], bins: Bins) -> Counted:
    return np.stack(made) if made else np.zeros((0, len(bins.edges)), dtype=np.int64)
