"""The door for articles on their way in: what is shown meanwhile, what came, what goes again."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from made_corpus import made_corpus, stored

from data import access
from data.access import adding
from data.access.shown import shown
from dateline import jobs
from dateline.errors import CorpusError
from dateline.jobs.files import Order, write_order
from dateline.jobs.folders import fresh_job
from dateline.records import IngestReport
from dateline.store import Store
from dateline.turn import turn


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = stored(tmp_path / "rivers.db", articles=3)
    monkeypatch.setenv("DATELINE_CORPUS", str(path))
    return path


@pytest.fixture
def ordered(corpus: Path) -> Iterator[Path]:
    """The folder of a job on the corpus that waits for its process."""
    folder = fresh_job()
    now = datetime.now(UTC).isoformat(timespec="seconds")
    write_order(folder, Order("ingest", corpus.resolve(), (), False, now, os.getpid()))
    assert jobs.running(corpus) == (folder.name,)
    yield folder
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()


def change(corpus: Path) -> None:
    with Store.open(corpus) as store:
        store.put_places([])


def add_batch(corpus: Path, *published: str) -> str:
    """The id of a batch with an article for each of these times."""
    made = list(made_corpus(3 + len(published)))[3:]
    with Store.open(corpus) as store:
        batch = store.start_batch(["elsewhere.csv"])
        for (article, findings), when in zip(made, published, strict=True):
            store.add(replace(article, batch_id=batch, published=when), findings, "made")
        store.finish_batch(IngestReport(batch, len(published)))
    return batch


def test_corpus_when_it_changes_then_the_new_state_is_shown(corpus):
    before = shown(corpus)
    change(corpus)
    assert shown(corpus) == access.fingerprint(corpus) != before


def test_corpus_when_a_job_works_on_it_then_the_state_before_is_shown_until_asked(corpus, ordered):
    before = shown(corpus)
    change(corpus)
    assert shown(corpus) == before != access.fingerprint(corpus)
    access.show_now(corpus)
    assert shown(corpus) == access.fingerprint(corpus)


def test_corpus_when_another_takes_its_place_then_that_is_shown_at_once(corpus, ordered, tmp_path):
    before = shown(corpus)
    stored(tmp_path / "other.db", articles=1).replace(corpus)
    assert shown(corpus) not in ("", before)
    corpus.unlink()
    assert shown(corpus) == ""


def test_batch_when_asked_for_then_has_its_articles_and_their_days(corpus):
    batch = add_batch(corpus, "2024-05-03T22:00:00Z", "2024-05-01", "")
    added = adding.added(batch)
    assert len(added.article_ids) == 3
    assert added.days == ("2024-05-01", "2024-05-03")
    assert added.undated == 1
    assert adding.added(add_batch_of_none(corpus)).days is None


def add_batch_of_none(corpus: Path) -> str:
    with Store.open(corpus) as store:
        return store.start_batch(["nothing.csv"])


def test_articles_when_the_corpus_has_them_then_are_known(corpus):
    assert adding.known(["art00001", "art99999"]) == {"art00001"}


def test_corpus_when_there_is_none_yet_then_nothing_is_known_and_no_batch(tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_CORPUS", str(tmp_path / "none.db"))
    assert adding.known(["art00001"]) == frozenset()
    assert adding.batches() == ()
    assert not (tmp_path / "none.db").exists()


def test_batch_when_undone_then_its_articles_are_gone(corpus):
    batch = add_batch(corpus, "2024-05-03", "2024-05-04")
    assert [one.batch_id for one in adding.batches()] == [batch]
    assert adding.undo(batch) == 2
    assert adding.batches() == ()


def test_batch_when_others_write_then_is_not_undone_and_nothing_waits(corpus):
    batch = add_batch(corpus, "2024-05-03")
    with turn(corpus), pytest.raises(CorpusError, match="undo waits"):
        adding.undo(batch)
    assert len(adding.batches()) == 1


def test_file_when_it_changes_then_is_looked_at_anew(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("The ferry was late.")
    assert adding.look(adding.Source(path)).articles[0].text == "The ferry was late."
    path.write_text("The dam held through all of the night.")
    assert adding.look(adding.Source(path)).articles[0].text.startswith("The dam")
    path.unlink()
    assert adding.look(adding.Source(path)).articles == ()
