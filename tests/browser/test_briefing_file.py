"""The HTML file of a briefing in a real browser with the network cut, and the PDF made from it."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from exported_briefing import MAPPED, PRESENTATION, STEP, TABLED, WRITTEN, coloured
from faults import grave
from playwright.sync_api import Browser, Page, expect

from components.theme import DARK, LIGHT
from dateline.briefing import Presentation
from dateline.drawing import Ground
from dateline.errors import BrowserError
from dateline.export.briefing import pdf
from dateline.export.briefing.page import html_bytes

pytestmark = pytest.mark.browser


def written(presentation: Presentation, ground: Ground) -> bytes:
    return html_bytes(presentation, ground, coloured(LIGHT), coloured(DARK))


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory, ground: Ground) -> Path:
    path = tmp_path_factory.mktemp("handed") / "briefing.html"
    path.write_bytes(written(PRESENTATION, ground))
    return path


class Opened:
    """The file as it is shown, with all that it asked for and complained of."""

    def __init__(self, page: Page, file: Path) -> None:
        self.page = page
        self.asked: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.goto(file.as_uri())
        page.locator(".slide:not(.waiting)").wait_for(timeout=15_000)

    @property
    def slide(self):
        return self.page.locator(".deck > .frame > .slide:not(.waiting)")

    def headline(self) -> str:
        return self.slide.locator(".headline").inner_text().replace("\n", " ")

    def map_window(self) -> list[float]:
        told = self.slide.locator("[data-layer=map]").get_attribute("viewBox") or ""
        return [float(part) for part in told.split()]


@pytest.fixture
def opened(browser: Browser, file: Path) -> Iterator[Opened]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True)
    yield Opened(context.new_page(), file)
    context.close()


def test_file_when_the_network_is_cut_then_all_slides_are_reached_and_nothing_is_asked_for(
    opened: Opened,
):
    seen = [opened.headline()]
    for _ in range(30):
        opened.page.keyboard.press("ArrowRight")
        opened.page.wait_for_timeout(60)
        if opened.headline() != seen[-1]:
            seen.append(opened.headline())
    assert seen == [*(one.slide.headline for one in PRESENTATION.slides), "Sources"]
    opened.page.keyboard.press("Home")
    expect(opened.slide.locator(".headline")).to_have_text(seen[0])
    opened.page.keyboard.press("End")
    expect(opened.slide.locator(".headline")).to_have_text("Sources")
    assert opened.asked == [opened.page.url.partition("#")[0]]
    assert opened.complaints == []


def test_map_when_zoomed_by_wheel_buttons_and_keys_then_it_moves_and_escape_shows_the_whole(
    opened: Opened,
):
    page = opened.page
    page.keyboard.press("ArrowRight")
    figure = opened.slide.locator("figure.map")
    whole = opened.map_window()
    box = figure.locator("svg").first.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 3, box["y"] + box["height"] / 3)
    page.mouse.wheel(0, -600)
    page.wait_for_timeout(100)
    near = opened.map_window()
    assert near[2] < whole[2] / 2
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=4)
    page.mouse.up()
    moved = opened.map_window()
    assert moved[0] < near[0]
    assert moved[2] == pytest.approx(near[2])
    figure.get_by_role("button", name="Show the whole drawing").click()
    assert opened.map_window() == pytest.approx(whole)
    figure.get_by_role("button", name="Zoom in").click()
    assert opened.map_window()[2] < whole[2]
    figure.focus()
    for key in ("+", "+", "ArrowLeft"):
        page.keyboard.press(key)
    assert opened.map_window()[0] < near[0] + whole[2]
    page.keyboard.press("Escape")
    assert opened.map_window() == pytest.approx(whole)
    assert opened.headline() == MAPPED.slide.headline
    assert opened.complaints == []


def test_marks_when_the_map_is_zoomed_then_they_keep_their_size(opened: Opened):
    opened.page.keyboard.press("ArrowRight")
    mark = opened.slide.locator("[data-layer=inside] [data-place=p1]")
    before = mark.bounding_box()
    opened.slide.locator("figure.map").focus()
    for _ in range(3):
        opened.page.keyboard.press("+")
    after = mark.bounding_box()
    assert before
    assert after
    assert after["width"] == pytest.approx(before["width"], rel=0.06)


def test_place_when_hovered_or_focused_then_its_name_and_count_are_told(opened: Opened):
    opened.page.keyboard.press("ArrowRight")
    tip = opened.slide.locator("figure.map .look-tip")
    opened.slide.locator("[data-layer=inside] [data-place=p1]").hover()
    expect(tip).to_have_text("Houston: 12 of 14 mentions")
    opened.page.mouse.move(2, 2)
    expect(tip).to_be_hidden()
    opened.slide.locator("[data-layer=inside] [role=button][tabindex='0']").focus()
    expect(tip).to_be_visible()
    first = tip.inner_text()
    opened.page.keyboard.press("ArrowRight")
    expect(tip).not_to_have_text(first)
    assert opened.headline() == MAPPED.slide.headline


def test_place_when_chosen_then_its_quotations_are_marked_until_escape(
    browser: Browser, tmp_path: Path, ground: Ground
):
    far = replace(MAPPED.quotations[1], passage="Nothing of the kind.", place="")
    slide = replace(MAPPED, quotations=(MAPPED.quotations[0], far))
    path = tmp_path / "one.html"
    path.write_bytes(written(replace(PRESENTATION, slides=(slide,)), ground))
    page = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True).new_page()
    opened = Opened(page, path)
    mark = opened.slide.locator("[data-layer=inside] [data-place=p1]")
    mark.click()
    chosen = opened.slide.locator(".said.is-chosen")
    expect(chosen).to_have_count(1)
    expect(chosen).to_contain_text(STEP)
    expect(opened.slide.locator(".said.is-other")).to_have_count(1)
    expect(mark).to_have_attribute("aria-pressed", "true")
    assert opened.headline() == MAPPED.slide.headline
    page.keyboard.press("Escape")
    expect(opened.slide.locator(".is-chosen, .is-other")).to_have_count(0)
    mark.focus()
    page.keyboard.press("Enter")
    expect(chosen).to_have_count(1)
    assert opened.complaints == []
    page.context.close()


def test_appendix_when_opened_then_its_addresses_are_links_that_tell_nothing(opened: Opened):
    opened.page.keyboard.press("End")
    links = opened.slide.locator("td a")
    expect(links).to_have_count(4)
    assert links.first.get_attribute("href") == "https://courier.example/a2"
    assert links.first.get_attribute("rel") == "noreferrer noopener"


@pytest.mark.parametrize(("wide", "high"), [(1440, 900), (390, 844)])
def test_slides_when_looked_at_in_either_size_then_no_serious_fault_is_found(
    browser: Browser, file: Path, wide: int, high: int
):
    context = browser.new_context(viewport={"width": wide, "height": high}, offline=True)
    opened = Opened(context.new_page(), file)
    for key in ("Home", "ArrowRight", "End"):
        opened.page.keyboard.press(key)
        opened.page.wait_for_timeout(150)
        assert grave(opened.page) == []
        spread = opened.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert spread <= 0
    context.close()


def test_notes_when_opened_in_a_second_window_then_they_are_styled_and_in_step(opened: Opened):
    with opened.page.expect_popup() as popup:
        opened.page.keyboard.press("s")
    notes = popup.value
    expect(notes.locator(".note")).to_have_text("Notes on judgments.")
    assert notes.locator("header").evaluate("one => getComputedStyle(one).display") == "flex"
    opened.page.keyboard.press("ArrowRight")
    expect(notes.locator(".note")).to_have_text("Notes on map.")
    assert opened.complaints == []


def test_file_when_its_reader_prints_it_then_all_slides_are_on_paper_and_the_deck_goes_on(
    opened: Opened,
):
    opened.page.keyboard.press("ArrowRight")
    paper = pypdf.PdfReader(io.BytesIO(opened.page.pdf(prefer_css_page_size=True)))
    assert len(paper.pages) == len(PRESENTATION.slides) - 1 + 3 + 1
    expect(opened.page.locator(".laid")).to_have_count(0)
    assert opened.headline() == MAPPED.slide.headline


@pytest.fixture(scope="module")
def printed(chromium: str, ground: Ground) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf.pdf_bytes(written(PRESENTATION, ground))))


def test_pdf_when_printed_then_it_has_a_page_a_slide_or_part_and_the_appendix(printed):
    texts = [" ".join(page.extract_text().split()) for page in printed.pages]
    tabled = [text for text in texts if "part" in text and "of 3" in text]
    assert len(tabled) == 3
    assert len(texts) == len(PRESENTATION.slides) - 1 + 3 + 1
    assert "That's one small step for man" in texts[1]
    assert "https://courier.example/a2" in texts[-1]
    for station in (1, 20, 40):
        assert any(f"Station {station} " in text for text in texts)


def test_pdf_when_printed_then_its_pages_are_a4_across_and_its_maps_are_drawn(printed):
    for page in printed.pages:
        wide, high = (float(side) for side in page.mediabox[2:])
        assert (round(wide / 72 * 25.4), round(high / 72 * 25.4)) == (297, 210)
    drawn = [strokes(page) for page in printed.pages]
    assert drawn[1] > 20 * drawn[0]
    assert drawn[1] > 1000


def strokes(page: pypdf.PageObject) -> int:
    """Operators of the page, and of the forms in it, that draw lines."""
    forms = page["/Resources"].get("/XObject", {})
    streams = [page.get_contents().get_data(), *(f.get_object().get_data() for f in forms.values())]
    return sum(part in (b"l", b"c") for data in streams for part in data.split())


def test_pdf_when_read_then_it_names_no_folder_of_the_machine(chromium: str, ground: Ground):
    found = pdf.pdf_bytes(written(replace(PRESENTATION, slides=(TABLED, WRITTEN)), ground))
    reader = pypdf.PdfReader(io.BytesIO(found))
    whole = repr(reader.metadata) + "".join(repr(page.get("/Annots")) for page in reader.pages)
    assert "/tmp" not in whole
    assert b"file://" not in found


def test_pdf_when_the_browser_is_slow_then_it_is_ended_and_none_is_left(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    slow = tmp_path / "slow-browser"
    late = tmp_path / "late"
    slow.write_text(f"#!/bin/sh\n(sleep 3; touch '{late}') &\nwait\n")
    slow.chmod(0o755)
    monkeypatch.setattr(pdf, "BROWSERS", (str(slow),))
    begun = time.monotonic()
    with pytest.raises(BrowserError, match="print it to PDF"):
        pdf.pdf_bytes(b"<!doctype html>", seconds=1)
    assert time.monotonic() - begun < 2.5
    time.sleep(3)
    assert not late.exists()


def test_pdf_when_there_is_no_browser_then_the_message_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(pdf, "BROWSERS", ())
    monkeypatch.setattr(pdf, "_ELSEWHERE", ())
    with pytest.raises(BrowserError, match="apt install chromium"):
        pdf.pdf_bytes(b"")


def test_pdf_when_the_browser_writes_nothing_then_the_message_says_so(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(pdf, "BROWSERS", ("true",))
    with pytest.raises(BrowserError, match="The browser made no PDF"):
        pdf.pdf_bytes(b"")
