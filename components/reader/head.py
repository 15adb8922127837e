"""The head of an article: title, source, times, where it comes from, its versions and carriers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from components.typeset import source
from components.typeset.text import Piece, direction, pieces
from data.access.articles import Reading
from dateline.records import Article

MOST = 40
Facts = list[tuple[str, list[Piece]]]


def head_of(reading: Reading) -> dict[str, Any]:
    """What stands above the text; what is not stated is left out."""
    article = reading.article
    row = row_of(article)
    return {
        "title": pieces(article.title),
        "direction": direction(article.title),
        "source": source.source_of(row),
        "days": source.days_of(row, "published"),
        "byline": pieces(article.byline),
        "language": article.language,
        "printed": _printed(article),
        "facts": [(label, pieces(value)) for label, value in _facts(reading) if value],
        "versions": _versions(reading),
        "carriers": [_carrier(carrier) for carrier in reading.carriers[:MOST]],
        "left": max(0, len(reading.carriers) - MOST),
        "story": _story(reading),
        "note": _note(reading),
    }


def row_of(article: Article) -> dict[str, str]:
    """An article as `source` reads rows."""
    names = ("title", "outlet", "agency", "url", "published", "updated", "seen")
    return {name: getattr(article, name) for name in names}


def _facts(reading: Reading) -> Iterator[tuple[str, str]]:
    article = reading.article
    yield "File", article.source_file
    yield "SHA-256 of the file", article.source_sha256
    yield "Batch", article.batch_id
    yield "Collected", source.time_of(row_of(article), "seen")
    yield "Article id", article.article_id
    if reading.analysis:
        analysed = {"analysed": reading.analysis.analysed_at}
        yield "Read by", reading.analysis.extractor
        yield "Read at", source.time_of(analysed, "analysed")


def _printed(article: Article) -> list[tuple[str, list[Piece], list[Piece]]]:
    """Each time as the page has it, with what was made of its zone."""
    raw = dict(article.raw_times)
    return [
        (name.replace("_", " "), pieces(said), pieces(raw.get(f"{name}_zone", "")))
        for name, said in article.raw_times
        if name.removesuffix("_zone") == name or name.removesuffix("_zone") not in raw
    ]


def _versions(reading: Reading) -> list[dict[str, Any]]:
    """All texts at the address, newest first; none where there is one only."""
    if len(reading.versions) < 2:
        return []
    return [
        {
            "id": version.article_id,
            "name": pieces(f"Version {version.version}"),
            "note": pieces(_time(version) or f"collected {_collected(version)}"),
            "here": version.article_id == reading.article.article_id,
        }
        for version in reading.versions
    ]


def _carrier(article: Article) -> dict[str, Any]:
    return {
        "id": article.article_id,
        "name": source.origin_of(row_of(article)) or pieces("Outlet not stated"),
        "note": pieces(" · ".join(filter(None, (_time(article), article.title)))),
        "here": False,
    }


def _story(reading: Reading) -> str:
    """How many carry the story, and how many of them tell it from what they know themselves."""
    story = reading.story
    if not story or not reading.carriers:
        return ""
    origins = "one origin" if story.origins == 1 else f"{story.origins:,} origins"
    return f"{story.copies:,} articles carry this story, from {origins}"


def _note(reading: Reading) -> str:
    """What a reader must know before she trusts the marks."""
    newest = reading.versions[0].article_id if reading.versions else ""
    if newest and newest != reading.article.article_id:
        return "This is an older version. Searches, map and timeline use the newest."
    if reading.analysis is None:
        return "This article was not read for findings yet: run `dateline reanalyse`."
    return ""


def _time(article: Article) -> str:
    return source.time_of(row_of(article), "updated") or source.time_of(
        row_of(article), "published"
    )


def _collected(article: Article) -> str:
    return source.time_of(row_of(article), "seen")
