"""Every screen before axe-core, light and dark: no fault that it calls serious."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from made_corpus import stored
from playwright.sync_api import Browser, expect
from serving import serving

from components.state import SCREENS
from dateline.places.basemap import build_basemap
from dateline.settings import BASEMAP, PROJECT

PATIENCE = 60_000
GRAVE = {"serious", "critical"}
pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory, gazetteer: object) -> Iterator[str]:
    build_basemap(BASEMAP)
    corpus = stored(tmp_path_factory.mktemp("rivers") / "rivers.db", articles=40)
    with serving(PROJECT / "app.py", {"DATELINE_CORPUS": str(corpus)}) as address:
        yield address


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS)
def test_screen_when_axe_looks_then_finds_nothing_serious(
    app: str, browser: Browser, screen: str, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": 1440, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page = context.new_page()
    page.goto(app + ("" if screen == "explore" else screen), timeout=PATIENCE)
    done = "[data-testid=stApp][data-test-script-state=notRunning]"
    expect(page.locator(done)).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".st-key-screen_here")).to_have_text(SCREENS[screen], timeout=PATIENCE)
    page.wait_for_timeout(3000)
    faults = Axe().run(page).response["violations"]
    context.close()
    said = [
        f"{fault['id']}: {fault['help']}: {[node['target'] for node in fault['nodes']][:4]}"
        for fault in faults
        if fault["impact"] in GRAVE
    ]
    assert said == []
