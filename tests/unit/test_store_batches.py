"""Ingests: told, newest first, and taken back as if they had never been."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from made_corpus import made_corpus
from store_records import NORSUND, TEXT, made_article, made_findings
from test_store_concurrent import assert_whole

from dateline.errors import CorpusError
from dateline.records import (
    Analysis,
    Article,
    Batch,
    Entity,
    Findings,
    IngestReport,
    Rejected,
    Review,
)
from dateline.search import Term
from dateline.store import Store

ADDRESS = "https://sound.example/1"


@pytest.fixture
def store(tmp_path: Path):
    with Store.open(tmp_path / "corpus.db") as opened:
        yield opened


def add(store: Store, text: str = TEXT, batch: str = "", **fields: str) -> Article:
    article = made_article(text, batch_id=batch, **fields)
    store.add(article, made_findings(article) if text.startswith(TEXT) else Findings(), "x")
    return article


def contents(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of records."""
    tables = ("article", "analysis", "place", "entity", "alias", "passage", "mention", "relation")
    tables += ("quotation", "attitude", "timex", "toponym", "batch", "rejection", "review")
    tables += ("story", "shingle")
    with closing(sqlite3.connect(store.path)) as plain:
        return {
            table: sorted(plain.execute(f"SELECT * FROM {table}"), key=repr) for table in tables
        }


def test_batches_when_read_then_the_newest_is_first_with_its_counts(store: Store):
    first = store.start_batch(["a.csv", "folder"])
    add(store, batch=first)
    refused = (Rejected("a.csv", 7, "it has no text"), Rejected("b.pdf", 0, "no reader"))
    store.finish_batch(IngestReport(first, 1, 2, refused))
    second = store.start_batch([])
    newest, oldest = store.batches()
    assert newest == Batch(second, (), newest.started_at, "", 0, 0, 0)
    assert (oldest.batch_id, oldest.sources) == (first, ("a.csv", "folder"))
    assert (oldest.stored, oldest.duplicate, oldest.rejected) == (1, 2, 2)
    assert oldest.started_at <= oldest.finished_at
    assert store.rejections(first) == refused
    assert store.rejections(second) == store.rejections("b99") == ()


def test_batches_when_one_was_cut_off_then_what_it_stored_is_counted(store: Store):
    batch = store.start_batch(["a.csv"])
    for number in range(3):
        add(store, f"Ferry {number}", batch)
    assert [(b.stored, b.finished_at) for b in store.batches()] == [(3, "")]


def test_analysis_when_asked_then_says_what_made_the_findings(store: Store):
    one, two = add(store), add(store, "Two ferries")
    analysis = store.analysis(one.article_id)
    assert analysis == Analysis("x", analysis.analysed_at if analysis else "")
    assert store.analysis("a0") is None
    store.replace_findings(one.article_id, Findings(), "y")
    assert store.outdated("y") == (two.article_id,)
    assert store.outdated("z") == (one.article_id, two.article_id)
    store.replace_findings(two.article_id, Findings(), "y")
    assert store.outdated("y") == ()
    with sqlite3.connect(store.path) as hand:
        hand.execute("DELETE FROM analysis WHERE article_id = ?", (one.article_id,))
    hand.close()
    assert store.outdated("y") == (one.article_id,)
    assert [store.outdated_count(extractor) for extractor in "yz"] == [1, 2]


def test_undo_batch_when_it_brought_everything_then_nothing_is_left(store: Store):
    batch = store.start_batch(["a.csv"])
    add(store, batch=batch)
    add(store, "Two ferries", batch, url=ADDRESS)
    store.finish_batch(IngestReport(batch, 2, 0, (Rejected("a.csv", 7, "no text"),)))
    before = store.fingerprint()
    assert store.undo_batch(batch) == 2
    assert {table: rows for table, rows in contents(store).items() if rows} == {}
    assert [len(found) for found in store.found("passage", [Term("", "ferry")])] == [0]
    assert store.fingerprint() != before


def test_undo_batch_when_others_stay_then_they_are_as_if_it_had_not_been(tmp_path: Path):
    kept, undone = [], []
    for number, pair in enumerate(made_corpus(120)):
        (kept if number < 60 else undone).append(pair)
    with Store.open(tmp_path / "with.db") as store:
        for pair in kept:
            store.add(*pair, "x")
        before = contents(store)
        batch = store.start_batch([])
        for article, findings in undone:
            store.add(replace(article, batch_id=batch), findings, "x")
        assert contents(store) != before
        assert store.undo_batch(batch) == 60
        after = contents(store)
        after.pop("shingle"), before.pop("shingle")
        assert {
            table for table in after if untimed(after[table]) != untimed(before[table])
        } == set()
    assert assert_whole(tmp_path / "with.db") == 60


