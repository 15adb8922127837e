"""Small corpora made up for profiles: who is named with whom, as what, quoted on whom, where."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

from dateline.records import (
    Article,
    Entity,
    Findings,
    Mention,
    Part,
    Passage,
    Place,
    Quotation,
    Relation,
    Toponym,
)
from dateline.store import Store

FIRST_DAY = date(2024, 3, 1)
PLACES = (
    Place("g1", "Basra", "city", 30.5, 47.8, "point", 8, country="IQ"),
    Place("g2", "Mosul", "city", 36.3, 43.1, "point", 8, country="IQ"),
    Place("g3", "Geneva", "city", 46.2, 6.1, "point", 6, country="CH"),
)
ENTITIES = (
    Entity("person.mara-okafor", "Mara Okafor", "person", ("Mara Okafor", "Okafor"), "IQ"),
    Entity("person.idris-lindqvist", "Idris Lindqvist", "person", ("Idris Lindqvist",)),
    Entity("person.jose-nunez", "José Núñez", "person", ("José Núñez", "Núñez")),
    Entity("organisation.harbour-union", "Harbour Union", "organisation", ("Harbour Union",)),
    Entity("group.dockers", "Dockers", "group", ("Dockers",)),
    Entity("place.basra", "Basra", "place", ("Basra",), "IQ", "g1"),
)
ROLES = ("", "", "minister", "Minister")
OFFICES = (("minister", "current"), ("president", "former"), ("judge", "acting"))
Corpus = list[tuple[Article, Findings]]


def profiled(seed: int, articles: int = 14) -> Corpus:
    """Articles with findings that point into their text; the same for the same seed."""
    dice = random.Random(seed)
    return [_article(number, dice) for number in range(articles)]


def stored_profiles(path: Path, seed: int = 3, articles: int = 14) -> Path:
    with Store.open(path) as store, store.batch():
        for article, findings in profiled(seed, articles):
            store.add(article, findings, "made 1")
    return path


def _article(number: int, dice: random.Random) -> tuple[Article, Findings]:
    name = f"art{number:03d}"
    text, found = f"Report {number}\n\n", []
    for ordinal in range(dice.randint(1, 3)):
        text, findings = _passage(text, name, ordinal, dice)
        found.append(findings)
    day = FIRST_DAY + timedelta(days=dice.randint(0, 25))
    joined = {
        kind: tuple(one for some in found for one in getattr(some, kind))
        for kind in ("passages", "mentions", "relations", "quotations", "toponyms")
    }
    article = Article(
        name,
        text=text,
        url=f"https://news.example/{number}",
        title=f"Report {number}",
        outlet=dice.choice(("The Ledger", "Harbour Post", "")),
        agency="AFP",
        published="" if number % 6 == 5 else f"{day.isoformat()}T09:00:00Z",
        parts=(Part(0, len(text), "body"),),
    )
    return article, Findings(**joined, entities=ENTITIES, places=PLACES)


def _passage(text: str, article: str, ordinal: int, dice: random.Random) -> tuple[str, Findings]:
    passage, begin = f"p.{article}.{ordinal}", len(text)
    mentions, toponyms, quotations, relations = [], [], [], []
    named = dice.sample(ENTITIES, dice.randint(0, 4))
    for entity in [*named, *named[:1] * dice.randint(0, 1)]:
        surface = dice.choice(entity.aliases)
        at = len(text)
        text += f"{surface} came. "
        one = Mention(at, at + len(surface), f"m.{article}.{at}", article, passage, surface,
                      "PERSON", entity.entity_id, dice.choice(ROLES), 0.9)  # fmt: skip
        mentions.append(one)
        if dice.random() < 0.4:
            place = dice.choice(PLACES)
            toponyms.append(Toponym(f"t.{article}.{at}", one.mention_id, article, passage,
                                    place.place_id, confidence=0.8, reason="made"))  # fmt: skip
        if dice.random() < 0.5:
            about = dice.sample(ENTITIES, dice.randint(0, 2))
            quotations.append(Quotation(at, at + 4, f"q.{article}.{at}", article, passage,
                content=surface, mode="indirect", speaker_id=entity.entity_id, speaker=entity.name,
                about_ids=tuple(other.entity_id for other in about), confidence=0.8))  # fmt: skip
        if dice.random() < 0.5:
            relations.append(_relation(article, passage, at, entity, dice))
    span = Passage(begin, len(text), passage, article)
    found = Findings(passages=(span,) if len(text) > begin else (), mentions=tuple(mentions),
                     toponyms=tuple(toponyms), quotations=tuple(quotations),
                     relations=tuple(relations))  # fmt: skip
    return text + "\n\n", found


def _relation(article: str, passage: str, at: int, entity: Entity, dice: random.Random) -> Relation:
    name = f"r.{article}.{at}"
    if dice.random() < 0.5:
        office, status = dice.choice(OFFICES)
        return Relation(at, at + 4, name, entity.entity_id, "holds_office", "", office, "IQ",
                        status, article, passage)  # fmt: skip
    other = dice.choice([one for one in ENTITIES if one != entity])
    kind = dice.choice(("member_of", "spokesperson_for", "sibling_of"))
    return Relation(at, at + 4, name, entity.entity_id, kind, other.entity_id, other.name, "",
                    "current", article, passage)  # fmt: skip
