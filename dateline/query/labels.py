"""What rows are labelled with, as codes: facets, and the regions and cells of places."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from ..brush import CONFIDENCE, Field

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
    "family": ("quotations",),
    "addressee": ("quotations",),
    "venue": ("quotations",),
    "said_role": ("quotations",),
    "said_country": ("quotations",),
}
"""The tables whose rows have a value of the field."""
LONGEST = 200
"""Letters of a text that tell it from others: as many as an address holds of a value."""
_UNFIT = re.compile("[\x00-\x20\x7f]+")
Coded = NDArray[np.signedinteger[Any]]


@dataclass(frozen=True, slots=True, eq=False)
class Labels:
    """A value for each row, or several for the regions that lie in one another."""

    values: tuple[str, ...]
    codes: tuple[Coded, ...]
    """For each row the place of its value in `values`, -1 for none; one array a level."""
    names: tuple[str, ...] = ()
    """How each value is written most; nothing where it is its own name."""
    _known: dict[str, int] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, *columns: pd.Series[Any]) -> Labels:
        """Of columns of text; empty text is no value."""
        each = [coded(column) for column in columns]
        values = tuple(dict.fromkeys(v for _, found in each for v in found if v))
        place = {value: code for code, value in enumerate(values)} | {"": -1}
        levels = []
        for codes, found in each:
            of_found = np.array([*(place[value] for value in found), -1], dtype=_least(values))
            levels.append(of_found[codes])
        return cls(values, tuple(levels))

    @classmethod
    def folded(cls, column: pd.Series[Any], lead: str = "") -> Labels:
        """Of text as written, whatever its capitals and spaces; a leading word may not count."""
        return cls.of_texts(*coded(column), lead)

    @classmethod
    def of_texts(cls, codes: Coded, found: Sequence[str], lead: str = "") -> Labels:
        """The same of texts that differ, and for each row the place of its own, -1 for none."""
        often = np.bincount(codes + 1, minlength=len(found) + 1)[1:].tolist()
        forms = [_folded(text).removeprefix(lead)[:LONGEST].strip() for text in found]
        names: dict[str, tuple[int, str]] = {}
        for form, count, text in zip(forms, often, found, strict=True):
            if form and count > names.get(form, (0, ""))[0]:
                names[form] = count, " ".join(text.split())
        place = {form: code for code, form in enumerate(names)} | {"": -1}
        of_found = np.array([*(place.get(form, -1) for form in forms), -1], dtype=_least(names))
        shown = (text[len(lead) :] if _folded(text).startswith(lead) else text
                 for _, text in names.values())  # fmt: skip
        return cls(tuple(names), (of_found[codes],), tuple(shown))

    def taken(self, rows: NDArray[Any]) -> Labels:
        """The labels of some rows; -1 is a row without."""
        return Labels(
            self.values,
            tuple(np.append(codes, codes.dtype.type(-1))[rows] for codes in self.codes),
            self.names,
        )

    def code_of(self, value: str) -> int:
        """The place of a value; -1 where no row has it."""
        if not self._known:
            self._known.update({value: code for code, value in enumerate(self.values)})
        return self._known.get(value, -1)

    def name_of(self, value: str) -> str:
        """How a value is written."""
        code = self.code_of(value)
        return self.names[code] if self.names and code >= 0 else value

    def having(self, values: tuple[str, ...]) -> Mask:
        """Which rows have one of the values."""
        codes = np.array([self.code_of(value) for value in values], dtype=np.int64)
        wanted = np.zeros(len(self.values) + 1, dtype=bool)
        wanted[codes[codes >= 0]] = True
        found: Mask = np.logical_or.reduce([wanted[codes] for codes in self.codes])
        return found

    def counted(self, rows: NDArray[Any] | slice) -> dict[str, int]:
        """How many of some rows have each value, those without a value left out."""
        return dict(zip(self.values, self.sums(rows).tolist(), strict=True))

    def sums(self, rows: NDArray[Any] | slice) -> NDArray[np.int64]:
        """The same by the place of each value."""
        sums = np.zeros(len(self.values) + 1, dtype=np.int64)
        for codes in self.codes:
            sums += np.bincount(codes[rows] + 1, minlength=len(sums))
        return sums[1:]


def coded(column: pd.Series[Any]) -> tuple[NDArray[Any], list[str]]:
    """The texts of a column that differ, and for each row the place of its own, -1 for none."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        return column.cat.codes.to_numpy(), [str(value) for value in column.cat.categories]
    held = pa.array(column)
    texts = held if isinstance(held, pa.ChunkedArray) else pa.chunked_array([held])
    told = texts.cast(pa.large_string()).combine_chunks().dictionary_encode()
    codes = np.asarray(told.indices.fill_null(-1), dtype=np.int64)
    return codes, [str(value) for value in told.dictionary.to_pylist()]


def _least(values: Collection[str]) -> np.dtype[Any]:
    """The narrowest numbers that hold the places of so many values, and -1."""
    return np.min_scalar_type(-len(values) - 2)


def _folded(text: str) -> str:
    return _UNFIT.sub(" ", text).strip().casefold()


def bands(confidence: pd.Series[float]) -> Labels:
    """The band of confidence of each row."""
    sure = confidence.to_numpy(dtype=np.float64)
    codes = np.full(len(sure), -1, dtype=np.int8)
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
