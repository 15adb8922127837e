"""Places in a browser: a row opens its evidence, by keyboard too, and leads to Explore."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from faults import grave
from placed_corpus import stored_with_doubts
from playwright.sync_api import Browser, Page, expect
from serving import serving

from bench.corpora import make_corpus
from dateline.places.basemap import build_basemap
from dateline.settings import BASEMAP, PROJECT

PATIENCE = 60_000
pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory, gazetteer: object) -> Iterator[str]:
    build_basemap(BASEMAP)
    corpus = stored_with_doubts(tmp_path_factory.mktemp("doubts") / "doubts.db")
    with serving(PROJECT / "app.py", {"DATELINE_CORPUS": str(corpus)}) as address:
        yield address


@pytest.fixture
def page(app: str, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(f"{app}places", timeout=PATIENCE)
    expect(page.locator("li.evidence").first).to_be_visible(timeout=PATIENCE)
    yield page
    context.close()


def test_ambiguous_when_a_row_is_opened_by_key_then_shows_candidates_and_leads_to_explore(
    page: Page,
) -> None:
    page.get_by_role("radio", name="Ambiguous 2").click()
    rows = page.locator("li.placed")
    expect(rows).to_have_count(2, timeout=PATIENCE)
    rows.nth(1).get_by_role("button", name="Basra").focus()
    page.keyboard.press("Enter")

    expect(page.locator("li.placed.opened .open")).to_have_text("Basra", timeout=PATIENCE)
    expect(page.locator("li.placed.opened .open")).to_be_focused()
    expect(page.locator("li.candidate")).to_have_count(3, timeout=PATIENCE)
    expect(page.locator("li.candidate .rank.chosen")).to_have_text("1")
    expect(page.locator("li.evidence .is-sought").first).to_have_text("Basra")
    expect(page.locator("[data-testid=stDeckGlJsonChart] canvas").first).to_be_visible()
    assert grave(page) == []

    page.get_by_role("button", name="Show in Explore").click()
    expect(page.locator(".st-key-screen_here")).to_have_text("Explore", timeout=PATIENCE)
    chip = page.locator(".st-key-chips [data-value=place].remove")
    expect(chip).to_contain_text("Basra", timeout=PATIENCE)


def test_role_when_pressed_on_a_narrow_page_then_filters_and_evidence_rises_over_the_list(
    page: Page,
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.get_by_role("button", name="filed from").click()
    chip = page.locator(".st-key-chips [data-value=role].remove")
    expect(chip).to_be_visible(timeout=PATIENCE)
    page.locator("li.placed .open").nth(1).click()
    close = page.get_by_role("button", name="Close")
    expect(close).to_be_visible(timeout=PATIENCE)
    expect(page.locator("li.evidence").first).to_be_in_viewport()
    close.click()
    expect(close).to_be_hidden(timeout=PATIENCE)
    page.get_by_role("button", name="Open article").first.click()
    expect(page.locator(".st-key-screen_here")).to_have_text("Articles", timeout=PATIENCE)


@pytest.fixture(scope="module")
def long_list(tmp_path_factory: pytest.TempPathFactory, gazetteer: object) -> Iterator[str]:
    build_basemap(BASEMAP)
    corpus = tmp_path_factory.mktemp("long") / "long.db"
    make_corpus(corpus, 300)
    with serving(PROJECT / "app.py", {"DATELINE_CORPUS": str(corpus)}) as address:
        yield address


def test_list_when_turned_and_searched_by_key_then_every_name_is_reached(
    long_list: str, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(f"{long_list}places", timeout=PATIENCE)
    rows, first = page.locator("li.placed .open"), page.locator("li.placed .open").first
    expect(rows).to_have_count(40, timeout=PATIENCE)
    below = page.get_by_role("navigation", name="Pages, below the list")
    seen = list[str]()
    while True:
        seen += rows.all_inner_texts()
        following = below.get_by_role("button", name="Next page of the list")
        if following.get_attribute("aria-disabled") == "true":
            break
        following.focus()
        page.keyboard.press("Enter")
        expect(first).not_to_have_text(seen[-40], timeout=PATIENCE)
        expect(page.locator(".st-key-placed_list h2")).to_be_focused()
    expect(page.locator(".st-key-placed_tools")).to_contain_text(f"Resolved {len(seen)}")
    assert len(set(seen)) == len(seen)

    page.get_by_role("searchbox", name="Find by name").fill(seen[0][:-1])
    expect(first).to_have_text(seen[0], timeout=PATIENCE)
    first.focus()
    page.keyboard.press("ArrowDown")
    expect(rows.nth(1)).to_be_focused()
    assert grave(page) == []
    context.close()
