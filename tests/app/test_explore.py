"""Explore without a browser: a seeded Brush, an empty store, a broken one, hostile text."""

from __future__ import annotations

import re

import pytest
from columns import chips, chosen, click, column, headline, names, take_out
from made_corpus import HOSTILE, stored
from streamlit.testing.v1 import AppTest

from components import theme


def words(app: AppTest) -> str:
    said: str = headline(app)["words"]
    return said


def keys(app: AppTest, prefix: str) -> list[str]:
    return [button.key for button in app.button if (button.key or "").startswith(prefix)]


def test_page_when_opened_without_a_brush_then_shows_everything(rivers, opened):
    app = opened(rivers)
    assert not app.exception
    assert words(app) == "Everything"
    assert headline(app)["counts"][0] == ["80", "articles"]
    assert chips(app) == {}
    assert len(column(app, "lane_list")) == theme.LANES


def test_page_when_the_address_names_a_brush_then_is_painted_from_it(rivers, opened):
    app = opened(rivers, place="g1", published="2024-01-15..2024-03-01", entity=["e-0", "e-1"])
    assert words(app) == "Istanbul · 15 Jan – 1 Mar 2024 · Mara Okafor or Idris Lindqvist"
    assert list(chips(app)) == ["place", "published", "entity"]
    assert chosen(app, "lane_list", "place_list") == {"e-0", "e-1", "g1"}


def test_address_when_it_names_what_is_unknown_then_says_what_was_left_out(rivers, opened):
    app = opened(rivers, place=["g1", "nowhere"], colour="red")
    assert words(app) == "Istanbul"
    notes = [note.value.replace("\\", "") for note in app.caption]
    assert any("place=nowhere, colour=red" in note for note in notes)


def test_place_when_chosen_and_undone_then_the_brush_and_its_chip_come_and_go(rivers, opened):
    app = opened(rivers)
    click(app, "place_list", "g3")
    assert (words(app), chips(app)) == ("Baghdad", {"place": "Baghdad"})
    assert app.query_params["place"] == "g3"
    app.button(key="undo").click().run()
    assert (words(app), chips(app)) == ("Everything", {})
    app.button(key="redo").click().run()
    assert words(app) == "Baghdad"
    take_out(app, "place")
    assert words(app) == "Everything"
    assert "place" not in app.query_params


def test_lanes_when_two_are_chosen_then_either_is_inside(rivers, opened):
    app = opened(rivers)
    click(app, "lane_list", "e-0")
    click(app, "lane_list", "e-1")
    assert words(app) == "Mara Okafor or Idris Lindqvist"
    click(app, "lane_list", "e-0")
    assert words(app) == "Idris Lindqvist"


def test_scope_when_widened_then_the_words_and_the_address_say_so(rivers, opened):
    app = opened(rivers, place="g5")
    app.get("button_group")[0].set_value("article").run()
    assert words(app) == "Geneva · whole articles"
    assert app.query_params["scope"] == "article"


def test_corpus_when_empty_then_the_page_says_what_to_do(tmp_path, opened):
    app = opened(stored(tmp_path / "none.db", articles=0))
    assert [header.value for header in app.header] == ["No articles yet"]
    assert "dateline ingest" in app.code[0].value


def test_corpus_when_broken_then_the_page_says_so_without_a_traceback(tmp_path, opened):
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"this is no corpus" * 1000)
    app = opened(broken)
    assert not app.exception
    assert len(app.error) == 1
    assert "broken.db" in app.error[0].value
    assert "Traceback" not in app.error[0].value


def test_text_when_hostile_then_stays_text_in_every_label(tmp_path, opened):
    app = opened(stored(tmp_path / "hostile.db", articles=3, hostile=True), place="x1")
    assert not app.exception
    assert HOSTILE in words(app)
    labels = [button.label for button in app.button] + [item.value for item in app.markdown]
    assert "<script" in chips(app)["place"]
    assert any("<script" in name for name in names(app, "place_list").values())
    assert not any(re.search(r"(?<!\\)(<script|!\[|\*\*bold|:smile:)", label) for label in labels)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Saint-Lô", "Saint\\-Lô"),
        ("*bold* [a](b)", "\\*bold\\* \\[a\\]\\(b\\)"),
        (":smile:", "\\:\u2060smile\\:\u2060"),
        ("www.example.org", "www\u2060\\.example\\.org"),
        ("two\nlines", "two lines"),
    ],
)
def test_plain_when_given_markdown_then_escapes_it(given, expected):
    assert theme.plain(given) == expected


def test_findings_when_another_version_made_them_then_the_head_offers_to_make_them_anew(
    rivers, opened, ingested_sample
):
    assert keys(opened(rivers), "older") == ["older"]
    assert keys(opened(ingested_sample), "older") == []
