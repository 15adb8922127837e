"""The timeline without a browser: zoom, days spoken of, more lanes, and time that plays."""

from __future__ import annotations

import json
from typing import Any

import pytest
from columns import click, column, component_of, frame, headline, payload_of, send, trigger
from streamlit.testing.v1 import AppTest

from components import visit

LIMIT = 40_000


def words(app: AppTest) -> str:
    said: str = headline(app)["words"]
    return said


def said(app: AppTest) -> str:
    return " ".join(caption.value for caption in app.caption)


def figure(app: AppTest) -> dict[str, Any]:
    return json.loads(app.get("plotly_chart")[0].proto.spec)


def inside(app: AppTest) -> dict[str, Any]:
    """What is painted over the chart."""
    return payload_of(component_of(app, "inside_over"))


def press(app: AppTest, key: str) -> None:
    """Press a button, or click the row of a column ("lane_list e-0") or its last button ("lane_list
    more"), then draw the whole page, as a run of fragments leaves the rest out."""
    if key.endswith(" more"):
        send(app, key.split()[0], {"field": "more"})
    elif " " in key:
        click(app, *key.split())
    else:
        app.button(key=key).click().run()
    assert not app.exception
    app.run()
    assert not app.exception
    assert not app.error


def lanes(app: AppTest) -> int:
    return len(column(app, "lane_list"))


def test_timeline_when_zoomed_then_shows_the_chosen_days_and_all_again(rivers, opened):
    app = opened(rivers, published="2024-02-12..2024-02-14")
    whole = figure(app)["layout"]["xaxis"]["range"]
    press(app, "zoom_zoom_in")
    assert figure(app)["layout"]["xaxis"]["range"] == ["2024-02-12T00:00", "2024-02-15"]
    assert frame(app, "lane_list")["title"] == "Articles an hour"
    assert "earlier" in said(app)
    assert words(app) == "12–14 Feb 2024"
    assert app.button(key="zoom_fit_screen").disabled is False
    press(app, "zoom_fit_screen")
    assert figure(app)["layout"]["xaxis"]["range"] == whole
    assert app.button(key="zoom_zoom_out").disabled


def test_articles_when_they_state_no_hour_then_are_counted_beside_the_hours(rivers, opened):
    app = opened(rivers, published="2024-02-12..2024-02-14")
    press(app, "zoom_zoom_in")
    assert ("without an hour" in said(app)) == (not any(inside(app)["bars"]))


def test_span_when_chosen_then_the_figure_stays_as_it_is(rivers, opened):
    plain, brushed = opened(rivers), opened(rivers, published="2024-01-15..2024-03-01")
    assert figure(plain) == figure(brushed)


def test_figure_when_full_then_weighs_little(rivers, opened):
    assert len(opened(rivers).get("plotly_chart")[0].proto.spec) < LIMIT


def test_lanes_when_more_are_asked_for_then_all_stand_and_then_few_again(rivers, opened):
    app = opened(rivers)
    few = lanes(app)
    assert frame(app, "lane_list")["more"] == "More lanes"
    press(app, "lane_list more")
    assert lanes(app) > few
    assert frame(app, "lane_list")["more"] == "Fewer lanes"
    press(app, "lane_list more")
    assert lanes(app) == few


def test_days_when_zoomed_then_what_is_inside_is_painted_anew_with_the_figure(rivers, opened):
    app = opened(rivers, published="2024-02-12..2024-02-14")
    before = inside(app)["bins"]
    app.button(key="zoom_zoom_in").click().run()
    after = inside(app)["bins"]
    assert 2 * len(after) + 2 == len(figure(app)["data"][0]["y"])
    assert len(after) != len(before)


def test_chart_when_a_place_is_chosen_then_stays_and_only_what_is_painted_over_it_changes(
    rivers, opened, monkeypatch
):
    monkeypatch.setattr(visit, "SENT_S", 0)
    app = opened(rivers)
    before, painted = figure(app), inside(app)
    send(app, "place_list", {"field": "place", "value": "g1", "add": True})
    assert not app.get("plotly_chart")
    assert inside(app)["shades"] != painted["shades"]
    app.run()
    assert figure(app) == before


