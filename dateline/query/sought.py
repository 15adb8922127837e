"""Fields of a search whose values are names: of speakers, places, outlets and so on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from ..search import Term, folded, pattern_of
from .index import Index
from .labels import Mask
from .links import Links

Named = Literal["entities", "places", "speakers", "outlets"]


def marked(codes: NDArray[Any], size: int) -> Mask:
    """Which of so many are among the codes."""
    found = np.zeros(size, dtype=bool)
    found[codes] = True
    return found


def _speaker(index: Index, term: Term) -> Mask:
    """Quotations of those who have the name, and of those whom the text only describes so."""
    described: Mask = having(index, "speakers", term)[_spoken_by(index)]
    return described | _pointing(index.quotations, having(index, "entities", term))


def _about(index: Index, term: Term) -> Mask:
    place, entity = index.recent.get("about", lambda: _abouts(index))
    wanted = having(index, "entities", term)
    return marked(place[wanted[entity]], len(index.quotations.rows))


def _mode(index: Index, term: Term) -> Mask:
    return index.labels["mode", "quotations"].having((term.words.lower(),))


def _names(index: Index, term: Term) -> Mask:
    """Passages that name them, or in which they speak."""
    wanted, size = having(index, "entities", term), len(index.passages)
    rows = (links.passage[_pointing(links, wanted)] for links in (index.mentions, index.quotations))
    return marked(np.concatenate(list(rows)), size)


def _place(index: Index, term: Term) -> Mask:
    links, wanted = index.toponyms, having(index, "places", term)
    return marked(links.passage[_pointing(links, wanted)], len(index.passages))


def _outlet(index: Index, term: Term) -> Mask:
    wanted = having(index, "outlets", term)
    values = index.labels["outlet", "articles"].values
    names = tuple(name for name, is_wanted in zip(values, wanted, strict=True) if is_wanted)
    return index.labels["outlet", "articles"].having(names)[index.passage_article]


NAMED: Mapping[str, Callable[[Index, Term], Mask]] = {
    "speaker": _speaker,
    "about": _about,
    "mode": _mode,
    "names": _names,
    "place": _place,
    "outlet": _outlet,
}
"""What each field finds: quotations by their place for those of quotations, passages else."""


def having(index: Index, kind: Named, term: Term) -> Mask:
    """Which records have the words of a term in a name, whatever case and accents."""
    names = index.recent.get(("folded", kind), lambda: [folded(n) for n in _written(index, kind)])
    found = pattern_of(term).search
    return np.fromiter((found(name) is not None for name in names), dtype=bool, count=len(names))


def _written(index: Index, kind: Named) -> Iterable[str]:
    """Each record's names, a line each."""
    if kind == "outlets":
        return index.labels["outlet", "articles"].values
    if kind == "speakers":
        return index.recent.get("speakers", lambda: _speakers(index))[1]
    frame = index.frames[kind]
    if kind == "places":
        both = (frame[column].astype(object) for column in ("name", "neutral_label"))
        return ("\n".join(names) for names in zip(*both, strict=True))
    aliases = frame["aliases"].astype(object)
    named = zip(frame["name"].astype(object), aliases, strict=True)
    return ("\n".join((name, *others)) for name, others in named)


def _spoken_by(index: Index) -> NDArray[Any]:
    """For each quotation the number of its speaker's name."""
    return index.recent.get("speakers", lambda: _speakers(index))[0]


def _speakers(index: Index) -> tuple[NDArray[Any], list[str]]:
    stated = index.frames["quotations"]["speaker"].iloc[index.quotations.rows]
    codes, names = pd.factorize(stated)
    return codes, [str(name) for name in names]


def _abouts(index: Index) -> tuple[NDArray[Any], NDArray[Any]]:
    """Pairs of a quotation's place and an entity that it is about."""
    lists = pa.array(index.frames["quotations"]["about_ids"].iloc[index.quotations.rows])
    place = np.asarray(pc.list_parent_indices(lists))
    entity = index.entities.encode(pd.Series(pc.list_flatten(lists).to_pylist(), dtype=object))
    return place[entity >= 0], entity[entity >= 0]


def _pointing(links: Links, wanted: Mask) -> Mask:
    """The rows that point to one of the records."""
    found: Mask = np.append(wanted, False)[links.target]
    return found
