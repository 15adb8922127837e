"""The made corpus with what quotations may state besides: topics, modes, days, other words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from made_corpus import made_corpus

from dateline.records import Findings, Mode, Quotation, Span
from dateline.store import Store

MODES: tuple[Mode, ...] = ("direct", "mixed", "indirect")
TO = ("reporters", "Reporters", "to the Council", "")


def stored_with_topics(path: Path, articles: int = 60, hostile: bool = False) -> Path:
    with Store.open(path) as store, store.batch():
        for number, (article, found) in enumerate(made_corpus(articles, hostile)):
            store.add(article, told(number, found), "made 1, model 2")
    return path


def told(number: int, found: Findings) -> Findings:
    """The findings with quotations about the others of their article."""
    quotations = (_told(number + n, q, found) for n, q in enumerate(found.quotations))
    return replace(found, quotations=tuple(quotations))


def _told(number: int, quotation: Quotation, found: Findings) -> Quotation:
    others = [e.entity_id for e in found.entities if e.entity_id != quotation.speaker_id]
    mode = MODES[number % 3]
    spans = (Span(quotation.start, quotation.start + 12),)
    return replace(
        quotation,
        mode=mode,
        fragments=spans if mode == "mixed" else quotation.fragments,
        about_ids=tuple(others[: number % 4]),
        addressee=TO[number % 4],
        said_on="2024-02-03" if number % 5 == 0 else "",
        confidence=(0.95, 0.7, 0.4)[number % 3],
    )
