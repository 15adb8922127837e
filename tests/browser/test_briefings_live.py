"""Briefings in a browser: capture a view, write it, order slides, undo, and open the view again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from faults import grave
from made_corpus import stored
from playwright.sync_api import Browser, Page, expect
from serving import serving

from dateline.places.basemap import build_basemap
from dateline.settings import BASEMAP, PROJECT

PATIENCE = 90_000
SCRIPT = (PROJECT / "components" / "capture" / "camera.js").read_text(encoding="utf-8")
CAMERA = f"""() => {{
  {SCRIPT.partition("export default")[0]}
  return cameraOf(document.querySelector(".st-key-map_chart [data-testid=stDeckGlJsonChart]"));
}}"""
pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]


@pytest.fixture
def app(tmp_path: Path, gazetteer: object) -> Iterator[str]:
    build_basemap(BASEMAP)
    corpus = stored(tmp_path / "briefed.db", articles=40)
    own = {"DATELINE_CORPUS": str(corpus), "DATELINE_SETTINGS": str(tmp_path / "dateline.toml")}
    with serving(PROJECT / "app.py", own) as address:
        yield address


def opened(browser: Browser, address: str, scheme: str = "light") -> Page:
    context = browser.new_context(
        viewport={"width": 1440, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(address, timeout=PATIENCE)
    settle(page)
    return page


def settle(page: Page) -> None:
    """The screen has come to rest: its keys are heard."""
    done = "[data-testid=stApp][data-test-script-state=notRunning]"
    expect(page.locator(done)).to_be_visible(timeout=PATIENCE)
    page.wait_for_timeout(1500)


def capture(page: Page, headline: str, name: str = "") -> None:
    page.keyboard.press("t")
    form = page.locator(".st-key-capture_form")
    expect(form.locator(".st-key-capture_keep button")).to_be_visible(timeout=PATIENCE)
    settle(page)
    if name:
        form.get_by_label("Name of the new briefing").fill(name)
    form.get_by_label("Headline").fill(headline)
    form.locator(".st-key-capture_keep button").click()
    expect(page.locator(".st-key-capture_said")).to_be_visible(timeout=PATIENCE)
    expect(form).to_have_count(0, timeout=PATIENCE)


def headlines(page: Page, *wanted: str) -> None:
    expect(page.locator("li.slide .headline")).to_have_text(list(wanted), timeout=PATIENCE)


def test_view_when_captured_then_is_written_ordered_undone_and_opened_again(
    app: str, browser: Browser
) -> None:
    page = opened(browser, f"{app}?entity=e-9&axis=spoken")
    words = page.locator(".st-key-headline .words")
    expect(words).to_contain_text("Rivers Commission", timeout=PATIENCE)
    page.wait_for_function(CAMERA, timeout=PATIENCE)
    box = page.locator(".st-key-map_chart").bounding_box()
    assert box
    page.mouse.move(box["x"] + 200, box["y"] + 200)
    page.mouse.wheel(0, -300)
    page.wait_for_timeout(3000)
    seen = page.evaluate(CAMERA)
    capture(page, "The dam holds", name="Rivers")
    expect(page.locator(".st-key-capture_said")).to_contain_text("Slide 1 of “Rivers”")

    page.keyboard.press("2")
    expect(page.locator(".st-key-screen_here")).to_have_text("Voices", timeout=PATIENCE)
    settle(page)
    capture(page, "The union speaks")
    page.locator(".st-key-capture_open button").click()
    headlines(page, "The dam holds", "The union speaks")
    expect(page.locator(".small-deck .headline")).to_have_text("The union speaks", timeout=PATIENCE)

    page.get_by_label("Headline").fill("The union warns")
    page.get_by_label("Headline").press("Control+Enter")
    headlines(page, "The dam holds", "The union warns")
    page.locator(".st-key-slide_save button").click()
    expect(page.locator(".st-key-briefing_said")).to_have_text("Saved", timeout=PATIENCE)

    second = page.locator("li.slide .slide-name").nth(1)
    second.focus()
    page.keyboard.press("Alt+ArrowUp")
    headlines(page, "The union warns", "The dam holds")
    expect(page.locator("li.slide .slide-name").first).to_be_focused()
    settle(page)
    page.keyboard.press("u")
    headlines(page, "The dam holds", "The union warns")
    settle(page)
    page.keyboard.press("u")
    headlines(page, "The dam holds", "The union speaks")

    page.goto(app, timeout=PATIENCE)
    expect(words).to_have_text("Everything", timeout=PATIENCE)
    settle(page)
    page.get_by_role("link", name="Briefings").click()
    page.get_by_role("button", name="Rivers", exact=True).click()
    page.locator(".st-key-slide_view button").click()
    expect(words).to_contain_text("Rivers Commission", timeout=PATIENCE)
    expect(page.get_by_role("radio", name="Spoken of")).to_be_checked(timeout=PATIENCE)
    page.wait_for_function(
        f"(seen) => {{ const now = ({CAMERA})();"
        " return now && now.every((part, at) => Math.abs(part - seen[at]) < 0.001); }",
        arg=seen,
        timeout=PATIENCE,
    )
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_briefing_when_axe_looks_then_finds_nothing_serious(
    app: str, browser: Browser, scheme: str
) -> None:
    page = opened(browser, f"{app}voices", scheme)
    capture(page, "The union will possibly speak", name="Rivers")
    page.keyboard.press("t")
    expect(page.locator(".st-key-capture_form")).to_be_visible(timeout=PATIENCE)
    settle(page)
    assert grave(page) == []
    page.keyboard.press("t")
    expect(page.locator(".st-key-capture_form")).to_have_count(0, timeout=PATIENCE)
    page.goto(f"{app}briefings?briefing=briefing1", timeout=PATIENCE)
    expect(page.locator(".st-key-standards")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".small-deck .headline")).to_be_visible(timeout=PATIENCE)
    settle(page)
    assert grave(page) == []
    page.context.close()
