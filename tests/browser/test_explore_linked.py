"""Explore in a real Chromium: touch one view and the others follow, and nothing leaves home."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pandas as pd
import pytest
from made_corpus import PLACES, made_corpus
from playwright.sync_api import Browser, Page, expect
from serving import serving

from components.map.camera import camera, mercator
from dateline.places.basemap import build_basemap
from dateline.records import NOT_PINNED
from dateline.settings import BASEMAP, PROJECT
from dateline.store import Store

PATIENCE = 60_000
WORDS, COUNT = ".st-key-headline .words", ".st-key-quotation_list .count"
Opened = Callable[..., Page]

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def rivers(tmp_path_factory: pytest.TempPathFactory, gazetteer: object) -> Iterator[str]:
    with served(tmp_path_factory.mktemp("rivers") / "rivers.db", articles=160) as address:
        yield address


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, gazetteer: object) -> Iterator[str]:
    corpus = tmp_path_factory.mktemp("hostile") / "hostile.db"
    with served(corpus, articles=6, hostile=True) as address:
        yield address


@contextmanager
def served(corpus: Path, articles: int, hostile: bool = False) -> Iterator[str]:
    """The app on a made corpus; its address."""
    build_basemap(BASEMAP)
    with Store.open(corpus) as store, store.batch():
        for article, findings in made_corpus(articles, hostile):
            store.add(article, findings, "made")
    with serving(PROJECT / "app.py", {"DATELINE_CORPUS": str(corpus)}) as address:
        yield address


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    """A door to a page; what it asked for and complained of is looked at when the test ends."""
    asked, complaints = list[str](), list[str]()
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(PATIENCE)

    def at(address: str, width: int = 1440, scheme: str = "light") -> Page:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
        page.goto(address)
        settle(page)
        return page

    yield at
    context.close()
    sent = [urlsplit(url) for url in asked if not url.startswith(("blob:", "data:"))]
    assert {url.hostname for url in sent} == {"127.0.0.1"}
    assert complaints == []


def settle(page: Page) -> None:
    """Wait until the first page stands, its charts included."""
    expect(page.locator(WORDS)).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".st-key-map canvas").first).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".st-key-timeline .main-svg").first).to_be_visible(timeout=PATIENCE)
    expect(page.locator(COUNT)).to_be_visible(timeout=PATIENCE)
    page.wait_for_timeout(1500)


def shown(page: Page) -> dict[str, str]:
    """What each view says of itself."""
    return {
        "words": page.locator(WORDS).inner_text(),
        "counts": " ".join(page.locator(".st-key-headline p").all_inner_texts()),
        "lanes": " ".join(page.locator(".st-key-lane_list .row").all_inner_texts()),
        "places": " ".join(page.locator(".st-key-place_list .row").all_inner_texts()),
        "quotations": page.locator(COUNT).inner_text(),
    }


def follows(page: Page, before: dict[str, str], *views: str) -> dict[str, str]:
    """Wait until these views show something else than before."""
    deadline = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < deadline:
        after = shown(page)
        if all(after[view] != before[view] for view in views):
            return after
        page.wait_for_timeout(100)
    raise AssertionError(f"{views} did not all change: {before} -> {shown(page)}")


def click_place(page: Page, name: str, until: str) -> None:
    """Click a place where the first camera draws it, until the words say so."""
    pinned = [place for place in PLACES if place.precision not in NOT_PINNED]
    page.locator(".st-key-fit button").click()
    page.wait_for_timeout(2000)
    frame = pd.DataFrame([{"latitude": p.latitude, "longitude": p.longitude} for p in pinned])
    view = camera(frame.assign(total=1), homes=1)
    place = next(place for place in PLACES if place.name == name)
    world = 512 * 2**view.zoom
    box = page.locator(".st-key-map_chart").bounding_box() or {}
    x = box["x"] + box["width"] / 2 + world * (place.longitude - view.longitude) / 360
    y = box["y"] + box["height"] / 2
    y += world * (mercator(place.latitude) - mercator(view.latitude))
    points_at(page, x, y, name)
    page.mouse.click(x, y)
    expect(page.locator(WORDS)).to_have_text(until, timeout=PATIENCE)


def points_at(page: Page, x: float, y: float, name: str) -> None:
    """Point there until the map says the name: only then has it found what a click would hit."""
    deadline = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < deadline:
        page.mouse.move(x - 9, y - 5)
        page.mouse.move(x, y)
        try:
            expect(page.locator(".deck-tooltip", has_text=name)).to_be_visible(timeout=2_000)
        except AssertionError:
            continue
        return
    raise AssertionError(f"the map does not say {name} at {x:.0f}, {y:.0f}")


def brush_span(page: Page, first: float, last: float) -> None:
    """Drag along the timeline from one share of its width to another."""
    box = page.locator(".st-key-timeline").bounding_box() or {}
    at = [box["x"] + box["width"] * share for share in (first, last)]
    page.mouse.move(at[0], box["y"] + 40)
    page.mouse.down()
    page.mouse.move(sum(at) / 2, box["y"] + 80, steps=4)
    page.mouse.move(at[1], box["y"] + 120, steps=4)
    page.mouse.up()


def test_place_when_clicked_then_timeline_and_quotations_follow(rivers, opened):
    page = opened(rivers)
    before = shown(page)
    click_place(page, "Istanbul", until="Istanbul")
    follows(page, before, "counts", "lanes", "quotations")
    assert "place=g1" in page.url
    click_place(page, "Istanbul", until="Everything")
    assert "place" not in page.url


def test_span_when_brushed_then_map_and_quotations_follow(rivers, opened):
    page = opened(rivers)
    before = shown(page)
    brush_span(page, 0.2, 0.4)
    after = follows(page, before, "words", "counts", "places", "quotations")
    assert "2024" in after["words"]
    assert after["lanes"] == before["lanes"]
    page.keyboard.press("Escape")
    expect(page.locator(WORDS)).to_have_text("Everything", timeout=PATIENCE)
    brush_span(page, 0.5, 0.7)
    follows(page, before, "words", "counts", "places", "quotations")


def test_lane_when_chosen_then_map_and_quotations_follow_and_reload_keeps_it(rivers, opened):
    page = opened(rivers)
    before = shown(page)
    page.locator('.st-key-lane_list [data-value="e-1"]').click()
    expect(page.locator(WORDS)).to_have_text("Idris Lindqvist", timeout=PATIENCE)
    chosen = follows(page, before, "words", "counts", "places", "quotations")
    page.locator('.st-key-place_list [data-value="g2"]').click()
    both = follows(page, chosen, "words", "counts", "lanes", "quotations")
    page.reload()
    settle(page)
    assert shown(page) == both
    page.locator(".st-key-chips [data-value=place].remove").click()
    expect(page.locator(WORDS)).to_have_text("Idris Lindqvist", timeout=PATIENCE)
    expect(page.locator(".st-key-undo button")).to_be_enabled(timeout=PATIENCE)
    page.wait_for_timeout(500)
    page.keyboard.press("u")
    expect(page.locator(WORDS)).to_have_text(both["words"], timeout=PATIENCE)


def test_brush_when_the_address_changes_then_no_file_is_asked_for_again(rivers, opened):
    page = opened(rivers)
    before, asked = shown(page), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.locator(".st-key-lane_list .row").first.click()
    follows(page, before, "counts", "quotations")
    page.wait_for_timeout(1500)
    assert "entity=" in page.url
    assert [url for url in asked if url.startswith("http")] == []


def test_speaker_when_clicked_then_map_and_timeline_follow(rivers, opened):
    page = opened(rivers)
    before = shown(page)
    page.locator(".st-key-quotation_list .speaker button").first.click()
    after = follows(page, before, "words", "counts", "lanes", "places", "quotations")
    assert after["words"].startswith("said by ")
    assert "speaker=" in page.url


def test_charts_when_both_were_touched_then_each_keeps_its_clause(rivers, opened):
    page = opened(rivers)
    click_place(page, "Geneva", until="Geneva")
    before = shown(page)
    brush_span(page, 0.1, 0.8)
    after = follows(page, before, "words", "places")
    assert after["words"].startswith("Geneva · ")
    page.locator('.st-key-lane_list [data-value="e-0"]').click()
    last = follows(page, after, "words", "counts")
    assert last["words"] == after["words"] + " · Mara Okafor"


def test_table_when_a_row_is_chosen_then_the_other_views_follow(rivers, opened):
    page = opened(rivers)
    page.locator(".st-key-map_read button").click()
    box = page.locator(".st-key-map [data-testid=stDataFrame]").bounding_box()
    assert box
    page.wait_for_timeout(1500)
    page.mouse.click(box["x"] + 15, box["y"] + 35 + 17)
    expect(page.locator(WORDS)).not_to_have_text("Everything")
    first = page.locator(".st-key-place_list .row[aria-pressed=true]")
    expect(first).to_have_count(1)
    assert page.locator(WORDS).inner_text() in first.inner_text()


def test_files_when_asked_for_then_hold_what_the_views_show(rivers, opened):
    page = opened(rivers + "?place=g1")
    page.locator(".st-key-exports button").click()
    page.locator(".st-key-exports_what").get_by_role("button", name="Open").click()
    page.get_by_role("option", name="Quotations", exact=True).click()
    expect(page.locator(".st-key-exports_form_quotations")).to_be_visible()
    with page.expect_download(timeout=PATIENCE) as download:
        page.get_by_role("button", name="Download CSV", exact=True).click()
    lines = Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert download.value.suggested_filename == "dateline-quotations.csv"
    assert len(lines) - 1 == int(shown(page)["quotations"])


def test_page_when_narrow_or_dark_then_stands_without_sideways_scrolling(rivers, opened):
    page = opened(rivers + "?place=g1", width=390, scheme="dark")
    wide = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert wide <= 390


def test_text_when_hostile_then_does_nothing(hostile, opened):
    page = opened(hostile + "?place=x1")
    assert page.title() == "Dateline"
    assert "<script>" in page.locator(WORDS).inner_text()
    assert "<script>" in page.locator(".st-key-chips .remove .label").inner_text()
    assert page.locator("img[src*=evil]").count() == 0
