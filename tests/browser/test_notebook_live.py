"""Keeping in a browser: a star, tags and a note in the list, the notebook, and the keys."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from made_corpus import stored
from playwright.sync_api import Browser, Page, expect
from serving import serving

from dateline.places.basemap import build_basemap
from dateline.settings import BASEMAP, PROJECT

PATIENCE = 60_000
pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory, gazetteer: object) -> Iterator[str]:
    build_basemap(BASEMAP)
    corpus = stored(tmp_path_factory.mktemp("kept") / "kept.db", articles=40)
    with serving(PROJECT / "app.py", {"DATELINE_CORPUS": str(corpus)}) as address:
        yield address


@pytest.fixture
def page(app: str, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(app, timeout=PATIENCE)
    expect(page.locator("li.quotation").first).to_be_visible(timeout=PATIENCE)
    yield page
    context.close()


def test_quotation_when_kept_then_the_notebook_has_it_and_it_can_be_taken_back(page: Page) -> None:
    first = page.locator("li.quotation").first
    words = first.locator(".words").inner_text()
    first.locator(".bookmark").click()
    expect(first.locator(".bookmark")).to_have_attribute("aria-pressed", "true", timeout=PATIENCE)
    first.locator(".edit").click()
    page.keyboard.type("aid, u")
    first.locator("textarea").fill("jko 1 b ?")
    page.keyboard.press("Control+Enter")
    expect(first.locator(".tag")).to_have_text(["aid", "u"], timeout=PATIENCE)

    page.get_by_role("link", name="Notebook").click()
    entry = page.locator("li.entry")
    expect(entry).to_have_count(1, timeout=PATIENCE)
    expect(entry.locator(".words")).to_have_text(words.strip("“”"))
    expect(entry.locator(".note")).to_contain_text("jko 1 b ?")
    page.locator(".st-key-kept_said").get_by_role("button", name="Take back").click()
    expect(entry.locator(".tag")).to_have_count(0, timeout=PATIENCE)
    entry.locator(".bookmark").click()
    expect(entry).to_have_count(0, timeout=PATIENCE)


def shown(page: Page, screen: str) -> None:
    """The screen is there, and has come to rest: its keys are heard."""
    expect(page.locator(".st-key-screen_here")).to_have_text(screen, timeout=PATIENCE)
    done = "[data-testid=stApp][data-test-script-state=notRunning]"
    expect(page.locator(done)).to_be_visible(timeout=PATIENCE)
    page.wait_for_timeout(1500)


def test_keys_when_pressed_then_rows_screens_and_the_way_back_follow(page: Page) -> None:
    rows = page.locator("li.quotation")
    page.keyboard.press("j")
    expect(rows.nth(0)).to_be_focused(timeout=PATIENCE)
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(rows.nth(1)).to_be_focused()
    page.keyboard.press("o")
    expect(page).to_have_url(re.compile("article="), timeout=PATIENCE)
    shown(page, "Articles")
    page.keyboard.press("b")
    shown(page, "Explore")
    page.keyboard.press("?")
    shown(page, "Help")
    page.keyboard.press("3")
    expect(page.locator(".st-key-screen_here")).to_have_text("Entities", timeout=PATIENCE)
