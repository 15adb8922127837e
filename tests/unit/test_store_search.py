"""Words put to the corpus: found literally, whatever a reader types."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_records import made_article

from dateline.records import Findings
from dateline.store import Store
from dateline.store.search import search_query

FERRIES = "The ferries of Norsund are late again, and 40% of passengers complain."
ZURICH = "Trams in Zürich stop for the Sechseläuten. O'Brien, of the U.S. embassy, waits."
STRIKE = "A strike near Zurich ends AND the trams run; late or not."
TEXTS = {"ferries": FERRIES, "zurich": ZURICH, "strike": STRIKE}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory):
    with Store.open(tmp_path_factory.mktemp("search") / "corpus.db") as opened:
        for text in TEXTS.values():
            opened.add(made_article(text, title=""), Findings(), "x")
        opened.add(made_article("On water.", title="Ferries late"), Findings(), "x")
        yield opened


def found(store: Store, words: str) -> list[str]:
    names = {made_article(text).article_id: name for name, text in TEXTS.items()}
    return [names.get(article, "titled") for article in store.matching(words)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", []),
        (" \n\t ", []),
        ('""', []),
        ("… — !", []),
        ("zurich", ["strike", "zurich"]),
        ("ZÜRICH trams", ["strike", "zurich"]),
        ("zur", ["strike", "zurich"]),
        ("zur trams", []),
        ("trams zur", ["strike", "zurich"]),
        ("late ferries", ["titled", "ferries"]),
        ("ferries of norsund", ["ferries"]),
        ('"ferries of norsund"', ["ferries"]),
        ('"norsund of ferries"', []),
        ('"ends and" late', ["strike"]),
        ('late "ends an', ["strike"]),
        ('late "ends an"', []),
        ("“trams run”", ["strike"]),
        ("U.S.", ["zurich"]),
        ("o'brien", ["zurich"]),
        ("40%", ["ferries"]),
        ("ferries AND late", ["ferries"]),
        ("trams NOT strike", ["strike"]),
        ("ends OR trams", ["strike"]),
        ("title:ferries", []),
        ("NEAR(trams strike)", []),
        ("-ferries", ["ferries", "titled"]),
        ("ferri*", ["ferries", "titled"]),
        ("^the + ferries", ["ferries"]),
        ("ferries\0late", ["titled"]),
        ("a b c d e f g h nothing", []),
    ],
)
def test_matching_when_words_are_typed_then_articles_with_all_of_them_come(
    store: Store, words: str, expected: list[str]
):
    assert sorted(found(store, words)) == sorted(expected)


def test_matching_when_a_title_has_the_word_then_it_comes_first(store: Store):
    assert found(store, "ferries") == ["titled", "ferries"]


@given(st.text() | st.text("\"*^:(){}+-\\'“ aAN\0\ud800", max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_matching_when_words_are_any_then_it_answers(store: Store, words: str):
    assert set(store.matching(words)) <= {row["article_id"] for row in store.rows("articles")}


@pytest.mark.parametrize(
    "words", ["ferries " * 12_500, "x" * 100_000, '"' * 100_000, "a* " * 33_000, "é" * 100_000]
)
def test_matching_when_a_hundred_kilobytes_are_pasted_then_the_answer_comes_at_once(
    store: Store, words: str
):
    started = time.process_time()
    store.matching(words)
    assert time.process_time() - started < 0.5
    assert len(search_query(words)) < 2_000


def test_matching_when_an_article_is_superseded_then_only_the_newer_is_found(tmp_path: Path):
    with Store.open(tmp_path / "corpus.db") as store:
        for text in ("Ferries stop at noon", "Ferries go on"):
            store.add(made_article(text, url="https://sound.example/1"), Findings(), "x")
        assert store.matching("ferries") == (made_article("Ferries go on").article_id,)
        assert store.matching("noon") == ()


def test_matching_when_the_index_is_gone_then_it_is_a_corpus_error(tmp_path: Path):
    from dateline.errors import CorpusError

    with Store.open(tmp_path / "corpus.db") as store:
        with sqlite3.connect(store.path) as hand:
            hand.execute("DROP TABLE article_fts")
        hand.close()
        with pytest.raises(CorpusError, match="restore a copy"):
            store.matching("ferries")
