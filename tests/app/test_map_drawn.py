"""The map without a browser: what is sent, in which order, under which identities."""

from __future__ import annotations

import json
from typing import Any

import pytest
from columns import clear, click, headline, names
from made_corpus import PLACES, made_corpus
from streamlit.testing.v1 import AppTest

from components import visit
from components.map import rows
from components.map.layers import SLACK_PX
from dateline.records import Place
from dateline.store import Store

SENT = {
    "places": ("at", "size"),
    "near": ("at", "size"),
    "context": ("at", "size"),
    "areas": ("ring",),
    "circles": ("at", "m"),
}
Layers = dict[str, dict[str, Any]]


def layers(app: AppTest) -> Layers:
    deck = json.loads(app.get("deck_gl_json_chart")[0].proto.json)
    return {layer["id"].split("-")[0]: layer | rows_of(layer) for layer in deck["layers"]}


def rows_of(layer: dict[str, Any]) -> dict[str, Any]:
    """The rows of a layer of places, by what each value of them is."""
    drawn = SENT.get(layer["id"].split("-")[0])
    names = ("id", "name", "said", *(drawn or ()))
    return {"data": [dict(zip(names, row, strict=True)) for row in layer["data"]]} if drawn else {}


def view(app: AppTest) -> tuple[float, float, float]:
    found = json.loads(app.get("deck_gl_json_chart")[0].proto.json)["initialViewState"]
    return found["longitude"], found["latitude"], found["zoom"]


def ids(drawn: Layers, *names: str) -> list[str]:
    return [row["id"] for name in names for row in drawn[name]["data"]]


def draw(app: AppTest, kind: str) -> Layers:
    app.run()
    (group,) = (g for g in app.get("button_group") if "-map_drawn_" in g.proto.id)
    group.set_value(kind).run()
    assert not app.exception
    return layers(app)


def words(app: AppTest) -> str:
    said: str = headline(app)["words"]
    return said


def test_map_when_another_brush_draws_other_rows_then_its_layers_stay(rivers, opened):
    before, after = layers(opened(rivers)), layers(opened(rivers, entity="e-9"))
    assert ids(before, "places") != ids(after, "places")
    assert [layer["id"] for layer in before.values()] == [layer["id"] for layer in after.values()]
    assert before["context"] == after["context"]


def test_map_when_a_place_is_outside_then_its_grey_mark_names_it_and_can_be_clicked(rivers, opened):
    drawn = layers(opened(rivers, entity="e-9"))
    outside = set(ids(drawn, "context")) - set(ids(drawn, "places", "near"))
    assert outside
    said = {row["id"]: row["said"] for row in drawn["context"]["data"]}
    assert all("in all" in said[place] for place in outside)
    assert drawn["context"]["pickable"]


def test_map_when_a_mark_is_small_then_it_is_hit_beside_its_disc(rivers, opened):
    grey = layers(opened(rivers))["context"]
    assert grey["getRadius"] == f"@@=this[4] + {SLACK_PX / 2}"
    assert (grey["getLineWidth"], grey["getLineColor"][3]) == (SLACK_PX, 0)


def test_map_when_a_place_is_chosen_then_its_rows_keep_their_order(rivers, opened):
    before, after = layers(opened(rivers)), layers(opened(rivers, place="g1"))
    assert ids(before, "places") == ids(after, "places")
    assert len(after["chosen"]["data"]) == 1


def test_map_when_drawn_then_large_discs_lie_under_small_ones(rivers, opened):
    sizes = [row["size"] for row in layers(opened(rivers))["places"]["data"]]
    assert sizes == sorted(sizes, reverse=True)


def test_map_when_drawn_then_pins_no_country_and_draws_areas_as_areas(rivers, opened):
    app = opened(rivers)
    drawn = layers(app)
    pinned = set(ids(drawn, "places", "near", "areas", "circles"))
    assert not pinned & {"c1", "c2", "c3"}
    assert ids(drawn, "areas", "circles") == ["a2", "a1"]
    assert ids(drawn, "near") == ["g9"]
    assert len(drawn["areas"]["data"][0]["ring"]) > 3
    assert {"c1", "c2", "c3"} <= set(names(app, "place_list"))


