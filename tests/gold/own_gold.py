"""Our own gold: offsets and labels into a source that is known by its SHA-256."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

from dateline.read import read_path
from dateline.records import Article

Json = dict[str, Any]
Scores = dict[str, tuple[int, int]]
"""What was asked, and how many were right of how many."""


def source_document(gold: Json, folder: Path) -> Json:
    """The text that the gold was written on, and of a row or page what its source says of it.

    Gold with an `article` is on the text of that article as it is read from its file; other gold
    is on the whole file.

    Raises:
        ValueError: the source is not the one that the gold was written on.
    """
    path = folder / gold["source"]
    if "article" not in gold:
        return {"text": _checked(gold, path.read_bytes())}
    seen = "2026-01-01T00:00:00Z"
    read = (item for item in read_path(path, seen) if isinstance(item, Article))
    article = next((item for item in read if item.article_id == gold["article"]), None)
    if article is None:
        raise ValueError(f"{gold['source']} has no article {gold['article']}")
    known = {"title": article.title, "dct": article.published, "publisher": article.outlet}
    return {"text": _checked(gold, article.text.encode())} | known


def _checked(gold: Json, raw: bytes) -> str:
    actual = hashlib.sha256(raw).hexdigest()
    if actual != gold["sha256"]:
        raise ValueError(f"{gold['source']} has SHA-256 {actual}, the gold is on {gold['sha256']}")
    return raw.decode()


def score(gold: Json, found: Json) -> Scores:
    """An annotated document against the gold, by kind of record."""
    entity_of = {_span(item): item["entity"] for item in found["mentions"]}
    named = {
        item["entity"]: entity_of[tuple(item["span"])]
        for item in reversed(gold.get("entities", ()))
        if "entity" in item and tuple(item["span"]) in entity_of
    }
    seats = {e["entity"] for e in gold.get("entities", ()) if _is_seat(e)}
    checks = {
        "entities": _entities(gold, found),
        "no entity in furniture": _absent(gold, found),
        "identity": _identity(gold, entity_of),
        "speakers": (
            _right_speaker(item, found, {n: e for n, e in named.items() if n not in seats})
            for item in gold.get("quotations", ())
        ),
        "modes": (_right_mode(item, found) for item in gold.get("quotations", ())),
        "addressees, venues": _circumstances(gold, found),
        "dates": (_right_days(item, found) for item in gold.get("timexes", ())),
        "places": (_right_place(item, found) for item in gold.get("places", ())),
        "relations": (_has_relation(item, found, named) for item in gold.get("relations", ())),
    }
    results = {name: list(rights) for name, rights in checks.items()}
    return {name: (sum(rights), len(rights)) for name, rights in results.items() if rights}


def read_gold(path: Path) -> list[Json]:
    """The documents of a gold file: one, or a list."""
    read = json.loads(path.read_text(encoding="utf-8"))
    return read if isinstance(read, list) else [read]


def _span(item: Json) -> tuple[int, int]:
    return item["start"], item["end"]


def _overlaps(one: Sequence[int], other: Sequence[int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _entities(gold: Json, found: Json) -> Iterator[bool]:
    label_of = {_span(item): item["label"] for item in found["entities"]}
    for item in gold.get("entities", ()):
        yield label_of.get(tuple(item["span"])) in item["labels"]


def _is_seat(item: Json) -> bool:
    """Whether it is a place: one that speaks stands for a government, which the gold leaves out."""
    return "entity" in item and bool({"GPE", "LOC", "FAC"} & set(item["labels"]))


def _absent(gold: Json, found: Json) -> Iterator[bool]:
    for span in gold.get("absent", ()):
        yield not any(_overlaps(span, _span(item)) for item in found["entities"])


def _identity(gold: Json, entity_of: dict[tuple[int, int], str]) -> Iterator[bool]:
    """Each pair of mentions: one entity where the gold has one, two where it has two."""
    known = [item for item in gold.get("entities", ()) if "entity" in item]
    for one, other in combinations(known, 2):
        mine = entity_of.get(tuple(one["span"])), entity_of.get(tuple(other["span"]))
        same = mine[0] is not None and mine[0] == mine[1]
        yield same == (one["entity"] == other["entity"])


def _quote(item: Json, found: Json) -> Json | None:
    """The quotation that is at least half the gold's, as a whole or in one of its fragments."""

    def alike(piece: Json) -> float:
        start, end = _span(piece)
        both = min(end, item["span"][1]) - max(start, item["span"][0])
        return max(0, both) / (max(end, item["span"][1]) - min(start, item["span"][0]))

    def best(quote: Json) -> float:
        return max(map(alike, [quote, *quote.get("fragments", ())]))

    quote = max(found["quotes"], key=best, default=None)
    return quote if quote is not None and best(quote) >= 0.5 else None


def _right_speaker(item: Json, found: Json, named: dict[int, str]) -> bool:
    quote = _quote(item, found)
    speaker = quote and quote["speaker"]
    if not speaker:
        return False
    if speaker.get("entity") and item.get("entity") in named:
        return bool(speaker["entity"] == named[item["entity"]])
    return "start" in speaker and _overlaps(item["speaker"], _span(speaker))


def _right_mode(item: Json, found: Json) -> bool:
    quote = _quote(item, found)
    return quote is not None and quote["type"] in item["modes"]


def _circumstances(gold: Json, found: Json) -> Iterator[bool]:
    for item in gold.get("quotations", ()):
        quote = _quote(item, found)
        for field in ("addressee", "venue"):
            if field in item:
                size = item[field][1] - item[field][0]
                yield quote is not None and len(quote[field] or "") == size


def _right_days(item: Json, found: Json) -> bool:
    return any(
        _span(timex) == tuple(item["span"])
        and (timex.get("first", ""), timex.get("last", "")) == (item["first"], item["last"])
        for timex in found["timexes"]
    )


def _right_place(item: Json, found: Json) -> bool:
    for toponym in found["toponyms"]:
        if _span(toponym) == tuple(item["span"]) and toponym["lat"] is not None:
            away = _km(toponym["lat"], toponym["lon"], item["latitude"], item["longitude"])
            return toponym["precision"] in item["precisions"] and away <= item["within_km"]
    return False


def _has_relation(item: Json, found: Json, named: dict[int, str]) -> bool:
    return any(
        relation["kind"] == item["kind"]
        and relation["subject"] == named.get(item["subject"])
        and ("object" not in item or relation["object"] == named.get(item["object"]))
        for relation in found["relations"]
    )


def _km(latitude: float, longitude: float, other: float, along: float) -> float:
    a, b, c, d = map(radians, (latitude, longitude, other, along))
    chord = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(chord))
