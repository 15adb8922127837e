"""Names that a reader may mean while she types a search."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..search import Term
from ..search.marking import words_of
from .index import Index
from .sought import Named, having

MOST = 8
FEWEST_LETTERS = 2
_TYPED = re.compile(r'(?:(?P<field>[A-Za-z]+):)?(?:"(?P<phrase>[^"]*)|(?P<word>[^\s()":]*))$')
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))


@dataclass(frozen=True, slots=True)
class Offer:
    """A name of the corpus, as a part of a search."""

    field: str
    name: str
    count: int
    """Its mentions, quotations, places named or articles."""

    @property
    def token(self) -> str:
        """The part of a search that asks for it."""
        name = self.name.replace('"', " ")
        return f'{self.field}:"{name}"' if re.search(r"[^\w.-]", name) else f"{self.field}:{name}"


@dataclass(frozen=True, slots=True)
class Offers:
    """What may take the place of the word that is being typed."""

    start: int
    """Where that word begins in what is typed."""
    found: tuple[Offer, ...]


def offers(index: Index, typed: str, caret: int) -> Offers:
    """The names that go on from the word before the caret, the most frequent of each field first.

    After a field and a colon only names of that field are offered.
    """
    before = typed[:caret].translate(_QUOTES)
    is_open = before.count('"') % 2 == 1
    match = _TYPED.search(before) if is_open else _TYPED.search(before.replace('"', "\0"))
    if match is None:
        return Offers(caret, ())
    words = match["phrase"] if match["phrase"] is not None else match["word"]
    field = (match["field"] or "").lower()
    if len("".join(words_of(words))) < FEWEST_LETTERS:
        return Offers(match.start(), ())
    found = sorted(_of_fields(index, Term("", words, is_begun=True), field), key=_best_first)
    return Offers(match.start(), tuple(found[:MOST]))


def _best_first(offer: Offer) -> tuple[int, str, str]:
    return -offer.count, offer.field, offer.name


def _of_fields(index: Index, begun: Term, field: str) -> Iterator[Offer]:
    said = index.quotations.totals
    counted: dict[str, tuple[Named, NDArray[Any]]] = {
        "names": ("entities", index.mentions.totals),
        "speaker": ("entities", said),
        "about": ("entities", index.mentions.totals),
        "place": ("places", index.toponyms.totals),
    }
    for name, (kind, totals) in counted.items():
        if field == name or (not field and name != "about"):
            counts = np.where(having(index, kind, begun), totals, 0)
            for code in np.argsort(-counts, kind="stable")[:MOST].tolist():
                if counts[code]:
                    yield Offer(name, str(index.frames[kind]["name"].iloc[code]), int(counts[code]))
    if field in ("", "outlet"):
        yield from _outlets(index, begun)


def _outlets(index: Index, begun: Term) -> Iterator[Offer]:
    labels = index.labels["outlet", "articles"]
    counts = labels.counted(slice(None))
    for name, is_meant in zip(labels.values, having(index, "outlets", begun), strict=True):
        if is_meant:
            yield Offer("outlet", name, counts[name])
