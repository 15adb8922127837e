"""Entities in a browser: from the list to a profile, its days, its network and its passages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from faults import grave
from playwright.sync_api import Browser, Page, expect
from profiled_corpus import stored_profiles
from serving import serving

from dateline.settings import PROJECT

PATIENCE = 60_000
pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory, gazetteer: object) -> Iterator[str]:
    corpus = stored_profiles(tmp_path_factory.mktemp("live") / "harbour.db", articles=60)
    with serving(PROJECT / "app.py", {"DATELINE_CORPUS": str(corpus)}) as address:
        yield address


@pytest.fixture(params=["light", "dark"])
def page(app: str, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    size = {"width": 1440, "height": 900}
    context = browser.new_context(viewport=size, color_scheme=request.param)
    page = context.new_page()
    page.goto(f"{app}entities", timeout=PATIENCE)
    expect(page.locator("li.entity").first).to_be_visible(timeout=PATIENCE)
    yield page
    context.close()


def test_profile_when_opened_by_key_then_its_parts_lead_on_and_back(page: Page) -> None:
    assert grave(page) == []
    page.get_by_role("button", name="Mara Okafor").focus()
    page.keyboard.press("Enter")
    title = page.locator(".st-key-profile_name h2")
    expect(title).to_contain_text("Mara Okafor", timeout=PATIENCE)
    expect(page.locator(".company tbody tr").first).to_be_visible(timeout=PATIENCE)
    assert "entity=person.mara-okafor" in page.url

    bins = page.locator(".plot .bin")
    bins.nth(4).focus()
    page.locator(".plot .bin[tabindex='0']").focus()
    for key in ("Home", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Enter"):
        page.keyboard.press(key)
    chip = page.locator(".st-key-chips [data-value=published].remove")
    expect(chip).to_contain_text("2\N{EN DASH}4 Mar 2024", timeout=PATIENCE)
    expect(page.locator(".plot .bin.chosen")).to_have_count(3)
    page.keyboard.press("u")
    expect(chip).to_have_count(0, timeout=PATIENCE)

    page.locator("li.fact button.told").first.click()
    expect(page.locator("li.evidence .is-sought").first).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".st-key-profile_told h2")).to_be_focused()
    assert grave(page) == []
    page.get_by_role("button", name="Close").click()
    expect(page.locator("li.evidence")).to_have_count(0, timeout=PATIENCE)

    node = page.locator(".node").nth(0)
    other = (node.get_attribute("aria-label") or "").split(",")[0]
    node.focus()
    page.keyboard.press("Enter")
    expect(title).to_contain_text(other, timeout=PATIENCE)
    page.get_by_role("button", name="All entities").click()
    expect(page.locator("li.entity").first).to_be_visible(timeout=PATIENCE)


def test_article_when_read_then_its_index_leads_to_a_profile(page: Page) -> None:
    page.get_by_role("button", name="Idris Lindqvist").click()
    page.locator(".st-key-profile_articles button.open").first.click()
    entry = page.locator(".index li").filter(has_text="Idris Lindqvist").first
    expect(entry).to_be_visible(timeout=PATIENCE)
    entry.hover()
    entry.get_by_role("button", name="Profile").click()

    expect(page.locator(".st-key-profile_name h2")).to_contain_text("Idris", timeout=PATIENCE)
    expect(page.locator(".st-key-screen_here")).to_have_text("Entities")
