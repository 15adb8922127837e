"""Record ids in a fixed order, and the code of each: its place in that order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

Codes = NDArray[np.int32]
REMEMBERED = 10_000
_TEXT = pa.large_string()


@dataclass(frozen=True, slots=True, eq=False)
class Ids:
    """The ids of one kind of record. Codes are row numbers of the frame that owns them."""

    texts: pa.ChunkedArray
    kind: pd.CategoricalDtype | None = None
    """What the frames that share these ids as categories are typed with."""
    _found: dict[str, int] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, column: pd.Series[Any]) -> Ids:
        if isinstance(column.dtype, pd.CategoricalDtype):
            shared = pa.chunked_array(_arrow(column.dtype.categories))
            return cls(shared.slice(0, len(column)), column.dtype)
        return cls(pa.chunked_array([pa.array(column.astype(object), _TEXT)]))

    def __len__(self) -> int:
        return len(self.texts)

    def __contains__(self, record: object) -> bool:
        return isinstance(record, str) and self.code_of(record) is not None

    def code_of(self, record: str) -> int | None:
        """The code of an id, or None."""
        found = self.known([record])
        return int(found[0]) if len(found) else None

    def known(self, ids: Sequence[str]) -> Codes:
        """The codes of those ids that are here, in the order given."""
        found = (self._code(record) for record in ids)
        return np.fromiter((code for code in found if code >= 0), dtype=np.int32)

    def id_of(self, code: int) -> str:
        return str(self.texts[int(code)].as_py())

    def ids_of(self, codes: Iterable[int]) -> list[str]:
        chosen = np.fromiter(codes, dtype=np.int64)
        taken: list[str] = self.texts.take(pa.array(chosen)).to_pylist()
        return taken

    def encode(self, column: pd.Series[Any]) -> Codes:
        """The code of each id; -1 for an id that is not here, the empty one included."""
        if not isinstance(column.dtype, pd.CategoricalDtype):
            return self.codes_of(pa.array(column.astype(object), _TEXT))
        codes = column.cat.codes.to_numpy()
        if self.kind is not None and column.dtype.categories is self.kind.categories:
            return np.where(codes >= len(self), np.int32(-1), codes).astype(np.int32)
        of_category = self.codes_of(pa.array(column.cat.categories.astype(object), _TEXT))
        return np.where(codes < 0, np.int32(-1), of_category[codes]).astype(np.int32)

    def codes_of(self, texts: pa.Array) -> Codes:
        """The code of each id; -1 for an id that is not here."""
        found = pc.index_in(texts, value_set=self.texts.combine_chunks())
        return np.asarray(pc.fill_null(found, -1), dtype=np.int32)

    def _code(self, record: str) -> int:
        if record not in self._found:
            if len(self._found) >= REMEMBERED:
                self._found.clear()
            sought = pa.scalar(record, self.texts.type)
            self._found[record] = int(pc.index(self.texts, sought).as_py())
        return self._found[record]


def _arrow(texts: pd.Index) -> list[pa.Array]:
    held = pa.array(texts)
    return held.chunks if isinstance(held, pa.ChunkedArray) else [held.cast(_TEXT)]
