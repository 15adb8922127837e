"""Stories: copies of one text put together as they come, counted, and set right."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from copied_texts import FOOTER, LOCAL, OTHER, WEATHER, WIRE, edited, lines
from cpu_seconds import Work, least_seconds
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.records import Article, Findings, Part, Story, article_id
from dateline.store import Store
from dateline.store.findings import insert_article
from dateline.store.schema import MIGRATIONS, migrate

HALF = "\n\n".join(lines(WIRE)[:4])
END = "\n\n".join(lines(WIRE)[4:])
ADDRESS = "https://sound.example/1"


@pytest.fixture
def store(tmp_path: Path):
    with Store.open(tmp_path / "corpus.db") as opened:
        yield opened


def add(store: Store, text: str, **fields: str) -> str:
    article = replace(Article(article_id(text), text), **fields)  # type: ignore[arg-type]
    assert store.add(article, Findings(), "x") == "stored"
    return article.article_id


def story_of(store: Store, article: str) -> str:
    found = store.article(article)
    assert found
    return found.story_id


def test_add_when_texts_are_copies_then_they_are_one_story(store: Store):
    wire = add(store, WIRE, outlet="Sound", agency="CWS", published="2021-08-23T14:00:00Z")
    other = add(store, OTHER, outlet="Sound", published="2021-08-20")
    half = add(store, HALF, outlet="Courier", agency="CWS", published="2021-08-23T12:00:00Z")
    local = add(store, f"{edited(WIRE)}\n{LOCAL}", outlet="Post", agency="LPA")
    assert store.story(wire) == Story(wire, half, 3, 2)
    assert store.story(other) == Story(other, other, 1, 1)
    carriers = store.carriers(wire)
    assert [article.article_id for article in carriers] == [half, wire, local]
    assert next((a.outlet, a.text, a.parts) for a in carriers) == ("Courier", "", ())
    assert {story_of(store, article) for article in (wire, half, local)} == {wire}
    assert store.stats()["stories"] == 2


@pytest.mark.parametrize("ask", [Store.story, Store.carriers])
@pytest.mark.parametrize("story_id", ["", "a0", "' OR 1"])
def test_story_when_unknown_then_nothing_comes(
    store: Store, ask: Callable[[Store, str], object], story_id: str
):
    add(store, WIRE)
    assert not ask(store, story_id)


def test_add_when_the_address_has_another_text_then_it_stays_the_story_and_is_no_copy(
    store: Store,
):
    first = add(store, WIRE, url=ADDRESS, published="2021-08-23")
    second = add(store, OTHER, url=ADDRESS, published="2021-08-23")
    copy = add(store, OTHER.upper())
    late = add(store, f"{HALF}\n{LOCAL}")
    assert store.story(first) == Story(first, second, 3, 1)
    assert {a.article_id for a in store.carriers(first)} == {second, copy, late}


def test_add_when_the_article_names_a_story_then_the_text_decides(store: Store):
    assert story_of(store, add(store, WIRE, story_id="mine")) == article_id(WIRE)


def test_add_when_it_is_refused_then_its_story_has_no_trace(store: Store):
    article = Article(article_id(WIRE), WIRE, raw_times=(("published", "\udfff"),))
    with pytest.raises(Exception, match="cannot be stored"):
        store.add(article, Findings(), "x")
    assert shingles(store) == 0
    assert store.story(article.article_id) is None


def test_add_when_many_short_articles_have_one_footer_then_each_is_its_own_story(store: Store):
    for paragraph in (*lines(WIRE)[1:], *lines(OTHER)):
        add(store, f"{paragraph}\n\n{FOOTER}", outlet="Sound")
    assert len(set(store.frames()["articles"]["story_id"])) == len(lines(WIRE)) - 1 + len(
        lines(OTHER)
    )


def test_add_when_an_outlet_reports_each_day_then_each_report_is_its_own_story(store: Store):
    for day in range(1, 8):
        text = WEATHER.format(
            day=f"August {day}", sky="Low cloud", wind="west", speed=day, high=20 + day, low=day,
            more="fog may linger until noon", water=10 + day, tide=f"{10 + day}:15",
        )  # fmt: skip
        add(store, text, outlet="Sound", published=f"2021-08-{day:02}")
    assert store.stats()["stories"] == 7


def test_add_when_parts_are_marked_then_furniture_makes_no_copies(store: Store):
    for paragraph in (lines(WIRE)[1], lines(OTHER)[1]):
        text = f"{paragraph}\n{FOOTER}\n{LOCAL}"
        parts = Part(0, len(paragraph), "body"), Part(len(paragraph) + 1, len(text), "related")
        store.add(Article(article_id(text), text, parts=parts), Findings(), "x")
    assert store.stats()["stories"] == 2


def test_add_when_five_hundred_outlets_print_a_text_then_it_is_one_story(store: Store):
    dice = random.Random(11)
    with store.batch():
        for number in range(500):
            words = [w if dice.random() > 0.03 else f"w{number}" for w in WIRE.split()]
            text = f"Headline {number} of our own\n{' '.join(words)}"
            add(store, text, outlet=f"Outlet {number}", agency="CWS" if number % 2 else "")
    (row,) = store.frames()["stories"].itertuples()
    assert (row.copies, row.origins) == (500, 1)
    assert shingles(store) < 500 * 25


def test_add_when_a_phrase_stands_in_many_stories_then_a_dozen_remember_it(store: Store):
    dice = random.Random(3)
    with store.batch():
        for _ in range(60):
            add(store, f"{LOCAL} {' '.join(f'w{dice.randrange(10**6)}' for _ in range(200))}")
    with sqlite3.connect(store.path) as plain:
        most = "SELECT max(n) FROM (SELECT count(*) AS n FROM shingle GROUP BY hash)"
        assert plain.execute(most).fetchone() == (12,)
    plain.close()
    assert store.stats()["stories"] == 60


def test_add_when_ten_times_as_many_come_then_each_takes_as_long(tmp_path: Path):
    dice = random.Random(5)
    words = [f"w{int(dice.paretovariate(0.6))}" for _ in range(150_000)]
    texts = [" ".join(words[at : at + 100]) for at in range(0, len(words), 100)]
    with ExitStack() as stores:

        def adding(before: Sequence[str], some: Sequence[str]) -> Work:
            folder = stores.enter_context(TemporaryDirectory(dir=tmp_path))
            store = stores.enter_context(Store.open(Path(folder) / "corpus.db"))
            add_all(store, before)
            return partial(add_all, store, some)

        limit = 9 * least_seconds(partial(adding, [], texts[:150])) * 3
        assert least_seconds(partial(adding, texts[:150], texts[150:]), under=limit) < limit


def add_all(store: Store, texts: Sequence[str]) -> None:
    with store.batch():
        for text in texts:
            add(store, text)


@given(st.permutations([WIRE, HALF, edited(WIRE), f"{WIRE}\n{LOCAL}", OTHER, LOCAL]))
@settings(max_examples=20)
def test_add_when_they_come_in_any_order_then_the_same_texts_are_together(texts: list[str]):
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "c.db") as store:
        told = {text: story_of(store, add(store, text)) for text in texts}
    together = {told[text] for text in texts if text not in (OTHER, LOCAL)}
    assert len(together) == 1
    assert len(set(told.values())) == 3


def shingles(store: Store) -> int:
    with sqlite3.connect(store.path) as plain:
        count: int = plain.execute("SELECT count(*) FROM shingle").fetchone()[0]
    plain.close()
    return count


def test_undo_batch_when_the_first_copy_goes_then_the_story_keeps_its_id(store: Store):
    batch = store.start_batch([])
    first = add(store, WIRE, batch_id=batch)
    half = add(store, HALF)
    local = add(store, f"{edited(WIRE)}\n{LOCAL}")
    store.undo_batch(batch)
    assert store.story(first) == Story(first, half, 2, 1)
    assert {a.article_id for a in store.carriers(first)} == {half, local}
    again = add(store, WIRE)
    assert story_of(store, again) == first
    assert store.story(first) == Story(first, half, 3, 1)


def test_undo_batch_when_the_text_between_two_goes_then_they_are_two_stories(store: Store):
    batch = store.start_batch([])
    half = add(store, HALF)
    whole = add(store, WIRE, batch_id=batch)
    end = add(store, END)
    assert story_of(store, half) == story_of(store, end) == half
    store.undo_batch(batch)
    assert (store.story(half), store.story(end)) == (Story(half, half, 1, 1), Story(end, end, 1, 1))
    assert story_of(store, add(store, WIRE.upper())) in (half, end)
    assert store.article(whole) is None


def test_undo_batch_when_an_id_is_taken_then_the_new_story_has_another(store: Store):
    batch = store.start_batch([])
    first = add(store, WIRE, url=ADDRESS, batch_id=batch)
    second = add(store, OTHER, url=ADDRESS)
    store.undo_batch(batch)
    assert store.story(first) == Story(first, second, 1, 1)
    assert story_of(store, add(store, WIRE)) == f"{first}.2"


def test_undo_batch_when_a_copy_goes_then_its_wording_is_forgotten(store: Store):
    add(store, WIRE)
    before = shingles(store)
    add(store, f"{WIRE}\n{OTHER}", batch_id=(batch := store.start_batch([])))
    assert shingles(store) > before
    store.undo_batch(batch)
    assert shingles(store) == before
    assert store.stats()["stories"] == 1


def corpus_of_version_1(path: Path, *texts: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    migrate(connection, MIGRATIONS[:1])
    for text in texts:
        insert_article(connection, Article(article_id(text), text, story_id="old"))
    connection.close()


@pytest.mark.parametrize("readonly", [False, True])
def test_open_when_the_corpus_knew_no_stories_then_they_are_found(tmp_path: Path, readonly: bool):
    path = tmp_path / "corpus.db"
    corpus_of_version_1(path, WIRE, OTHER, HALF)
    with Store.open(path, readonly=readonly) as store:
        wire, other = article_id(WIRE), article_id(OTHER)
        assert store.story(wire) == Story(wire, wire, 2, 1)
        assert store.story(other) == Story(other, other, 1, 1)
        assert store.stats()["schema"] == len(MIGRATIONS)
    with Store.open(path) as store:
        assert story_of(store, add(store, f"{edited(WIRE)}\n{LOCAL}")) == wire
