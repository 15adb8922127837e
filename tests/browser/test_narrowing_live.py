"""Facets and the days of quotations in a real Chromium: one click, and every view follows."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from serving import serving
from test_explore_linked import COUNT, PATIENCE, WORDS, follows, served, settle, shown

from dateline.places.basemap import build_basemap
from dateline.settings import BASEMAP, PROJECT

STEADY = ("head_brush", "narrow", "facets", "map", "places", "lanes", "timeline")
pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory, gazetteer: object) -> Iterator[str]:
    with served(tmp_path_factory.mktemp("rivers") / "rivers.db", articles=120) as address:
        yield address


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory, ingested_sample: Path) -> Iterator[str]:
    build_basemap(BASEMAP)
    corpus = tmp_path_factory.mktemp("sample_live") / "corpus.db"
    shutil.copy(ingested_sample, corpus)
    with serving(PROJECT / "app.py", {"DATELINE_CORPUS": str(corpus)}) as address:
        yield address


def page_at(browser: Browser, address: str, width: int = 1440, height: int = 900) -> Page:
    """A page of a visitor of its own."""
    page = browser.new_context(viewport={"width": width, "height": height}).new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    settle(page)
    expect(page.locator(".facet").first).to_be_visible(timeout=PATIENCE)
    return page


def open_facet(page: Page, name: str) -> None:
    page.locator(".facet", has_text=name).click()
    expect(page.locator(".panel .value").first).to_be_visible(timeout=PATIENCE)


def places_of(page: Page) -> dict[str, tuple[int, ...]]:
    """Where the parts of the page stand."""
    boxes = {key: page.locator(f".st-key-{key}").first.bounding_box() or {} for key in STEADY}
    return {key: (round(box["x"]), round(box["y"])) for key, box in boxes.items()}


def test_values_when_chosen_and_added_then_every_view_follows_and_none_moves(
    app: str, browser: Browser
) -> None:
    page = page_at(browser, app)
    before, stood = shown(page), places_of(page)
    open_facet(page, "Outlet")
    page.locator(".value", has_text="The Ledger").click()
    one = follows(page, before, "words", "counts", "lanes", "places", "quotations")
    assert one["words"] == "in The Ledger"
    expect(page.locator(".value", has_text="The Ledger")).to_have_attribute("aria-pressed", "true")
    page.locator(".value", has_text="Harbour Post").click(modifiers=["Control"])
    two = follows(page, one, "words", "counts", "lanes", "places", "quotations")
    assert two["words"] == "in The Ledger or Harbour Post"
    page.get_by_role("button", name="Take out The Ledger").click()
    expect(page.locator(WORDS)).to_have_text("in Harbour Post", timeout=PATIENCE)
    page.keyboard.press("Escape")
    expect(page.locator("#facet-values")).to_be_hidden()
    page.wait_for_timeout(800)
    expect(page.locator(WORDS)).to_have_text("in Harbour Post")
    assert places_of(page) == stood
    page.context.close()


def test_facet_when_opened_by_keys_then_values_are_reached_and_chosen_by_keys(
    app: str, browser: Browser
) -> None:
    page = page_at(browser, app)
    page.locator(".facet", has_text="Kind").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".panel .value").first).to_be_visible(timeout=PATIENCE)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(WORDS)).to_have_text("naming organisations", timeout=PATIENCE)
    expect(page.locator(".value", has_text="organisations")).to_be_focused()
    page.wait_for_timeout(3000)
    faults = Axe().run(page).response["violations"]
    assert [fault["id"] for fault in faults if fault["impact"] in ("serious", "critical")] == []
    page.keyboard.press("Escape")
    expect(page.locator(".facet", has_text="Kind")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#facet-values")).to_be_visible(timeout=PATIENCE)
    page.context.close()


def test_link_when_opened_by_another_visitor_then_shows_the_same_view(
    app: str, browser: Browser
) -> None:
    page = page_at(browser, app)
    for facet, value in (("Outlet", "Daily Meridian"), ("Role", "about"), ("Confidence", "sure")):
        before = page.locator(WORDS).inner_text()
        open_facet(page, facet)
        page.locator(".value", has_text=value).click()
        expect(page.locator(WORDS)).not_to_have_text(before, timeout=PATIENCE)
    page.locator('.st-key-place_list [data-value="g1"]').click()
    expect(page.locator(WORDS)).to_have_text(re.compile("Istanbul"), timeout=PATIENCE)
    page.wait_for_timeout(1500)
    other = page_at(browser, page.url)
    assert shown(other) == shown(page)
    page.context.close()
    other.context.close()


def test_day_in_a_quotation_when_clicked_then_chooses_what_speaks_of_it(
    sample: str, browser: Browser
) -> None:
    page = page_at(browser, sample)
    before = shown(page)
    page.locator(".st-key-quotation_list button[title*='speaks of']").first.click()
    spoken = follows(page, before, "words", "counts", "places", "quotations")
    assert spoken["words"].startswith("speaking of ")
    assert "spoken=" in page.url
    page.locator(".st-key-quotation_list button[title*='published then']").first.click()
    both = follows(page, spoken, "words")
    assert re.fullmatch(r"speaking of .+ · \d.+ 20\d\d", both["words"])
    page.locator(".st-key-chips .clear").click()
    expect(page.locator(WORDS)).to_have_text("Everything", timeout=PATIENCE)
    page.context.close()


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (390, 844)])
def test_brush_when_it_selects_nothing_then_the_views_say_so_and_stay_in_place(
    app: str, browser: Browser, width: int, height: int
) -> None:
    page = page_at(
        browser, app + "?place=g5&region=TR&published=2031-01-01..2031-01-02", width, height
    )
    expect(page.locator(".st-key-no_places")).to_contain_text("or undo", timeout=PATIENCE)
    expect(page.locator(".st-key-no_days")).to_contain_text("or undo", timeout=PATIENCE)
    expect(page.locator(".st-key-quotation_list .empty")).to_contain_text("Take a part of it out")
    stood = places_of(page)
    page.locator(".st-key-chips .clear").click()
    expect(page.locator(WORDS)).to_have_text("Everything", timeout=PATIENCE)
    expect(page.locator(".st-key-no_places")).to_have_count(0, timeout=PATIENCE)
    expect(page.locator(COUNT)).not_to_have_text("0", timeout=PATIENCE)
    page.wait_for_timeout(800)
    assert places_of(page) == stood
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
    page.context.close()


def test_escape_when_a_form_is_open_then_closes_it_and_the_next_takes_everything_out(
    app: str, browser: Browser
) -> None:
    page = page_at(browser, app)
    page.get_by_role("button", name="Outlet").click()
    page.locator(".value", has_text="Harbour Post").click()
    expect(page.locator(WORDS)).to_have_text("in Harbour Post", timeout=PATIENCE)
    page.keyboard.press("Escape")
    page.locator(".st-key-exports button").first.click()
    opened = page.locator("[data-testid=stPopoverBody]")
    # Streamlit opens it again when it is closed before the server's answer to its opening.
    expect(opened.get_by_role("button", name="Download CSV")).to_be_visible(timeout=PATIENCE)
    page.keyboard.press("Escape")
    expect(opened).to_be_hidden(timeout=PATIENCE)
    page.locator(".st-key-searches button").first.click()
    field = page.get_by_label("Save this selection as")
    field.focus()
    page.keyboard.press("Escape")
    page.wait_for_timeout(1500)
    expect(page.locator(WORDS)).to_have_text("in Harbour Post")
    page.locator("h1").first.click()
    expect(field).to_be_hidden(timeout=PATIENCE)
    page.keyboard.press("Escape")
    expect(page.locator(WORDS)).to_have_text("Everything", timeout=PATIENCE)
    expect(page.locator(".st-key-chips button")).to_have_count(0)


def test_chips_when_reached_by_keys_then_each_has_its_name_and_enter_takes_it_out(
    app: str, browser: Browser
) -> None:
    page = page_at(browser, app)
    page.locator(".st-key-lane_list .row").first.click()
    chip = page.locator(".st-key-chips [data-value=entity].remove")
    expect(chip).to_be_visible(timeout=PATIENCE)
    name = chip.locator(".label").inner_text()
    line = page.locator(".st-key-chips")
    expect(line.get_by_role("button")).to_have_count(3)
    expect(line.get_by_role("button", name=name, exact=True)).to_be_visible()
    profile = line.get_by_role("button", name="Profile", exact=True)
    expect(profile).to_have_attribute("title", f"All on {name}")
    expect(line.get_by_role("button", name="Clear Shortcut Esc", exact=True)).to_be_visible()
    chip.focus()
    page.keyboard.press("Tab")
    expect(profile).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".st-key-chips .clear")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator(WORDS)).to_have_text("Everything", timeout=PATIENCE)
