"""Positions and wordings in a browser: a proposal leads to articles, a statement to its forms."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from faults import grave
from playwright.sync_api import Browser, Page, expect
from said_corpus import Said, stored
from serving import serving

from dateline.places.basemap import build_basemap
from dateline.settings import BASEMAP, PROJECT

PATIENCE = 60_000
pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]
SAID = (
    Said("that the ministry would not open the gates of the dam before the harvest"),
    Said("We will not open the gates of the dam before the harvest is in", mode="direct",
         outlet="Harbour Post"),
    Said("that the ministry had held talks with the builders", cue="denied", family="deny"),
    Said("that the ministry had held talks with the builders", day="2024-08-15",
         cue="confirmed", family="confirm", outlet="Harbour Post"),
    Said("the strike would cost the harbour 40 million", speaker="varga"),
)  # fmt: skip


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory, gazetteer: object) -> Iterator[str]:
    build_basemap(BASEMAP)
    corpus = stored(tmp_path_factory.mktemp("voices") / "dam.db", SAID)
    with serving(PROJECT / "app.py", {"DATELINE_CORPUS": str(corpus)}) as address:
        yield address


@pytest.fixture(params=["light", "dark"])
def page(app: str, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, color_scheme=request.param
    )
    page = context.new_page()
    page.goto(f"{app}voices?shows=position", timeout=PATIENCE)
    expect(page.locator("li.statement").first).to_be_visible(timeout=PATIENCE)
    yield page
    context.close()


def test_voices_when_read_then_leads_from_proposal_to_forms_and_to_the_article(page: Page) -> None:
    proposal = page.locator("li.proposal")
    expect(proposal).to_have_count(1)
    expect(proposal).to_contain_text("denied on 12 Aug 2024, confirmed on 15 Aug 2024")
    expect(page.locator(".proposals .count")).to_contain_text("proposals to check, not findings")
    expect(proposal.locator(".side")).to_have_count(2)
    assert grave(page) == []

    page.get_by_role("button", name="Wordings").first.focus()
    page.keyboard.press("Enter")
    form = page.locator("li.form").nth(1)
    expect(form.locator("ins").last).to_contain_text("is in", timeout=PATIENCE)
    expect(form.locator("ins .hidden").last).to_have_text(" (end) ")
    expect(form).to_contain_text("direct here, indirect in the longest form")
    expect(page).to_have_url(re.compile("shows=wording"))
    assert grave(page) == []

    form.get_by_role("button", name="Open article").click()
    expect(page.locator(".st-key-screen_here")).to_have_text("Articles", timeout=PATIENCE)
    page.go_back()
    expect(page.locator("li.form").first).to_be_visible(timeout=PATIENCE)


def test_subject_when_words_are_typed_then_only_statements_with_them_are_left(page: Page) -> None:
    box = page.get_by_role("combobox", name="Subject")
    box.click()
    box.fill("builder talks")
    page.keyboard.press("Enter")

    title = page.get_by_role("heading", name="Mara Okafor on “builder talks”")
    expect(title).to_be_visible(timeout=PATIENCE)
    expect(page.locator("li.statement")).to_have_count(2)
    assert "subject=builder" in page.url
