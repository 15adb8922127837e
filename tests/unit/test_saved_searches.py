"""Searches kept in the store: what they were, what is new in them, what is taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from made_corpus import made_corpus, stored

from data.access import saved
from dateline.brush import Brush, clause
from dateline.errors import UsageError
from dateline.query import build_index
from dateline.query.fresh import Fresh, fresh
from dateline.records import SavedSearch
from dateline.store import Store

WATER = Brush((clause("search", "water"),))


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = stored(tmp_path / "rivers.db", articles=30)
    monkeypatch.setenv("DATELINE_CORPUS", str(path))
    return path


def add(path: Path, first: int, last: int, batch: bool = False) -> str:
    """More of the same articles, with their batch."""
    with Store.open(path) as store:
        name = store.start_batch(["made"]) if batch else ""
        for article, findings in list(made_corpus(last))[first:]:
            store.add(replace(article, batch_id=name or None), findings, "made")  # type: ignore[arg-type]
    return name


def test_search_when_saved_then_is_kept_with_what_was_seen(corpus: Path):
    with Store.open(corpus) as store:
        before = store.fingerprint()
        kept = store.keep_search(SavedSearch("", "Water", WATER.to_query(), is_watched=True))
        assert (kept.search_id, kept.newest_seen) == ("s1", 30)
        assert kept.saved_at == kept.looked_at != ""
        assert store.searches() == (kept,)
        store.keep_search(replace(kept, name="Rivers"))
        assert [one.name for one in store.searches()] == ["Rivers"]
        store.keep_search(replace(kept, deleted_at="2021"))
        assert store.searches() == ()
        assert store.keep_search(SavedSearch("", "Next", "search=x")).search_id != "s1"
        assert store.fingerprint() == before


def test_fresh_when_articles_come_then_counts_those_inside_alone(corpus: Path):
    saved.save("Water", WATER, is_watched=True)
    (kept,) = saved.searches()
    assert saved.fresh(kept) == Fresh()
    add(corpus, 30, 60)
    with Store.open(corpus, readonly=True) as store:
        index = build_index(store.frames(), corpus)
    news = fresh(index, WATER, kept.newest_seen)
    paragraphs = [a.text.lower().split("\n\n") for a, _ in list(made_corpus(60))[30:]]
    having = [sum("water" in one for one in some) for some in paragraphs]
    assert len(news.articles) == sum(map(bool, having)) > 0
    assert news.passages == news.quotations == sum(having)
    numbers = [int(article_id[3:]) for article_id, _ in news.articles]
    assert numbers == sorted(numbers, reverse=True)
    assert fresh(index, WATER, 60) == Fresh()


def test_fresh_when_the_newest_are_taken_out_then_their_numbers_are_new_again(corpus: Path):
    batch = add(corpus, 30, 40, batch=True)
    kept = saved.save("Water", WATER, is_watched=True)
    assert kept.newest_seen == 40
    with Store.open(corpus) as store:
        store.undo_batch(batch)
        assert store.searches()[0].newest_seen == 30
    add(corpus, 40, 60)
    with Store.open(corpus, readonly=True) as store:
        index = build_index(store.frames(), corpus)
        (kept,) = store.searches()
    assert fresh(index, Brush(), kept.newest_seen).passages > 0
    assert len(fresh(index, Brush(), kept.newest_seen).articles) == 20


def test_searches_when_renamed_watched_deleted_and_taken_back_then_stand_as_asked(corpus: Path):
    kept = saved.save("  Water \n level ", WATER)
    assert kept.name == "Water level"
    saved.rename(kept, "Rivers")
    (kept,) = saved.searches()
    saved.watch(kept, True)
    (kept,) = saved.searches()
    assert (kept.name, kept.is_watched, saved.brush_of(kept)) == ("Rivers", True, (WATER, ()))
    saved.delete(kept)
    assert saved.searches() == ()
    saved.restore(kept)
    assert saved.searches() == (kept,)


def test_name_when_watched_then_is_a_search_for_who_is_named(corpus: Path):
    kept = saved.watch_name(' Mara "Okafor ')
    assert saved.brush_of(kept)[0] == Brush((clause("search", 'names:"Mara Okafor"'),))
    assert kept.is_watched


@pytest.mark.parametrize("name", ["", " ", "!", '"'])
def test_name_when_it_has_no_letter_then_is_refused(corpus: Path, name: str):
    with pytest.raises(UsageError, match="at least one letter"):
        saved.watch_name(name)


def test_save_when_nothing_is_chosen_or_named_then_is_refused(corpus: Path):
    with pytest.raises(UsageError, match="nothing is chosen"):
        saved.save("All", Brush())
    with pytest.raises(UsageError, match="no name"):
        saved.save(" \n", WATER)
    assert saved.searches() == ()
