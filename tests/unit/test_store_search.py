"""Words looked for in the store: found literally, whatever they are."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_records import made_article, made_findings

from dateline.errors import CorpusError, SearchTooSlow
from dateline.records import Article, Findings, Part, article_id, passages_of
from dateline.search import Term
from dateline.store import Store
from dateline.store.schema import MIGRATIONS, migrate
from dateline.store.search import bounded, literal
from dateline.store.words import PASSAGE_BITS

FERRIES = "The ferries of Norsund are late.\n\nAgain 40% of passengers complain."
ZURICH = "Trams in Zürich stop for the Sechseläuten.\n\nO'Brien, of the U.S. embassy, waits."
STRIKE = "A strike near Zurich ends AND the trams run; late or not."
TEXTS = (FERRIES, ZURICH, STRIKE)


def add(store: Store, text: str, title: str = "", **fields: str) -> Article:
    whole = (Part(0, len(text), "body"),)
    article = replace(made_article(text, title=title, **fields), parts=whole)
    store.add(article, Findings(passages=passages_of(article)), "x")
    return article


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("search") / "corpus.db") as opened:
        for text in TEXTS:
            add(opened, text)
        add(opened, "On water.\n\nIn air.", title="Harbour closed")
        yield opened


def found(store: Store, words: str, is_begun: bool = False) -> list[tuple[int, int]]:
    """Number of the article, place of the passage."""
    (numbers,) = store.found("passage", [Term("", words, is_begun)])
    return sorted(divmod(number, 1 << PASSAGE_BITS) for number in numbers.tolist())


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("late", [(1, 0), (3, 0)]),
        ("ZURICH", [(2, 0), (3, 0)]),
        ("Zürich", [(2, 0), (3, 0)]),
        ("zur", []),
        ("sechselauten", [(2, 0)]),
        ("ferries of norsund", [(1, 0)]),
        ("norsund ferries", []),
        ("late again", []),
        ("40%", [(1, 1)]),
        ("O'Brien", [(2, 1)]),
        ("o brien", [(2, 1)]),
        ("U.S.", [(2, 1)]),
        ("AND", [(3, 0)]),
        ("harbour", [(4, 0)]),
        ("words:late", []),
        ("title : late", []),
        ('late" OR "water', []),
        ("NEAR(late water)", []),
        ("^the", [(1, 0), (2, 0), (2, 1), (3, 0)]),
        ("late*", [(1, 0), (3, 0)]),
        ("'; DROP TABLE article; --", []),
        ("late\0", [(1, 0), (3, 0)]),
        ("", []),
        ("🙂", []),
    ],
)
def test_found_when_words_are_given_then_they_are_found_as_they_are(
    store: Store, words: str, expected: list[tuple[int, int]]
):
    assert found(store, words) == expected


def test_found_when_a_word_is_begun_then_what_begins_so_is_found(store: Store):
    assert found(store, "zur", is_begun=True) == [(2, 0), (3, 0)]
    assert found(store, "of the u", is_begun=True) == [(2, 1)]


@given(st.text().filter(lambda words: words.isprintable()) | st.text("\"*^:(){}+-\\'“ aAN\0"))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_found_when_words_are_any_then_it_answers(store: Store, words: str):
    assert len(found(store, words, is_begun=True)) <= 7


def test_found_when_said_is_asked_then_only_what_is_said_counts(tmp_path: Path):
    article = made_article()
    with Store.open(tmp_path / "corpus.db") as store:
        store.add(article, made_findings(article), "x")
        terms = [Term("said", "glad"), Term("said", "Brandvold"), Term("", "Brandvold")]
        counted = [len(numbers) for numbers in store.found("quotation", terms)]
        assert counted == [1, 0, 1]
        numbers, ids = store.numbered("quotation")
        assert numbers.tolist() == [1]
        assert ids == [quotation.quotation_id for quotation in made_findings(article).quotations]


def test_found_when_findings_are_made_anew_then_each_passage_is_found_once(tmp_path: Path):
    with Store.open(tmp_path / "corpus.db") as store:
        article = add(store, FERRIES)
        first = Part(0, FERRIES.index("Again"), "body")
        cut = replace(article, parts=(first,))
        store.replace_findings(article.article_id, Findings(passages=passages_of(cut)), "y")
        assert found(store, "late") == [(1, 0)]
        assert found(store, "complain") == []


def test_found_when_a_batch_is_undone_then_its_words_are_forgotten(tmp_path: Path):
    with Store.open(tmp_path / "corpus.db") as store:
        add(store, FERRIES)
        batch = store.start_batch(["a.csv"])
        add(store, STRIKE, title="Water", batch_id=batch)
        store.undo_batch(batch)
        assert found(store, "late") == [(1, 0)]
        assert found(store, "water") == []
        add(store, ZURICH)
        assert found(store, "trams") == [(2, 0)]
        assert found(store, "strike") == []


def test_open_when_the_corpus_is_of_version_2_then_its_passages_are_found(tmp_path: Path):
    path = tmp_path / "corpus.db"
    connection = sqlite3.connect(path, isolation_level=None)
    migrate(connection, MIGRATIONS[:2])
    for text in TEXTS:
        row = (article_id(text), text, *[""] * 14, 1)
        connection.execute(
            "INSERT INTO article (article_id, text, url, title, outlet, agency, byline, published,"
            " updated, seen, language, parts, story_id, source_file, source_sha256, raw_times,"
            f" version) VALUES ({', '.join('?' * len(row))})",
            row,
        )
        whole = (Part(0, len(text), "body"),)
        for p in passages_of(Article(article_id(text), text, parts=whole)):
            row = (p.passage_id, p.article_id, p.start, p.end)
            connection.execute("INSERT INTO passage VALUES (?, ?, ?, ?)", row)
    connection.close()
    with Store.open(path, readonly=True) as store:
        assert found(store, "late") == [(1, 0), (3, 0)]
        assert found(store, "complain") == [(1, 1)]
        assert store.stats()["schema"] == len(MIGRATIONS)


def test_found_when_the_index_is_gone_then_it_is_a_corpus_error(tmp_path: Path):
    with Store.open(tmp_path / "corpus.db") as store:
        with sqlite3.connect(store.path) as hand:
            hand.execute("DROP TABLE passage_fts")
        hand.close()
        with pytest.raises(CorpusError, match="restore a copy"):
            found(store, "ferries")


def test_bounded_when_a_search_takes_long_then_it_is_ended():
    connection = sqlite3.connect(":memory:")
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    with pytest.raises(SearchTooSlow, match="make its words longer"), bounded(connection, 0.05):
        connection.execute(endless)
    connection.close()


def test_literal_when_words_have_marks_then_none_of_them_ends_the_quotation():
    assert literal(Term("", 'a" OR "b')) == '"a  OR  b"'
    assert literal(Term("said", "a\0b", is_begun=True)) == 'content : "a b" *'
