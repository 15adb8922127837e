"""Articles without a browser: the list, its search and order, and the reader of one article."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from columns import headline, payloads
from made_corpus import HOSTILE, stored
from streamlit.testing.v1 import AppTest

from components.typeset.text import plain
from dateline.records import Article, Findings, Part, passages_of
from dateline.store import Store


def drawn(app: AppTest) -> dict[str, Any]:
    """What the list or the reader was given."""
    assert not app.exception
    assert not app.error
    return payloads(app)[-1]


def ids(app: AppTest) -> list[str]:
    return [row["id"] for row in drawn(app)["rows"]]


def test_list_when_nothing_is_chosen_then_has_every_article_newest_first(rivers, opened):
    app = opened(rivers, "articles")
    payload = drawn(app)
    days = [row["days"]["first"] for row in payload["rows"]]

    assert (payload["count"], payload["more"]) == ("80", "Show more (40 of 80)")
    assert days == sorted(days, reverse=True)
    assert app.query_params == {}


def test_list_when_the_address_names_a_brush_then_has_what_the_head_counts(rivers, opened):
    app = opened(rivers, "articles", entity="e-9")
    said = headline(app)["counts"][0]
    inside = len(ids(app))

    assert said == [str(inside), "of 80 articles"]
    assert drawn(app)["count"] == f"{inside} of 80"
    assert all("quotation" in row["counts"][0] for row in drawn(app)["rows"])


def test_list_when_the_brush_leaves_nothing_then_says_what_to_do(rivers, opened):
    app = opened(rivers, "articles", published="1990-01-01..1990-01-02")

    assert drawn(app)["rows"] == []
    assert "Take a part of it out" in drawn(app)["empty"]


def test_list_when_searched_then_has_those_articles_best_first(rivers, opened):
    app = opened(rivers, "articles", search="nukus OR reporters")

    assert app.selectbox[0].value == "match"
    assert "Nukus" in plain(drawn(app)["rows"][0]["passage"])
    titled = opened(rivers, "articles", search='"day 7"')
    assert ids(titled) == ["art00007"]


def test_list_when_no_article_has_the_words_then_offers_the_way_back(rivers, opened):
    app = opened(rivers, "articles", search="zzyzx")

    assert ids(app) == []
    assert "Search for less" in drawn(app)["empty"]
    assert len(ids(app.button(key="article_unsearch").click().run())) == 40
    assert "search" not in app.query_params
    assert app.selectbox[0].value == "newest"


def test_list_when_sorted_by_outlet_then_stands_in_that_order(rivers, opened):
    app = opened(rivers, "articles").selectbox[0].select("outlet").run()
    outlets = [plain(row["outlet"]) for row in drawn(app)["rows"]]

    assert outlets == sorted(outlets)
    assert "Best match" not in app.selectbox[0].options


def test_reader_when_the_address_names_an_article_then_shows_it_beside_the_brush(rivers, opened):
    app = opened(rivers, "articles", article="art00003", entity="e-0")
    payload = drawn(app)

    assert payload["id"] == "art00003"
    assert plain(payload["head"]["title"]) == "Talks on the rivers, day 3"
    assert (app.query_params["article"], app.query_params["entity"]) == ("art00003", "e-0")
    assert {r["about"] for k, r in payload["records"].items() if k in payload["chosen"]} <= {"e-0"}


def test_reader_when_next_and_back_are_pressed_then_follows_the_list(rivers, opened):
    listed = ids(opened(rivers, "articles", entity="e-0"))
    app = opened(rivers, "articles", article=listed[0], entity="e-0")
    assert app.button(key="reader_before").disabled
    app.button(key="reader_after").click().run()

    assert drawn(app)["id"] == listed[1]
    assert app.text[-1].value.startswith("2 of ")
    app.button(key="reader_back").click().run()
    assert ids(app) == listed
    assert set(app.query_params) == {"entity"}


def test_reader_when_the_article_is_outside_the_brush_then_it_stays_open(rivers, opened):
    app = opened(rivers, "articles", article="art00003", published="1990-01-01..1990-01-02")

    assert drawn(app)["id"] == "art00003"
    assert "Not among the 0 articles" in app.text[-1].value
    assert app.button(key="reader_after").disabled


@pytest.mark.parametrize("article", ["nothing", "<script>", "../../etc/passwd", "a" * 5000, "\x00"])
def test_reader_when_the_article_is_unknown_then_says_so_and_leads_back(rivers, opened, article):
    app = opened(rivers, "articles", article=article)

    assert not app.exception
    assert [header.value for header in app.header] == ["There is no such article"]
    assert len(ids(app.button(key="reader_back").click().run())) == 40


def test_reader_when_an_older_version_is_open_then_says_so_and_names_the_newest(tmp_path, opened):
    texts = ("The gates are shut.", "The gates are open again.")
    corpus = tmp_path / "versions.db"
    with Store.open(corpus) as store:
        for name, text in zip(("old", "new"), texts, strict=True):
            article = Article(name, text, url="https://news.example/gates", title="Gates",
                              parts=(Part(0, len(text), "body"),))  # fmt: skip
            store.add(article, Findings(passages=passages_of(article)), "made")
    listed, old = opened(corpus, "articles"), opened(corpus, "articles", article="old")

    assert [(row["id"], row["versions"]) for row in drawn(listed)["rows"]] == [("new", "version 2")]
    assert "older version" in drawn(old)["head"]["note"]
    assert [v["id"] for v in drawn(old)["head"]["versions"]] == ["new", "old"]


def test_corpus_when_empty_then_the_page_says_what_to_do(tmp_path, opened):
    app = opened(stored(tmp_path / "none.db", articles=0), "articles")

    assert [header.value for header in app.header] == ["No articles yet"]
    assert [c.key for c in app.get("bidi_component")] == ["page_keys", "search_box"]


def test_text_when_hostile_then_goes_to_the_browser_as_text(tmp_path: Path, opened) -> None:
    corpus = stored(tmp_path / "hostile.db", articles=3, hostile=True)
    listed, read = opened(corpus, "articles"), opened(corpus, "articles", article="art00000")

    assert HOSTILE in [plain(row["title"]) for row in drawn(listed)["rows"]]
    assert HOSTILE in plain(drawn(read)["blocks"][0]["pieces"])
    assert not any("script" in item.value for item in (*listed.markdown, *read.markdown))
