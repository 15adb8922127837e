"""Places without a browser: the lists, their evidence, roles and what can be taken away."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest
import shapely.geometry
from columns import chips, payloads
from made_corpus import HOSTILE, stored
from streamlit.testing.v1 import AppTest

from components.memory import Placed
from components.placed.candidates import candidates_payload
from components.placed.chart import fitted, layers, numbered
from components.placed.names import names_payload, take
from components.theme import LIGHT
from components.typeset.text import plain
from data.access import placing
from data.access.written import Wanted
from dateline.brush import Brush, clause
from dateline.records import Candidate, Place, Toponym
from dateline.store import Store


def drawn(app: AppTest) -> dict[str, dict[str, Any]]:
    """What the list and the passages were given, by their titles."""
    assert not app.exception
    assert not app.error
    return {payload["title"]: payload for payload in payloads(app) if "title" in payload}


def names(payload: dict[str, Any]) -> list[str]:
    return [plain(row["name"]) for row in payload["rows"]]


def test_places_when_opened_then_lists_every_place_and_opens_the_first(rivers, opened):
    found = drawn(opened(rivers, "places"))
    rows = found["Resolved"]["rows"]
    sought = [piece for row in found["Passages"]["rows"] for piece in row["text"]
              if isinstance(piece, dict) and "sought" in piece["kinds"].split()]  # fmt: skip

    assert found["Resolved"]["count"] == f"{len(rows)}"
    assert [row["opened"] for row in rows] == [True] + [False] * (len(rows) - 1)
    assert {piece["text"] for piece in sought} == {names(found["Resolved"])[0]}
    assert len(sought) == len(found["Passages"]["rows"]) == 8
    assert "a point" in plain(rows[0]["place"])


def test_places_when_the_address_names_a_brush_then_counts_inside_of_all(rivers, opened):
    rows = drawn(opened(rivers, "places", entity="e-9"))["Resolved"]["rows"]

    assert rows
    assert all("mention" in row["count"] for row in rows)
    assert any(" of " in row["count"] for row in rows)


def test_places_when_a_place_is_chosen_then_it_leads_and_the_others_stay(rivers, opened):
    free = drawn(opened(rivers, "places"))["Resolved"]
    chosen = drawn(opened(rivers, "places", place="a2"))["Resolved"]

    assert names(chosen)[0] == "Mesopotamian Marshes"
    assert [row["chosen"] for row in chosen["rows"]].count(True) == 1
    assert sorted(names(free)) == sorted(names(chosen))


@pytest.mark.parametrize(
    ("outcome", "title"), [("ambiguous", "Ambiguous"), ("unplaced", "Unplaced")]
)
def test_places_when_a_list_is_empty_then_says_where_to_look(rivers, opened, outcome, title):
    app = opened(rivers, "places")
    app = app.segmented_control(key="placed_outcome_resolved").set_value(outcome).run()
    found = drawn(app)

    assert set(found) == {title}
    assert found[title]["rows"] == []
    assert "Look among the" in found[title]["empty"]


def test_places_when_the_brush_leaves_nothing_then_says_what_to_do(rivers, opened):
    found = drawn(opened(rivers, "places", published="1990-01-01..1990-01-02"))

    assert "Take a part of it out" in found["Resolved"]["empty"]
    assert "Passages" not in found


def test_role_when_pressed_then_is_a_clause_of_the_brush(rivers, opened):
    app = opened(rivers, "places")
    app = app.pills(key="placed_roles").set_value(["about"]).run()

    assert not app.exception
    assert app.query_params["role"] in ("about", ["about"])
    assert app.pills(key="placed_roles-about").value == ["about"]


def test_place_when_shown_in_explore_then_goes_there_with_it_and_can_be_undone(rivers, opened):
    app = opened(rivers, "places")
    (first, *_) = names(drawn(app)["Resolved"])
    app = app.button(key="placed_show").click().run()

    assert not app.exception
    assert chips(app)["place"] == first
    assert not app.button(key="undo").disabled


def test_place_when_chosen_twice_then_is_out_again(rivers, opened):
    app = opened(rivers, "places").button(key="placed_choose").click().run()
    assert app.button(key="placed_choose").label == "Take out"
    app = app.button(key="placed_choose").click().run()
    assert "place" not in app.query_params


def test_places_when_names_are_hostile_then_they_are_letters(tmp_path, opened):
    corpus = stored(tmp_path / "hostile.db", articles=3, hostile=True)
    found = drawn(opened(corpus, "places"))

    assert HOSTILE in names(found["Resolved"])


def test_places_when_the_corpus_is_empty_then_shows_the_first_steps(tmp_path, opened):
    with Store.open(tmp_path / "empty.db"):
        pass
    app = opened(tmp_path / "empty.db", "places")

    assert not app.exception
    assert not drawn(app)


def test_list_when_longer_than_a_page_then_each_place_is_on_one_of_its_pages(rivers, monkeypatch):
    monkeypatch.setenv("DATELINE_CORPUS", str(rivers))
    whole = placing.placing(Brush(), "resolved", 999)
    pages = [placing.placing(Brush(), "resolved", 3, at) for at in range(0, whole.total, 3)]
    last = placing.placing(Brush(), "resolved", 3, 999)
    payload = names_payload(pages[1], "resolved", "not there")

    assert [key for one in pages for key in one.frame["key"]] == whole.frame["key"].tolist()
    assert last.frame["key"].tolist() == pages[-1].frame["key"].tolist()
    assert payload["count"] == f"4 to 6 of {whole.total}"
    assert payload["pages"] == {"first": 3, "rows": 40, "total": whole.total}
    assert [row["opened"] for row in payload["rows"]] == [True, False, False]


def test_list_when_letters_are_looked_for_then_says_how_many_have_them(rivers, monkeypatch):
    monkeypatch.setenv("DATELINE_CORPUS", str(rivers))
    found = placing.placing(Brush(), "resolved", 40, 0, "MARSH")
    none = placing.placing(Brush(), "resolved", 40, 0, "no such name")

    assert names(names_payload(found, "resolved", "", "MARSH")) == ["Mesopotamian Marshes"]
    assert names_payload(found, "resolved", "", "MARSH")["count"] == "1 with these letters"
    assert "Try fewer" in names_payload(none, "resolved", "", "no such name")["empty"]


def test_list_when_the_brush_changes_then_begins_anew(rivers, opened):
    app = opened(rivers, "places", place="a2")
    here = app.session_state["dateline"]
    here.placed.first, here.placed.brush = 40, Brush()
    payload = drawn(app.run())["Resolved"]

    assert payload["pages"]["first"] == 0
    assert names(payload)[0] == "Mesopotamian Marshes"


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ({"field": "turn", "value": 80}, Placed(first=80)),
        ({"field": "turn", "value": -40}, Placed()),
        ({"field": "find", "value": " kab "}, Placed(words="kab")),
        ({"field": "find", "value": "k" * 999}, Placed(words="k" * 80)),
        ({"field": "open", "value": "g2"}, Placed(first=40, opened="g2", passages=8)),
        ({"field": "turn", "value": "40"}, None),
        ({"field": "turn"}, None),
        ({"field": "find", "value": 3}, None),
        ({"field": "open", "value": None}, None),
        ({"field": "more"}, None),
    ],
)
def test_list_when_an_event_comes_then_is_taken_if_it_makes_sense(event, expected):
    before = Placed(first=40, opened="g1", passages=16)
    placed = replace(before)

    assert take(event, placed) is (expected is not None)
    assert placed == (expected or before)


def test_files_when_read_back_then_have_what_the_lists_show(rivers, monkeypatch):
    monkeypatch.setenv("DATELINE_CORPUS", str(rivers))
    brush = Brush((clause("entity", "e-0"),))
    listed = placing.placing(brush, "resolved", 999).frame
    table = pd.read_csv(io.BytesIO(placing.file_of(Wanted("csv", brush), "resolved")))
    features = json.loads(placing.file_of(Wanted("geojson", brush), "resolved"))["features"]
    drawn_of = {one["id"]: one for one in features}

    assert table["place_id"].tolist() == listed["place_id"].tolist() == list(drawn_of)
    assert table["mentions_inside"].tolist() == listed["count"].tolist()
    assert set(table["version"]) == {"made"}
    for one in features:
        said = one["properties"]
        assert {"articles", "typical_article_id", "confidence", "radius_km"} <= set(said)
        if said["precision"] in ("country", "macro"):
            assert one["geometry"] is None
        else:
            assert shapely.geometry.shape(one["geometry"]).is_valid
    assert pd.read_csv(io.BytesIO(placing.file_of(Wanted("csv", brush), "unplaced"))).empty


def geneva() -> placing.Candidates:
    places = {
        "us": Place("us", "Geneva", "city", 41.89, -88.31, "point"),
        "ch": Place("ch", "Geneva", "city", 46.20, 6.15, "point"),
        "ge": Place("ge", "Genève", "admin1", 46.22, 6.13, "area1"),
        "co": Place("co", "Geneva", "country", 46.22, 6.13, "country"),
    }
    toponym = Toponym(
        "g", "m", "a", "p", "us", reason="chosen over Geneva, Switzerland: 2 mentions",
        candidates=tuple(
            Candidate(key, f"Geneva, {key}", 7.1 - at / 10, "because")
            for at, key in enumerate(("us", "ch", "ge", "co", "gone"))
        ),
    )  # fmt: skip
    return placing.Candidates(toponym, 0.1, places)


def test_candidates_when_drawn_then_one_is_chosen_and_those_without_a_spot_say_so():
    payload = candidates_payload(geneva())

    assert [row["chosen"] for row in payload["rows"]] == [True, False, False, False, False]
    assert [bool(row["note"]) for row in payload["rows"]] == [False, False, False, True, True]
    assert payload["count"] == "leads the next one elsewhere by 0.10"


def test_chart_when_two_candidates_overlap_then_share_a_number_and_only_one_is_filled():
    at = [[-88.31, 41.89], [6.15, 46.2], [6.13, 46.22]]
    spots = [{"at": here, "rank": rank, "chosen": rank == 1, "name": "", "said": ""}
             for rank, here in enumerate(at, start=1)]  # fmt: skip
    view = fitted(at)
    marks, _ = layers(spots, LIGHT, view["zoom"])

    assert [one["rank"] for one in numbered(spots, view["zoom"])] == ["1", "2, 3"]
    assert sorted(mark["fill"][3] for mark in marks.data) == [1, 1, 255]
    assert -88 < view["longitude"] < 6


def test_chart_when_candidates_lie_across_the_antimeridian_then_looks_there():
    view = fitted([[179.0, -17.0], [-179.0, -17.5]])

    assert abs(view["longitude"]) > 179
    assert view["zoom"] > 4
