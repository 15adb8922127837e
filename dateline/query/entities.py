"""The entities of a corpus under a Brush: how often each is named and quoted, and when."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from ..brush import Brush
from .about import about
from .days import NO_DAY
from .ids import Codes
from .index import Index
from .labels import Mask
from .named import ends, named
from .select import iso_day, selection
from .selected import Counted, Places

EntitySort = Literal["mentions", "articles", "said", "about", "name", "first", "last"]
COUNTED = ("mentions", "articles", "said", "about")


@dataclass(frozen=True, slots=True, eq=False)
class Tallies:
    """What a Brush leaves of each entity, by its code."""

    mentions: Counted
    articles: Counted
    """Articles with a mention inside."""
    said: Counted
    """Quotations of which it is the speaker."""
    about: Counted
    """Quotations about it."""
    first: Codes
    """The first day of an article that mentions it; `NO_DAY` where none is dated."""
    last: Codes


@dataclass(frozen=True, slots=True)
class EntitiesPage:
    """Some rows of the list of entities, and how long it is."""

    frame: pd.DataFrame
    """entity_id, name, kind, mentions, total, articles, said, about, first and last day (ISO)."""
    found: int
    """Rows in the list."""
    kinds: dict[str, int]
    """How many of each kind there are, whatever kind is asked for."""


def tallies(index: Index, brush: Brush) -> Tallies:
    """The counts of all entities inside the whole Brush."""
    return index.recent.get(("tallies", brush), lambda: _tallies(index, brush))


def _tallies(index: Index, brush: Brush) -> Tallies:
    chosen = selection(index, brush)
    rows = named(chosen)
    new = rows.target[rows.is_new_with(index.passage_article[rows.passage])]
    first, last = ends(index.passage_day[rows.passage], rows.target, rows.size, NO_DAY)
    return Tallies(
        mentions=chosen.count("mentions"),
        articles=np.bincount(new, minlength=rows.size),
        said=chosen.count("quotations"),
        about=about(index).count(chosen),
        first=first,
        last=last,
    )


def entities_view(
    index: Index,
    brush: Brush,
    words: str = "",
    kinds: Collection[str] = (),
    sort: EntitySort = "mentions",
    offset: int = 0,
    limit: int | None = 40,
) -> EntitiesPage:
    """The entities that are named or quoted inside all clauses but that on entities.

    Args:
        words: each must begin a word of one of its names; case and accents do not count.
        kinds: only these; all where empty.
        limit: rows at the most; None for all.
    """
    found = tallies(index, brush.without("entity"))
    inside = (found.mentions + found.said + found.about > 0) & _with_words(index, words)
    kind = index.frames["entities"]["kind"].astype(object).to_numpy()
    counted = pd.Series(kind[inside]).value_counts()
    if kinds:
        inside &= np.isin(kind, list(kinds))
    codes = np.flatnonzero(inside)
    codes = codes[_order(index, found, codes, sort)]
    page = codes[offset:] if limit is None else codes[offset : offset + limit]
    kept = {str(name): int(count) for name, count in counted.items()}
    return EntitiesPage(_frame(index, found, page), len(codes), kept)


def _frame(index: Index, found: Tallies, codes: Places) -> pd.DataFrame:
    frame = index.frames["entities"][["entity_id", "name", "kind"]].iloc[codes]
    frame = frame.reset_index(drop=True)
    for name in COUNTED:
        frame[name] = getattr(found, name)[codes]
    frame["total"] = index.mentions.totals[codes]
    for name in ("first", "last"):
        frame[name] = iso_days(getattr(found, name)[codes])
    return frame


def iso_days(days: Codes) -> pd.Series[str]:
    """Days as ISO dates, empty for none."""
    said = ["" if day == NO_DAY else iso_day(day) for day in days.tolist()]
    return pd.Series(said, dtype=object)


def _order(index: Index, found: Tallies, codes: Places, sort: EntitySort) -> NDArray[np.intp]:
    most = (codes, -index.mentions.totals[codes], -found.mentions[codes])
    if sort == "name":
        names = pd.Series(index.names("entity", codes), dtype=object).str.casefold()
        return np.lexsort((*most, pd.factorize(names, sort=True)[0]))
    if sort == "mentions":
        return np.lexsort(most)
    if sort in ("first", "last"):
        days = getattr(found, sort)[codes].astype(np.int64)
        return np.lexsort((*most, days if sort == "first" else -days, days == NO_DAY))
    return np.lexsort((*most, -getattr(found, sort)[codes]))


def _with_words(index: Index, words: str) -> Mask:
    """Which entities have a name in which each of the words begins a word."""
    found = np.ones(len(index.entities), dtype=bool)
    sought = folded(pa.array([words]))[0].as_py().split()
    if not sought:
        return found
    names, owners = index.recent.get("names", lambda: _names(index))
    fits = np.ones(len(names), dtype=bool)
    for word in sought:
        fits &= np.asarray(pc.match_substring(names, f" {word}"))
    found[:] = False
    found[owners[fits]] = True
    return found


def _names(index: Index) -> tuple[pa.Array, NDArray[np.int64]]:
    """Every name that an entity is known by, folded; then whose it is."""
    frame = index.frames["entities"]
    lists = pa.array(frame["aliases"])
    lists = lists.combine_chunks() if isinstance(lists, pa.ChunkedArray) else lists
    others = np.asarray(pc.list_parent_indices(lists)).astype(np.int64)
    owners = np.concatenate([np.arange(len(frame)), others])
    own = pa.array(frame["name"].astype(object), pa.large_string())
    names = pa.concat_arrays([own, pc.list_flatten(lists).cast(pa.large_string())])
    return folded(names), owners


def folded(texts: pa.Array) -> pa.Array:
    """The words of texts without case and accents, a space before each."""
    plain = pc.utf8_normalize(texts.cast(pa.large_string()), form="NFKD")
    plain = pc.utf8_lower(pc.replace_substring_regex(plain, r"\p{Mn}", ""))
    spaced = pc.replace_substring_regex(plain, r"[^\p{L}\p{N}]+", " ")
    return pc.replace_substring_regex(spaced, r"^ ?", " ")
