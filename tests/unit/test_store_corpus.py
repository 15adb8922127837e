"""The store keeps records as they were given, once, whole, and in versions."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from store_records import NORSUND, TEXT, analysed_articles, made_article, made_findings

from dateline.errors import CorpusError, DatelineError, UsageError
from dateline.records import (
    Article,
    Entity,
    Findings,
    IngestReport,
    Passage,
    Rejected,
    article_id,
)
from dateline.store import TABLES, Store
from dateline.store.words import PASSAGE_BITS


@pytest.fixture
def store(tmp_path: Path):
    with Store.open(tmp_path / "corpus.db") as opened:
        yield opened


def add_made(store: Store, text: str = TEXT, **fields: str) -> Article:
    article = made_article(text, **fields)
    findings = made_findings(article) if text == TEXT else Findings()
    assert store.add(article, findings, "test 1") == "stored"
    return article


def in_own_story(article: Article) -> Article:
    return replace(article, story_id=article.article_id)


def test_add_when_read_back_then_every_record_is_equal(store: Store):
    article = add_made(store)
    findings = made_findings(article)
    back = store.findings(article.article_id)
    assert store.article(article.article_id) == in_own_story(article)
    by_start = sorted(findings.mentions, key=lambda mention: mention.start)
    assert back == replace(findings, mentions=tuple(by_start))


@given(analysed_articles())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_add_when_records_are_any_then_they_come_back_equal(given_pair: tuple[Article, Findings]):
    article, findings = given_pair
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "c.db") as store:
        assert store.add(article, findings, "x") == "stored"
        back = store.findings(article.article_id)
        assert store.article(article.article_id) == in_own_story(article)
        assert store.known_entities() == tuple(sorted(findings.entities, key=lambda e: e.entity_id))
    assert back.passages == findings.passages
    assert back.mentions == findings.mentions
    assert back.quotations == findings.quotations
    assert back.timexes == findings.timexes
    assert back.toponyms == findings.toponyms
    assert {place.place_id for place in back.places} <= {
        place.place_id for place in findings.places
    }


def test_add_when_the_text_is_there_then_duplicate_and_nothing_changes(store: Store):
    article = add_made(store)
    before = store.fingerprint(), store.stats()
    assert store.add(article, made_findings(article), "test 2") == "duplicate"
    assert (store.fingerprint(), store.stats()) == before


def test_add_when_the_address_has_another_text_then_the_new_one_is_current(store: Store):
    first = add_made(store, url="https://sound.example/1")
    second = add_made(store, "Ferry workers go on", url="https://sound.example/1")
    assert [(a.article_id, a.version) for a in store.versions(first.article_id)] == [
        (second.article_id, 2),
        (first.article_id, 1),
    ]
    assert [row["article_id"] for row in store.rows("articles")] == [second.article_id]
    assert list(store.rows("mentions")) == []
    assert store.frames()["mentions"].empty
    assert store.frames()["articles"]["article_id"].tolist() == [second.article_id]
    stats = store.stats()
    assert (stats["articles"], stats["articles_superseded"], stats["mentions"]) == (1, 1, 0)
    assert store.findings(first.article_id).mentions


def test_add_when_an_old_version_comes_again_then_it_is_a_duplicate(store: Store):
    old = add_made(store, url="https://sound.example/1")
    new = add_made(store, "Ferry workers go on", url="https://sound.example/1")
    assert store.add(old, Findings(), "x") == "duplicate"
    assert [row["article_id"] for row in store.rows("articles")] == [new.article_id]


def test_add_when_articles_have_no_address_then_each_is_current(store: Store):
    add_made(store, "One ferry")
    two = add_made(store, "Two ferries")
    assert store.stats()["articles"] == 2
    assert store.versions(two.article_id) == (in_own_story(two),)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda a, f: (replace(a, text="a lone \ud800 surrogate"), f),
        lambda a, f: (replace(a, raw_times=(("published", "\udfff"),)), f),
        lambda a, f: (a, replace(f, mentions=(replace(f.mentions[0], surface="\ud83d"),))),
        lambda a, f: (a, replace(f, passages=())),
        lambda a, f: (a, replace(f, entities=())),
        lambda a, f: (a, replace(f, timexes=f.timexes * 2)),
        lambda a, f: (a, replace(f, places=(replace(NORSUND, latitude=float("nan")),))),
        lambda a, f: (a, replace(f, places=(replace(NORSUND, geonameid=10**30),))),
    ],
    ids=[
        "surrogate in text",
        "surrogate in raw time",
        "surrogate in mention",
        "no such passage",
        "no such entity",
        "one id twice",
        "no latitude",
        "huge number",
    ],
)
def test_add_when_a_record_cannot_be_kept_then_the_article_is_named_and_nothing_stays(
    store: Store, spoil: Callable[[Article, Findings], tuple[Article, Findings]]
):
    article = made_article()
    with pytest.raises(DatelineError, match=article.article_id) as caught:
        store.add(*spoil(article, made_findings(article)), "x")
    assert not isinstance(caught.value, CorpusError)
    assert str(caught.value).encode()
    stats = store.stats()
    assert (stats["articles"], stats["passages"], stats["entities"]) == (0, 0, 0)
    add_made(store)


def test_batch_when_one_article_is_refused_then_the_others_are_committed(store: Store):
    refused = made_article(f"{TEXT} Again.")
    with store.batch():
        add_made(store)
        with pytest.raises(DatelineError, match=refused.article_id):
            store.add(refused, replace(made_findings(refused), passages=()), "x")
        add_made(store, "Two ferries")
    with Store.open(store.path, readonly=True) as other:
        assert other.stats()["articles"] == 2


def test_batch_when_it_fails_then_none_of_it_is_kept(store: Store):
    def interrupted() -> None:
        with store.batch():
            add_made(store)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert store.stats()["articles"] == 0


def test_add_when_text_holds_nul_and_astral_letters_then_spans_still_slice(store: Store):
    text = "\0𝒜 ferry ﷺ e\u0301 \U000e0041 end"
    start = text.index("ferry")
    article = Article(article_id(text), text)
    passage = Passage(start, start + 5, f"p.{article.article_id}.0", article.article_id)
    store.add(article, Findings(passages=(passage,)), "x")
    assert store.article(article.article_id) == in_own_story(article)
    assert store.passage_texts([passage.passage_id]) == {passage.passage_id: "ferry"}


def test_put_entities_when_known_then_aliases_join_and_nothing_is_blanked(store: Store):
    add_made(store)
    minister = Entity("person.ilse-brandvold", "Ilse Marie Brandvold", "person", ("Minister",))
    store.put_entities([minister])
    known = {entity.entity_id: entity for entity in store.known_entities()}
    assert known[minister.entity_id] == replace(
        minister, aliases=("Brandvold", "Ilse Brandvold", "Minister"), country="NO"
    )


def test_put_entities_when_their_place_is_not_stored_then_it_is_left_open(store: Store):
    store.put_entities([Entity("place.norsund", "Norsund", "place", place_id="x.norsund")])
    assert store.known_entities() == (Entity("place.norsund", "Norsund", "place"),)


def test_put_places_when_known_then_the_new_values_stand(store: Store):
    article = add_made(store)
    store.put_places([replace(NORSUND, name="Norsund by", outline=())])
    assert store.findings(article.article_id).places[0].name == "Norsund by"


def test_replace_findings_when_made_anew_then_the_old_go_and_reviews_stay(store: Store):
    article = add_made(store)
    anew = replace(made_findings(article), timexes=(), toponyms=())
    store.replace_findings(article.article_id, anew, "test 2")
    assert store.findings(article.article_id).timexes == ()
    assert store.stats()["extractors"] == {"test 2": 1}


def test_replace_findings_when_refused_then_the_old_stand(store: Store):
    article = add_made(store)
    with pytest.raises(DatelineError, match=article.article_id):
        store.replace_findings(
            article.article_id, Findings(mentions=made_findings(article).mentions), "x"
        )
    assert store.findings(article.article_id).timexes


def test_fingerprint_when_content_changes_then_it_does_and_else_it_does_not(store: Store):
    seen = {store.fingerprint()}
    assert store.fingerprint() in seen
    article = add_made(store)
    seen.add(store.fingerprint())
    store.replace_findings(article.article_id, Findings(), "x")
    seen.add(store.fingerprint())
    store.put_places([NORSUND])
    seen.add(store.fingerprint())
    assert len(seen) == 4


def test_fingerprint_when_two_corpora_had_the_same_changes_then_they_differ(tmp_path: Path):
    marks = set()
    for name in ("a.db", "b.db"):
        with Store.open(tmp_path / name) as store:
            add_made(store)
            marks.add(store.fingerprint())
    assert len(marks) == 2


def test_passage_texts_when_some_are_unknown_then_only_the_known_come(store: Store):
    article = add_made(store)
    name = f"p.{article.article_id}.2"
    assert store.passage_texts([name, "p.nowhere.1", "'; DROP TABLE article"]) == {
        name: "“We are glad,” she told reporters."
    }


def test_article_when_unknown_then_none_and_empty(store: Store):
    assert store.article("a0") is None
    assert store.versions("a0") == ()
    assert store.findings("a0") == Findings()
    assert not store.has_article("a0")


@pytest.mark.parametrize("table", TABLES)
def test_rows_when_read_then_fields_are_those_of_the_table(store: Store, table: str):
    add_made(store)
    rows = list(store.rows(table))
    assert rows
    assert all(tuple(row) == TABLES[table] for row in rows)


def test_rows_when_findings_then_each_has_its_passage(store: Store):
    article = add_made(store)
    rows = [
        row for t in ("mentions", "quotations", "timexes", "relations") for row in store.rows(t)
    ]
    assert all(row["article_id"] == article.article_id for row in rows)
    for row in rows:
        assert article.text[row["start"] : row["end"]] in row["passage"]
        assert "\n" not in row["passage"]


def test_rows_when_places_then_mentions_are_counted(store: Store):
    add_made(store)
    store.put_places([replace(NORSUND, place_id="x.other")])
    assert [(row["place_id"], row["mentions"]) for row in store.rows("places")] == [
        ("x.norsund", 1),
        ("x.other", 0),
    ]


def test_rows_when_the_table_is_unknown_then_the_known_ones_are_named(store: Store):
    with pytest.raises(UsageError, match="quotations"):
        list(store.rows("passwords"))


def test_finish_batch_when_reported_then_counts_and_rejections_are_kept(store: Store):
    first, second = store.start_batch(["a.txt"]), store.start_batch(["b"])
    assert first != second
    add_made(store, batch_id=first)
    store.finish_batch(IngestReport(first, 1, 2, (Rejected("a.csv", 7, "it has no text"),)))
    with sqlite3.connect(store.path) as plain:
        assert plain.execute("SELECT stored, duplicate FROM batch").fetchall() == [(1, 2), (0, 0)]
        assert plain.execute("SELECT source, line, reason FROM rejection").fetchall() == [
            ("a.csv", 7, "it has no text")
        ]
    plain.close()


def search(path: Path, table: str, words: str) -> list[int]:
    with sqlite3.connect(path) as plain:
        sql = f"SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH ? ORDER BY rowid"
        found = [row[0] for row in plain.execute(sql, (words,))]
        compared = int(table != "passage")
        sql = f"INSERT INTO {table}_fts ({table}_fts, rank) VALUES ('integrity-check', {compared})"
        plain.execute(sql)
    plain.close()
    return found


def test_search_index_when_records_come_and_go_then_it_is_in_step(store: Store):
    article = add_made(store)
    first = 1 << PASSAGE_BITS
    assert search(store.path, "passage", "ferr*") == [first]
    assert search(store.path, "passage", '"ilse brandvold said"') == [first + 1]
    assert search(store.path, "passage", "glad") == [first + 2]
    assert search(store.path, "quotation", "speaker:brandvold glad") == [1]
    store.replace_findings(article.article_id, Findings(), "x")
    assert search(store.path, "quotation", "glad") == []
    assert search(store.path, "passage", "glad") == []


def test_search_index_when_an_add_is_refused_then_it_has_no_trace(store: Store):
    article = made_article()
    with pytest.raises(DatelineError):
        store.add(article, replace(made_findings(article), passages=()), "x")
    assert search(store.path, "passage", "ferry") == []
