"""Capture without a browser: what a slide holds, where it goes, and the way back."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs

import pytest
from briefed import briefed, headlines, own_corpus_of, standing, told
from streamlit.testing.v1 import AppTest

from components import state
from components.capture.camera import asked, read
from components.capture.kinds import BRUSHED, offered
from components.keys import screen_of
from components.memory import Charting
from data.access import briefings


@pytest.fixture
def own(rivers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return own_corpus_of(rivers, tmp_path, monkeypatch)


def form(app: AppTest) -> AppTest:
    """The screen with the form open."""
    app.session_state["capture"] = True
    return app.run()


def field(app: AppTest, name: str):
    turns = app.session_state["dateline"].capturing.turns
    widgets = (*app.text_input, *app.text_area, *app.selectbox)
    return next(one for one in widgets if one.key == f"capture_{name}_{turns}")


def captured(app: AppTest, into: str = "", headline: str = "A judgment") -> AppTest:
    form(app)
    if into:
        field(app, "into").set_value(into)
    field(app, "headline").set_value(headline)
    app.button(key="capture_keep").click().run()
    assert not app.exception
    return app


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("explore", "map"),
        ("voices", "quotations"),
        ("entities", "table"),
        ("articles", "table"),
        ("places", "table"),
        ("notebook", "judgments"),
        ("briefings", "judgments"),
        ("add", "judgments"),
        ("settings", "judgments"),
        ("help", "judgments"),
    ],
)
def test_capture_when_a_brush_is_set_then_the_slide_has_it_on_every_screen(own, opened, page, kind):
    app = opened(own, entity="e-9", place="g1", scope="article")
    app.switch_page(f"pages/{page}.py").run() if page != "explore" else app.run()
    captured(app, "Rivers", "  The dam \n holds  ")
    slide = briefings.briefings()[0].slides[0]
    query = parse_qs(slide.query)

    assert (slide.kind, slide.headline) == (kind, "The dam holds")
    assert slide.page == (page if page in BRUSHED else "explore")
    assert {key: query[key] for key in ("entity", "place", "scope")} == {
        "entity": ["e-9"], "place": ["g1"], "scope": ["article"]
    }  # fmt: skip
    assert (slide.camera is not None) == (page == "explore")
    assert "Slide 1 of “Rivers”" in told(app)


@pytest.mark.parametrize(
    ("page", "has_position", "kinds"),
    [
        ("explore", False, ("map", "timeline", "quotations", "table", "judgments", "text")),
        ("voices", False, ("quotations", "table", "judgments", "text")),
        ("voices", True, ("position", "quotations", "table", "judgments", "text")),
        ("places", True, ("table", "judgments", "text")),
        ("help", False, ("judgments", "text")),
    ],
)
def test_kinds_when_offered_then_are_those_that_the_screen_shows(page, has_position, kinds):
    assert offered(page, has_position) == kinds


@pytest.mark.parametrize(
    ("address", "is_offered"),
    [
        ({"shows": "position", "speaker": "e-0", "subject": "water"}, True),
        ({"shows": "position", "speaker": "e-0", "about": "e-9"}, True),
        ({"shows": "position", "speaker": "e-0"}, False),
        ({"shows": "position", "subject": "water"}, False),
        ({"shows": "quotations", "speaker": "e-0", "subject": "water"}, False),
    ],
)
def test_position_when_side_and_subject_are_chosen_then_is_offered(
    own, opened, address, is_offered
):
    app = opened(own, "voices")
    for key, value in address.items():
        app.query_params[key] = value
    form(app.run())
    pills = next(one for one in app.get("button_group") if one.label == "Kind of slide")
    assert ("Position over time" in pills.options) == is_offered


def test_capture_when_looks_are_in_the_address_then_the_slide_has_them(own, opened):
    app = opened(own, map="cells", axis="spoken", lanes="30")
    captured(app, "Rivers")
    query = parse_qs(briefings.briefings()[0].slides[0].query)
    assert query == {"map": ["cells"], "axis": ["spoken"], "lanes": ["30"]}


def test_capture_when_a_briefing_was_used_then_the_next_slide_goes_there(own, opened):
    first, second = briefed("one"), briefed("two", name="Dams")
    app = captured(opened(own))
    assert headlines(second.briefing_id) == ["two", "A judgment"]
    captured(app, first.briefing_id, "B")
    captured(app, headline="C")
    assert headlines(first.briefing_id) == ["one", "B", "C"]


def test_capture_when_there_is_no_name_then_says_so_and_keeps_what_was_typed(own, opened):
    app = captured(opened(own), headline="Not lost")
    assert "no name yet" in told(app)
    assert field(app, "headline").value == "Not lost"
    assert briefings.briefings() == ()


def test_undo_when_the_briefing_was_new_then_it_goes_and_else_only_the_slide(own, opened):
    app = captured(opened(own), "Rivers")
    app.button(key="capture_undo").click().run()
    assert briefings.briefings() == ()
    assert "Taken back" in told(app)

    kept = briefed("one", name="Dams")
    captured(app, kept.briefing_id).button(key="capture_undo").click().run()
    assert headlines(kept.briefing_id) == ["one"]


def test_undo_when_another_changed_the_briefing_since_then_says_so_and_takes_nothing(own, opened):
    kept = briefed("one")
    app = captured(opened(own), kept.briefing_id)
    briefings.capture(kept.briefing_id, standing(kept.briefing_id).slides[0], "Ana")
    app.button(key="capture_undo").click().run()
    assert "was changed since" in told(app)
    assert headlines(kept.briefing_id) == ["one", "A judgment", "one"]


def test_open_when_a_slide_was_captured_then_its_briefing_shows_it(own, opened):
    kept = briefed("one", "two")
    app = captured(opened(own), kept.briefing_id)
    app.button(key="capture_open").click().run()
    assert not app.exception
    here = app.session_state["dateline"]
    slide_id = standing(kept.briefing_id).slides[2].slide_id
    assert here.going == "briefings"
    assert here.stating.parts["briefings"] == {
        "briefing": [kept.briefing_id], "slide": [slide_id]
    }  # fmt: skip


@pytest.mark.parametrize(
    ("given", "camera"),
    [
        ([44.4, 33.3, 5.25], (44.4, 33.3, 5.25)),
        ([190, 10, 3], (-170.0, 10.0, 3.0)),
        ([44.4, 33.3], None),
        ([44.4, 91, 3], None),
        ([44.4, 33.3, -1], None),
        ([44.4, float("nan"), 3], None),
        (["44", 33, 3], None),
        (None, None),
        ({"longitude": 1}, None),
    ],
)
def test_camera_when_the_browser_tells_it_then_is_read_or_refused(given, camera):
    assert read(given) == (pytest.approx(camera) if camera else None)


def test_camera_when_the_browser_tells_none_then_is_the_one_that_was_asked_for(own, opened):
    assert asked(Charting()) is None
    assert asked(Charting(view=(44.0, 33.0, 5.0))) == (44.0, 33.0, 5.0)
    app = opened(own)
    first = app.session_state["dateline"].charting.first[1]
    captured(app, "Rivers")
    camera = briefings.briefings()[0].slides[0].camera
    assert camera == pytest.approx((first.longitude, first.latitude, first.zoom))


def test_screen_of_when_there_are_ten_then_all_but_the_help_have_a_digit():
    assert [screen_of(str(digit)) for digit in range(1, 10)] == list(state.SCREENS)[:9]
    assert set(state.SCREENS) - {screen_of(str(digit)) for digit in range(1, 10)} == {"help"}


def test_capture_when_the_corpus_has_no_articles_then_text_can_be_written(
    tmp_path, monkeypatch, opened
):
    monkeypatch.setenv("DATELINE_SETTINGS", str(tmp_path / "dateline.toml"))
    app = captured(opened(tmp_path / "none.db", "help"), "Rivers")
    assert [one.name for one in briefings.briefings()] == ["Rivers"]
    assert "Slide 1 of “Rivers”" in told(app)


def test_capture_when_the_corpus_cannot_be_read_then_says_so(tmp_path, monkeypatch, opened):
    monkeypatch.setenv("DATELINE_SETTINGS", str(tmp_path / "dateline.toml"))
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no database" * 400)
    app = form(opened(broken, "help"))
    assert not app.exception
    assert app.error
