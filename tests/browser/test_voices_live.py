"""Voices in a browser: clicks brush, pages turn, the matrix is walked by keys and opens pairs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from faults import grave
from playwright.sync_api import Browser, Page, expect
from serving import serving
from voices_corpus import stored_with_topics

from dateline.places.basemap import build_basemap
from dateline.settings import BASEMAP, PROJECT

PATIENCE = 60_000
pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory, gazetteer: object) -> Iterator[str]:
    build_basemap(BASEMAP)
    corpus = stored_with_topics(tmp_path_factory.mktemp("spoken") / "spoken.db")
    with serving(PROJECT / "app.py", {"DATELINE_CORPUS": str(corpus)}) as address:
        yield address


@pytest.fixture
def page(app: str, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


def opened(page: Page, app: str, query: str = "") -> Page:
    page.goto(f"{app}voices{query}", timeout=PATIENCE)
    expect(page.locator(".voices li.quotation, .matrix td").first).to_be_visible(timeout=PATIENCE)
    return page


def chips(page: Page) -> list[str]:
    page.wait_for_timeout(300)
    return page.locator(".st-key-chips .remove .label").all_inner_texts()


def test_quotation_when_its_parts_are_clicked_then_each_is_a_clause(page: Page, app: str) -> None:
    opened(page, app)
    row = page.locator("li.quotation", has=page.get_by_role("button", name="reporters")).first
    name = row.locator(".name").inner_text()
    row.locator(".name").click()
    chip = page.locator(".st-key-chips [data-value=speaker].remove")
    expect(chip).to_contain_text(name, timeout=PATIENCE)
    row = page.locator("li.quotation", has=page.get_by_role("button", name="reporters")).first
    row.get_by_role("button", name="reporters", exact=False).first.click()
    chip = page.locator(".st-key-chips [data-value=addressee].remove")
    expect(chip).to_contain_text("to ", timeout=PATIENCE)
    expect(page.locator(".voices .count")).not_to_have_text("", timeout=PATIENCE)
    names = set(page.locator("li.quotation .name").all_inner_texts())
    assert names == {name}


def test_pages_when_turned_then_the_list_begins_again_and_says_where_it_is(
    page: Page, app: str
) -> None:
    opened(page, app, "?by=day")
    first = page.locator("li.quotation").first.get_attribute("data-row")
    page.locator(".pager").last.get_by_role("button", name="Next page").click()
    expect(page.locator(".pager").first).to_contain_text("25", timeout=PATIENCE)
    assert page.locator("li.quotation").first.get_attribute("data-row") != first
    expect(page.locator(".voices h2")).to_be_in_viewport(timeout=PATIENCE)
    assert "page=2" in page.url
    page.locator(".pager .page").first.fill("1")
    page.keyboard.press("Enter")
    expect(page.locator(f"[data-row='{first}']")).to_be_visible(timeout=PATIENCE)


def test_group_when_jumped_to_then_its_head_is_in_sight(page: Page, app: str) -> None:
    opened(page, app, "?by=speaker")
    page.get_by_role("button", name="Jump to a speaker").click()
    box = page.get_by_role("searchbox", name="Find by name", exact=True)
    box.fill("cost")
    found = page.locator("button.jump")
    expect(found).to_have_count(1, timeout=PATIENCE)
    found.click()
    head = page.locator("h3.group", has_text="Rafael Costa")
    expect(head).to_be_in_viewport(timeout=PATIENCE)
    expect(head).to_be_focused(timeout=PATIENCE)


def test_matrix_when_walked_by_keys_then_a_cell_opens_its_pair(page: Page, app: str) -> None:
    opened(page, app, "?shows=whom")
    cell = page.locator("td button.cell").first
    cell.focus()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    page.keyboard.press("Home")
    expect(page.locator("tbody th button").first).to_be_focused()
    assert page.locator(".matrix table button[tabindex='0']").count() == 1
    assert grave(page) == []
    count = cell.inner_text()
    cell.focus()
    page.keyboard.press("Enter")
    chip = page.locator(".st-key-chips [data-value=about].remove")
    expect(chip).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".voices .count")).to_have_text(count, timeout=PATIENCE)
    assert "shows=" not in page.url
    assert len(chips(page)) == 2


def test_column_when_the_screen_is_narrow_then_it_opens_on_demand(
    app: str, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = opened(context.new_page(), app)
    head = page.get_by_role("button", name="Narrow by", exact=True)
    expect(head).to_have_attribute("aria-expanded", "false")
    head.click()
    value = page.locator("button.value").first
    expect(value).to_be_visible(timeout=PATIENCE)
    value.click()
    chip = page.locator(".st-key-chips [data-value=speaker].remove")
    expect(chip).to_be_visible(timeout=PATIENCE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert grave(page) == []
    context.close()


def test_quotation_when_opened_then_the_reader_shows_its_sentence(page: Page, app: str) -> None:
    opened(page, app)
    row = page.locator("li.quotation.direct").first
    said = row.locator(".words").inner_text().strip("“”")
    row.get_by_role("button", name="Open article").click()
    page.wait_for_url("**article=**", timeout=PATIENCE)
    expect(page.get_by_text(said).first).to_be_visible(timeout=PATIENCE)
