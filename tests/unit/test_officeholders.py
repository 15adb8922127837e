"""Speakers named by office alone, led to who holds it by the article or by the corpus."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from names_lexicon import findings_of, resolved

from dateline.extract.naming.directory import Directory
from dateline.extract.quoting.quotations import find_quotations
from dateline.records import Article, Findings, Quotation, passages_of
from dateline.store import Store

QUISPE = "Peruvian Foreign Minister Mara Quispe left on Friday. "
VARGA = "Norwegian Foreign Minister Tomas Varga left on Friday. "
SAID = "The Peruvian foreign minister said that it was late."


def spoken(text: str, name: str) -> Findings:
    article, parsed, mentions, entities = resolved(text, name)
    quotations, attitudes = find_quotations(article, parsed, mentions, entities)
    found = findings_of(text, name)
    passages = passages_of(article)
    return replace(found, passages=passages, quotations=quotations, attitudes=attitudes)


def last_said(*articles: tuple[str, str]) -> Quotation:
    """The last quotation of the last of several articles, each with its day."""
    directory = Directory()
    for number, (day, text) in enumerate(articles):
        found = directory.join(spoken(text, f"a{number}"), day)
    assert {q.speaker_id for q in found.quotations} - {""} <= {e.entity_id for e in found.entities}
    return found.quotations[-1]


HERE = [
    (QUISPE + SAID, "Mara Quispe"),
    (QUISPE + VARGA + SAID, "Mara Quispe"),
    (VARGA + QUISPE + "The foreign minister of Norway said that it was late.", "Tomas Varga"),
    (QUISPE + "Peru's foreign minister said that it was late.", "Mara Quispe"),
    (
        QUISPE + "The Peruvian foreign minister, following her trip to Oslo, said it was late.",
        "Mara Quispe",
    ),
    (QUISPE + "A Peruvian foreign minister said that it was late.", ""),
    (QUISPE + "The Peruvian defence minister said that it was late.", ""),
    (QUISPE + "The Norwegian foreign minister said that it was late.", ""),
    (QUISPE + "The former Peruvian foreign minister said that it was late.", ""),
    ("Foreign Minister Mara Quispe left on Friday. " + SAID, "Mara Quispe"),
    (
        "Mara Quispe, president of the republic, met Tomas Varga, president of the Lake Council."
        " The Peruvian president said that it was late.",
        "Mara Quispe",
    ),
    (QUISPE + "Peruvian Foreign Minister Ana Torres left too. " + SAID, ""),
    (
        "Former Kenyan President Tomas Varga left. The former Kenyan president said that it was"
        " late.",
        "Tomas Varga",
    ),
    ("The mayor of Lima, Mara Quispe, left. The Lima mayor said that it was late.", "Mara Quispe"),
]


@pytest.mark.parametrize(("text", "expected"), HERE)
def test_office_when_the_article_states_its_holder_then_means_that_person(
    text: str, expected: str
) -> None:
    said = last_said(("2021-08-15", text))
    surface = said.speaker_surface
    assert (said.speaker, bool(said.speaker_id)) == (expected or surface, bool(expected))


ACROSS = [
    ([("2021-08-10", QUISPE)], "2021-08-15", "Mara Quispe"),
    ([("2021-08-10", QUISPE)], "2021-08-09", ""),
    ([("2021-08-10", QUISPE)], "", ""),
    ([("", QUISPE)], "2021-08-15", ""),
    ([("2021-08-10", VARGA)], "2021-08-15", ""),
    (
        [("2021-08-10", QUISPE), ("2021-08-12", QUISPE.replace("Mara Quispe", "Tomas Varga"))],
        "2021-08-15",
        "Tomas Varga",
    ),
    (
        [("2021-08-10", QUISPE), ("2021-08-10", QUISPE.replace("Mara Quispe", "Tomas Varga"))],
        "2021-08-15",
        "",
    ),
    (
        [("2021-08-10", QUISPE), ("2021-08-12", QUISPE.replace("Peruvian", "Former Peruvian"))],
        "2021-08-15",
        "",
    ),
]


@pytest.mark.parametrize(("before", "day", "expected"), ACROSS)
def test_office_when_other_articles_state_its_holder_then_means_that_of_the_day(
    before: list[tuple[str, str]], day: str, expected: str
) -> None:
    said = last_said(*before, (day, SAID))
    assert said.speaker == (expected or "The Peruvian foreign minister")
    assert bool(said.speaker_id) == bool(expected)


def test_office_when_the_article_says_so_then_is_surer_than_the_corpus() -> None:
    here = last_said(("2021-08-15", QUISPE + SAID)).confidence
    presumed = last_said(("2021-08-15", "Foreign Minister Mara Quispe left. " + SAID)).confidence
    across = last_said(("2021-08-10", QUISPE), ("2021-08-15", SAID)).confidence
    nobody = last_said(("2021-08-15", SAID)).confidence
    assert here > across > presumed > nobody, (here, across, presumed, nobody)


def test_office_when_a_foreigner_holds_one_of_that_name_then_is_not_meant() -> None:
    before = ("2021-08-10", "Norwegian President Tomas Varga left on Friday.")
    text = "President Tomas Varga left. The Peruvian president said that it was late."
    assert last_said(before, ("2021-08-15", text)).speaker_id == ""


def test_office_when_a_later_batch_asks_then_the_store_knows_its_holder(tmp_path: Path) -> None:
    found = Directory().join(spoken(QUISPE, "a1"), "2021-08-10")
    with Store.open(tmp_path / "c.dateline") as store:
        store.add(Article("a1", QUISPE, published="2021-08-10"), found, "x1")
        store.add(Article("a2", VARGA, published="2021"), spoken(VARGA, "a2"), "x1")
        offices = store.known_offices()
        later = Directory(store.known_entities(), offices).join(spoken(SAID, "a3"), "2021-08-15")
        store.add(Article("a3", SAID, published="2021-08-15"), later, "x1")
        assert store.findings("a3").quotations[-1].speaker == "Mara Quispe"
    assert [(o.entity_id, o.office, o.country, o.first, o.articles) for o in offices] == [
        ("person.mara-quispe", "Foreign Minister", "PE", "2021-08-10", 1)
    ]


KIN = [
    (QUISPE + "Tomas Varga, a son of the Peruvian foreign minister, left.", "Mara Quispe"),
    (QUISPE + "Tomas Varga, a son of the Norwegian foreign minister, left.", ""),
    (QUISPE + "Tomas Varga, a son of a Peruvian foreign minister, left.", ""),
]


@pytest.mark.parametrize(("text", "expected"), KIN)
def test_kin_when_of_an_office_then_is_of_its_holder(text: str, expected: str) -> None:
    found = Directory().join(spoken(text, "a1"), "2021-08-15")
    names = {one.entity_id: one.name for one in found.entities}
    assert [names.get(one.object_id, "") for one in found.relations if one.kind == "child_of"] == [
        expected
    ]
