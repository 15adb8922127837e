"""A JSONL file of documents annotated into another, as the benchmark contract has it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from .annotate import annotate
from .export.annotations import annotation
from .extract.naming.directory import Directory
from .places.gazetteer import Gazetteer
from .read.scraped import layout
from .records import Article, article_id

Json = dict[str, Any]
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d(T[\d:.]+Z?)?)?)?")


def annotated_lines(lines: Iterable[str], gazetteer: Gazetteer) -> Iterator[str]:
    """One line of JSON a document, in order; one that cannot be annotated says so in `error`.

    All lines are one corpus: aliases resolve across them. Only `id`, `text`, `title`, `dct`,
    `url` and `publisher` are read.
    """
    directory = Directory()
    for line in lines:
        if line.strip():
            yield json.dumps(_annotated(line, gazetteer, directory), ensure_ascii=False)


def _annotated(line: str, gazetteer: Gazetteer, directory: Directory) -> Json:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return {"id": None, "error": f"the line is not JSON: {error}"}
    if not isinstance(row, dict):
        return {"id": None, "error": f"the line is not a JSON object but {type(row).__name__}"}
    if not isinstance(row.get("text"), str):
        return {"id": row.get("id"), "error": "the document has no text"}
    try:
        article = document(row)
        findings = directory.join(annotate(article, gazetteer), article.published)
        return {"id": row.get("id"), **annotation(article, findings)}
    except Exception as error:
        return {"id": row.get("id"), "error": f"{type(error).__name__}: {error}"}


def document(row: Json) -> Article:
    """The article of a row; its text is kept to the letter, since offsets point into it."""
    text = row["text"]
    title = _string(row, "title")
    seen = layout(text, title)
    day = _string(row, "dct")
    return Article(
        article_id=article_id(text),
        text=text,
        url=_string(row, "url"),
        title=title or seen.title,
        outlet=_string(row, "publisher") or seen.outlet,
        agency=seen.agency,
        byline=seen.byline,
        published=day if _DAY.fullmatch(day) else seen.published,
        updated=seen.updated,
        parts=seen.parts,
        raw_times=seen.raw_times,
    )


def _string(row: Json, key: str) -> str:
    value = row.get(key)
    return value if isinstance(value, str) else ""
