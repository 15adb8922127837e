"""The search box and the saved searches without a browser."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from columns import headline, payload_of, payloads
from made_corpus import stored
from streamlit.testing.v1 import AppTest

from components import search
from components.memory import Searching
from components.typeset.text import plain
from data.access import saved
from dateline.brush import Brush, clause
from dateline.records import SavedSearch
from dateline.store import Store

OKAFOR = Brush((clause("search", "okafor"),))


def box(app: AppTest) -> dict[str, Any]:
    """What the search box was given."""
    assert not app.exception
    assert not app.error
    (found,) = (one for one in app.get("bidi_component") if one.key == "search_box")
    return payload_of(found.proto)


def listed(app: AppTest, title: str) -> dict[str, Any]:
    return next(payload for payload in payloads(app) if payload.get("title") == title)


@pytest.mark.parametrize("page", ["", "articles", "places", "add", "settings", "help"])
def test_screen_when_opened_then_has_one_search_box(rivers, opened, page):
    assert box(opened(rivers, page))["shown"] == ""


@pytest.mark.parametrize("page", ["", "articles", "places"])
def test_box_when_the_address_has_a_search_then_shows_it_and_the_views_follow(rivers, opened, page):
    app = opened(rivers, page, search="okafor NOT geneva")
    assert box(app)["shown"] == "okafor NOT geneva"
    (said,) = (" ".join(one) for one in headline(app)["counts"] if one[1].endswith("passages"))
    inside, total = map(int, re.findall(r"\d+", said))
    assert 0 < inside < total


def test_address_when_its_search_is_wrong_then_is_left_out_with_a_note(rivers, opened):
    app = opened(rivers, "", search="okafor NOT")
    assert box(app)["shown"] == ""
    assert any("okafor NOT" in one.value for one in app.caption)


def test_quotations_when_searched_then_the_words_are_marked_and_may_be_read_newest_first(
    rivers, opened
):
    app = opened(rivers, "", search="said:harbour")
    rows = listed(app, "Quotations")["rows"]
    marked = [p["text"] for row in rows for p in row["words"] if isinstance(p, dict)]
    assert set(marked) == {"harbour"}
    assert all("harbour" in plain(row["words"]) for row in rows)
    app.button(key="order").click().run()
    days = [row["days"]["first"] for row in listed(app, "Quotations")["rows"] if row["days"]]
    assert days == sorted(days, reverse=True)
    assert app.button(key="order").label == "Best first"


def test_passages_when_searched_then_the_words_are_marked(rivers, opened):
    app = opened(rivers, "", search='"reporters in"').button(key="other").click().run()
    for row in listed(app, "Passages")["rows"]:
        sought = [p["text"] for p in row["text"] if isinstance(p, dict) and "sought" in p["kinds"]]
        assert "".join(sought) == "reporters in"


def test_reader_when_searched_then_the_words_are_marked(rivers, opened):
    app = opened(rivers, "articles", search="reporters", article="art00003")
    (reader,) = (payload for payload in payloads(app) if "blocks" in payload)
    pieces = [piece for block in reader["blocks"] for piece in block["pieces"]]
    marked = [p["text"] for p in pieces if isinstance(p, dict) and "sought" in p["kinds"]]
    assert marked
    assert set(marked) == {"reporters"}


def test_payload_when_a_search_was_wrong_then_says_where_and_what_is_shown_still():
    typing = Searching(query="war NOT", fault="expected a word", at=7, brush=OKAFOR)
    payload = search.payload(OKAFOR, typing)
    assert payload["shown"] == "war NOT"
    assert plain(payload["fault"]["before"]) == "war NOT"
    assert plain(payload["fault"]["kept"]) == "Still shown: the search “okafor”."
    assert search.payload(Brush(), typing)["fault"] is None


def test_payload_when_a_name_is_begun_then_offers_it(rivers, monkeypatch):
    monkeypatch.setenv("DATELINE_CORPUS", str(rivers))
    offers = search.payload(Brush(), Searching(typed="okaf", caret=4))["offers"]
    assert (offers["of"], offers["start"]) == ("okaf", 0)
    assert {row["token"] for row in offers["rows"]} == {
        'names:"Mara Okafor"', 'speaker:"Mara Okafor"'
    }  # fmt: skip


SEARCHING = """
import os
import streamlit as st
from components import search, state

