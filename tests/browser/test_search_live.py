"""The search box in a real Chromium: by keys alone, wrong, offered, undone, on every screen."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect
from test_explore_linked import COUNT, PATIENCE, WORDS, served, settle

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory, gazetteer: object) -> Iterator[str]:
    with served(tmp_path_factory.mktemp("searched") / "rivers.db", articles=120) as address:
        yield address


@pytest.fixture
def page(app: str, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE)
    opened.goto(app)
    settle(opened)
    expect(box(opened)).to_be_visible(timeout=PATIENCE)
    opened.wait_for_timeout(3000)
    yield opened
    context.close()


def box(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Search", exact=True)


def has_focus(page: Page) -> None:
    expect(box(page)).to_be_focused(timeout=PATIENCE)


def test_search_when_typed_by_keys_alone_then_the_views_follow_and_undo_takes_it_back(
    page: Page,
) -> None:
    page.keyboard.press("/")
    has_focus(page)
    page.keyboard.type("harbour NOT union")
    page.keyboard.press("Enter")
    expect(page.locator(WORDS)).to_have_text("search “harbour NOT union”", timeout=PATIENCE)
    expect(page.locator(".words .is-sought").first).to_have_text("harbour", timeout=PATIENCE)
    expect(page).to_have_url(re.compile(r"search=harbour\+NOT\+union"), timeout=PATIENCE)
    counted = page.locator(COUNT).inner_text()
    page.keyboard.press("Escape")
    expect(box(page)).not_to_be_focused()
    page.keyboard.press("u")
    expect(page.locator(WORDS)).to_have_text("Everything", timeout=PATIENCE)
    expect(box(page)).to_have_value("", timeout=PATIENCE)
    expect(page.locator(COUNT)).not_to_have_text(counted, timeout=PATIENCE)


def test_search_when_wrong_then_says_where_and_the_last_results_stay(page: Page) -> None:
    box(page).fill("water")
    page.keyboard.press("Enter")
    expect(page.locator(WORDS)).to_have_text("search “water”", timeout=PATIENCE)
    expect(page.locator(".words .is-sought").first).to_be_visible(timeout=PATIENCE)
    counted = page.locator(COUNT).inner_text()
    box(page).fill("water AND (harbour")
    page.keyboard.press("Enter")
    expect(page.locator(".fault")).to_have_text(
        "this parenthesis is not closed, at 11", timeout=PATIENCE
    )
    expect(page.locator(".spot")).to_have_text("(")
    expect(page.locator(".kept")).to_have_text("Still shown: the search “water”.")
    expect(box(page)).to_have_value("water AND (harbour")
    assert page.locator(COUNT).inner_text() == counted
    faults = Axe().run(page).response["violations"]
    assert [fault["id"] for fault in faults if fault["impact"] in ("serious", "critical")] == []


def test_names_when_typed_then_are_offered_and_one_is_taken_by_keys(page: Page) -> None:
    page.keyboard.press("/")
    has_focus(page)
    page.keyboard.type("water speaker:okaf")
    expect(page.get_by_role("option").first).to_contain_text("Mara Okafor", timeout=PATIENCE)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(box(page)).to_have_value('water speaker:"Mara Okafor" ')
    page.keyboard.press("Enter")
    expect(page.locator(WORDS)).to_contain_text("Mara Okafor", timeout=PATIENCE)
    names = page.locator(".st-key-quotation_list .speaker .name")
    expect(names.first).to_have_text("Mara Okafor", timeout=PATIENCE)


def test_search_when_on_a_screen_without_the_brush_then_the_articles_are_shown(
    page: Page,
) -> None:
    page.get_by_role("link", name="Help").click()
    expect(page.get_by_role("heading", name="Help")).to_be_visible(timeout=PATIENCE)
    done = "[data-testid=stApp][data-test-script-state=notRunning]"
    expect(page.locator(done)).to_be_visible(timeout=PATIENCE)
    page.wait_for_timeout(1500)
    page.keyboard.press("/")
    has_focus(page)
    page.keyboard.type('"told reporters in Geneva"')
    page.keyboard.press("Enter")
    expect(page.locator(".list h2", has_text="Articles")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".article .is-sought").first).to_have_text("told reporters in Geneva")


def test_searches_when_saved_then_are_opened_again(page: Page) -> None:
    box(page).fill("agreement")
    page.keyboard.press("Enter")
    expect(page.locator(WORDS)).to_have_text("search “agreement”", timeout=PATIENCE)
    way = page.locator(".st-key-searches button").first
    way.click()
    page.get_by_label("Save this selection as").fill("Deals")
    page.keyboard.press("Enter")
    page.locator(".st-key-search_keep button").click()
    kept = page.locator("[class*='st-key-search_open_'] button", has_text="Deals")
    expect(kept).to_be_visible(timeout=PATIENCE)
    page.keyboard.press("Escape")
    box(page).fill("")
    box(page).press("Enter")
    expect(page.locator(WORDS)).to_have_text("Everything", timeout=PATIENCE)
    way.click()
    kept.click()
    expect(page.locator(WORDS)).to_have_text("search “agreement”", timeout=PATIENCE)
    expect(box(page)).to_have_value("agreement", timeout=PATIENCE)
