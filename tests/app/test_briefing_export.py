"""Export in the head of an open briefing: three ways to take it away, and clear words on faults."""

from __future__ import annotations

import io
from pathlib import Path

import pptx
import pytest
from briefed import briefed, own_corpus_of, told
from streamlit.testing.v1 import AppTest

from components.theme import DARK, LIGHT, hues
from data.access import briefings, briefings_files
from dateline.briefing import Briefing, Slide
from dateline.errors import UsageError
from dateline.export.briefing import pdf


@pytest.fixture
def own(rivers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return own_corpus_of(rivers, tmp_path, monkeypatch)


@pytest.fixture
def kept(own: Path) -> Briefing:
    made = briefed("Rivers rise", name="Rivers, 2021: a view/…")
    return briefings.capture(made.briefing_id, Slide("", "map", "Where it rains"), "Nour")


def at(opened, own: Path, briefing: Briefing) -> AppTest:
    app = opened(own, "briefings")
    app.query_params["briefing"] = briefing.briefing_id
    return app.run()


def downloads(app: AppTest) -> list[str]:
    return [one.proto.label for one in app.get("download_button")]


def test_export_when_a_briefing_is_open_then_its_files_are_offered_and_none_is_made(
    own, opened, kept
):
    app = at(opened, own, kept)
    assert not app.exception
    assert downloads(app) == ["One HTML file", "PowerPoint"]
    assert all(one.proto.deferred_file_id for one in app.get("download_button"))
    assert briefings.frozen_at(kept) == ""


def test_pdf_when_no_browser_is_there_then_the_words_say_what_to_do(
    own, opened, kept, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(pdf, "BROWSERS", ())
    monkeypatch.setattr(pdf, "_ELSEWHERE", ())
    app = at(opened, own, kept)
    assert "A PDF needs Chromium or Google Chrome" in told(app)
    assert "Make a PDF" not in [one.label for one in app.button]


def test_pdf_when_the_browser_fails_then_the_words_say_so_without_a_traceback(
    own, opened, kept, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(pdf, "BROWSERS", ("true",))
    app = at(opened, own, kept)
    app.button(key="briefing_pdf").click().run()
    assert not app.exception
    assert "The browser made no PDF" in told(app)
    assert downloads(app) == ["One HTML file", "PowerPoint"]


def test_pdf_when_made_then_it_is_offered_with_its_size(own, opened, kept, chromium: str):
    app = at(opened, own, kept)
    app.button(key="briefing_pdf").click().run(timeout=150)
    assert not app.exception
    assert downloads(app)[-1].startswith("Save the PDF (")


def test_files_when_made_then_they_have_the_slides_that_are_presented(kept: Briefing, own: Path):
    given = kept.briefing_id
    page = briefings_files.html_of(given, hues(LIGHT), hues(DARK)).decode()
    assert "Rivers rise" in page
    assert "Where it rains" in page
    assert str(own.parent) not in page
    file = pptx.Presentation(io.BytesIO(briefings_files.pptx_of(given, hues(LIGHT))))
    titles = [slide.shapes.title.text for slide in file.slides]
    assert titles[:2] == ["Rivers rise", "Where it rains"]
    assert titles[-1].startswith("Sources")
    assert briefings.frozen_at(kept)


def test_files_when_there_is_no_such_briefing_then_a_clear_error(own: Path):
    with pytest.raises(UsageError, match="no such briefing"):
        briefings_files.pptx_of("b-none", hues(LIGHT))


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Rivers, 2021: a view/…", "rivers-2021-a-view.pdf"),
        ("../../etc/passwd", "etc-passwd.pdf"),
        ("نظرة عامة", "نظرة-عامة.pdf"),
        ("…", "briefing.pdf"),
        ("CON" * 40, "con" * 20 + ".pdf"),
    ],
)
def test_file_when_named_after_its_briefing_then_the_name_is_one_of_a_file(name: str, file: str):
    assert briefings_files.file_name(name, "pdf") == file