def test_map_when_areas_and_names_are_switched_off_then_they_are_not_sent(rivers, opened):
    app = opened(rivers)
    app.toggle(key="map_areas").set_value(False).run()
    app.run().toggle(key="map_names").set_value(False).run()
    drawn = layers(app)
    assert ids(drawn, "areas", "circles") == []
    assert drawn["names"]["data"] == []
    assert ids(drawn, "places") != []


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A corpus with more places than the map draws, on both sides of the date line."""
    path = tmp_path_factory.mktemp("wide") / "wide.db"
    many = [
        Place(f"w{n}", f"Town number {n}", "city", n % 120 - 55.0, n * 7 % 360 - 180.0, "point", 8)
        for n in range(rows.MOST * 3)
    ]
    made = made_corpus(1800)
    with pytest.MonkeyPatch.context() as patch, Store.open(path) as store, store.batch():
        for number in range(1800):
            patch.setattr("made_corpus.PLACES", many[number * 2 % len(many) :][:4])
            store.add(*next(made), "made")
    return path


def test_map_when_the_corpus_has_many_places_then_one_drawing_is_under_60_kilobytes(wide, opened):
    app = opened(wide)
    drawn = layers(app)
    sent = app.get("deck_gl_json_chart")[0].proto.json
    assert len(sent.encode()) < 60_000
    assert len(ids(drawn, "places", "near", "areas", "circles")) == rows.MOST
    assert any(f"The {rows.MOST} most mentioned places;" in note.value for note in app.caption)
    for kind in ("Countries", "Divisions", "Grid"):
        draw(app, kind)
        assert len(app.get("deck_gl_json_chart")[0].proto.json.encode()) < 60_000


def test_map_when_a_rare_place_is_chosen_then_it_is_drawn_all_the_same(wide, opened):
    drawn = set(ids(layers(opened(wide)), "places"))
    with Store.open(wide, readonly=True) as store:
        rare = next(each for each in store.frames()["places"]["place_id"] if each not in drawn)
    assert rare in ids(layers(opened(wide, place=rare)), "places")


def test_countries_when_drawn_then_only_their_shades_are_sent_and_the_list_counts_them(
    rivers, opened
):
    app = opened(rivers)
    drawn = draw(app, "Countries")
    assert drawn["countries"]["data"].endswith("countries.geojson")
    assert names(app, "place_list")["IQ"] == "Iraq"
    assert any(row["name"].startswith("Iraq ") for row in drawn["names"]["data"])


def test_country_when_chosen_in_the_list_then_the_words_name_it(rivers, opened):
    app = opened(rivers)
    before = draw(app, "Countries")
    click(app, "place_list", "IQ")
    assert words(app) == "places in Iraq"
    assert layers(app)["countries"]["getFillColor"] != before["countries"]["getFillColor"]


def test_cell_when_chosen_then_the_words_give_its_bounds(rivers, opened):
    app = opened(rivers, cell="N30E040")
    assert words(app) == "places in 30–35°N 40–45°E"
    steps = {row["id"]: row["step"] for row in draw(app, "Grid")["cells"]["data"]}
    assert steps["N30E040"] == max(steps.values())


def test_division_when_its_name_has_blanks_then_the_address_keeps_it(opened, tmp_path):
    path = tmp_path / "capital.db"
    capital = Place("g1", "Washington", "city", 38.9, -77.0, "point", 8, country="US",
                    admin1="District of Columbia")  # fmt: skip
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("made_corpus.PLACES", (capital, *PLACES[1:]))
        with Store.open(path) as store, store.batch():
            for article, findings in made_corpus(40):
                store.add(article, findings, "made")
    app = opened(path, region="US.District of Columbia")
    assert words(app) == "places in District of Columbia (United States)"


def test_camera_when_a_place_in_view_is_chosen_then_stays_and_flies_to_one_outside(rivers, opened):
    app = opened(rivers)
    app.session_state["dateline"].map_px = 500
    app.button(key="view_Americas").click().run()
    americas = view(app)
    press(app, "place_list", "g8")
    assert view(app) != americas
    assert view(app)[0] == pytest.approx(43.13, abs=0.01)
    there = view(app)
    press(app, "place_list", "a1")
    assert view(app) == there


def press(app: AppTest, key: str, value: str) -> None:
    """A row of a column that another view's redrawing has left on the page."""
    app.run()
    click(app, key, value)


def test_camera_when_a_preset_is_asked_for_again_then_it_is_sent_again(rivers, opened):
    app = opened(rivers)
    seen = []
    for _ in range(2):
        app.run().button(key="view_Europe").click().run()
        seen.append(view(app))
    assert seen[0] != seen[1]
    assert seen[0] == pytest.approx(seen[1], abs=1e-5)


def test_camera_when_brushed_elsewhere_then_does_not_move(rivers, opened):
    app = opened(rivers)
    app.button(key="view_Africa").click().run()
    before = view(app)
    press(app, "lane_list", "e-1")
    assert view(app) == before


def test_map_when_read_as_a_table_then_says_the_same_places_and_counts(rivers, opened):
    app = opened(rivers, entity="e-0")
    drawn = layers(app)
    said = {row["id"]: row["said"] for n in ("places", "near") for row in drawn[n]["data"]}
    names = {row["id"]: row["name"] for n in ("places", "near") for row in drawn[n]["data"]}
    app.button(key="map_read").click().run()
    table = app.dataframe[0].value
    counted = dict(zip(table["name"], table["count"], strict=True))
    assert counted
    assert {counted[names[i]] for i in said} == {int(said[i].split()[0]) for i in said}
    app.button(key="map_read").click().run()
    assert layers(app).keys() == drawn.keys()


def test_place_when_chosen_then_only_the_button_that_looks_at_it_is_drawn_anew(
    rivers, opened, monkeypatch
):
    monkeypatch.setattr(visit, "SENT_S", 0)
    app = opened(rivers)
    assert app.button(key="view_chosen").disabled
    click(app, "place_list", "g1")
    keys = [button.key for button in app.button]
    assert "view_chosen" in keys
    assert "fit" not in keys
    assert not app.button(key="view_chosen").disabled


def test_place_when_chosen_while_the_map_is_read_then_can_be_looked_at_once_it_is_drawn(
    rivers, opened, monkeypatch
):
    monkeypatch.setattr(visit, "SENT_S", 0)
    app = opened(rivers)
    app.button(key="map_read").click().run()
    app.run()
    assert "view_chosen" not in [button.key for button in app.button]
    click(app, "place_list", "g1")
    app.run()
    app.button(key="map_read").click().run()
    assert not app.button(key="view_chosen").disabled
    app.run()
    clear(app)
    assert app.button(key="view_chosen").disabled
