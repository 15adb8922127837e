"""Keys that are pressed while a screen is on its way are not lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from made_corpus import stored
from playwright.sync_api import Browser, Page, expect
from serving import serving

from dateline.places.basemap import build_basemap
from dateline.settings import BASEMAP, PROJECT

PATIENCE = 60_000
pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def page(
    tmp_path_factory: pytest.TempPathFactory, gazetteer: object, browser: Browser
) -> Iterator[Page]:
    build_basemap(BASEMAP)
    corpus = stored(tmp_path_factory.mktemp("pressed") / "rivers.db", articles=40)
    with serving(PROJECT / "app.py", {"DATELINE_CORPUS": str(corpus)}) as address:
        opened = browser.new_page(viewport={"width": 1440, "height": 900})
        opened.goto(f"{address}notebook", timeout=PATIENCE)
        yield opened
        opened.close()


@pytest.mark.parametrize(
    ("keys", "screen"), [("24", "Articles"), ("352", "Voices"), ("43", "Entities")]
)
def test_keys_when_pressed_in_a_row_then_the_last_screen_is_opened(
    page: Page, keys: str, screen: str
) -> None:
    still = page.locator("[data-testid=stApp][data-test-script-state=notRunning]")
    expect(still).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".st-key-screen_here")).to_be_visible(timeout=PATIENCE)
    page.wait_for_function("() => Boolean(window.datelineKey)", timeout=PATIENCE)
    for key in keys:
        page.keyboard.press(key)
        page.wait_for_timeout(120)
    expect(page.locator(".st-key-screen_here")).to_have_text(screen, timeout=PATIENCE)
    page.wait_for_timeout(2000)
    expect(page.locator(".st-key-screen_here")).to_have_text(screen, timeout=PATIENCE)


def test_keys_when_held_back_for_a_text_then_they_are_letters(page: Page) -> None:
    box = page.locator(".st-key-search input").first
    box.click()
    box.press("2")
    page.wait_for_timeout(1500)
    expect(page.locator(".st-key-screen_here")).to_have_text("Entities", timeout=PATIENCE)
