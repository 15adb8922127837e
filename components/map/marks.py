"""What the map draws for a place: size by mentions, extent by precision."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from components import theme
from dateline.records import AREAS, NOT_PINNED

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
    is_area: Mask
    marks: list[Mark]
    """`id`, `name`, `at`, `area`, `near` and `m`, the radius in metres."""
    told: list[tuple[str, str]]
    """All mentions in words, and what is said of the place's extent after its count."""
    outlines: Sequence[Sequence[Sequence[float]]]
    _rings: dict[int, Ring] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, places: pd.DataFrame) -> Still:
        """Those of a view of the map."""
        kinds = places["precision"].astype(object)
        codes = np.flatnonzero(~kinds.isin(NOT_PINNED).to_numpy(dtype=bool))
        columns = [places[name].to_numpy()[codes].tolist() for name in STILL]
        rows = [*zip(*columns, strict=True)]
        return cls(
            codes=codes,
            total=places["total"].to_numpy(dtype=np.int64)[codes],
            is_area=kinds.isin(AREAS).to_numpy(dtype=bool)[codes],
            marks=[_mark(*row[:6]) for row in rows],
            told=[(theme.counted(row[6], "mention"), _extent(*row[4:6])) for row in rows],
            outlines=places["outline"].to_numpy()[codes].tolist(),
        )

    @property
    def largest(self) -> int:
        """The most mentions of a place."""
        return max(1, int(self.total.max(initial=0)))

    def ring(self, at: int) -> Ring:
        """The outline of a place, its longitudes counted on across the date line."""
        if at not in self._rings:
            ring = np.array([list(point) for point in self.outlines[at]])
            ring[:, 0] = np.rad2deg(np.unwrap(np.deg2rad(ring[:, 0])))
            self._rings[at] = np.round(ring, DECIMALS).tolist()
        return self._rings[at]


def marks_of(still: Still, at: Numbers, count: Numbers, selected: Mask) -> Iterator[Mark]:
    """What a layer may be told of some places; `layers` sends no more of it than it draws."""
    sizes = radii(count[at], still.largest).tolist()
    columns = (at.tolist(), count[at].tolist(), still.total[at].tolist(), selected[at].tolist())
    for place, number, total, is_chosen, size in zip(*columns, sizes, strict=True):
        told, extent = still.told[place]
        counted = told if number == total else f"{number:,} of {told}"
        yield still.marks[place] | {
            "said": counted + extent, "count": number, "size": size, "selected": is_chosen,
        }  # fmt: skip


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
