"""Findings made anew: ids and decisions stay, and an interruption leaves whole articles."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest

from dateline import reanalyse as room
from dateline.annotate import EXTRACTOR
from dateline.errors import CorpusError
from dateline.ingest import ingest
from dateline.places.gazetteer import Gazetteer
from dateline.reanalyse import reanalyse
from dateline.records import Article, Findings, Review
from dateline.store import Store

OLD = "dateline 0.0.1, a smaller model"


TOWNS = ("Kabul", "Herat", "Kunduz", "Oslo", "Geneva", "Doha")
ARTICLES = [
    f"Ferry {number} resumes in {town}\n\n{town.upper()} - Mayor Ines Caldera of the Alder Council"
    f' said on Monday that ferry {number} would run.\n\n"The river is open," {speaker} told'
    f" reporters in {town}."
    for number, (town, speaker) in enumerate(product(TOWNS, ("Caldera", "Omar Siddiq")))
]


LONE = "Bridge opens in Oslo\n\nMayor Caldera said on Tuesday that the bridge was open."


@pytest.fixture
def store(tmp_path: Path, gazetteer: Gazetteer) -> Iterator[Store]:
    """Thirteen articles, as an older extractor would have left them."""
    source = tmp_path / "news.jsonl"
    source.write_text("\n".join(json.dumps({"text": text}) for text in (*ARTICLES, LONE)))
    with Store.open(tmp_path / "corpus.db") as store:
        ingest([source], store, quiet)
        for article_id in store.outdated(""):
            store.replace_findings(article_id, store.findings(article_id), OLD)
        yield store


def quiet(_done: int, _total: int) -> None:
    """Nothing is shown."""


def mentioned(store: Store) -> dict[str, str]:
    mentions = store.frames()["mentions"]
    return dict(zip(mentions["mention_id"], mentions["entity_id"].astype(str), strict=True))


def test_reanalyse_when_findings_are_outdated_then_makes_them_anew(store: Store) -> None:
    told = list[tuple[int, int]]()
    ids = store.outdated(EXTRACTOR)
    assert reanalyse(store, lambda *one: told.append(one)) == len(ids) == 13
    assert told == [(done, len(ids)) for done in range(len(ids) + 1)]
    assert store.outdated(EXTRACTOR) == ()
    assert reanalyse(store, quiet) == 0
    assert reanalyse(store, quiet, every=True) == len(ids)


def test_reanalyse_when_it_runs_then_ids_and_decisions_stay(store: Store) -> None:
    before, entities = mentioned(store), {one.entity_id for one in store.known_entities()}
    subject = f"entity:{min(entities)}"
    review = store.add_review(Review("", subject, "rename", "{}", '{"name": "X"}', "Ines", ""))
    reanalyse(store, quiet)
    assert mentioned(store) == before
    assert "person.ines-caldera" in before.values()
    assert {one.entity_id for one in store.known_entities()} == entities
    assert store.reviews(subject) == (review,)


def test_reanalyse_when_one_article_is_outdated_then_knows_the_names_of_the_others(
    store: Store,
) -> None:
    *others, lone = store.outdated(EXTRACTOR)
    for article_id in others:
        store.replace_findings(article_id, store.findings(article_id), EXTRACTOR)
    assert reanalyse(store, quiet) == 1
    assert {one.entity_id for one in store.findings(lone).mentions} >= {"person.ines-caldera"}


def test_reanalyse_when_stopped_then_keeps_what_is_done_and_again_completes_it(
    store: Store,
) -> None:
    done, ids = list[int](), store.outdated(EXTRACTOR)
    renewed = reanalyse(
        store, lambda one, _total: done.append(one), is_stopped=lambda: bool(done) and done[-1] == 5
    )
    assert renewed == 5
    assert store.outdated(EXTRACTOR) == ids[5:]
    assert reanalyse(store, quiet) == len(ids) - 5


def breaking_on(article_id: str, error: Exception) -> Callable[[Article, Gazetteer], Findings]:
    def annotate(article: Article, gazetteer: Gazetteer) -> Findings:
        if article.article_id == article_id:
            raise error
        return Findings()

    return annotate


def test_reanalyse_when_an_article_cannot_be_analysed_then_it_keeps_its_findings(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    broken, *others = store.outdated(EXTRACTOR)
    before = store.findings(broken)
    monkeypatch.setattr(room, "annotate", breaking_on(broken, RuntimeError("hail")))
    assert reanalyse(store, quiet) == len(others)
    assert store.findings(broken) == before
    assert store.outdated(EXTRACTOR) == (broken,)
    assert "hail" in caplog.text


def test_reanalyse_when_the_store_fails_then_raises_and_earlier_batches_stand(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = store.outdated(EXTRACTOR)
    monkeypatch.setattr(room, "BATCH", 4)
    monkeypatch.setattr(room, "annotate", breaking_on(ids[9], CorpusError("the disk is full")))
    with pytest.raises(CorpusError, match="full"):
        reanalyse(store, quiet)
    assert store.outdated(EXTRACTOR) == ids[8:]
