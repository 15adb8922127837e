"""A presentation without a browser: what there is to show, and what there is not."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from made_briefing import presentation, slides
from made_corpus import stored

from components.present.ways import _camera, _number
from dateline.store import Store


@pytest.fixture
def briefed(tmp_path: Path) -> Path:
    corpus = stored(tmp_path / "rivers.db", articles=20)
    with Store.open(corpus) as store:
        made = store.create_briefing("Water", "A. N.")
        store.keep_presentation(replace(presentation(slides()), briefing=made))
    return corpus


def test_present_when_the_briefing_is_there_then_nothing_is_said_but_its_slides(briefed, opened):
    app = opened(briefed, "present", present="briefing1")
    assert not app.exception
    assert not app.error
    assert [item.value for item in (*app.header, *app.title, *app.button)] == []


@pytest.mark.parametrize("asked", ["briefing7", "", "<script>", "x" * 5000])
def test_present_when_there_is_no_such_briefing_then_leads_to_briefings(asked, briefed, opened):
    app = opened(briefed, "present", present=asked)
    assert not app.exception
    assert [item.value for item in app.header] == ["There is no such briefing"]
    assert [item.label for item in app.button] == ["Open Briefings"]


def test_present_when_what_was_frozen_is_broken_then_says_so_and_what_to_do(briefed, opened):
    with sqlite3.connect(briefed) as file:
        file.execute("UPDATE presentation SET packed = x'00'")
    file.close()
    app = opened(briefed, "present", present="briefing1")
    assert not app.exception
    assert [item.value for item in app.header] == ["This briefing cannot be shown"]
    assert "freeze it again" in app.markdown[-1].value


@pytest.mark.parametrize(
    ("given", "camera"),
    [
        ([66, 34.5, 4], (66.0, 34.5, 4.0)),
        (None, None),
        ([66, 34], None),
        ([66, "34", 4], None),
        ([True, 1, 2], None),
        ("abc", None),
    ],
)
def test_camera_when_an_event_names_one_then_only_three_numbers_are_taken(given, camera):
    assert _camera(given) == camera


@pytest.mark.parametrize(("given", "number"), [(3, 3), (0, 1), (-2, 1), ("3", 1), (None, 1)])
def test_number_when_an_event_names_one_then_is_that_of_a_slide(given, number):
    assert _number(given) == number
