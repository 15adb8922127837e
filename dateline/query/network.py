"""With whom an entity is named in one passage, and how these are named with each other."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..brush import Brush
from .ids import Codes
from .index import Index
from .labels import Mask
from .layout import Laid, laid_out
from .named import Named, named, passages_held
from .profile import kept
from .select import selection
from .selected import Counted, Selection

NODES = 60
"""Entities in the network at the most, the one that it is about among them."""
NEAREST = 3
"""Lines from each of them to those others that it is tied to most; all go to the middle."""
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Company:
    """Those that an entity is named with inside a Brush, the strongest tie first."""

    frame: pd.DataFrame
    """entity_id, name, kind; together (passages that name both), named (those that name the
    other), expected (together, were the two independent), times (together over expected) and
    strength (`strength`)."""
    passages: int
    """Passages inside."""
    naming: int
    """Those of them that name the entity."""


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """The strongest of a company with their ties; the entity itself is the first node."""

    nodes: pd.DataFrame
    """entity_id, name, kind, together, x and y: where it stands in `WIDE` by `HIGH`."""
    ties: pd.DataFrame
    """a and b (numbers of nodes, the first the smaller), together, expected, strength, and
    whether it is drawn; strongest first."""


def strength(together: Numbers, one: Numbers, other: Numbers, passages: int) -> Numbers:
    """How much more often two are named together than by chance: the log-likelihood ratio.

    Negative where they are named together less often than by chance. It grows with the evidence:
    a pair that meets once says little, however rare both are, and one that everyone is named
    with says nothing.

    Source: Dunning (1993), Accurate Methods for the Statistics of Surprise and Coincidence.
    """
    cells = (together, one - together, other - together, passages - one - other + together)
    by_chance = (
        one * other / max(1, passages),
        one * (passages - other) / max(1, passages),
        (passages - one) * other / max(1, passages),
        (passages - one) * (passages - other) / max(1, passages),
    )
    found = np.zeros(np.broadcast(together, one, other).shape)
    for seen, chance in zip(cells, by_chance, strict=True):
        ratio = np.divide(seen, chance, out=np.ones_like(found), where=(seen > 0) & (chance > 0))
        found += 2 * seen * np.log(ratio)
    signed = np.where(together < by_chance[0], -found, found)
    return np.asarray(np.round(signed, 6) + 0.0, dtype=np.float64)


def company(index: Index, brush: Brush, entity_id: str, kinds: Collection[str] = ()) -> Company:
    """Those that an entity is named with, under all clauses but that on entities.

    Args:
        kinds: only these; all where empty.
    """
    code = index.entities.code_of(entity_id)
    chosen = selection(index, brush.without("entity"))
    rows = _named(chosen)
    own = np.zeros(len(chosen.mask), dtype=bool) if code is None else passages_held(chosen, code)
    together, every = rows.passages(own), rows.passages()
    kind = index.frames["entities"]["kind"].astype(object).to_numpy()
    others = together > 0
    if kinds:
        others &= np.isin(kind, list(kinds))
    if code is not None:
        others[code] = False
    codes, naming = np.flatnonzero(others), int(own.sum())
    frame = _weighed(together[codes], every[codes], naming, len(chosen.passages))
    told = index.frames["entities"][["entity_id", "name", "kind"]].iloc[codes]
    frame = pd.concat([told.astype(object).reset_index(drop=True), frame], axis=1)
    by = ["strength", "together", "entity_id"]
    ranked = frame.sort_values(by, ascending=[False, False, True], ignore_index=True)
    return Company(ranked, len(chosen.passages), naming)


def _named(chosen: Selection) -> Named:
    return kept(chosen, "mentions named", lambda: named(chosen))


def _weighed(together: Counted, every: Counted, naming: int, passages: int) -> pd.DataFrame:
    expected = every * naming / max(1, passages)
    ones = np.full(len(every), float(naming))
    return pd.DataFrame(
        {
            "together": together,
            "named": every,
            "expected": expected,
            "times": together / expected,
            "strength": strength(together.astype(float), ones, every.astype(float), passages),
        }
    )


def network(index: Index, brush: Brush, entity_id: str, found: Company) -> Network:
    """The strongest of a company with their ties to each other, laid out."""
    told = found.frame.head(NODES - 1)
    ids = [entity_id, *told["entity_id"]]
    frame = index.frames["entities"][["entity_id", "name", "kind"]]
    codes = index.entities.known(ids)
    nodes = frame.iloc[codes].astype(object).reset_index(drop=True)
    nodes["together"] = [found.naming, *told["together"]]
    chosen = selection(index, brush.without("entity"))
    ties = _ties(chosen, codes.tolist())
    letters = np.array([len(name) for name in nodes["name"]], dtype=np.int64)
    laid = laid_out(len(nodes), _lines(ties), letters)
    return Network(_standing(nodes, laid), ties)


def _standing(nodes: pd.DataFrame, laid: Laid) -> pd.DataFrame:
    return nodes.assign(x=laid[:, 0].round(1), y=laid[:, 1].round(1))


def _lines(ties: pd.DataFrame) -> list[tuple[int, int, float]]:
    drawn = ties[ties["drawn"]]
    weights = np.log1p(drawn["strength"].clip(lower=0))
    return list(zip(drawn["a"], drawn["b"], weights, strict=True))


def _ties(chosen: Selection, codes: list[int]) -> pd.DataFrame:
    """All pairs that share a passage inside."""
    held = np.array([passages_held(chosen, code) for code in codes], dtype=bool)
    each = held.sum(axis=1).astype(float)
    together = shared(held[:, held[1:].any(axis=0)])
    a, b = np.nonzero(np.triu(together, 1))
    seen, passages = together[a, b].astype(float), len(chosen.passages)
    frame = pd.DataFrame({"a": a, "b": b, "together": together[a, b]})
    frame["expected"] = each[a] * each[b] / max(1, passages)
    frame["strength"] = strength(seen, each[a], each[b], passages)
    by = ["strength", "together", "a", "b"]
    ranked = frame.sort_values(by, ascending=[False, False, True, True], ignore_index=True)
    return ranked.assign(drawn=_is_drawn(ranked, len(codes)))


def shared(held: Mask) -> Counted:
    """How many columns each two rows share."""
    packed = np.packbits(held, axis=1)
    rows = [np.bitwise_count(packed & row).sum(axis=1, dtype=np.int64) for row in packed]
    return np.array(rows, dtype=np.int64).reshape(len(held), len(held))


def _is_drawn(ties: pd.DataFrame, nodes: int) -> Mask:
    """Every tie to the middle, and of each node the strongest that say something."""
    left: list[int] = [NEAREST] * nodes
    drawn = np.zeros(len(ties), dtype=bool)
    told = zip(ties["a"], ties["b"], ties["strength"], ties["together"], strict=True)
    for at, (a, b, tie, together) in enumerate(told):
        is_near = tie > 0 and together > 1 and (left[a] > 0 or left[b] > 0)
        if a and is_near:
            left[a] -= 1
            left[b] -= 1
        drawn[at] = a == 0 or is_near
    return drawn


def pair(index: Index, brush: Brush, one: str, other: str) -> Mask:
    """Which passages inside name both."""
    chosen = selection(index, brush.without("entity"))
    both = np.zeros(len(chosen.mask), dtype=bool)
    codes = index.entities.known([one, other])
    if len(codes) == 2:
        both = passages_held(chosen, int(codes[0])) & passages_held(chosen, int(codes[1]))
    return both


def newest_shared(index: Index, brush: Brush, entity_id: str, others: Sequence[str]) -> Codes:
    """For each of those that an entity is named with the newest passage inside that names both."""
    chosen = selection(index, brush.without("entity"))
    rows = _named(chosen)
    own = passages_held(chosen, int(index.entities.known([entity_id])[0]))[rows.passage]
    shared_rows = Named(rows.target[own], rows.passage[own], rows.size)
    return newest_naming(index, shared_rows)[index.entities.known(others)]


def newest_naming(index: Index, rows: Named) -> Codes:
    """For each entity the newest of the passages that name it; -1 for none."""
    order = np.lexsort((index.rank[index.passage_article[rows.passage]], rows.target))[::-1]
    found = np.full(rows.size, -1, dtype=np.int32)
    found[rows.target[order]] = rows.passage[order]
    return found
