"""An article of a few lines, read for its quotations, with the people it names given by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.extract.parse import parse
from dateline.extract.quoting.quotations import find_quotations
from dateline.records import (
    Article,
    Attitude,
    Entity,
    EntityKind,
    Label,
    Mention,
    Part,
    Quotation,
    entity_id,
    finding_id,
    passages_of,
)

LABELS: dict[EntityKind, Label] = {"person": "PERSON", "organisation": "ORG", "place": "GPE"}


def article_of(text: str) -> Article:
    """An article that is all body."""
    return Article("a1", text, parts=(Part(0, len(text), "body"),))


def quotations_of(
    text: str,
    people: Sequence[str] = (),
    bodies: Sequence[str] = (),
    roles: dict[str, str] | None = None,
) -> tuple[tuple[Quotation, ...], tuple[Attitude, ...]]:
    """Quotations and attitudes of a text; people are known by full name and by surname."""
    article = article_of(text)
    named: list[tuple[str, EntityKind]] = [(name, "person") for name in people]
    named += [(name, "organisation") for name in bodies]
    mentions = [m for name, kind in named for m in _mentions(article, name, kind, roles or {})]
    entities = [Entity(entity_id(kind, name), name, kind) for name, kind in named]
    return find_quotations(article, parse(article), mentions, entities)


def _mentions(
    article: Article, name: str, kind: EntityKind, roles: dict[str, str]
) -> Iterator[Mention]:
    last = name.rpartition(" ")[2]
    for found in re.finditer(rf"{re.escape(name)}|\b{re.escape(last)}\b", article.text):
        start, end = found.span()
        passage = next(p for p in passages_of(article) if p.start <= start < p.end)
        yield Mention(
            start,
            end,
            finding_id("m", article.article_id, start, end),
            article.article_id,
            passage.passage_id,
            found.group(),
            LABELS[kind],
            entity_id(kind, name),
            roles.get(found.group(), ""),
        )


def row(quotation: Quotation) -> tuple[str, str, str, str]:
    """Mode, speaker as written, cue and content: what a linguist reads."""
    return (quotation.mode, quotation.speaker_surface, quotation.cue, quotation.content)
