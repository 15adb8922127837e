"""What quotations have beside one label a row: many entities that they are about, and a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from .days import NO_DAY, days_of
from .ids import Codes, Ids
from .labels import Labels, Mask, coded
from .links import expanded, starts_of

Rows = NDArray[np.int64] | slice
IN_OFFICE = ("current", "acting")


@dataclass(frozen=True, slots=True, eq=False)
class Several:
    """Several records a row, each once."""

    starts: Codes
    """For each row its first place in `codes`, then their number."""
    codes: Codes

    @classmethod
    def of(cls, lists: pa.Array, ids: Ids) -> Several:
        """Of lists of ids, those that are known."""
        lengths = np.asarray(pc.fill_null(pc.list_value_length(lists), 0))
        owner = np.repeat(np.arange(len(lists), dtype=np.int32), lengths)
        codes = ids.codes_of(lists.flatten())
        known = np.flatnonzero(codes >= 0)
        kept = known[_each_once(owner[known] * np.int64(len(ids)) + codes[known])]
        return cls(starts_of(owner[kept], len(lists)), codes[kept])

    def having(self, codes: Codes) -> Mask:
        """Which rows have one of the records."""
        wanted = np.isin(self.codes, codes)
        before = np.concatenate([[0], np.cumsum(wanted)])[self.starts]
        found: Mask = before[1:] > before[:-1]
        return found

    def of_rows(self, rows: Rows) -> tuple[NDArray[np.int64], Codes]:
        """For each record of some rows the place of its row among them, and its code."""
        first = self.starts[:-1][rows].astype(np.int64)
        counts = self.starts[1:][rows] - first
        return np.repeat(np.arange(len(first)), counts), self.codes[expanded(first, counts)]


@dataclass(frozen=True, slots=True, eq=False)
class SaidOn:
    """The day on which it was said, of the quotations that state one."""

    row: Codes
    day: Codes
    """Days since 1970-01-01."""
    rows: int
    """How many quotations there are, those without a day included."""

    @classmethod
    def of(cls, said_on: pd.Series[pd.Timestamp]) -> SaidOn:
        day = days_of(said_on)
        row = np.flatnonzero(day != NO_DAY).astype(np.int32)
        return cls(row, day[row], len(day))

    def between(self, first: int, last: int) -> Mask:
        """Which quotations were said on one of the days."""
        found = np.zeros(self.rows, dtype=bool)
        found[self.row[(self.day >= first) & (self.day <= last)]] = True
        return found


def _each_once(numbers: NDArray[np.int64]) -> Rows:
    """The places where a number stands first; to find out that each does is much the faster."""
    ordered = np.sort(numbers)
    if (ordered[1:] > ordered[:-1]).all():
        return slice(None)
    return np.sort(np.unique(numbers, return_index=True)[1])


def about(quotations: pd.DataFrame, rows: Codes, entities: Ids) -> Several:
    """Whom and what each quotation is about."""
    lists = pa.array(quotations["about_ids"])
    if isinstance(lists, pa.ChunkedArray):
        lists = lists.combine_chunks()
    lists = lists.cast(pa.large_list(pa.large_string()))
    return Several.of(lists.take(pa.array(rows)), entities)


def of_speakers(
    frames: Mapping[str, pd.DataFrame], entities: Ids, rows: Codes, speaker: Codes
) -> tuple[Labels, Labels]:
    """Role and country of each quotation's speaker.

    The role is that of the quotation as written, else the office that articles say most often that
    the speaker holds. The country is the speaker's own, else that of the office.
    """
    office, home = _held(frames["relations"], entities)
    stated, roles = coded(frames["quotations"]["role"])
    held, offices = coded(pd.Series(office, dtype=object))
    is_stated = np.array([*(role != "" for role in roles), False])
    beyond = np.append(np.where(held < 0, -1, held + len(roles)), -1)
    codes = np.where(is_stated[stated[rows]], stated[rows], beyond[speaker])
    own = frames["entities"]["country"].astype(object).to_numpy()
    country = pd.Series(np.where(own == "", home, own), dtype=object)
    return Labels.of_texts(codes, [*roles, *offices]), Labels.of(country).taken(speaker)


def _held(relations: pd.DataFrame, entities: Ids) -> tuple[NDArray[np.object_], ...]:
    """For each entity the office that it is said most often to hold, and the country of it."""
    is_held = (relations["kind"] == "holds_office") & relations["status"].isin(IN_OFFICE)
    held = relations[is_held]
    subject = entities.encode(held["subject_id"])
    return tuple(
        _most_said(subject, held[column].astype(object).to_numpy(), len(entities))
        for column in ("object_text", "country")
    )


def _most_said(owner: Codes, texts: NDArray[np.object_], size: int) -> NDArray[np.object_]:
    found = np.full(size, "", dtype=object)
    said = pd.DataFrame({"owner": owner, "text": texts})
    said = said[(said["owner"] >= 0) & (said["text"] != "")]
    counted = said.value_counts(sort=False).reset_index().sort_values(["owner", "count", "text"])
    best = counted.drop_duplicates("owner", keep="last")
    found[best["owner"].to_numpy()] = best["text"].to_numpy()
    return found
