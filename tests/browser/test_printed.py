"""Every screen on A4: its words are there, its tools are not, its map and its charts are whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader
from serving import serving

from components.state import SCREENS
from dateline.places.basemap import build_basemap
from dateline.settings import BASEMAP, PROJECT

PATIENCE = 60_000
A4_POINTS = (595, 842)
COLOURS_OF_A_MAP = 200
MAP_PX = 500
GROUND_AND_MARKS = 2
ATTEMPTS = 8
pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def app(ingested_sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    build_basemap(BASEMAP)
    corpus = tmp_path_factory.mktemp("printed") / "afghanistan.db"
    corpus.write_bytes(ingested_sample.read_bytes())
    with serving(PROJECT / "app.py", {"DATELINE_CORPUS": str(corpus)}) as address:
        yield address


def opened(app: str, browser: Browser, path: str, scheme: str = "light") -> Page:
    page = browser.new_page(
        viewport={"width": 1440, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page.goto(app + path, timeout=PATIENCE)
    done = "[data-testid=stApp][data-test-script-state=notRunning]"
    expect(page.locator(done)).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".st-key-screen_here")).to_be_visible(timeout=PATIENCE)
    page.wait_for_timeout(3000)
    return page


def printed(page: Page) -> PdfReader:
    found = PdfReader(BytesIO(page.pdf(format="A4", print_background=True)))
    page.close()
    return found


def text_of(found: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in found.pages).split())


@pytest.mark.parametrize("screen", SCREENS)
def test_screen_when_printed_then_it_is_on_a4_without_its_tools(
    app: str, browser: Browser, screen: str
) -> None:
    found = printed(opened(app, browser, "" if screen == "explore" else screen))
    for page in found.pages:
        assert [float(side) for side in page.mediabox[2:]] == pytest.approx(A4_POINTS, abs=2)
    text = text_of(found)
    assert f"Dateline {SCREENS[screen]} afghanistan" in text
    assert f"page 1 of {len(found.pages)}" in text
    assert "Undo" not in text
    assert "Narrow by" not in text
    assert len(text) > 250


@pytest.mark.parametrize("screen", ["", "voices", "entities", "articles"])
def test_sources_when_a_screen_is_printed_then_their_counts_stand_on_every_page(
    app: str, browser: Browser, screen: str
) -> None:
    found = printed(opened(app, browser, screen))
    for page in found.pages:
        assert "92 articles, 77 stories, 17 origins" in " ".join(page.extract_text().split())


def test_timeline_when_printed_then_it_ends_within_the_page(app: str, browser: Browser) -> None:
    page = opened(app, browser, "")
    tick = page.locator(".st-key-timeline .xtick text")
    expect(tick.first).to_be_attached(timeout=PATIENCE)
    ticks = tick.all_text_contents()
    text = text_of(printed(page))
    assert ticks
    assert ticks[-1] in text
    assert "Show more (20 of 1,042)" in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_map_when_printed_then_its_picture_is_whole_and_the_paper_white(
    app: str, browser: Browser, scheme: str
) -> None:
    page = opened(app, browser, "", scheme)
    found = 0
    for _ in range(ATTEMPTS):
        page.wait_for_timeout(5000)
        found = max(found, pictures(PdfReader(BytesIO(page.pdf(print_background=True)))))
        if found == GROUND_AND_MARKS:
            break
    page.close()
    assert found == GROUND_AND_MARKS


def pictures(found: PdfReader) -> int:
    """The large pictures of its first page that are not empty."""
    large = [
        one.image.convert("RGB")
        for one in found.pages[0].images
        if one.image and one.image.width > MAP_PX
    ]
    return sum(len(image.getcolors(1 << 24) or ()) > COLOURS_OF_A_MAP for image in large)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_when_a_dark_screen_is_printed_then_they_are_dark_on_white(
    app: str, browser: Browser, scheme: str
) -> None:
    page = opened(app, browser, "voices", scheme)
    page.emulate_media(media="print")
    colour = "node => getComputedStyle(node).color"
    words = page.locator(".voices .direct .words, .voices .direct .is-quoted").first
    assert words.evaluate(colour) == "rgb(0, 0, 0)"
    assert page.locator(".st-key-head_title h1").evaluate(colour) in (
        "rgb(0, 0, 0)",
        "rgb(27, 36, 48)",
    )
    ground = page.locator("body").evaluate("node => getComputedStyle(node).backgroundColor")
    assert ground == "rgb(255, 255, 255)"
    page.close()


def test_list_when_printed_then_nothing_scrolls(app: str, browser: Browser) -> None:
    page = opened(app, browser, "")
    expect(page.locator(".scrolls").first).to_be_visible(timeout=PATIENCE)
    page.emulate_media(media="print")
    held = page.locator(".scrolls").evaluate_all(
        "lists => lists.map((one) => getComputedStyle(one).overflowY)"
    )
    assert held
    assert set(held) == {"visible"}
    page.close()


def test_link_when_printed_then_its_address_stands_beside_it(
    app: str, browser: Browser, ingested_sample: Path
) -> None:
    with closing(sqlite3.connect(ingested_sample)) as corpus:
        (article,) = corpus.execute("select article_id from article where url != ''").fetchone()
    page = opened(app, browser, f"articles?article={article}")
    address = page.locator(".reader header a[href^=http]").first
    expect(address).to_be_visible(timeout=PATIENCE)
    href = address.get_attribute("href") or "-"
    text = text_of(printed(page)).replace(" ", "")
    assert href in text
