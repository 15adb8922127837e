"""What the map draws for a place: size by mentions, extent by precision."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from components import theme
from dateline.records import AREAS, NOT_PINNED

from .camera import mercator

LARGEST_PX = 24
SMALLEST_PX = 3.2
ONE_PX = 5
"""Radius of a single mention where none of the counts is large."""
DECIMALS = 2
STILL = ("place_id", "name", "longitude", "latitude", "precision", "radius_km", "total")
Mark = dict[str, Any]
Mask = NDArray[np.bool_]
Numbers = NDArray[np.int64]
Ring = list[list[float]]


@dataclass(frozen=True, slots=True, eq=False)
class Still:
    """What no Brush changes of the places that may stand on the map; in the corpus's order."""

    codes: Numbers
    """Their rows among all places: countries and parts of the world are left out."""
    total: Numbers
    largest: int
    """The most mentions of a place."""
    is_area: Mask
    is_near: Mask
    marks: list[Mark]
    """`id`, `name`, `at`, `area`, `near` and `m`, the radius in metres."""
    spots: NDArray[np.float64]
    """Where each stands: its longitude, and its height as `mercator` has it."""
    told: list[tuple[str, str]]
    """All mentions in words, and what is said of the place's extent after its count."""
    outlines: Sequence[Sequence[Sequence[float]]]
    _rings: dict[int, Ring] = field(default_factory=dict, repr=False)
    _corners: dict[int, int] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, places: pd.DataFrame) -> Still:
        """Those of a view of the map."""
        kinds = places["precision"].astype(object)
        codes = np.flatnonzero(~kinds.isin(NOT_PINNED).to_numpy(dtype=bool))
        columns = [places[name].to_numpy()[codes].tolist() for name in STILL]
        rows = [*zip(*columns, strict=True)]
        total = places["total"].to_numpy(dtype=np.int64)[codes]
        marks = [_mark(*row[:6]) for row in rows]
        spots = [(mark["at"][0], mercator(mark["at"][1])) for mark in marks]
        return cls(
            codes=codes,
            total=total,
            largest=max(1, int(total.max(initial=0))),
            is_area=kinds.isin(AREAS).to_numpy(dtype=bool)[codes],
            is_near=kinds.eq("near").to_numpy(dtype=bool)[codes],
            marks=marks,
            spots=np.array(spots, dtype=np.float64).reshape(-1, 2),
            told=[(theme.counted(row[6], "mention"), _extent(*row[4:6])) for row in rows],
            outlines=places["outline"].to_numpy()[codes].tolist(),
        )

    def corners(self, at: int) -> int:
        """How many corners the outline of a place has."""
        if at not in self._corners:
            self._corners[at] = len(self.outlines[at])
        return self._corners[at]

    def ring(self, at: int) -> Ring:
        """The outline of a place, its longitudes counted on across the date line."""
        if at not in self._rings:
            ring = np.array([list(point) for point in self.outlines[at]])
            ring[:, 0] = np.rad2deg(np.unwrap(np.deg2rad(ring[:, 0])))
            self._rings[at] = np.round(ring, DECIMALS).tolist()
        return self._rings[at]


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """Some places as a Brush has them, the most mentioned first, by columns."""

    still: Still
    at: Numbers
    """Which they are among the places that may stand on the map; so are `places`."""
    places: list[int]
    said: list[str]
    count: Numbers
    size: list[float]
    """Radius in pixels."""
    selected: Mask

    @classmethod
    def of(cls, still: Still, at: Numbers, count: Numbers, selected: Mask) -> Shown:
        """Those places; `count` and `selected` have a value for each of them."""
        places = at.tolist()
        numbers = zip(places, count.tolist(), still.total[at].tolist(), strict=True)
        said = [
            (told if number == total else f"{number:,} of {told}") + extent
            for place, number, total in numbers
            for told, extent in [still.told[place]]
        ]
        size = radii(count, still.largest).tolist()
        return cls(still, at, places, said, count, size, selected)

    def mark(self, row: int) -> Mark:
        """All that is known of one of them."""
        return self.still.marks[self.places[row]] | {
            "count": int(self.count[row]),
            "size": self.size[row],
            "selected": bool(self.selected[row]),
        }

    def still_of(self, rows: Sequence[int], *names: str) -> list[list[Any]]:
        """What no Brush changes of some of them: a list a name."""
        marks = [self.still.marks[self.places[row]] for row in rows]
        return [[mark[name] for mark in marks] for name in names]

    def sent(self, rows: Sequence[int], *drawn: Iterable[object]) -> list[tuple[object, ...]]:
        """A row a place: what a click and the card at the pointer need, then what is `drawn`."""
        said = [self.said[row] for row in rows]
        return [*zip(*self.still_of(rows, "id", "name"), said, *drawn, strict=True)]


def radii(counts: Numbers, largest: int) -> NDArray[np.float64]:
    """Pixels; the area grows with the count. Nothing for none."""
    one = min(ONE_PX, LARGEST_PX / math.sqrt(largest))
    found = np.maximum(SMALLEST_PX, one * np.sqrt(counts)).round(1)
    return np.where(counts > 0, found, 0.0)


def _mark(
    place_id: str, name: str, longitude: float, latitude: float, precision: str, radius_km: float
) -> Mark:
    return {
        "id": place_id,
        "name": name,
        "at": [round(longitude, DECIMALS), round(latitude, DECIMALS)],
        "area": precision in AREAS,
        "near": precision == "near",
        "m": int(max(radius_km, 1) * 1000),
    }


def _extent(precision: str, radius_km: float) -> str:
    if precision in AREAS:
        return f", area of some {radius_km:.0f} km"
    return ", approximate" if precision == "near" else ""
