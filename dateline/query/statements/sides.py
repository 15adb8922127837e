"""Who speaks for whom: one entity, those of a country, or those of a body."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..ids import Codes
from ..index import Index
from ..labels import Mask

Numbers = NDArray[np.int64]
VOICED = ("holds_office", "member_of", "spokesperson_for")
"""Relations by which a person speaks for a body."""
COUNTRY, BODY = "country:", "of:"
"""How a side is written: `country:AF`, `of:ENTITY`; else it is the id of one speaker."""


def speakers_of(index: Index, sides: Iterable[str]) -> Codes:
    """The entities that speak for any of the sides, rising."""
    found = [np.zeros(0, dtype=np.int32)]
    for side in sides:
        if side.startswith(COUNTRY):
            of = np.flatnonzero(countries(index) == side.removeprefix(COUNTRY))
            found.append(of.astype(np.int32))
        elif side.startswith(BODY):
            found.append(_of_body(index, index.entities.known([side.removeprefix(BODY)])))
        else:
            found.append(index.entities.known([side]))
    return np.unique(np.concatenate(found)).astype(np.int32)


def bodies(index: Index) -> tuple[Codes, Codes]:
    """Persons and the bodies that they speak for, a pair once, by the relations of the corpus."""
    return index.recent.get("bodies", lambda: _bodies(index))


def _bodies(index: Index) -> tuple[Codes, Codes]:
    frame = index.frames.get("relations", pd.DataFrame())
    if not len(frame):
        return np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int32)
    told = frame[frame["kind"].isin(VOICED)]
    person = index.entities.encode(told["subject_id"])
    body = index.entities.encode(told["object_id"])
    known = (person >= 0) & (body >= 0)
    pairs = np.unique(np.stack([person[known], body[known]]), axis=1)
    return pairs[0], pairs[1]


def _of_body(index: Index, body: Codes) -> Codes:
    persons, of = bodies(index)
    return np.concatenate([body, persons[np.isin(of, body)]]) if len(body) else body


def countries(index: Index) -> NDArray[np.object_]:
    """The country of each entity, empty where none is known."""
    return index.recent.get(
        "countries", lambda: index.frames["entities"]["country"].astype(object).to_numpy()
    )


def one_voice(index: Index, voice: Codes) -> Callable[[Numbers, Numbers], Mask]:
    """Which pairs of units may have one speaker under two names.

    That is the same entity, one that is not named, or a person and the body or country for which
    the person speaks.

    Args:
        voice: for each unit its speaker, -1 for none.
    """
    entities = index.frames["entities"]
    is_person = np.append((entities["kind"] == "person").to_numpy(dtype=bool), False)[voice]
    country = np.append(pd.factorize(countries(index))[0], -1)[voice]
    is_stated = np.append(countries(index) != "", False)[voice]
    persons, of = bodies(index)
    tied = np.unique(persons.astype(np.int64) * len(entities) + of)

    def fits(one: Numbers, other: Numbers) -> Mask:
        same = (voice[one] == voice[other]) | (voice[one] < 0) | (voice[other] < 0)
        is_mixed = is_person[one] != is_person[other]
        same |= is_mixed & is_stated[one] & (country[one] == country[other])
        person = np.where(is_person[one], voice[one], voice[other]).astype(np.int64)
        body = np.where(is_person[one], voice[other], voice[one])
        found: Mask = same | (is_mixed & np.isin(person * len(entities) + body, tied))
        return found

    return fits
