"""The timeline in a real Chromium: a drag inside a drag, zoom by keys, and time that plays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from made_corpus import stored
from playwright.sync_api import Browser, Page, expect
from serving import serving

from components import theme
from dateline.places.basemap import build_basemap
from dateline.settings import BASEMAP, PROJECT

PATIENCE = 60_000
WORDS = ".st-key-headline .words"
STEP = re.compile(r"Week (\d+) of")

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]


@pytest.fixture(scope="module")
def rivers(tmp_path_factory: pytest.TempPathFactory, gazetteer: object) -> Iterator[str]:
    build_basemap(BASEMAP)
    corpus: Path = stored(tmp_path_factory.mktemp("played") / "rivers.db", articles=80)
    with serving(PROJECT / "app.py", {"DATELINE_CORPUS": str(corpus)}) as address:
        yield address


def opened(browser: Browser, address: str, motion: str = "no-preference") -> Page:
    page = browser.new_page(viewport={"width": 1440, "height": 1100})
    page.set_default_timeout(PATIENCE)
    page.emulate_media(reduced_motion=motion)  # type: ignore[arg-type]
    page.goto(address)
    expect(page.locator(".st-key-timeline .nsewdrag").first).to_be_attached(timeout=PATIENCE)
    page.wait_for_timeout(1500)
    return page


def drag(page: Page, begin: float, end: float) -> None:
    box = page.locator(".st-key-timeline .nsewdrag").first.bounding_box()
    assert box
    across, height = (lambda share: box["x"] + box["width"] * share), box["y"] + 20
    page.mouse.move(across(begin), height)
    page.mouse.down()
    page.mouse.move(across((begin + end) / 2), height, steps=4)
    page.mouse.move(across(end), height, steps=4)
    page.mouse.up()


def painted(page: Page) -> str:
    """The picture of what is inside."""
    canvas = page.locator(".st-key-inside_over canvas")
    picture: str = canvas.evaluate("canvas => canvas.toDataURL()")
    return picture


def test_place_when_chosen_then_the_chart_stays_and_what_is_painted_over_it_changes(
    browser, rivers
):
    page = opened(browser, rivers)
    page.evaluate("document.querySelector('.js-plotly-plot').dataset.seen = 'before'")
    before = painted(page)
    page.locator(".st-key-place_list .row").nth(1).click()
    expect(page.locator(WORDS)).not_to_have_text("Everything", timeout=PATIENCE)
    page.wait_for_timeout(800)
    assert page.locator(".js-plotly-plot").get_attribute("data-seen") == "before"
    assert painted(page) != before
    page.close()


def test_pointer_when_over_a_lane_or_the_strip_then_its_numbers_are_told(browser, rivers):
    page = opened(browser, rivers)
    box = page.locator(".st-key-inside_over canvas").bounding_box()
    assert box
    tip = page.locator(".st-key-inside_over .tip")
    name = page.locator(".st-key-lane_list .row .name").first.inner_text()
    numbers = re.compile(rf"{name}.+mentions: \d+ of \d+quotations: \d+", re.DOTALL)
    for down, told in (
        (theme.STRIP_PX + theme.LANE_PX / 2, numbers),
        (theme.STRIP_PX / 2, re.compile(r"\d+ of (1 article|(?!1 )\d+ articles)$")),
    ):
        for share in range(1, 40):
            page.mouse.move(box["x"] + box["width"] * share / 40, box["y"] + down)
            if tip.is_visible():
                break
        expect(tip).to_be_visible()
        expect(tip).to_have_text(told)
    page.mouse.move(box["x"] + 30, box["y"] - 200)
    expect(tip).to_be_hidden()
    page.close()


def test_span_when_dragged_inside_another_then_takes_its_place_and_is_drawn_over(browser, rivers):
    page = opened(browser, rivers)
    drag(page, 0.2, 0.7)
    expect(page.locator(WORDS)).not_to_have_text("Everything", timeout=PATIENCE)
    wide = page.locator(WORDS).inner_text()
    over = page.locator(".st-key-span_over .span")
    expect(over).to_be_visible(timeout=PATIENCE)
    before = over.bounding_box()
    drag(page, 0.3, 0.4)
    expect(page.locator(WORDS)).not_to_have_text(wide, timeout=PATIENCE)
    page.wait_for_timeout(800)
    after = over.bounding_box()
    assert before
    assert after
    assert after["width"] < before["width"] / 3
    chosen = page.locator(WORDS).inner_text()
    page.keyboard.press("z")
    expect(page.locator(".st-key-span_over .window")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(WORDS)).to_have_text(chosen)
    page.keyboard.press("0")
    expect(page.locator(".st-key-span_over .window")).to_be_hidden(timeout=PATIENCE)
    page.close()


def test_drag_when_broken_off_or_a_mere_click_then_the_span_stays_or_goes(browser, rivers):
    page = opened(browser, rivers)
    over = page.locator(".st-key-span_over .span")
    drag(page, 0.4, 0.4)
    page.wait_for_timeout(1000)
    expect(page.locator(WORDS)).to_have_text("Everything")
    drag(page, 0.2, 0.6)
    expect(page.locator(WORDS)).not_to_have_text("Everything", timeout=PATIENCE)
    chosen, before = page.locator(WORDS).inner_text(), over.bounding_box()
    box = page.locator(".st-key-timeline .nsewdrag").first.bounding_box()
    assert box
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 300, box["y"] + 20, steps=3)
    assert over.bounding_box() != before
    page.keyboard.press("Escape")
    page.mouse.up()
    page.wait_for_timeout(1000)
    assert over.bounding_box() == before
    expect(page.locator(WORDS)).to_have_text(chosen)
    drag(page, 0.3, 0.3)
    expect(page.locator(WORDS)).to_have_text("Everything", timeout=PATIENCE)
    expect(over).to_be_hidden()
    page.close()


def test_time_when_played_then_moves_on_until_paused_and_one_undo_takes_it_back(browser, rivers):
    page = opened(browser, rivers)
    page.locator(".st-key-time_play button:visible").focus()
    page.keyboard.press("Space")
    bar = page.locator(".st-key-time_bar")
    expect(bar).to_contain_text(re.compile("Week [3-9] of"), timeout=PATIENCE)
    page.locator(".st-key-time_play button:visible").click()
    expect(page.get_by_role("button", name=re.compile("Play week"))).to_be_visible(timeout=PATIENCE)
    page.wait_for_timeout(2500)
    stands = page.locator(WORDS).inner_text()
    page.wait_for_timeout(3000)
    assert page.locator(WORDS).inner_text() == stands
    assert "published=" in page.url
    page.keyboard.press("u")
    expect(page.locator(WORDS)).to_have_text("Everything", timeout=PATIENCE)
    page.close()


def test_time_when_motion_is_reduced_then_only_steps_by_hand(browser, rivers):
    page = opened(browser, rivers, motion="reduce")
    expect(page.locator(".st-key-time_play")).to_be_hidden()
    page.locator(".st-key-time_on button:visible").click()
    expect(page.locator(".st-key-time_bar")).to_contain_text("Week 1 of", timeout=PATIENCE)
    page.wait_for_timeout(2500)
    expect(page.locator(".st-key-time_bar")).to_contain_text("Week 1 of")
    page.close()


def test_lanes_when_more_are_asked_for_by_keyboard_then_each_name_stays_in_line_with_its_lane(
    browser, rivers
):
    page = opened(browser, rivers)
    rows, button = (
        page.locator(".st-key-lane_list .row"),
        page.locator(".st-key-lane_list .further"),
    )
    few = rows.count()
    rows.last.focus()
    page.keyboard.press("Tab")
    for key, name in (("Enter", "Fewer lanes"), ("Space", "More lanes")):
        expect(button).to_be_focused()
        page.keyboard.press(key)
        expect(button).to_have_text(name)
        top = page.locator(".st-key-timeline").bounding_box()["y"] + theme.STRIP_PX
        tops = rows.evaluate_all("rows => rows.map((row) => row.getBoundingClientRect().top)")
        assert (len(tops) > few) == (name == "Fewer lanes")
        assert tops == pytest.approx([top + at * theme.LANE_PX for at in range(len(tops))], abs=1)
    expect(button).to_be_focused()
    page.close()
