"""A few rows of a wide table as plain values, which pandas would take many times longer to make."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from .days import NO_DAY
from .ids import Codes

Rows = NDArray[Any]
Columns = dict[str, list[Any]]
"""Values of some rows by their columns; None where nothing is stated."""
_Take = Callable[[Rows], list[Any]]


@dataclass(frozen=True, slots=True, eq=False)
class Plain:
    """A frame, whose columns are made ready when they are first asked for."""

    frame: pd.DataFrame
    _takes: dict[str, _Take] = field(default_factory=dict, repr=False)
    _moments: dict[str, NDArray[np.datetime64]] = field(default_factory=dict, repr=False)

    def at(self, rows: Rows, names: Iterable[str] = ()) -> Columns:
        """These columns of some rows, or all of them; in the order of the rows."""
        return {str(name): self._take_of(str(name))(rows) for name in names or self.frame.columns}

    def days_at(self, name: str, rows: Rows) -> Codes:
        """The days of moments, UTC, since 1970-01-01; `NO_DAY` where there is none."""
        if name not in self._moments:
            self._moments[name] = _moments(self.frame[name])
        days = self._moments[name][rows].astype("datetime64[D]")
        return np.where(np.isnat(days), NO_DAY, days.astype(np.int64)).astype(np.int32)

    def _take_of(self, name: str) -> _Take:
        if name not in self._takes:
            self._takes[name] = _taking(self.frame[name])
        return self._takes[name]


def records(columns: Mapping[str, Iterable[Any]]) -> list[dict[str, Any]]:
    """A mapping a row."""
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _taking(column: pd.Series[Any]) -> _Take:
    """How values of a column are taken."""
    kind = column.dtype
    if isinstance(kind, pd.CategoricalDtype):
        codes, texts = column.cat.codes.to_numpy(), _arrow(kind.categories)
        return lambda rows: _categories(texts, codes[rows])
    if isinstance(kind, pd.DatetimeTZDtype):
        moments = _moments(column)
        return lambda rows: [one and one.replace(tzinfo=UTC) for one in moments[rows].tolist()]
    if isinstance(kind, (pd.StringDtype, pd.ArrowDtype)):
        texts = _arrow(column)
        return lambda rows: _taken(texts, rows)
    values = column.to_numpy()
    return lambda rows: values[rows].tolist()


def _taken(held: pa.ChunkedArray, rows: Rows) -> list[Any]:
    found: list[Any] = held.take(pa.array(rows)).to_pylist()
    return found


def _categories(texts: pa.ChunkedArray, codes: NDArray[Any]) -> list[Any]:
    return _taken(texts, pa.array(codes, mask=codes < 0))


def _arrow(texts: Any) -> pa.ChunkedArray:  # noqa: ANN401 - a column or an index
    held = pa.array(texts)
    return held if isinstance(held, pa.ChunkedArray) else pa.chunked_array([held])


def _moments(column: pd.Series[Any]) -> NDArray[np.datetime64]:
    utc = column.dt.tz_convert("UTC").dt.tz_localize(None)
    moments: NDArray[np.datetime64] = utc.to_numpy(dtype="datetime64[us]")
    return moments