def untimed(rows: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    return [row for row in rows if "Z" not in str(row[-1])]


def test_undo_batch_when_it_is_unknown_or_undone_then_nothing_is_taken_out(store: Store):
    batch = store.start_batch([])
    add(store)
    assert store.undo_batch("b99") == store.undo_batch("") == 0
    assert store.undo_batch(batch) == store.undo_batch(batch) == 0
    assert store.stats()["articles"] == 1
    assert store.start_batch([]) != batch


def test_undo_batch_when_it_brought_a_newer_version_then_the_one_before_is_current(store: Store):
    old = add(store, url=ADDRESS)
    add(store, "Ferry workers go on", batch := store.start_batch([]), url=ADDRESS)
    last = add(store, "Ferry workers stop", batch, url=ADDRESS)
    assert store.undo_batch(batch) == 2
    assert [row["article_id"] for row in store.rows("articles")] == [old.article_id]
    assert store.frames()["mentions"].shape[0] == 3
    assert store.versions(last.article_id) == ()
    again = add(store, "Ferry workers stop", url=ADDRESS)
    assert [article.version for article in store.versions(again.article_id)] == [2, 1]


def test_undo_batch_when_it_brought_the_older_version_then_the_newer_stays_current(store: Store):
    add(store, "Ferry workers go on", batch := store.start_batch([]), url=ADDRESS)
    new = add(store, "Ferry workers stop", url=ADDRESS)
    assert store.undo_batch(batch) == 1
    assert [row["article_id"] for row in store.rows("articles")] == [new.article_id]


def test_undo_batch_when_others_name_them_then_entities_and_places_stay(store: Store):
    add(store)
    batch = store.start_batch([])
    twice = made_article(f"{TEXT} Norsund, said Minister Brandvold.", batch_id=batch)
    found = made_findings(twice)
    minister = found.mentions[0]
    start = twice.text.rindex("Minister")
    titled = replace(
        minister, start=start, end=start + 8, surface="Minister", mention_id="m.titled"
    )
    new = Entity("person.new", "New", "person", ("New",))
    island = replace(NORSUND, place_id="x.island")
    store.add(
        twice,
        replace(
            found,
            mentions=(*found.mentions, titled),
            entities=(replace(found.entities[0], aliases=("Minister",)), found.entities[1], new),
            relations=(replace(found.relations[0], object_id="person.new"),),
            toponyms=(replace(found.toponyms[0], place_id="x.island"),),
            places=(NORSUND, island),
        ),
        "x",
    )
    assert {"person.new"} <= {entity.entity_id for entity in store.known_entities()}
    assert store.undo_batch(batch) == 1
    known = {entity.entity_id: entity for entity in store.known_entities()}
    assert set(known) == {"person.ilse-brandvold", "place.norsund"}
    assert known["person.ilse-brandvold"].aliases == ("Brandvold", "Ilse Brandvold")
    assert [row["place_id"] for row in store.rows("places")] == ["x.norsund"]


@pytest.mark.parametrize(
    ("subject", "after"),
    [
        ("entity:person.ilse-brandvold", '{"name":"Ilse B."}'),
        ("mention:m.a.1.2", '{"entity_id":"person.ilse-brandvold"}'),
    ],
)
def test_undo_batch_when_an_analyst_decided_on_an_entity_then_it_stays(
    store: Store, subject: str, after: str
):
    add(store, batch=(batch := store.start_batch([])))
    review = store.add_review(Review("", subject, "correct", "{}", after, "Nour", ""))
    store.undo_batch(batch)
    assert [entity.entity_id for entity in store.known_entities()] == ["person.ilse-brandvold"]
    assert store.reviews() == (review,)


def test_undo_batch_when_an_entity_was_merged_then_both_stay(store: Store):
    add(store, batch=(batch := store.start_batch([])))
    with sqlite3.connect(store.path) as hand:
        row = ("place.norsund", "person.ilse-brandvold", "2026-01-01")
        hand.execute("INSERT INTO redirect VALUES (?, ?, ?)", row)
    hand.close()
    store.undo_batch(batch)
    assert len(store.known_entities()) == 2


def test_undo_batch_when_a_quotation_elsewhere_is_about_it_then_the_entity_stays(store: Store):
    other = made_article(f"{TEXT} Again.")
    found = made_findings(other)
    batch = store.start_batch([])
    add(store, batch=batch)
    about = replace(found.quotations[0], about_ids=("place.norsund",), speaker_id="")
    store.add(other, Findings(passages=found.passages, quotations=(about,)), "x")
    store.undo_batch(batch)
    assert [entity.entity_id for entity in store.known_entities()] == ["place.norsund"]


def test_batch_when_the_disk_is_full_then_it_says_so_and_the_corpus_is_as_it_was(store: Store):
    add(store)
    before = contents(store), store.fingerprint()
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages + 4}")
    with pytest.raises(CorpusError, match="the disk is full or failing: free some space"):
        add_many(store)
    assert (contents(store), store.fingerprint()) == before
    store._connection.execute("PRAGMA max_page_count = 100000")
    add_many(store)
    assert store.stats()["articles"] == 101


def add_many(store: Store) -> None:
    with store.batch():
        for number in range(100):
            add(store, f"{number} " + "water level " * 500)
