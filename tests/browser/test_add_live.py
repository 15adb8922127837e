"""Add in a real Chromium: a file is dropped, its columns chosen, its articles come and go."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from made_corpus import HOSTILE, stored
from playwright.sync_api import Browser, Page, expect
from serving import serving

from components.adding import news
from dateline.places.basemap import build_basemap
from dateline.settings import BASEMAP, PROJECT
from dateline.store import Store

PATIENCE = 60_000
JOB_PATIENCE = 180_000
COUNT = ".st-key-headline p:has-text('article')"
FILE = ".st-key-ways_in [data-testid=stFileUploaderDropzoneInput]"
ODD = (
    "Schlagzeile;Inhalt;Blatt;Tag\n"
    "Ferry late;The ferry was late on Monday, Mara Okafor said in Cairo.;The Quay;2024-03-05\n"
    "Dam holds;The dam held all night, Idris Lindqvist told reporters.;The Quay;2024-03-06\n"
)
pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stored(tmp_path_factory.mktemp("rivers") / "rivers.db", articles=12)


@pytest.fixture(scope="module")
def app(corpus: Path, gazetteer: object) -> Iterator[str]:
    build_basemap(BASEMAP)
    with serving(PROJECT / "app.py", {"DATELINE_CORPUS": str(corpus)}) as address:
        yield address


@pytest.fixture
def page(browser: Browser, app: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    opened = context.new_page()
    complaints = list[str]()
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.goto(app)
    expect(opened.locator(COUNT)).to_have_text("12 articles")
    opened.get_by_role("link", name="Add", exact=True).click()
    expect(opened.locator(".st-key-ways_in")).to_be_visible(timeout=PATIENCE)
    yield opened
    context.close()
    assert complaints == []


def drop(page: Page, name: str, content: str) -> None:
    """Drop one file of this name."""
    page.locator(FILE).set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": content.encode()}
    )
    row = page.locator("[data-testid=stExpander] summary").first
    expect(row).to_be_visible(timeout=PATIENCE)


def choose(page: Page, field: str, column: str) -> None:
    """Choose a column of the file for a field."""
    box = page.get_by_role("combobox", name=field, exact=True)
    box.click()
    page.get_by_role("option", name=column, exact=True).click()
    expect(box).to_have_value(column)


def settled(page: Page) -> None:
    expect(page.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_be_visible()
    page.wait_for_timeout(700)


def test_articles_when_added_from_an_odd_table_then_are_counted_and_taken_out_again(page):
    drop(page, "odd.csv", ODD)
    expect(page.get_by_role("button", name="Add articles")).to_be_disabled()
    choose(page, "Text", "Inhalt")
    choose(page, "Headline", "Schlagzeile")
    choose(page, "Published", "Tag")
    expect(page.get_by_text("published 5 Mar 2024, from “2024-03-05”")).to_be_visible()
    expect(page.locator(".recognised .headline").first).to_have_text("Ferry late")

    page.get_by_role("button", name="Add 2 articles").click()
    report = page.locator(".st-key-report")
    expect(report).to_contain_text("2 articles added", timeout=JOB_PATIENCE)
    expect(report).to_contain_text("2 read = 2 stored + 0 duplicate + 0 rejected")

    report.get_by_role("button", name="Show them on Explore").click()
    expect(page.locator(COUNT)).to_have_text("2 of 14 articles")
    expect(page.locator(".st-key-headline .words")).to_have_text("5–6 Mar 2024")

    page.get_by_role("link", name="Add", exact=True).click()
    page.get_by_role("button", name="Undo this batch").click()
    page.get_by_role("button", name="Take out 2 articles").click()
    expect(page.locator(".st-key-adding_said")).to_contain_text("2 articles taken out")
    page.get_by_role("link", name="Explore", exact=True).click()
    expect(page.locator(COUNT)).to_contain_text("of 12 articles")


def test_screen_when_files_are_offered_then_hostile_text_stays_text_and_axe_is_content(page):
    row = f'"{HOSTILE}","{HOSTILE} is the text of this article, and it has words enough."\n'
    drop(page, "<img src=x onerror=alert(1)>.csv", "title,text\n" + row + "ragged\n")
    expect(page.locator(".recognised .headline")).to_have_text(HOSTILE)
    expect(page.locator(".recognised li", has_text="the row has 1 cells")).to_be_visible()
    settled(page)
    made = page.locator(".st-key-adding :is(img, script, svg[onload])")
    assert made.count() == 0
    assert page.title() != "taken"
    faults = Axe().run(page).response["violations"]
    grave = [fault for fault in faults if fault["impact"] in ("serious", "critical")]
    assert [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in grave] == []


def test_news_when_articles_come_from_elsewhere_then_are_offered_and_shown_when_asked(
    browser, tmp_path, gazetteer
):
    corpus = stored(tmp_path / "rivers.db", articles=2)
    script = Path(__file__).with_name("news_page.py")
    with serving(script, {"DATELINE_CORPUS": str(corpus)}) as address:
        page = browser.new_page()
        page.goto(address)
        expect(page.get_by_text("drawn 1", exact=True)).to_be_visible(timeout=PATIENCE)
        page.wait_for_timeout(1000 * news.SECONDS + 2000)
        button = page.get_by_role("button", name="New articles were added elsewhere: show them")
        expect(button).to_have_count(0)
        with Store.open(corpus) as store:
            store.put_places([])
        expect(button).to_be_visible(timeout=PATIENCE)
        expect(page.get_by_text("drawn 1", exact=True)).to_be_visible()
        button.click()
        expect(page.get_by_text("drawn 2", exact=True)).to_be_visible(timeout=PATIENCE)
        expect(button).to_have_count(0)
        page.close()
