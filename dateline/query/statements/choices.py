"""Who can be asked for, and about what: what the Brush holds, those with most statements first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...brush import Brush
from ..ids import Codes
from .folds import rows_on
from .saying import Statements
from .sides import BODY, COUNTRY, bodies, countries

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Offer:
    """A speaker, a side or a subject that can be chosen."""

    value: str
    """An entity's id, or a side as `sides` writes it."""
    name: str
    """An entity's name; for a country its code."""
    count: int
    """Quotations inside the Brush."""


def speakers(held: Statements, brush: Brush) -> tuple[Offer, ...]:
    """Those who are quoted inside the Brush."""
    index = held.index
    counts = _spoken(held, brush)
    codes = _ranked(counts)
    named = zip(index.entities.ids_of(codes), index.names("entity", codes), strict=True)
    return tuple(
        Offer(value, name, int(counts[code]))
        for code, (value, name) in zip(codes.tolist(), named, strict=True)
    )


def sides(held: Statements, brush: Brush) -> tuple[Offer, ...]:
    """Countries and bodies of which two or more speakers are quoted inside the Brush."""
    index, counts = held.index, _spoken(held, brush)
    spoken = np.flatnonzero(counts)
    found = _countries(countries(index)[spoken], counts[spoken])
    persons, of = bodies(index)
    for body in np.unique(of[counts[persons] > 0]).tolist():
        voices = np.unique(np.append(persons[of == body], body))
        if (counts[voices] > 0).sum() > 1:
            value = f"{BODY}{index.entities.id_of(body)}"
            found.append(Offer(value, index.names("entity", np.array([body]))[0],
                               int(counts[voices].sum())))  # fmt: skip
    return tuple(sorted(found, key=lambda offer: (-offer.count, offer.value)))


def _countries(codes: NDArray[np.object_], counts: Numbers) -> list[Offer]:
    known, place, voices = np.unique(codes.astype(str), return_inverse=True, return_counts=True)
    sums = np.bincount(place.reshape(-1), weights=counts, minlength=len(known))
    told = zip(known.tolist(), voices.tolist(), sums.tolist(), strict=True)
    return [
        Offer(f"{COUNTRY}{code}", code, int(count))
        for code, number, count in told
        if code and number > 1
    ]


def subjects(held: Statements, brush: Brush, chosen: Sequence[str]) -> tuple[Offer, ...]:
    """The entities that the sides' quotations inside the Brush are about."""
    rows = rows_on(held, brush, chosen)
    inside = np.zeros(len(held.content), dtype=bool)
    inside[rows] = True
    taken = inside[held.about_row]
    size = len(held.index.entities)
    pairs = np.unique(held.about_row[taken] * size + held.about[taken])
    counts = np.bincount(pairs % max(size, 1), minlength=size)
    codes = _ranked(counts)
    ids, names = held.index.entities.ids_of(codes), held.index.names("entity", codes)
    return tuple(map(Offer, ids, names, counts[codes].tolist()))


def _spoken(held: Statements, brush: Brush) -> Numbers:
    voices = held.speaker[rows_on(held, brush, ())]
    return np.bincount(voices[voices >= 0], minlength=len(held.index.entities))


def _ranked(counts: Numbers) -> Codes:
    codes = np.flatnonzero(counts)
    return codes[np.lexsort((codes, -counts[codes]))].astype(np.int32)
