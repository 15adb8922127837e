"""Articles that Dateline itself exported, taken back as they were."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from itertools import pairwise

import msgspec

from ..records import Article, article_id
from .addresses import web_address
from .scraped import MAX_CHARACTERS

_FIELDS = tuple(field.name for field in fields(Article))
_STATED = re.compile(r"(?:\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.]+(?:Z|\+00:00)?)?)?)?)?")


def own_article(row: Mapping[str, object]) -> Article | None:
    """The article of a row that was exported as JSON lines; None for a row from elsewhere.

    A row is taken for our own only where its text has its id, its parts lie in the text, and its
    address and times are such as Dateline writes; the corpus gives it a version, story and batch.
    """
    if any(name not in row for name in _FIELDS):
        return None
    try:
        found = msgspec.convert({name: row[name] for name in _FIELDS}, Article)
        "".join((found.text, found.title, found.outlet, found.agency, found.byline)).encode()
    except ValueError:
        return None
    return replace(found, version=1, story_id="", batch_id="") if _is_own(found) else None


def _is_own(found: Article) -> bool:
    text = found.text
    ends = [0, *(edge for part in found.parts for edge in (part.start, part.end)), len(text)]
    return (
        0 < len(text) <= MAX_CHARACTERS
        and found.article_id == article_id(text)
        and all(first <= second for first, second in pairwise(ends))
        and web_address(found.url) == found.url
        and all(map(_STATED.fullmatch, (found.published, found.updated, found.seen)))
    )
