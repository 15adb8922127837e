"""A corpus made up for tests of the screens: invented people, real places, a fixed seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from dateline.records import (
    Article,
    Entity,
    Findings,
    Mention,
    Part,
    Passage,
    Place,
    Quotation,
    Span,
    Toponym,
)
from dateline.store import Store

HOSTILE = "<script>document.title='taken'</script> **bold** :smile: ![x](http://evil.example/x.png)"
FIRST_DAY = date(2024, 1, 8)

PEOPLE = (
    ("Mara Okafor", "person"),
    ("Idris Lindqvist", "person"),
    ("Lena Haddad", "person"),
    ("Tomas Varga", "person"),
    ("Priya Nandakumar", "person"),
    ("Northern Water Authority", "organisation"),
    ("Harbour Union", "organisation"),
    ("Oskar Petrov", "person"),
    ("Elif Tanaka", "person"),
    ("Rivers Commission", "organisation"),
    ("Jun Moreau", "person"),
    ("Rafael Costa", "person"),
)
PLACES = (
    Place("g1", "Istanbul", "city", 41.01, 28.95, "point", 12, country="TR"),
    Place("g2", "Basra", "city", 30.51, 47.81, "point", 8, country="IQ"),
    Place("g3", "Baghdad", "city", 33.34, 44.40, "point", 12, country="IQ"),
    Place("g4", "Aleppo", "city", 36.20, 37.16, "point", 8, country="SY"),
    Place("g5", "Geneva", "city", 46.20, 6.15, "point", 6, country="CH"),
    Place("g6", "Cairo", "city", 30.06, 31.25, "point", 14, country="EG"),
    Place("g7", "Ankara", "city", 39.92, 32.85, "point", 12, country="TR"),
    Place("g8", "Mosul", "city", 36.34, 43.13, "point", 8, country="IQ"),
    Place("g9", "Nukus", "city", 42.46, 59.61, "near", 20, country="UZ"),
    Place("a1", "Nineveh Governorate", "admin1", 35.9, 42.2, "area1", 110, country="IQ"),
    Place(
        "a2",
        "Mesopotamian Marshes",
        "feature",
        31.0,
        47.2,
        "feature",
        90,
        outline=(
            (46.4, 30.7),
            (47.3, 30.5),
            (48.1, 31.0),
            (47.8, 31.7),
            (46.8, 31.5),
            (46.4, 30.7),
        ),
        country="IQ",
    ),
    Place("c1", "Iraq", "country", 33.0, 44.0, "country", 500, country="IQ"),
    Place("c2", "Türkiye", "country", 39.0, 35.0, "country", 700, country="TR"),
    Place("c3", "Middle East", "region", 29.0, 43.0, "macro", 2000),
)
SAID = (
    "The water level has not been this low in my lifetime",
    "We will publish the figures in full before the summer",
    "No village was consulted before the gates were closed",
    "The agreement stands, and both sides know what it asks of them",
    "Nobody should pay twice for the same harbour",
)


def stored(path: Path, articles: int, hostile: bool = False) -> Path:
    with Store.open(path) as store, store.batch():
        for article, findings in made_corpus(articles, hostile):
            store.add(article, findings, "made")
    return path


def made_corpus(articles: int = 240, hostile: bool = False) -> Iterator[tuple[Article, Findings]]:
    """Articles with findings that point into their text."""
    dice = random.Random(7)
    for number in range(articles):
        yield _article(number, dice, HOSTILE if hostile and number == 0 else "")


def _article(number: int, dice: random.Random, hostile: str) -> tuple[Article, Findings]:
    article_id = f"art{number:05d}"
    day = FIRST_DAY + timedelta(days=int(abs(dice.gauss(0, 40))) + dice.randint(0, 40))
    text, found = "", Findings()
    for ordinal in range(dice.randint(1, 4)):
        start = len(text)
        text, more = _passage(text, article_id, ordinal, dice, hostile if ordinal == 0 else "")
        span = Passage(start, len(text), f"{article_id}.{ordinal}", article_id)
        text += "\n\n"
        found = _joined(found, more, span)
    article = Article(
        article_id,
        text=text,
        url=f"https://news.example/{number}",
        title=hostile or f"Talks on the rivers, day {number}",
        outlet=("The Ledger", "Harbour Post", "Daily Meridian")[number % 3],
        agency=("", "AFP", "Reuters")[number % 3],
        published="" if number % 40 == 39 else f"{day.isoformat()}T09:30:00Z",
        parts=(Part(0, len(text), "body"),),
    )
    return article, found


def _passage(
    text: str, article_id: str, ordinal: int, dice: random.Random, hostile: str
) -> tuple[str, Findings]:
    """One sentence in which a person says something in a place."""
    passage_id = f"{article_id}.{ordinal}"
    rank = min(int(dice.expovariate(0.35)), len(PEOPLE) - 1)
    name, kind = PEOPLE[rank]
    place = PLACES[min(int(dice.expovariate(0.28)), len(PLACES) - 1)]
    where, who = hostile or place.name, hostile or name
    said = dice.choice(SAID)
    entity = Entity(f"e-{'hostile' if hostile else rank}", who, kind)  # type: ignore[arg-type]
    town = Entity(f"p-{'hostile' if hostile else place.place_id}", where, "place")
    start = len(text)
    sentence = f"“{said},” {who} told reporters in {where} on Monday."
    at = start + len(f"“{said},” ")
    place_at = at + len(who) + len(" told reporters in ")
    person_id = f"m:{article_id}:{at}"
    place_id = f"m:{article_id}:{place_at}"
    spot = Place("x1", where, "city", 35.0, 39.0, "point", 5) if hostile else place
    return text + sentence, Findings(
        mentions=(
            Mention(at, at + len(who), person_id, article_id, passage_id, who, "PERSON",
                    entity.entity_id),
            Mention(place_at, place_at + len(where), place_id, article_id, passage_id, where, "GPE",
                    town.entity_id),
        ),
        entities=(entity, town),
        quotations=(
            Quotation(
                start + 1, start + 1 + len(said), f"q:{article_id}:{start}", article_id, passage_id,
                content=said, mode="direct", fragments=(Span(start + 1, start + 1 + len(said)),),
                speaker_id=entity.entity_id, speaker=who, speaker_surface=who,
                speaker_start=at, speaker_end=at + len(who), role="spokeswoman",
                cue="told", cue_start=at + len(who) + 1, cue_end=at + len(who) + 5,
                cue_family="say", addressee="reporters", venue=where, confidence=0.9,
            ),
        ),
        toponyms=(
            Toponym(f"g:{article_id}:{place_at}", place_id, article_id, passage_id, spot.place_id,
                    precision=spot.precision, confidence=0.9),
        ),
        places=(spot,),
    )  # fmt: skip


def _joined(found: Findings, more: Findings, span: Passage) -> Findings:
    return Findings(
        passages=(*found.passages, span),
        mentions=found.mentions + more.mentions,
        entities=_unique(found.entities + more.entities, "entity_id"),
        quotations=found.quotations + more.quotations,
        toponyms=found.toponyms + more.toponyms,
        places=_unique(found.places + more.places, "place_id"),
    )


def _unique(records: tuple[Any, ...], key: str) -> tuple[Any, ...]:
    return tuple({getattr(record, key): record for record in records}.values())
