"""The Entities screen without a browser: the list, a profile under the Brush, and its files."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from columns import payloads, send
from made_corpus import HOSTILE, stored
from profiled_corpus import ENTITIES, profiled, stored_profiles
from streamlit.testing.v1 import AppTest

from components.profile.days import days_payload
from components.typeset.text import plain
from data.access import entities, notebook
from data.access.written import Wanted
from dateline.brush import Brush, clause
from dateline.store import Store

MARA, IDRIS = ENTITIES[0].entity_id, ENTITIES[1].entity_id


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stored_profiles(tmp_path_factory.mktemp("profiles") / "harbour.db", articles=60)


def drawn(app: AppTest) -> dict[str, Any]:
    """What the components were given, by their titles; sections of a component by theirs."""
    assert not app.exception
    assert not app.error
    sent = payloads(app)
    found = {payload["title"]: payload for payload in sent if "title" in payload}
    for payload in sent:
        found |= {section["title"]: section for section in payload.get("sections", [])}
        found |= {"network": payload} if "nodes" in payload else {}
    return found


def names(payload: dict[str, Any]) -> list[str]:
    return [plain(row["name"]) for row in payload["rows"]]


def test_list_when_opened_then_has_every_entity_and_the_most_mentioned_first(harbour, opened):
    listed = drawn(opened(harbour, "entities"))["Entities"]
    counts = [int(row["counts"][0]) for row in listed["rows"]]

    assert sorted(names(listed)) == sorted(entity.name for entity in ENTITIES)
    assert counts == sorted(counts, reverse=True)


def test_list_when_searched_and_sorted_then_has_what_fits_in_that_order(harbour, opened):
    app = opened(harbour, "entities")
    app = app.text_input(key="entity_words_0").set_value("nunez").run()
    assert names(drawn(app)["Entities"]) == ["José Núñez"]
    app = app.text_input(key="entity_words_0").set_value("").run()
    app = app.selectbox(key="entity_sort_0").set_value("name").run()
    assert names(drawn(app)["Entities"]) == sorted(entity.name for entity in ENTITIES)
    app = app.pills(key="entity_kinds_0").set_value(["group"]).run()
    assert names(drawn(app)["Entities"]) == ["Dockers"]


def test_list_when_searched_and_sorted_then_its_address_says_so_and_shows_it_again(harbour, opened):
    app = opened(harbour, "entities")
    assert not {"named", "kinds", "sort"} & set(app.query_params)
    app = app.selectbox(key="entity_sort_0").set_value("name").run()
    app = app.text_input(key="entity_words_0").set_value("nunez").run()
    app = app.pills(key="entity_kinds_0").set_value(["person"]).run()
    told = {key: app.query_params[key] for key in ("named", "kinds", "sort")}
    assert told == {"named": "nunez", "kinds": "person", "sort": "name"}
    again = opened(harbour, "entities", **told)
    assert names(drawn(again)["Entities"]) == ["José Núñez"]
    assert again.text_input(key="entity_words_1").value == "nunez"
    assert again.selectbox(key="entity_sort_1").value == "name"


@pytest.mark.parametrize("wrong", [{"sort": "x"}, {"kinds": "x"}, {"named": " "}])
def test_list_when_its_address_is_wrong_then_it_is_as_at_first(harbour, opened, wrong):
    listed = drawn(opened(harbour, "entities", **wrong))["Entities"]
    assert len(listed["rows"]) == len(ENTITIES)


def test_entity_when_it_is_kept_then_the_head_of_its_profile_shows_it(
    harbour, opened, tmp_path, monkeypatch
):
    own = tmp_path / "own.db"
    with Store.open(harbour) as store:
        store.copy_to(own)
    monkeypatch.setenv("DATELINE_SETTINGS", str(tmp_path / "dateline.toml"))
    app = opened(own, "entities", entity=MARA)
    shown = notebook.entry(f"entity:{MARA}")
    notebook.keep(shown, replace(shown, is_bookmarked=True, tags=("to check",), note="Twice"))
    kept = payloads(app.run())
    (head,) = [one["kept"] for one in kept if set(one) == {"kept"}]
    assert head["subject"] == f"entity:{MARA}"
    assert (head["bookmark"], head["tags"], head["note"]) == (True, ["to check"], "Twice")


def test_list_when_no_name_fits_then_says_so(harbour, opened):
    app = opened(harbour, "entities").text_input(key="entity_words_0").set_value("nobody").run()

    assert "Search for fewer" in drawn(app)["Entities"]["empty"]


def test_list_when_longer_than_a_page_then_every_entity_has_its_page(tmp_path, opened, monkeypatch):
    monkeypatch.setattr("components.profile.directory.SIZE", 4)
    app = opened(stored_profiles(tmp_path / "p.db"), "entities")
    first = names(drawn(app)["Entities"])
    app.session_state["dateline"].profiling.pages["list"] = 2
    second = names(drawn(app.run())["Entities"])

    assert len(first) == 4
    assert sorted(first + second) == sorted(entity.name for entity in ENTITIES)


def test_profile_when_the_address_names_an_entity_then_shows_all_parts(harbour, opened):
    app = opened(harbour, "entities", entity=MARA)
    found = drawn(app)

    assert "Mara Okafor" in app.header[-1].value
    assert {"Roles", "Relations", "Names as written", "Named with these places"} <= set(found)
    assert {"Quotations by", "Articles", "Mentions a day", "network"} <= set(found)
    assert sorted(names(found["Names as written"])) == ["Mara Okafor", "Okafor"]
    assert "acting judge, Iraq" in names(found["Roles"])
    assert {row["name"] for row in found["network"]["rows"]} <= {e.name for e in ENTITIES}
    assert {row["kind"] for row in found["network"]["rows"]} == {"person", "organisation", "group"}


def test_profile_when_a_brush_is_given_then_counts_inside_of_all(harbour, opened):
    app = opened(harbour, "entities", entity=MARA, published="2024-03-05..2024-03-12")
    days = [a.published[:10] for a, f in profiled(3, 60)
            for m in f.mentions if m.entity_id == MARA]  # fmt: skip
    inside = sum("2024-03-05" <= day <= "2024-03-12" for day in days)
    said = [one.value for one in app.markdown if "mention" in one.value]

    assert said == [f"**{inside}** of {len(days)} mentions"]
    chart = drawn(app)["Mentions a day"]
    assert [chart["bins"][at][1] for at in chart["chosen"]] == ["2024-03-05", "2024-03-12"]
    assert sum(one[4] for one in chart["bins"]) == sum(bool(day) for day in days)


def test_profile_when_two_are_chosen_then_shows_the_first_and_offers_the_other(harbour, opened):
    app = opened(harbour, "entities", entity=[MARA, IDRIS])
    assert "Mara Okafor" in app.header[-1].value
    app = app.button(key=f"profile_also_{IDRIS}").click().run()

    assert "Idris Lindqvist" in app.header[-1].value
    assert app.query_params["entity"] == [IDRIS, MARA]
    assert not app.button(key="undo").disabled


def test_profile_when_closed_then_is_the_list_again(harbour, opened):
    app = opened(harbour, "entities", entity=MARA).button(key="profile_close").click().run()

    assert "Entities" in drawn(app)
    assert "entity" not in app.query_params


def test_profile_when_the_entity_is_unknown_then_says_so_over_the_list(harbour, opened):
    app = opened(harbour, "entities", entity="person.none")

    assert any("no entity 'person.none'" in one.value for one in app.text)
    assert drawn(app)["Entities"]["rows"]


def test_profile_when_nothing_is_inside_then_offers_the_whole_corpus(harbour, opened):
    app = opened(harbour, "entities", entity=MARA, published="1990-01-01..1990-01-02")
    found = drawn(app)
    assert found["Quotations by"]["empty"]
    assert found["network"]["empty"]
    assert all(row["outside"] for row in found["Names as written"]["rows"])
    app = app.button(key="profile_all").click().run()

    assert "published" not in app.query_params
    assert drawn(app)["Quotations by"]["rows"]


def test_quotations_when_those_about_are_asked_for_then_lists_them(harbour, opened):
    app = opened(harbour, "entities", entity=MARA)
    app = app.segmented_control(key=f"said_{MARA}").set_value("about").run()
    about = sum(MARA in q.about_ids for _, f in profiled(3, 60) for q in f.quotations)

    assert drawn(app)["Quotations about"]["count"] == str(about)


def test_passages_when_asked_for_then_stand_beside_with_the_words_marked(harbour, opened):
    app = opened(harbour, "entities", entity=MARA)
    app.session_state["dateline"].profiling.told = ("name", "Okafor", "Okafor")
    found = drawn(app.run())["Okafor"]
    sought = [piece["text"] for row in found["rows"] for piece in row["text"]
              if isinstance(piece, dict) and "sought" in piece["kinds"].split()]  # fmt: skip

    assert sought
    assert "".join(sought).replace("Okafor", "") == ""
    assert "Okafor" not in drawn(app.button(key="told_close").click().run())


def test_profile_when_names_are_hostile_then_they_are_letters(tmp_path, opened):
    app = opened(
        stored(tmp_path / "h.db", articles=3, hostile=True), "entities", entity="e-hostile"
    )
    found = drawn(app)

    assert names(found["Names as written"]) == [HOSTILE]
    assert HOSTILE in [node["name"] for node in found["network"]["nodes"]]
    assert "![x]" not in app.header[-1].value


def test_entities_when_the_corpus_is_empty_then_shows_the_first_steps(tmp_path, opened):
    with Store.open(tmp_path / "empty.db"):
        pass
    app = opened(tmp_path / "empty.db", "entities")

    assert not app.exception
    assert [c.key for c in app.get("bidi_component")] == ["page_keys", "search_box"]


def test_chip_when_its_profile_is_asked_for_then_goes_there(harbour, opened):
    app = opened(harbour, "articles", speaker=IDRIS)
    app = send(app, "chips", {"field": "profile", "value": "speaker"})
    brush = app.session_state["dateline"].brush

    assert not app.exception
    assert brush.words(lambda _, value: value) == f"said by {IDRIS} · {IDRIS}"


@pytest.mark.parametrize(
    "table", ["mentions", "roles", "relations", "places", "company", "ties", "by", "about"]
)
def test_file_when_read_back_then_every_row_has_its_source(harbour, monkeypatch, table):
    monkeypatch.setenv("DATELINE_CORPUS", str(harbour))
    brush = Brush((clause("published", "2024-03-02", "2024-03-20"),))
    frame = pd.read_csv(
        io.BytesIO(entities.file_of(Wanted("csv", brush), MARA, table)), keep_default_na=False
    )
    texts = {article.article_id: article for article, _ in profiled(3, 60)}

    assert len(frame)
    assert {"article_id", "url", "outlet", "published", "start", "end", "passage"} <= set(frame)
    assert set(frame["version"]) == {"made 1"}
    for row in frame.to_dict("records"):
        article = texts[row["article_id"]]
        assert row["url"] == article.url
        assert row["passage"] in article.text
        assert article.text[row["start"] : row["end"]].strip() in row["passage"]
    if table == "relations":
        named = {entity.entity_id: entity.name for entity in ENTITIES}
        assert list(frame["other"]) == [named[one] for one in frame["other_id"]]


def test_file_of_the_list_when_read_back_then_has_the_whole_list(harbour, monkeypatch):
    monkeypatch.setenv("DATELINE_CORPUS", str(harbour))
    frame = pd.read_csv(
        io.BytesIO(entities.listed_file(Wanted("csv", Brush()))), keep_default_na=False
    )

    assert sorted(frame["name"]) == sorted(entity.name for entity in ENTITIES)
    assert frame["mentions"].sum() == sum(len(f.mentions) for _, f in profiled(3, 60))
    assert all(frame["passage"])


def test_days_when_nothing_is_dated_then_says_so(tmp_path, monkeypatch):
    path = tmp_path / "undated.db"
    with Store.open(path) as store, store.batch():
        article, findings = next(
            one for one in profiled(3, 60) if one[1].mentions and not one[0].published
        )
        store.add(article, findings, "made 1")
    monkeypatch.setenv("DATELINE_CORPUS", str(path))
    one = findings.mentions[0].entity_id
    payload = days_payload(entities.profile(Brush(), one).days, Brush())

    assert article.published == ""
    assert payload["bins"] == []
    assert "states when" in payload["empty"]
