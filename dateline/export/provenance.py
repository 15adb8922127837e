"""Where each row of a table comes from: the columns that every export ends with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import pandas as pd

from .table import Row

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
        method, version = methods_of(sorted({*extractors.values()}))
        told = told.assign(method=method).assign(version=version)
    last = [name for name in COLUMNS if name in told]
    return told[[name for name in told if name not in last] + last]


def sourced(
    rows: Iterable[Row], extractors: Sequence[str] = (), version: str = "version"
) -> Iterator[Row]:
    """Rows of a corpus with method and version: what its extractor says, or all of the corpus.

    Args:
        extractors: all that made findings, for rows that name none.
        version: what the column of the version is called.
    """
    every = dict(zip(("method", version), methods_of(extractors), strict=True))
    for row in rows:
        made = row.get("extractor")
        own = every if made is None else {"method": _method(made), version: _version(made)}
        yield {**row, **own}


def methods_of(extractors: Sequence[str]) -> tuple[str, str]:
    """Method and version of all extractors, each once."""
    method, version = map(_method, extractors), map(_version, extractors)
    return "; ".join(dict.fromkeys(method)), "; ".join(dict.fromkeys(version))


def _method(extractor: str) -> str:
    model = extractor.partition(", ")[2]
    rules = "machine: rules" if extractor else ""
    return f"{rules} and {model}" if model else rules


def _version(extractor: str) -> str:
    return extractor.partition(", ")[0]
