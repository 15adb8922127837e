"""The address: a link is a view, what makes no sense is left out, and undo does not touch looks."""

from __future__ import annotations

import pytest
from columns import click, headline
from streamlit.testing.v1 import AppTest


def told(app: AppTest) -> dict[str, list[str]]:
    return {key: [v] if isinstance(v, str) else v for key, v in app.query_params.items()}


def here(app: AppTest) -> object:
    return app.session_state["dateline"]


def test_link_when_it_says_how_explore_is_looked_at_then_it_is_looked_at_so(rivers, opened):
    app = opened(rivers, map="countries", axis="spoken", lanes="30", place="g1")
    assert not app.exception
    assert here(app).charting.drawn == "countries"
    assert (here(app).timing.axis, here(app).timing.lanes) == ("spoken", 30)
    assert here(app).dropped == ()


def test_address_when_the_browser_goes_back_then_the_screen_and_its_switches_go_with_it(
    rivers, opened
):
    app = opened(rivers, map="cells", axis="spoken")
    app.query_params.clear()
    app.run()
    drawn = [g.value for g in app.get("button_group") if "map_drawn" in g.proto.id]
    assert (here(app).charting.drawn, drawn) == ("places", ["Places"])
    assert here(app).timing.axis == "published"


def test_link_when_it_names_days_then_the_timeline_shows_them(rivers, opened):
    app = opened(rivers, days="2024-02-01..2024-02-10")
    assert here(app).timing.window == ("2024-02-01", "2024-02-10")
    assert any("1\N{EN DASH}10 Feb 2024" in note.value for note in app.caption)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("map", "globe"),
        ("axis", "read"),
        ("lanes", "7"),
        ("lanes", "-1"),
        ("days", "2024-02-10..2024-02-01"),
        ("days", "1901-01-01..1901-02-01"),
        ("days", "2024-02-30..2024-03-01"),
        ("days", "2024-02-01"),
        ("days", ".."),
    ],
)
def test_link_when_a_part_makes_no_sense_then_it_is_left_out_and_said(rivers, opened, key, value):
    app = opened(rivers, place="g1", **{key: value})
    assert not app.exception
    assert headline(app)["words"] == "Istanbul"
    assert here(app).dropped == (f"{key}={value}",)
    assert here(app).timing.windows == {}


def test_looks_when_changed_then_the_address_says_so_and_undo_leaves_them(rivers, opened):
    app = opened(rivers)
    click(app, "place_list", "g3")
    app.run()
    app.button(key="zoom_zoom_in").click().run()
    days = told(app)["days"]
    app.button(key="undo").click().run()
    assert told(app) == {"days": days}
    app.button(key="redo").click().run()
    assert told(app) == {"place": ["g3"], "days": days}
    again = opened(rivers, **told(app))
    assert here(again).timing.window == here(app).timing.window


def test_address_when_another_screen_is_opened_then_it_keeps_the_brush_and_explore_its_looks(
    rivers, opened
):
    app = opened(rivers, place="g1", lanes="30")
    app.switch_page("pages/articles.py").run()
    assert here(app).dropped == ()
    app.switch_page("pages/explore.py").run()
    assert here(app).timing.lanes == 30


def test_view_when_its_drawing_was_cut_off_then_a_click_that_asks_for_another_draws_it(
    rivers, opened
):
    app = opened(rivers)
    here(app).owed.add("lanes")
    here(app).drawn.pop("lanes")
    here(app).drawn_at.clear()
    app.button(key="fit").click().run()
    assert set(here(app).drawn_at) >= {"lanes", "map"}
    assert here(app).owed == set()


def test_chosen_view_when_a_region_or_a_cell_is_chosen_then_the_map_can_look_at_it(rivers, opened):
    app = opened(rivers, region="TR")
    assert not app.button(key="view_chosen").disabled
    app.button(key="view_chosen").click().run()
    longitude, latitude, zoom = here(app).charting.view
    assert (26 < longitude < 45, 36 < latitude < 42, 3 < zoom < 6) == (True, True, True)
    assert opened(rivers).button(key="view_chosen").disabled
