"""A corpus made of what is said in it: one article a quotation, by invented people and offices."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dateline.records import (
    Article,
    Entity,
    Findings,
    Mention,
    Part,
    Passage,
    Quotation,
    Relation,
    Span,
)
from dateline.store import Store

NAMES = {
    "okafor": ("Mara Okafor", "person", "VL"),
    "varga": ("Tomas Varga", "person", "VL"),
    "ministry": ("Water Ministry", "organisation", "VL"),
    "union": ("Harbour Union", "organisation", ""),
    "dam": ("Karst Dam", "place", "VL"),
    "harbour": ("Velmora Harbour", "place", "VL"),
}


@dataclass(frozen=True)
class Said:
    """One quotation and the article that it stands in."""

    content: str
    day: str = "2024-08-12"
    speaker: str = "okafor"
    cue: str = "said"
    family: str = "say"
    outlet: str = "The Ledger"
    mode: str = "indirect"
    about: tuple[str, ...] = ()
    said_on: str = ""
    agency: str = ""
    confidence: float = 0.9


def stored(path: Path, said: Iterable[Said]) -> Path:
    """The corpus, its articles in the order given."""
    with Store.open(path) as store, store.batch():
        for number, one in enumerate(said):
            store.add(*_article(number, one), "made")
    return path


def _article(number: int, one: Said) -> tuple[Article, Findings]:
    key = f"art{number:04d}"
    name = NAMES[one.speaker][0] if one.speaker else "a man"
    head, tail = f"{name} {one.cue} ", "."
    marked = f"“{one.content}”" if one.mode == "direct" else one.content
    text = f"{head}{marked}{tail}"
    start = len(head) + (one.mode == "direct")
    span = Span(start, start + len(one.content))
    article = Article(
        key,
        text=text,
        url=f"https://news.example/{number}",
        title=f"Report {number}",
        outlet=one.outlet,
        agency=one.agency,
        published=f"{one.day}T{8 + number % 12:02d}:00:00Z" if one.day else "",
        parts=(Part(0, len(text), "body"),),
    )
    quotation = Quotation(
        span.start, span.end, f"q{number:04d}", key, f"{key}.0",
        content=one.content, mode=one.mode, fragments=(span,),  # type: ignore[arg-type]
        speaker_id=one.speaker, speaker=name, speaker_surface=name, speaker_start=0,
        speaker_end=len(name), cue=one.cue, cue_start=len(name) + 1, cue_end=len(head) - 1,
        cue_family=one.family, about_ids=one.about, said_on=one.said_on,
        confidence=one.confidence,
    )  # fmt: skip
    return article, Findings(
        passages=(Passage(0, len(text), f"{key}.0", key),),
        mentions=_mentions(key, name, one),
        entities=tuple(
            Entity(key, *NAMES[key][:2], country=NAMES[key][2])  # type: ignore[arg-type]
            for key in dict.fromkeys((*filter(None, (one.speaker,)), *one.about, "ministry"))
        ),
        quotations=(quotation,),
        relations=_relations(key, name, one),
    )


def _mentions(key: str, name: str, one: Said) -> tuple[Mention, ...]:
    if not one.speaker:
        return ()
    return (
        Mention(0, len(name), f"m{key}", key, f"{key}.0", name, "PERSON", one.speaker,
                confidence=0.9),
    )  # fmt: skip


def _relations(key: str, name: str, one: Said) -> tuple[Relation, ...]:
    if one.speaker != "okafor":
        return ()
    return (
        Relation(0, len(name), f"r{key}", "okafor", "spokesperson_for", "ministry", "", "VL",
                 "current", key, f"{key}.0"),
    )  # fmt: skip
