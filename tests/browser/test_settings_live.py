"""Settings in a real Chromium: said in sight, undone, deleted by name, analysed again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_corpus import stored
from playwright.sync_api import Browser, Page, expect
from serving import serving

from dateline.places.basemap import build_basemap
from dateline.settings import BASEMAP, PROJECT

PATIENCE = 60_000
JOB_PATIENCE = 180_000
NOTE = ".st-key-saved"
pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("settings")
    paths = [stored(made / f"{name}.db", articles=8) for name in ("rivers", "lakes")]
    listed = ", ".join(f"'{path}'" for path in paths)
    (made / "dateline.toml").write_text(f"corpus = '{paths[0]}'\ncorpora = [{listed}]\n")
    return made


@pytest.fixture(scope="module")
def app(folder: Path, gazetteer: object) -> Iterator[str]:
    build_basemap(BASEMAP)
    own = {
        "DATELINE_CORPUS": "",
        "DATELINE_SETTINGS": str(folder / "dateline.toml"),
        "DATELINE_STATE": str(folder / "state"),
    }
    with serving(PROJECT / "app.py", own) as address:
        yield address


@pytest.fixture
def page(browser: Browser, app: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    width = getattr(request, "param", 1440)
    context = browser.new_context(viewport={"width": width, "height": 800})
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    opened = context.new_page()
    asked = list[str]()
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(app + "settings")
    expect(opened.get_by_role("heading", name="Theme")).to_be_visible()
    settled = "[data-testid=stApp][data-test-script-state=notRunning]"
    expect(opened.locator(settled)).to_be_visible()
    yield opened
    context.close()
    elsewhere = [url for url in asked if not url.startswith((app, "data:", "blob:"))]
    assert elsewhere == []


def choose_zone(page: Page, zone: str) -> None:
    box = page.get_by_role("combobox", name="Zone")
    box.click()
    box.fill(zone)
    page.get_by_role("option", name=zone, exact=True).click()


def test_zone_when_chosen_then_the_note_is_in_sight_and_undo_takes_it_back(page: Page) -> None:
    choose_zone(page, "Asia/Kabul")
    note = page.locator(NOTE)
    expect(note).to_contain_text("Times are shown in Asia/Kabul.")
    expect(note).to_be_in_viewport(ratio=1)
    expect(page.get_by_text("UTC+4:30").first).to_be_visible()
    note.get_by_role("button", name="Undo").press("Enter")
    expect(note).to_contain_text("Taken back: Times are shown in Asia/Kabul.")
    expect(page.get_by_text("UTC+4:30")).to_have_count(0)


@pytest.mark.parametrize("page", [390, 1024], indirect=True)
def test_screen_when_narrow_then_nothing_lies_outside_it(page: Page) -> None:
    page.get_by_label("Look a name up").fill("Tripoli, Libya")
    page.get_by_label("Look a name up").press("Enter")
    expect(page.get_by_text("Answered by: Offline gazetteer")).to_be_visible()
    wide = page.evaluate("document.scrollingElement.scrollWidth - window.innerWidth")
    assert wide <= 0
    beyond = page.evaluate(
        "[...document.querySelectorAll('.st-key-settings *')].filter(one =>"
        " one.getBoundingClientRect().right > window.innerWidth + 1).length"
    )
    assert beyond == 0


def test_corpus_when_deleted_then_its_name_is_typed_and_a_wrong_one_stays(
    page: Page, folder: Path
) -> None:
    line = page.locator("[class*='st-key-corpus_line_']", has_text="lakes.db")
    line.get_by_role("button", name="More").click()
    box = page.get_by_label("type its name: lakes")
    box.fill("lake")
    page.get_by_role("button", name="Delete the file").click()
    expect(page.locator(NOTE)).to_contain_text("nothing was deleted")
    expect(box).to_have_value("lake")
    assert (folder / "lakes.db").exists()
    box.fill("lakes")
    page.get_by_role("button", name="Delete the file").click()
    expect(page.locator(NOTE)).to_contain_text("lakes is deleted for good.")
    expect(page.get_by_text("lakes.db")).to_have_count(0)
    assert not (folder / "lakes.db").exists()


def test_analysis_when_outdated_then_is_made_anew_with_progress(page: Page) -> None:
    page.get_by_role("button", name="Analyse 8 articles again").click()
    expect(page.get_by_text("Making findings anew")).to_be_visible()
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    expect(page.get_by_text("8 articles analysed again.")).to_be_visible(timeout=JOB_PATIENCE)
    expect(page.get_by_text("All findings are of this version")).to_be_visible()