here = state.session()
here.views = ("told",)
said = os.environ["SAID"].encode().decode("unicode_escape") * int(os.environ["TIMES"])
st.button("Ask", on_click=search.on_event, args=({"field": "search", "value": said},))

@state.view("told")
def told():
    found = here.brush.clause_on("search")
    st.text(found.values[0] if found else "")
    st.text(here.searching.fault)

told()
"""


def asked(monkeypatch: pytest.MonkeyPatch, corpus: Path, said: str, times: int = 1) -> list[str]:
    """The Brush's search, and what is wrong, after this was searched for."""
    monkeypatch.setenv("DATELINE_CORPUS", str(corpus))
    monkeypatch.setenv("SAID", said)
    monkeypatch.setenv("TIMES", str(times))
    app = AppTest.from_string(SEARCHING, default_timeout=30).run().button[0].click().run()
    assert not app.exception
    return [one.value for one in app.text]


@pytest.mark.parametrize(
    ("said", "times", "fault"),
    [
        ("okafor NOT", 1, "expected a word after NOT, at 11"),
        ("kabul ", 20_000, "at most 1,000 characters"),
        ("(", 10_000, "at most 1,000 characters"),
        ('"', 1, "not closed, at 1"),
        ("a* b* c*", 1, "expected 2 letters or more before *, at 1"),
        ("title:x", 1, "there is no field 'title'"),
    ],
)
def test_search_when_wrong_then_the_brush_stays_and_it_is_said_where(
    rivers, monkeypatch, said, times, fault
):
    found, told = asked(monkeypatch, rivers, said, times)
    assert found == ""
    assert fault in told


@pytest.mark.parametrize(
    "said",
    [
        "'; DROP TABLE article; --",
        "NEAR(okafor istanbul)",
        "^okafor",
        r"okafor\\x00istanbul",
        r"\\u202eokafor",
        r"okafor \\U0001f642",
        "<script>alert(1)</script>",
    ],
)
def test_search_when_hostile_then_is_words_to_find(rivers, monkeypatch, said):
    found, told = asked(monkeypatch, rivers, said)
    assert (bool(found), told) == (True, "")


def test_saved_when_watched_then_what_is_new_is_told_and_seen(tmp_path, monkeypatch):
    corpus = stored(tmp_path / "rivers.db", articles=20)
    with Store.open(corpus) as store:
        kept = store.keep_search(SavedSearch("", "Hers", OKAFOR.to_query(), is_watched=True))
        store.keep_search(replace(kept, newest_seen=10))
    monkeypatch.setenv("DATELINE_CORPUS", str(corpus))
    app = AppTest.from_string(LISTED, default_timeout=30).run()
    assert not app.exception
    (words,) = (one.value for one in app.caption)
    assert re.search(r"\d+ new passages, \d+ quotations, \d+ articles", words.replace("\\", ""))
    assert any(one.key.startswith("search_new_s1_art0001") for one in app.button)
    app.button(key="search_seen_s1").click().run()
    assert "nothing new" in app.caption[0].value


def test_saved_when_renamed_deleted_and_taken_back_then_the_list_follows(tmp_path, monkeypatch):
    corpus = stored(tmp_path / "rivers.db", articles=5)
    monkeypatch.setenv("DATELINE_CORPUS", str(corpus))
    app = AppTest.from_string(LISTED, default_timeout=30).run()
    app.text_input[1].set_value("Mara Okafor").run()
    app.button(key="search_watch_name").click().run()
    (kept,) = saved.searches()
    key = kept.search_id
    assert app.button(key=f"search_open_{key}").label == "Mara Okafor"
    app.button(key=f"search_rename_{key}").click().run()
    app.text_input(key=f"search_name_{key}").set_value("Hers").run()
    assert app.button(key=f"search_open_{key}").label == "Hers"
    app.button(key=f"search_delete_{key}").click().run()
    assert saved.searches() == ()
    app.button(key="search_restore").click().run()
    assert app.button(key=f"search_open_{key}").label == "Hers"
    app.button(key=f"search_watch_{key}").click().run()
    assert not saved.searches()[0].is_watched
    app.button(key="search_watch_name").click().run()
    assert "at least one letter" in app.error[0].value


LISTED = """
from components import searches
from data.access import saved

kept = saved.searches()
searches.listed(kept, {one.search_id: saved.fresh(one) for one in kept if one.is_watched})
"""
