"""Every quotation of a corpus with its words, its day and the statement that it carries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from ..days import NO_DAY, days_of
from ..ids import Codes
from ..index import Index
from ..labels import Mask
from .alike import Shingles, led, near_pairs, sequence_hashes
from .normal import tokens_of
from .sides import one_voice
from .stance import SIDES, stance_of

Numbers = NDArray[np.int64]
GAP_DAYS = 5
"""What is said in the same words after more days than these is said again."""


@dataclass(frozen=True, slots=True, eq=False)
class Statements:
    """One row a quotation, in the order of the frame. Shared; never written to.

    Misses: the same statement told in other words; a copy more than `GAP_DAYS` later, which counts
    as said again; an undated copy of a dated statement; two persons who state the same together.
    """

    index: Index
    texts: pa.Array
    """The contents that differ, as written."""
    content: Codes
    """For each quotation the place of its content in `texts`."""
    tokens: Codes
    """The stems of all texts, one after the other."""
    starts: Numbers
    """For each text its first stem, then their number."""
    stems: list[str]
    article: Codes
    """The article that quotes."""
    speaker: Codes
    """The entity that speaks; -1 for none."""
    stance: NDArray[np.object_]
    """What the cue of each quotation holds, as `stance.stance_of` says."""
    day: Codes
    """On which it was said, else published; `NO_DAY` where neither is stated."""
    is_said: Mask
    """Whether the day is that on which it was said."""
    statement: Numbers
    """What those quotations share that carry one statement."""
    about: Codes
    """The entities that quotations are about, by quotation."""
    about_row: Numbers
    """For each of those its quotation, rising."""

    def text_of(self, row: int) -> str:
        return str(self.texts[int(self.content[row])].as_py())

    def stems_of(self, text: int) -> list[str]:
        """The stems of a text, by its place in `texts`."""
        return [self.stems[code] for code in self.tokens[self.starts[text] : self.starts[text + 1]]]


def statements_of(index: Index) -> Statements:
    """The quotations of a corpus, near-identical ones under one number."""
    frame = index.frames["quotations"]
    coded = _arrow(frame["content"]).dictionary_encode().unify_dictionaries().combine_chunks()
    texts, content = coded.dictionary, np.asarray(coded.indices).astype(np.int32)
    tokens, starts, stems = tokens_of(texts)
    article = index.articles.encode(frame["article_id"])
    day, is_said = _days(index, frame["said_on"], article)
    speaker = index.entities.encode(frame["speaker_id"])
    about, about_row = _about(index, frame)
    form = np.unique(sequence_hashes(tokens, starts), return_inverse=True)[1].reshape(-1)
    stance = _stances(frame)
    known, place = np.unique(stance.astype(str), return_inverse=True)
    side = np.array([SIDES.get(one, 0) for one in known.tolist()])[place.reshape(-1)]
    shingles = Shingles.of(tokens, starts)
    statement = _statements(index, shingles, form[content] * 4 + side, content, speaker, day)
    return Statements(
        index, texts, content, tokens, starts, stems, article, speaker, stance, day, is_said,
        statement, about, about_row,
    )  # fmt: skip


def _arrow(column: pd.Series[str]) -> pa.ChunkedArray:
    held = pa.array(column, from_pandas=True)
    chunked = held if isinstance(held, pa.ChunkedArray) else pa.chunked_array([held])
    return pc.fill_null(chunked.cast(pa.large_string()), "")


def _days(index: Index, said_on: pd.Series[Any], article: Codes) -> tuple[Codes, Mask]:
    said = days_of(said_on)
    is_said = said != NO_DAY
    return np.where(is_said, said, index.article_day[article]).astype(np.int32), is_said


def _stances(frame: pd.DataFrame) -> NDArray[np.object_]:
    families = frame["cue_family"].cat
    cues, written = pd.factorize(frame["cue"])
    pairs = cues.astype(np.int64) * (len(families.categories) + 1) + families.codes.to_numpy() + 1
    known, place = np.unique(pairs, return_inverse=True)
    names = ["", *map(str, families.categories)]
    told = [
        stance_of(names[pair % len(names)], str(written[pair // len(names)]))
        for pair in known.tolist()
    ]
    found: NDArray[np.object_] = np.array(told, dtype=object)[place.reshape(-1)]
    return found


def _about(index: Index, frame: pd.DataFrame) -> tuple[Codes, Numbers]:
    held = pa.array(frame["about_ids"], from_pandas=True)
    lists = held.combine_chunks() if isinstance(held, pa.ChunkedArray) else held
    if not len(lists) or pa.types.is_null(lists.type):
        return np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int64)
    codes = index.entities.encode(pd.Series(pc.list_flatten(lists).to_pylist(), dtype=object))
    rows = np.asarray(pc.list_parent_indices(lists), dtype=np.int64)
    return codes[codes >= 0], rows[codes >= 0]


def _statements(
    index: Index, shingles: Shingles, held: Numbers, content: Codes, speaker: Codes, day: Codes
) -> Numbers:
    """For each quotation its statement.

    Args:
        held: the same for the same words from one side; `SIDES` is the rest by four.
    """
    unit, first = _units(held, speaker, day)
    texts, voice = content[first].astype(np.int64), speaker[first]
    last = np.full(len(first), np.iinfo(np.int64).min)
    np.maximum.at(last, unit, day.astype(np.int64))
    begun = day[first].astype(np.int64)
    side = held[first] % 4
    may_be_one = one_voice(index, voice)

    def fits(one: Numbers, other: Numbers) -> Mask:
        apart = np.maximum(begun[one], begun[other]) - np.minimum(last[one], last[other])
        near: Mask = apart <= GAP_DAYS
        near &= side[one] == side[other]
        near[near] = may_be_one(one[near], other[near])
        return near

    pairs = [near_pairs(shingles, texts, _ranks(keys), fits) for keys in ((begun, voice), (begun,))]
    one, other = (np.concatenate(side) for side in zip(*pairs, strict=True))
    return led(shingles, texts, one, other)[unit]


def _units(held: Numbers, speaker: Codes, day: Codes) -> tuple[Numbers, Numbers]:
    """For each quotation its unit: the same words of one speaker, day after day; and its first."""
    days = day.astype(np.int64)
    order = np.lexsort((days, speaker, held))
    is_new = np.ones(len(order), dtype=bool)
    is_same = (np.diff(held[order]) == 0) & (np.diff(speaker[order]) == 0)
    is_new[1:] = ~is_same | (np.diff(days[order]) > GAP_DAYS)
    unit = np.empty(len(order), dtype=np.int64)
    unit[order] = np.cumsum(is_new) - 1
    return unit, order[is_new]


def _ranks(keys: tuple[Numbers | Codes, ...]) -> Numbers:
    order = np.lexsort(keys)
    ranks = np.empty(len(order), dtype=np.int64)
    ranks[order] = np.arange(len(order))
    return ranks
