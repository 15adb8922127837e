"""The list of articles: which are in it, in which order, and what a row says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from made_corpus import made_corpus

from dateline.brush import Brush, clause
from dateline.query import Index, build_index, counts
from dateline.query.articles import articles_page, passages_inside, ranked_articles
from dateline.records import Article, Findings, Part, Passage, passages_of
from dateline.store import Store

MARA = Brush((clause("entity", "e-0"),))


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    with Store.open(tmp_path_factory.mktemp("listed") / "corpus.db") as store, store.batch():
        for article, findings in made_corpus(60):
            store.add(article, findings, "made")
        store.add(Article("bare", "A line.", title="bare"), Findings(), "made")
        store.add(Article("old", "Old.", outlet="Z", published="1950-03-01"), Findings(), "made")
        return build_index(store.frames())


def listed(index: Index, ranked: object) -> list[str]:
    return index.articles.ids_of(ranked)  # type: ignore[attr-defined]


def test_list_when_nothing_is_chosen_then_has_every_article_even_one_without_a_passage(index):
    ranked = ranked_articles(index, Brush())

    assert sorted(listed(index, ranked)) == sorted(
        index.articles.ids_of(range(len(index.articles)))
    )
    assert articles_page(index, Brush(), ranked, 5).total == 62


def test_list_when_a_person_is_chosen_then_has_the_articles_that_the_head_counts(index):
    page = articles_page(index, MARA, ranked_articles(index, MARA), 999)

    assert page.inside == len(page.frame) == counts(index, MARA).articles
    assert 0 < page.inside < page.total


@pytest.mark.parametrize(("sort", "falls"), [("newest", True), ("oldest", False)])
def test_list_when_sorted_by_time_then_undated_articles_stand_last(index, sort, falls):
    page = articles_page(index, Brush(), ranked_articles(index, Brush(), sort), 999)
    stated = page.frame["published_iso"].tolist()
    dated = [time for time in stated if time]

    assert dated == sorted(dated, reverse=falls)
    assert stated[len(dated) :] == [""] * (len(stated) - len(dated))
    assert stated[-1] == ""


def test_list_when_sorted_by_outlet_then_by_name_and_newest_first_within(index):
    frame = articles_page(index, Brush(), ranked_articles(index, Brush(), "outlet"), 999).frame
    outlets = frame["outlet"].astype(object).tolist()
    first = frame[(frame["outlet"] == outlets[0]) & (frame["published_iso"] != "")]

    assert outlets == [*sorted(outlets[:-1]), ""]
    assert first["published_iso"].is_monotonic_decreasing


def test_list_when_sorted_by_quotations_then_counts_those_inside(index):
    spoken = Brush((clause("speaker", "e-1"),))
    frame = articles_page(index, spoken, ranked_articles(index, spoken, "quotations"), 999).frame

    assert frame["quotations_inside"].is_monotonic_decreasing
    assert frame["quotations_inside"].min() >= 1
    assert (frame["quotations_inside"] < frame["quotations"]).any()


def test_row_when_shown_then_counts_each_person_and_place_once(index):
    frame = articles_page(index, Brush(), ranked_articles(index, Brush()), 999).frame
    row = frame.set_index("article_id").loc["art00000"]
    own = index.frames["mentions"][index.frames["mentions"]["article_id"] == "art00000"]
    people = own[own["label"] == "PERSON"]["entity_id"].astype(object)

    assert row["people"] == sum(not _is_body(index, entity) for entity in set(people))
    assert row["places"] == own[own["label"] == "GPE"]["entity_id"].nunique()
    assert row["quotations"] == row["quotations_inside"] == len(people)
    assert row["passage"].startswith("“")


def _is_body(index: Index, entity: str) -> bool:
    kinds = index.frames["entities"].set_index("entity_id")["kind"]
    return bool(kinds[entity] != "person")


def test_row_when_the_text_begins_with_its_title_then_shows_what_follows(tmp_path: Path):
    lines = ("Gates on the river stay shut for the whole of the summer, council says", "It rains.")
    text = "\n".join(lines)
    article = Article("a1", text, title=lines[0], parts=(Part(0, len(text), "body"),))
    with Store.open(tmp_path / "corpus.db") as store:
        store.add(article, Findings(passages=passages_of(article)), "made")
        index = build_index(store.frames())

    assert articles_page(index, Brush(), ranked_articles(index, Brush()), 1).frame["passage"][
        0
    ] == ("It rains.")


def test_row_when_only_a_later_passage_is_inside_then_shows_that_one(index):
    frame = articles_page(index, MARA, ranked_articles(index, MARA), 999).frame

    assert all("Mara Okafor" in passage for passage in frame["passage"])


def test_row_when_others_carry_the_story_then_names_them_first_published_first(tmp_path: Path):
    text = " ".join(f"word{number} of the river report" for number in range(60))
    said = [("Harbour Post", 3), ("The Ledger", 1), ("Daily Meridian", 2)]
    with Store.open(tmp_path / "corpus.db") as store:
        for name, day in said:
            own = f"{text} {name}."
            passage = Passage(0, len(own), f"p.{name}", name)
            article = Article(name, own, outlet=name, published=f"2021-08-0{day}T10:00:00Z")
            store.add(article, Findings((passage,)), "made")
        frames = store.frames()
    frames["articles"]["story_id"] = "one story"
    index = build_index(frames)
    frame = articles_page(index, Brush(), ranked_articles(index, Brush(), "oldest"), 9).frame

    assert frame["carriers"].tolist() == [
        ["Daily Meridian", "Harbour Post"],
        ["The Ledger", "Harbour Post"],
        ["The Ledger", "Daily Meridian"],
    ]
    assert all(len(passage) <= 282 for passage in frame["passage"])


def test_passages_when_inside_then_are_those_of_the_article_alone(index):
    everything = passages_inside(index, Brush(), "art00001")
    inside = passages_inside(index, MARA, "art00001")

    assert set(inside) <= set(everything)
    assert {name.split(".")[0] for name in everything} == {"art00001"}
    assert passages_inside(index, MARA, "gone") == ()


def test_passages_when_articles_are_widened_then_all_or_none_are_inside(index):
    wide = replace(MARA, scope="article")

    for article in index.articles.ids_of(range(20)):
        inside = passages_inside(index, wide, str(article))
        assert inside in ((), passages_inside(index, Brush(), str(article)))
