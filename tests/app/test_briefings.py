"""The Briefings screen without a browser: lists, edits, order, undo, clashes, wrong addresses."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from briefed import briefed, headlines, own_corpus_of, sent, standing, told
from columns import send
from made_corpus import HOSTILE
from streamlit.testing.v1 import AppTest

from components.typeset.text import plain
from data.access import briefings
from dateline.briefing import Briefing, Slide
from dateline.brush import Brush, clause


@pytest.fixture
def own(rivers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return own_corpus_of(rivers, tmp_path, monkeypatch)


def at(opened, own: Path, briefing: Briefing, slide: str = "") -> AppTest:
    """The screen with a briefing open."""
    app = opened(own, "briefings")
    app.query_params["briefing"] = briefing.briefing_id
    if slide:
        app.query_params["slide"] = slide
    return app.run()


def area(app: AppTest, name: str):
    return next(one for one in app.text_area if (one.key or "").startswith(f"slide_{name}_"))


def write(app: AppTest, name: str, text: str) -> AppTest:
    return area(app, name).set_value(text).run()


def listed(app: AppTest) -> list[str]:
    return [plain(row["headline"]) for row in sent(app, "slide_list")["rows"]]


def by_another(briefing: Briefing, **changed: str) -> Briefing:
    """The first slide as another analyst keeps it."""
    now = standing(briefing.briefing_id)
    slides = (replace(now.slides[0], **changed), *now.slides[1:])
    return briefings.keep(replace(now, slides=slides), "Ana")


def test_briefings_when_there_are_none_then_says_how_to_capture(own, opened):
    app = opened(own, "briefings")
    assert "Capture" in sent(app, "briefing_list")["empty"]


def test_briefing_when_it_is_begun_then_is_opened_and_says_how_to_fill_it(own, opened):
    app = opened(own, "briefings")
    app.text_input(key="briefing_new_name").set_value("Panjshir")
    app.button(key="briefing_begin").click().run()
    made = briefings.briefings()[0]
    assert (made.name, made.who) == ("Panjshir", "Nour")
    assert app.query_params["briefing"] == made.briefing_id
    assert "Capture" in sent(app, "slide_list")["empty"]
    assert app.button(key="briefing_present").disabled


def test_briefing_when_it_has_no_name_then_says_so(own, opened):
    app = opened(own, "briefings")
    app.button(key="briefing_begin").click().run()
    assert "no name yet" in told(app)
    assert briefings.briefings() == ()


def test_list_when_there_are_briefings_then_tells_slides_when_and_by_whom(own, opened):
    briefed("one", "two")
    briefed(name=HOSTILE[:100], who="Ana")
    rows = sent(opened(own, "briefings"), "briefing_list")["rows"]
    assert [row["slides"] for row in rows] == ["0 slides", "2 slides"]
    assert plain(rows[0]["name"]) == HOSTILE[:100]
    assert plain(rows[0]["changed"]).endswith("UTC by Ana")
    assert plain(rows[1]["first"]) == "one"


def test_list_when_asked_then_renames_duplicates_deletes_and_takes_back(own, opened):
    kept = briefed("one", "two")
    app = opened(own, "briefings")
    given = {"value": kept.briefing_id}
    send(app, "briefing_list", {"field": "rename", "name": "Dams"} | given)
    assert standing(kept.briefing_id).name == "Dams"
    send(app, "briefing_list", {"field": "duplicate"} | given)
    copy = briefings.briefings()[0]
    assert (copy.name, [one.headline for one in copy.slides]) == ("Dams (copy)", ["one", "two"])
    assert {one.slide_id for one in copy.slides}.isdisjoint(
        one.slide_id for one in standing(kept.briefing_id).slides
    )
    send(app, "briefing_list", {"field": "delete"} | given)
    assert briefings.briefing(kept.briefing_id) is None
    app.button(key="briefing_restore").click().run()
    assert standing(kept.briefing_id).name == "Dams"


def test_rename_when_the_name_is_empty_then_says_so_and_keeps_the_old(own, opened):
    kept = briefed("one")
    app = opened(own, "briefings")
    send(app, "briefing_list", {"field": "rename", "value": kept.briefing_id, "name": "  "})
    assert "no name yet" in told(app)
    assert standing(kept.briefing_id).name == "Rivers"


@pytest.mark.parametrize("wrong", ["nope", "briefing999", "../x", HOSTILE])
def test_address_when_it_names_no_briefing_then_says_so_with_a_way_out(own, opened, wrong):
    kept = briefed("one")
    app = at(opened, own, replace(kept, briefing_id=wrong))
    assert "no briefing at this address" in told(app)
    app.button(key="briefing_all").click().run()
    assert sent(app, "briefing_list")["rows"]


def test_slide_when_the_address_names_none_that_there_is_then_the_first_is_shown(own, opened):
    app = at(opened, own, briefed("one", "two"), "slide999")
    assert area(app, "headline").value == "one"


def test_rows_when_shown_then_tell_kind_brush_and_counts(own, opened):
    row = sent(at(opened, own, briefed("one")), "slide_list")["rows"][0]
    assert (row["number"], row["kind"], row["chosen"]) == (1, "Timeline", True)
    assert plain(row["words"]) == "Rivers Commission"
    assert "article" in row["counts"]


@pytest.mark.parametrize(
    ("event", "order"),
    [
        ({"field": "move", "by": 1}, ["two", "one", "three"]),
        ({"field": "move", "by": -1}, ["one", "two", "three"]),
        ({"field": "duplicate"}, ["one", "one", "two", "three"]),
        ({"field": "delete"}, ["two", "three"]),
        ({"field": "move", "by": 7}, ["one", "two", "three"]),
        ({"field": "nonsense"}, ["one", "two", "three"]),
    ],
)
def test_slides_when_changed_then_are_so_and_undo_and_redo_follow(own, opened, event, order):
    kept = briefed("one", "two", "three")
    app = at(opened, own, kept)
    send(app, "slide_list", event | {"value": kept.slides[0].slide_id})
    assert headlines(kept.briefing_id) == listed(app) == order
    if order != ["one", "two", "three"]:
        app.button(key="briefing_undo").click().run()
        assert headlines(kept.briefing_id) == listed(app) == ["one", "two", "three"]
        app.button(key="briefing_redo").click().run()
        assert headlines(kept.briefing_id) == listed(app) == order
        assert "by Nour" in told(app)


def test_slide_when_it_is_gone_meanwhile_then_a_click_on_it_says_so(own, opened):
    kept = briefed("one", "two")
    app = at(opened, own, kept)
    briefings.keep(replace(kept, slides=kept.slides[1:]), "Ana")
    send(app, "slide_list", {"field": "move", "value": kept.slides[0].slide_id, "by": 1})
    assert "someone took it out" in told(app)
    assert headlines(kept.briefing_id) == ["two"]


def test_slide_when_written_then_is_kept_only_when_saved(own, opened):
    kept = briefed("one", "two")
    app = at(opened, own, kept)
    assert app.button(key="slide_save").disabled
    write(app, "headline", "The dam \n holds")
    assert headlines(kept.briefing_id) == ["one", "two"]
    assert [row["unsaved"] for row in sent(app, "slide_list")["rows"]] == [True, False]
    write(app, "notes", HOSTILE)
    app.button(key="slide_save").click().run()
    saved = standing(kept.briefing_id)
    assert (saved.slides[0].headline, saved.slides[0].notes) == ("The dam holds", HOSTILE)
    assert (saved.version, saved.who) == (kept.version + 1, "Nour")
    assert app.button(key="slide_save").disabled


def test_slide_when_another_is_looked_at_then_what_was_written_waits(own, opened):
    kept = briefed("one", "two")
    app = at(opened, own, kept)
    write(app, "text", "half a thought")
    send(app, "slide_list", {"field": "choose", "value": kept.slides[1].slide_id})
    assert area(app, "headline").value == "two"
    app.switch_page("pages/help.py").run().switch_page("pages/briefings.py").run()
    send(app, "slide_list", {"field": "choose", "value": kept.slides[0].slide_id})
    assert area(app, "text").value == "half a thought"
    app.button(key="slide_let_go").click().run()
    assert area(app, "text").value == ""


def test_kind_when_chosen_and_saved_then_the_slide_is_of_it(own, opened):
    kept = briefed("one")
    app = at(opened, own, kept)
    pills = next(one for one in app.get("button_group") if one.label == "Kind of slide")
    pills.set_value("table").run()
    app.button(key="slide_save").click().run()
    assert standing(kept.briefing_id).slides[0].kind == "table"


def test_save_when_another_changed_another_slide_then_both_changes_stand(own, opened):
    kept = briefed("one", "two")
    app = at(opened, own, kept, kept.slides[1].slide_id)
    write(app, "headline", "mine")
    by_another(kept, headline="theirs")
    app.button(key="slide_save").click().run()
    assert headlines(kept.briefing_id) == ["theirs", "mine"]


@pytest.mark.parametrize(
    ("button", "order"),
    [("clash_mine", ["mine"]), ("clash_theirs", ["theirs"]), ("clash_both", ["theirs", "mine"])],
)
def test_save_when_another_wrote_the_same_slide_then_both_are_shown_and_one_chooses(
    own, opened, button, order
):
    kept = briefed("one")
    app = at(opened, own, kept)
    write(app, "headline", "mine")
    by_another(kept, headline="theirs", text="their reasons")
    app.button(key="slide_save").click().run()
    assert headlines(kept.briefing_id) == ["theirs"]
    assert area(app, "headline").value == "mine"
    for words in ("theirs", "their reasons", "Yours is below"):
        assert words in told(app)
    app.button(key=button).click().run()
    assert headlines(kept.briefing_id) == order
    assert "Yours is below" not in told(app)


def test_slide_when_another_took_it_out_then_what_was_written_can_be_put_back(own, opened):
    kept = briefed("one", "two")
    app = at(opened, own, kept)
    write(app, "headline", "mine")
    briefings.keep(replace(kept, slides=kept.slides[1:]), "Ana")
    app.button(key="slide_save").click().run()
    assert "not in the briefing any more" in told(app)
    app.button(key=f"orphan_back_{kept.slides[0].slide_id}").click().run()
    assert headlines(kept.briefing_id) == ["two", "mine"]


def test_slide_when_undone_by_another_session_then_the_form_shows_what_stands(own, opened):
    kept = briefed("one")
    app = at(opened, own, kept)
    by_another(kept, headline="theirs")
    assert area(app.run(), "headline").value == "theirs"


def test_live_when_switched_then_says_what_it_means_and_freezing_tells_when(own, opened):
    kept = briefed("one")
    app = at(opened, own, kept)
    assert "Not frozen yet" in told(app)
    app.button(key="briefing_freeze").click().run()
    assert "nothing changes while it is presented" in told(app)
    app.toggle[0].set_value(True).run()
    assert standing(kept.briefing_id).is_live
    assert "change with it while they are presented" in told(app)


def test_view_when_opened_then_brush_looks_and_camera_are_those_of_the_slide(own, opened):
    made = briefings.create("Rivers", "Nour")
    query = "entity=e-9&place=g3&map=countries&axis=spoken&scope=article"
    camera = (44.5, 33.5, 5.25)
    kept = briefings.capture(
        made.briefing_id, Slide("", "map", "one", page="explore", query=query, camera=camera), "N"
    )
    app = at(opened, own, kept)
    app.session_state["dateline"].charting.drawn = "cells"
    app.button(key="slide_view").click().run()
    here = app.session_state["dateline"]

    assert not app.exception
    assert here.going == "explore"
    asked = Brush((clause("entity", "e-9"), clause("place", "g3")), scope="article")
    assert asked in (here.brush, *here.past)
    assert (here.charting.drawn, here.timing.axis, here.charting.view) == (
        "countries", "spoken", camera
    )  # fmt: skip
    assert Brush() in here.past


def test_view_when_the_slide_has_no_brush_then_all_is_shown_again(own, opened):
    made = briefings.create("Rivers", "Nour")
    kept = briefings.capture(made.briefing_id, Slide("", "quotations", page="voices"), "N")
    app = at(opened, own, kept)
    app.session_state["dateline"].brush = Brush((clause("entity", "e-9"),))
    app.button(key="slide_view").click().run()
    here = app.session_state["dateline"]
    assert (here.going, here.brush) == ("voices", Brush())


def test_remark_when_its_wording_is_used_then_the_words_are_written_and_not_yet_kept(own, opened):
    kept = briefed("The dam will possibly break.")
    app = at(opened, own, kept)
    use = next(one for one in app.button if one.label == "Use this wording")
    use.click().run()
    assert "roughly even chance" in area(app, "headline").value
    assert headlines(kept.briefing_id) == ["The dam will possibly break."]
    app.button(key="slide_save").click().run()
    assert "roughly even chance" in headlines(kept.briefing_id)[0]


def test_words_when_hostile_then_are_letters_everywhere(own, opened):
    made = briefings.create(HOSTILE[:150], "Nour")
    kept = briefings.capture(
        made.briefing_id, Slide("", "text", HOSTILE[:200], HOSTILE, HOSTILE), HOSTILE
    )
    app = at(opened, own, kept)
    assert listed(app) == [HOSTILE[:200]]
    assert "<script>" not in app.header[0].value.replace("\\<script\\>", "")
