"""What slides are asked of: the index of a corpus, and what is known of its findings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..brush import Field
from ..query import Index
from ..query.statements import Statements
from ..records import Review

Codes = NDArray[np.int32]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    """One state of a corpus, open to questions."""

    index: Index
    held: Callable[[], Statements]
    """Its quotations with their statements; worked out when it is first asked for."""
    name_of: Callable[[Field, str], str]
    """The name to show for a value of the Brush."""
    made_by: tuple[str, ...]
    """Extractors: "VERSION, MODEL"."""
    maker: Codes
    """For each article the place of its extractor in `made_by`; -1 for none."""
    reviews: tuple[Review, ...] = ()
    """All decisions, in the order in which they were made."""


def makers(index: Index, extractors: Mapping[str, str]) -> tuple[tuple[str, ...], Codes]:
    """The extractors of a corpus, and for each article the place of its own."""
    names = tuple(sorted({*extractors.values()}))
    place = {name: code for code, name in enumerate(names)}
    ids: Sequence[str] = index.articles.texts.to_pylist()
    found = (place.get(extractors.get(one, ""), -1) for one in ids)
    return names, np.fromiter(found, dtype=np.int32, count=len(ids))


def maker_words(extractor: str) -> str:
    """What made findings: "dateline 0.3.0, rules and en_core_web_sm 3.8.0"."""
    version, _, model = extractor.partition(", ")
    return f"{version}, rules and {model}" if model else version
