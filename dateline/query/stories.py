"""Which story each article carries, and who is to be credited with what it says."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Codes = NDArray[np.int32]
Texts = NDArray[np.object_]


def story_codes(articles: pd.DataFrame) -> Codes:
    """For each article a number that those of its story share."""
    return _coded(_texts(articles["story_id"]))


def originator_codes(articles: pd.DataFrame) -> Codes:
    """For each article a number that those of one originator share.

    The originator is the agency that the article credits; else the agency that another carrier of
    its story credits, the first published first; else the outlet that first carried the story;
    else the story itself.
    """
    story = story_codes(articles)
    agency = _texts(articles["agency"])
    order = articles["published"].reset_index(drop=True).sort_values(kind="stable").index.to_numpy()
    of_story = _texts(articles["story_id"])
    for column in ("outlet", "agency"):
        named = _first_named(story[order], _texts(articles[column])[order], len(articles))[story]
        of_story = np.where(named == "", of_story, named)
    return _coded(np.where(agency == "", of_story, agency))


def _first_named(codes: Codes, names: Texts, size: int) -> Texts:
    """For each code its first name that is not empty."""
    named = names != ""
    known, places = np.unique(codes[named], return_index=True)
    first = np.full(size, "", dtype=object)
    first[known] = names[named][places]
    return first


def _coded(names: Texts) -> Codes:
    return pd.factorize(names)[0].astype(np.int32)


def _texts(column: pd.Series[str]) -> Texts:
    return column.astype(object).to_numpy()