def test_time_when_stepped_by_hand_then_one_undo_takes_all_steps_back(rivers, opened):
    app = opened(rivers, place="g1")
    before = words(app)
    seen = []
    for _ in range(3):
        press(app, "time_on")
        seen.append(words(app))
    assert len(set(seen)) == 3
    press(app, "time_back")
    assert words(app) == seen[1]
    press(app, "undo")
    assert words(app) == before
    press(app, "redo")
    assert words(app) == seen[1]


def test_time_when_it_plays_then_stands_still_as_soon_as_anything_else_is_done(rivers, opened):
    app = opened(rivers)
    press(app, "time_play")
    assert app.button(key="time_play").label == "Pause"
    assert words(app) != "Everything"
    assert "of" in said(app)
    assert "published" not in app.query_params
    press(app, "lane_list e-0")
    assert app.button(key="time_play").label.startswith("Play")
    assert words(app).endswith("Mara Okafor")
    press(app, "time_play")
    press(app, "time_play")
    assert app.button(key="time_play").label.startswith("Play")
    assert "published" in app.query_params


def test_time_when_the_clock_beats_twice_for_one_step_then_makes_one(rivers, opened):
    app = opened(rivers)
    press(app, "time_play")
    begun, beat = words(app), payload_of(component_of(app, "span_over"))["beat"]
    for _ in range(2):
        trigger(app, "span_over", "beat", beat)
        app.run()
    press(app, "time_play")
    stepped = words(app)
    press(app, "time_back")
    assert words(app) == begun
    assert stepped != begun


@pytest.mark.parametrize(
    "key", ["zoom_zoom_in", "lane_list more", "place_list g3", "undo", "time_on"]
)
def test_time_when_something_else_is_pressed_then_plays_no_more(rivers, opened, key):
    app = opened(rivers)
    press(app, "time_play")
    press(app, key)
    assert app.button(key="time_play").label.startswith("Play")


def test_days_spoken_of_when_there_are_none_then_the_timeline_says_so(rivers, opened):
    app = opened(rivers)
    days = next(g for g in app.get("button_group") if g.label == "Days on the timeline")
    days.set_value("spoken").run()
    assert not app.exception
    assert "No passage here speaks of a day." in said(app)


def test_days_spoken_of_when_shown_then_a_step_chooses_days_spoken_of(ingested_sample, opened):
    app = opened(ingested_sample)
    days = next(g for g in app.get("button_group") if g.label == "Days on the timeline")
    days.set_value("spoken").run()
    assert frame(app, "lane_list")["foot"] == "Ranges named most"
    assert "without a day" in said(app)
    assert len(app.get("plotly_chart")[0].proto.spec) < LIMIT
    assert figure(app)["data"][-1]["mode"] == "lines"
    press(app, "time_on")
    assert words(app).startswith("speaking of ")


def test_span_when_nothing_is_in_it_then_the_timeline_says_so(rivers, opened):
    app = opened(rivers, published="2024-02-12..2024-02-12", place="g9", entity="e-9")
    assert words(app)
    assert ("Nothing on 12 Feb 2024" in said(app)) == (
        "0" in [number for number, of in headline(app)["counts"]]
    )


def test_span_when_an_entity_leaves_nothing_in_it_then_only_the_words_beside_the_buttons_are_new(
    rivers, opened, monkeypatch
):
    monkeypatch.setattr(visit, "SENT_S", 0)
    app = opened(rivers, published="2024-02-12..2024-02-12")
    assert "Nothing on" not in said(app)
    click(app, "lane_list", "e-9")
    assert "Nothing on 12 Feb 2024" in said(app)
    assert "zoom_zoom_in" not in [button.key for button in app.button]
