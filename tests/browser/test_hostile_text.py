"""Article text in a real browser: it is shown, and it does nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from serving import serving

from dateline.settings import PROJECT

HERE = Path(__file__).resolve().parent
OURS = {
    "BDI", "BLOCKQUOTE", "BUTTON", "DIV", "H2", "H3", "HEADER", "LI", "OL", "P", "SECTION",
    "SPAN", "STYLE", "TIME", "UL", "A",
}  # fmt: skip
ELEMENTS = """() => [...document.querySelectorAll('[data-testid=stBidiComponentIsolated]')]
    .flatMap(host => [...host.shadowRoot.querySelectorAll('*')])
    .map(node => ({
        tag: node.tagName, href: node.href ?? '', position: getComputedStyle(node).position,
        handlers: node.getAttributeNames().filter(name => name.startsWith('on')),
        rel: node.rel ?? '', hidden: node.className === 'hidden',
    }))"""

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The hostile page, served."""
    with serving(HERE / "hostile_page.py", {"PYTHONPATH": str(PROJECT)}) as served:
        yield served


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The hostile page with every passage opened."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector(".evidence", timeout=30_000)
    page.wait_for_selector(".quotation", timeout=30_000)
    for button in page.locator(".disclose").all():
        button.click()
    yield page
    context.close()


def test_text_when_it_is_hostile_then_it_makes_no_element_and_runs_nothing(page: Page) -> None:
    found = page.evaluate(ELEMENTS)

    assert {node["tag"] for node in found} <= OURS
    assert not [node for node in found if node["handlers"] or node["position"] == "fixed"]
    assert page.evaluate("window.taken") is None
    assert page.title() != "taken"


def test_text_when_it_is_hostile_then_it_is_shown_letter_by_letter(page: Page) -> None:
    shown = page.locator(".words").all_inner_texts()

    assert "“<script>window.taken = 1; document.title = 'taken'</script>”" in shown
    assert any("**bold**" in words and "![picture]" in words for words in shown)
    assert any(":red[red] :material/home: <!-- comment -->" in words for words in shown)


def test_text_when_characters_are_unseen_then_markers_stand_in_their_place(page: Page) -> None:
    words = page.locator(".quotation .words", has_text="gnp.exe").inner_text()

    assert "RLOgnp.exePDF zeroZWSPwidth U+E0041tag NUL U+D800" in words
    assert not set(words) & set("\u202e\u202c\u200b\u0000")


def test_addresses_when_not_a_web_page_then_they_are_no_links(page: Page) -> None:
    links = [node for node in page.evaluate(ELEMENTS) if node["tag"] == "A"]

    assert {node["href"] for node in links} == {"https://ledger.example/story"}
    assert {node["rel"] for node in links} == {"noopener noreferrer"}
    assert page.get_by_text("Address not opened").count() == 12


def test_requests_when_the_text_names_other_hosts_then_all_go_to_localhost(
    browser: Browser, address: str
) -> None:
    asked: list[str] = []
    with browser.new_context() as context:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        page.wait_for_selector(".evidence", timeout=30_000)
        page.wait_for_timeout(1000)

    assert asked
    assert [u for u in asked if not u.startswith(("http://127.0.0.1:", "blob:", "data:"))] == []


def test_keys_when_a_speaker_is_chosen_then_the_choice_arrives_and_focus_stays(page: Page) -> None:
    name = page.locator(".quotation .name").first
    name.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.body.innerText.includes('person.0')", timeout=30_000)

    assert name.evaluate("node => node.getRootNode().activeElement === node")
    assert page.locator("[aria-expanded=true]").count() == 8


def test_keys_when_a_passage_is_closed_then_it_is_hidden_from_all(page: Page) -> None:
    button = page.locator(".disclose").first
    button.focus()
    page.keyboard.press("Space")

    assert button.get_attribute("aria-expanded") == "false"
    assert not page.locator(".passage").first.is_visible()


@pytest.mark.parametrize("width", [390, 720])
def test_layout_when_the_page_is_narrow_or_zoomed_then_nothing_runs_out(
    page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.wait_for_timeout(300)

    assert page.evaluate(
        """() => [...document.querySelectorAll('[data-testid=stBidiComponentIsolated]')]
            .every(host => host.scrollWidth <= host.clientWidth + 1)"""
    )
