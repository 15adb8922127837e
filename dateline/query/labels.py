"""What rows are labelled with, as codes: facets, and the regions and cells of places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..brush import CONFIDENCE, Field
from .ids import Codes

Table = Literal["articles", "mentions", "toponyms", "quotations"]
Mask = NDArray[np.bool_]
CELL_DEGREES = 5
LABELLED: Mapping[Field, tuple[Table, ...]] = {
    "outlet": ("articles",),
    "kind": ("mentions",),
    "mode": ("quotations",),
    "role": ("toponyms",),
    "precision": ("toponyms",),
    "confidence": ("toponyms", "quotations"),
    "region": ("toponyms",),
    "cell": ("toponyms",),
}
"""The tables whose rows have a value of the field."""


@dataclass(frozen=True, slots=True, eq=False)
class Labels:
    """A value for each row, or several for the regions that lie in one another."""

    values: tuple[str, ...]
    codes: tuple[Codes, ...]
    """For each row the place of its value in `values`, -1 for none; one array a level."""

    @classmethod
    def of(cls, *columns: pd.Series[Any]) -> Labels:
        """Of columns of text; empty text is no value."""
        coded = [_coded(column) for column in columns]
        values = tuple(dict.fromkeys(v for _, found in coded for v in found if v))
        place = {value: code for code, value in enumerate(values)} | {"": -1}
        levels = []
        for codes, found in coded:
            of_found = np.array([*(place[value] for value in found), -1], dtype=np.int32)
            levels.append(of_found[codes])
        return cls(values, tuple(levels))

    def taken(self, rows: NDArray[Any]) -> Labels:
        """The labels of some rows; -1 is a row without."""
        return Labels(
            self.values,
            tuple(np.where(rows < 0, np.int32(-1), codes[rows]) for codes in self.codes),
        )

    def having(self, values: tuple[str, ...]) -> Mask:
        """Which rows have one of the values."""
        known = {value: code for code, value in enumerate(self.values)}
        wanted = np.zeros(len(self.values) + 1, dtype=bool)
        wanted[[known[value] for value in values if value in known]] = True
        found: Mask = np.logical_or.reduce([wanted[codes] for codes in self.codes])
        return found

    def counted(self, rows: NDArray[Any] | slice) -> dict[str, int]:
        """How many of some rows have each value, those without a value left out."""
        sums = np.zeros(len(self.values) + 1, dtype=np.int64)
        for codes in self.codes:
            sums += np.bincount(codes[rows] + 1, minlength=len(sums))
        return dict(zip(self.values, sums[1:].tolist(), strict=True))


def _coded(column: pd.Series[Any]) -> tuple[NDArray[Any], list[str]]:
    if isinstance(column.dtype, pd.CategoricalDtype):
        return column.cat.codes.to_numpy(), [str(value) for value in column.cat.categories]
    codes, found = pd.factorize(np.asarray(column.astype(object)))
    return codes, [str(value) for value in found]


def bands(confidence: pd.Series[float]) -> Labels:
    """The band of confidence of each row."""
    sure = confidence.to_numpy(dtype=np.float64)
    codes = np.full(len(sure), -1, dtype=np.int32)
    for code, (least, below) in enumerate(CONFIDENCE.values()):
        codes[(sure >= least) & (sure < below)] = code
    return Labels(tuple(CONFIDENCE), (codes,))


def regions(places: pd.DataFrame) -> Labels:
    """Country and first-level division of each place: "AF", "AF.Kabul"."""
    pairs = zip(places["country"].astype(object), places["admin1"].astype(object), strict=True)
    divisions = [division_id(country, name) for country, name in pairs]
    return Labels.of(places["country"], pd.Series(divisions, dtype=object))


def division_id(country: str, name: str) -> str:
    """A first-level division by its country's code and its name; its code where it has one."""
    return name if not name or name.startswith(f"{country}.") else f"{country}.{name}"


def cells(places: pd.DataFrame) -> Labels:
    """The cell of the grid that each place lies in: `cell_id`."""
    named = [cell_id(*at) for at in zip(places["longitude"], places["latitude"], strict=True)]
    return Labels.of(pd.Series(named, dtype=object))


def cell_id(longitude: float, latitude: float) -> str:
    """The south-west corner of a cell of `CELL_DEGREES`: "N35E065", "S05W080"."""
    south = int(min(latitude, 89.999) // CELL_DEGREES * CELL_DEGREES)
    west = int((longitude + 180) % 360 // CELL_DEGREES * CELL_DEGREES) - 180
    return f"{'S' if south < 0 else 'N'}{abs(south):02}{'W' if west < 0 else 'E'}{abs(west):03}"


def cell_words(cell: str) -> str:
    """The bounds of a cell: 35 to 40 degrees north, 65 to 70 degrees east, in figures."""
    west, south = cell_corner(cell)
    return f"{_bounds(south, 'NS')} {_bounds(west, 'EW')}"


def _bounds(low: int, sides: str) -> str:
    side, ends = sides[low < 0], sorted((abs(low), abs(low + CELL_DEGREES)))
    return f"{ends[0]}\N{EN DASH}{ends[1]}\N{DEGREE SIGN}{side}"


def cell_corner(cell: str) -> tuple[int, int]:
    """West and south of a cell, degrees."""
    south, west = int(cell[1:3]), int(cell[4:7])
    return -west if cell[3] == "W" else west, -south if cell[0] == "S" else south
