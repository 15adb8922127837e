"""Which texts say nearly the same: by three words in a row, never by comparing all with all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..ids import Codes
from ..labels import Mask
from ..links import expanded

Numbers = NDArray[np.int64]
Hashes = NDArray[np.uint64]
SHINGLE = 3
NEIGHBOURS = 6
"""A text is compared with so many others that share three of its words, nearest in order."""
LEAST_SHARED = 2
LEAST_CONTAINED = 0.5
"""Of the shorter text's shingles those that the longer has too: a word in six may differ."""
LEAST_OF_LEADER = 0.34
"""The same with the longest text of a group: who is far from it stays apart."""
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_FOLD = np.uint64(29)


@dataclass(frozen=True, slots=True, eq=False)
class Shingles:
    """The shingles of many texts, each once a text."""

    hashes: Hashes
    """Those of one text together, rising."""
    starts: Numbers
    """For each text its first, then their number."""

    @classmethod
    def of(cls, tokens: Codes, starts: Numbers) -> Shingles:
        """Shorter texts have one shingle, the whole of them; empty ones none."""
        counts = np.diff(starts)
        own = np.where(counts >= SHINGLE, counts - SHINGLE + 1, np.minimum(counts, 1))
        first = expanded(starts[:-1], own)
        text = np.repeat(np.arange(len(counts)), own)
        mixed = np.zeros(len(first), np.uint64)
        spread = _mix(np.arange(int(tokens.max(initial=0)) + 1, dtype=np.uint64) + np.uint64(1))
        for step in range(SHINGLE):
            at = first + step
            here = np.where(at < starts[text + 1], at, -1)
            mixed = _mix(mixed ^ np.where(here >= 0, spread[tokens[here]], np.uint64(0)))
        return cls._sorted(text, mixed, len(counts))

    @classmethod
    def _sorted(cls, text: Numbers, hashes: Hashes, size: int) -> Shingles:
        order = np.lexsort((hashes, text))
        text, hashes = text[order], hashes[order]
        is_first = np.ones(len(text), dtype=bool)
        is_first[1:] = (text[1:] != text[:-1]) | (hashes[1:] != hashes[:-1])
        counts = np.bincount(text[is_first], minlength=size)
        return cls(hashes[is_first], np.concatenate([[0], np.cumsum(counts)]))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def within(self, text: int) -> Hashes:
        return self.hashes[self.starts[text] : self.starts[text + 1]]

    def contained(self, one: int, other: int) -> float:
        """The share of the shorter text's shingles that the other has too."""
        shorter, longer = sorted((self.within(one), self.within(other)), key=len)
        return float(np.isin(shorter, longer).mean()) if len(shorter) else 0.0


def sequence_hashes(tokens: Codes, starts: Numbers) -> Hashes:
    """One number a text: the same for the same words in the same order."""
    counts = np.diff(starts)
    place = (np.arange(len(tokens)) - np.repeat(starts[:-1], counts)).astype(np.uint64)
    mixed = _mix(_mix(tokens.astype(np.uint64) + np.uint64(1)) + place * _SPREAD)
    summed = np.concatenate([np.zeros(1, np.uint64), np.cumsum(mixed, dtype=np.uint64)])
    found: Hashes = summed[starts[1:]] - summed[starts[:-1]]
    return found


def near_pairs(
    shingles: Shingles, units: Numbers, order: Numbers, fits: Callable[[Numbers, Numbers], Mask]
) -> tuple[Numbers, Numbers]:
    """Pairs of units that share enough, each pair once.

    Args:
        units: for each unit its text.
        order: where each unit stands; of many that share a shingle, neighbours are compared.
        fits: which pairs may be one.
    Misses: texts between which more than `NEIGHBOURS` others with the same three words stand.
    """
    counts = np.diff(shingles.starts)[units]
    hashes = shingles.hashes[expanded(shingles.starts[units], counts)]
    unit = np.repeat(np.arange(len(units)), counts)
    sort = np.lexsort((order[unit], hashes))
    unit, hashes = unit[sort], hashes[sort]
    held = [np.zeros(0, dtype=np.int64)]
    for step in range(1, NEIGHBOURS + 1):
        same = hashes[step:] == hashes[:-step]
        low = np.minimum(unit[step:][same], unit[:-step][same])
        high = np.maximum(unit[step:][same], unit[:-step][same])
        wanted = fits(low, high)
        held.append(low[wanted] * len(units) + high[wanted])
    keys, shared = np.unique(np.concatenate(held), return_counts=True)
    one, other = keys // max(len(units), 1), keys % max(len(units), 1)
    least = np.minimum(counts[one], counts[other])
    enough = (shared >= LEAST_SHARED) & (shared >= LEAST_CONTAINED * least)
    return one[enough], other[enough]


def led(shingles: Shingles, units: Numbers, one: Numbers, other: Numbers) -> Numbers:
    """For each unit the longest of its group, itself where it is like none that is longer."""
    sizes = np.diff(shingles.starts)[units]
    leader = np.arange(len(units))
    is_longer = (sizes[one] > sizes[other]) | ((sizes[one] == sizes[other]) & (one < other))
    long, short = np.where(is_longer, one, other), np.where(is_longer, other, one)
    for at in np.lexsort((-sizes[long], short, -sizes[short])).tolist():
        unit, head = int(short[at]), int(leader[long[at]])
        if leader[unit] == unit and _follows(shingles, units, unit, head):
            leader[unit] = head
    return leader


def _follows(shingles: Shingles, units: Numbers, unit: int, head: int) -> bool:
    return shingles.contained(int(units[unit]), int(units[head])) >= LEAST_OF_LEADER


def _mix(values: Hashes) -> Hashes:
    mixed = values * _SPREAD
    mixed ^= mixed >> _FOLD
    found: Hashes = mixed * _SPREAD
    return found
