"""The made-up corpus with names of places in doubt: some open, some without a place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from made_corpus import made_corpus

from dateline.records import Article, Candidate, Findings, Toponym
from dateline.store import Store

NOWHERE = "no place of that name in the gazetteer"


def stored_with_doubts(path: Path) -> Path:
    with Store.open(path) as store, store.batch():
        for article, findings in marked():
            store.add(article, findings, "made")
    return path


def placed(toponym: Toponym, number: int) -> Toponym:
    """Every fifth without a place; of Geneva the odd ones doubtful, of Basra all hardly ahead."""
    if number % 5 == 0:
        return replace(toponym, place_id="", confidence=0.0, reason=NOWHERE)
    role = "filed_from" if number % 7 == 0 else "about"
    toponym = replace(toponym, role=role, reason="the only city of that name")
    if toponym.place_id == "g5" and number % 2:
        return replace(toponym, confidence=0.4)
    if toponym.place_id in ("g2", "g3"):
        behind = 6.8 if toponym.place_id == "g2" else 5.0
        two = (
            Candidate(toponym.place_id, "The chosen", 7.0, "more people"),
            Candidate("near", "Its district", 6.9, "about it"),
            Candidate("g6", "Elsewhere, Peru", behind, "a city"),
        )
        return replace(toponym, confidence=0.8, candidates=two,
                       reason="chosen over Elsewhere, Peru: more people")  # fmt: skip
    return toponym


def marked() -> list[tuple[Article, Findings]]:
    made, number = [], 0
    for article, findings in made_corpus(60):
        changed = []
        for toponym in findings.toponyms:
            changed.append(placed(toponym, number))
            number += 1
        made.append((article, replace(findings, toponyms=tuple(changed))))
    return made
