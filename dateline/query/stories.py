"""Which story each article carries, and who is to be credited with what it says."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from .ids import Codes
from .labels import coded

NONE = -1


def story_and_originator_codes(articles: pd.DataFrame) -> tuple[Codes, Codes]:
    """For each article a number that those of its story share, and one of its originator.

    The originator is the agency that the article credits; else the agency that another carrier of
    its story credits, the first published first; else the outlet that first carried the story;
    else the story itself.
    """
    story, stories = _numbered(articles["story_id"])
    names: dict[str, int] = {}
    outlet, agency = (_named(articles[column], names) for column in ("outlet", "agency"))
    order = articles["published"].reset_index(drop=True).sort_values(kind="stable").index.to_numpy()
    as_name = pc.index_in(stories, value_set=pa.array(names, pa.large_string()))
    found = np.asarray(pc.fill_null(as_name, NONE), dtype=np.int32)
    own = np.arange(len(names), len(names) + len(stories), dtype=np.int32)
    of_story = np.where(found == NONE, own, found)
    for codes in (outlet, agency):
        first = _first(story[order], codes[order], len(stories))
        of_story = np.where(first == NONE, of_story, first)
    return story, np.where(agency == NONE, of_story[story], agency)


def _first(stories: Codes, names: Codes, size: int) -> Codes:
    """For each story its first name, `NONE` where it has none."""
    named = names != NONE
    first = np.full(size, NONE, dtype=np.int32)
    first[stories[named][::-1]] = names[named][::-1]
    return first


def _named(column: pd.Series[Any], names: dict[str, int]) -> Codes:
    """The number of the name in each row, `NONE` where it is empty; new names are put in."""
    codes, texts = coded(column)
    numbers = [names.setdefault(text, len(names)) if text else NONE for text in texts]
    found: Codes = np.array([*numbers, NONE], dtype=np.int32)[codes]
    return found


def _numbered(column: pd.Series[Any]) -> tuple[Codes, pa.Array]:
    """For each row the number of its text, and the texts that differ."""
    held = pa.array(column.astype("str"), pa.large_string())
    texts = held.combine_chunks() if isinstance(held, pa.ChunkedArray) else held
    told = texts.dictionary_encode()
    return np.asarray(told.indices, dtype=np.int32), told.dictionary
