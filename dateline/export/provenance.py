"""Where each row of a table comes from: the columns that every export ends with."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

COLUMNS = (
    *("article_id", "url", "title", "outlet", "agency", "published", "updated"),
    *("start", "end", "passage", "method", "version", "confidence"),
)
"""Article, address, source, times as stated, span in the article, its passage, what found it."""
_NAMES = {"passage_text": "passage", "published_iso": "published", "updated_iso": "updated"}


def with_provenance(frame: pd.DataFrame, extractors: Mapping[str, str]) -> pd.DataFrame:
    """The rows with their own columns first, then those of `COLUMNS` that are known of them.

    Args:
        frame: one row a finding, with its `article_id`, or rows that count findings; times as
            stated stand in `published_iso`.
        extractors: for each article what made its findings: "VERSION, MODEL".
    """
    stated = [name for name in frame if name in ("published", "updated") and f"{name}_iso" in frame]
    told = frame.drop(columns=stated).rename(columns=_NAMES)
    if "article_id" in told:
        made = [extractors.get(str(article), "") for article in told["article_id"]]
        told["method"] = [_method(text) for text in made]
        told["version"] = [_version(text) for text in made]
    else:
        every = sorted({*extractors.values()})
        told = told.assign(method="; ".join(dict.fromkeys(map(_method, every))))
        told = told.assign(version="; ".join(dict.fromkeys(map(_version, every))))
    last = [name for name in COLUMNS if name in told]
    return told[[name for name in told if name not in last] + last]


def _method(extractor: str) -> str:
    model = extractor.partition(", ")[2]
    rules = "machine: rules" if extractor else ""
    return f"{rules} and {model}" if model else rules


def _version(extractor: str) -> str:
    return extractor.partition(", ")[0]
