"""A briefing on the screen: keys, notes, ways out and back, and that it needs no one to go on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from faults import grave
from playwright.sync_api import Browser, Page, expect
from presented import (
    ARTICLE,
    EMPTY,
    GOOD,
    LIVE,
    NOW,
    PATIENCE,
    WORST,
    briefed,
    open_slide,
    see_slide,
)
from serving import serving

from dateline.places.basemap import build_basemap
from dateline.settings import BASEMAP, PROJECT

LAST = 7
MEASURED = Path(__file__).with_name("room.js").read_text("utf-8")
pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory, gazetteer: object) -> Path:
    build_basemap(BASEMAP)
    return briefed(tmp_path_factory.mktemp("briefed") / "rivers.db")


@pytest.fixture(scope="module")
def app(corpus: Path) -> Iterator[str]:
    with serving(PROJECT / "app.py", {"DATELINE_CORPUS": str(corpus)}) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_keys_when_pressed_then_the_slide_and_its_address_follow(app: str, page: Page) -> None:
    open_slide(page, app, GOOD)
    for key, number in (
        ("ArrowRight", 2), ("ArrowLeft", 1), ("Space", 2), ("Shift+Space", 1), ("n", 2), ("p", 1),
        ("PageDown", 2), ("PageUp", 1), ("End", LAST), ("ArrowRight", LAST), ("Home", 1),
        ("ArrowLeft", 1), ("Shift+ArrowRight", LAST), ("Shift+ArrowLeft", 1), ("ArrowDown", 2),
        ("ArrowUp", 1),
    ):  # fmt: skip
        press(page, key)
        see_slide(page, number)
    press(page, "n", "n")
    page.reload()
    see_slide(page, 3)
    page.locator(NOW).click(position={"x": 700, "y": 20})
    see_slide(page, 4)


def test_slide_when_it_has_parts_then_the_keys_go_through_them(app: str, page: Page) -> None:
    open_slide(page, app, GOOD, 5)
    place = page.locator(f"{NOW} .page")
    expect(place).to_have_text("part 1 of 2")
    press(page, "n")
    expect(place).to_have_text("part 2 of 2")
    expect(page.locator(f"{NOW} .proposal")).to_be_visible()
    press(page, "n")
    see_slide(page, 6)
    press(page, "p")
    see_slide(page, 5)
    expect(place).to_have_text("part 2 of 2")


def test_keys_of_streamlit_and_of_other_screens_when_pressed_then_do_nothing(
    app: str, page: Page
) -> None:
    page.goto(app, timeout=PATIENCE)
    expect(page.locator("li.quotation").first).to_be_visible(timeout=PATIENCE)
    open_slide(page, app, GOOD, 2)
    page.evaluate("document.querySelector('.st-key-present').dataset.first = 'yes'")
    sent = list[object]()
    page.on("websocket", lambda socket: sent.append(socket))
    press(page, "r", "c", "1", "4", "u", "/", "x", "Escape", "Escape")
    page.wait_for_timeout(1500)
    see_slide(page, 2)
    assert page.locator("[role=dialog]").count() == 0
    assert page.locator(".st-key-present").get_attribute("data-first") == "yes"
    expect(page.locator("[data-testid=stApp]")).to_have_attribute(
        "data-test-script-state", "notRunning"
    )
    assert not page.locator("[data-testid=stHeader], [data-testid=stSidebar]").first.is_visible()


def test_overview_go_to_blank_and_keys_when_asked_for_then_open_and_close(
    app: str, page: Page
) -> None:
    open_slide(page, app, GOOD, 2)
    press(page, "o")
    over = page.get_by_role("dialog", name="Overview of the slides")
    expect(over.locator(".pick")).to_have_count(LAST)
    expect(over.locator("[aria-current]")).to_be_focused()
    press(page, "ArrowRight", "Enter")
    expect(over).to_have_count(0)
    see_slide(page, 3)
    press(page, "o", "Escape")
    see_slide(page, 3)
    press(page, "g")
    page.keyboard.type("6")
    press(page, "Enter")
    see_slide(page, 6)
    press(page, "g")
    page.keyboard.type("both sides")
    press(page, "Enter")
    see_slide(page, 4)
    press(page, "b")
    expect(page.locator(".deck .blank")).to_be_visible()
    press(page, "n")
    expect(page.locator(".deck .blank")).to_be_hidden()
    see_slide(page, 4)
    press(page, "?")
    expect(page.get_by_role("dialog", name="Keys")).to_contain_text("explore from here")
    press(page, "Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    press(page, "f")
    page.wait_for_function("document.fullscreenElement !== null", timeout=PATIENCE)
    press(page, "f")
    page.wait_for_function("document.fullscreenElement === null", timeout=PATIENCE)


def test_notes_when_opened_then_keep_in_step_both_ways(app: str, page: Page) -> None:
    open_slide(page, app, GOOD)
    with page.expect_popup(timeout=PATIENCE) as opened:
        press(page, "s")
    notes = opened.value
    expect(notes.locator("h1")).to_have_text("The figures come before summer, the water does not")
    expect(notes.locator(".note")).to_have_text(["Say first what is new.", "Then the confidence."])
    expect(notes.locator(".coming")).to_contain_text("The dispute has moved down the river")
    expect(notes.locator(".elapsed")).to_have_text("00:00:02", timeout=PATIENCE)
    assert "Say first what is new" not in page.locator(NOW).inner_text()
    press(page, "n")
    expect(notes.locator("h1")).to_contain_text("The dispute has moved")
    press(notes, "End")
    see_slide(page, LAST)
    expect(notes.locator(".next")).to_contain_text("This is the last slide")


def test_explore_when_asked_for_then_the_live_view_opens_and_every_way_back_leads_to_the_slide(
    app: str, page: Page
) -> None:
    open_slide(page, app, GOOD, 4)
    steps = page.evaluate("history.length")
    press(page, "e")
    way = page.get_by_role("button", name="Back to the briefing")
    expect(way).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".st-key-headline .words")).to_contain_text("Basra", timeout=PATIENCE)
    page.wait_for_function("location.search === '?place=g2'", timeout=PATIENCE)
    assert page.evaluate("history.length") == steps + 1
    page.go_back()
    see_slide(page, 4)

    press(page, "n")
    page.locator(f"{NOW} .explore").click()
    expect(way).to_be_visible(timeout=PATIENCE)
    page.wait_for_timeout(2000)
    way.click(timeout=PATIENCE)
    see_slide(page, 5)


def test_quotation_when_clicked_then_its_sentence_opens_and_the_way_back_is_kept(
    app: str, page: Page
) -> None:
    open_slide(page, app, GOOD, 4)
    page.locator(f"{NOW} .said .way").nth(2).click()
    expect(page.get_by_role("button", name="All articles")).to_be_visible(timeout=PATIENCE)
    page.wait_for_function(f"location.search.includes('article={ARTICLE}')", timeout=PATIENCE)
    page.wait_for_timeout(2000)
    press(page, "b")
    see_slide(page, 4)


def test_slides_when_changed_fifty_times_then_each_is_there_within_200_ms(
    app: str, page: Page
) -> None:
    open_slide(page, app, GOOD)
    page.wait_for_timeout(1500)
    slowest = []
    for _round in range(3):
        page.evaluate("performance.clearMeasures('dateline-slide')")
        for at in range(50):
            press(page, "PageDown" if at // 6 % 2 == 0 else "PageUp")
            page.wait_for_timeout(150)
        took = page.evaluate(
            "performance.getEntriesByName('dateline-slide').map((e) => e.duration)"
        )
        slowest.append(sorted(took)[int(0.95 * len(took)) - 1])
        if slowest[-1] < 200:
            break
    assert min(slowest) < 200


@pytest.mark.parametrize(
    ("width", "height"), [(1024, 768), (1440, 900), (1920, 1080), (3840, 2160)]
)
@pytest.mark.parametrize("briefing", [GOOD, WORST])
def test_slides_when_shown_at_any_size_then_nothing_overflows_and_text_can_be_read(
    app: str, browser: Browser, briefing: str, width: int, height: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": height})
    open_slide(page, app, briefing)
    page.wait_for_timeout(1000)
    frame = page.locator(".deck > .frame").bounding_box()
    assert frame
    assert frame["width"] / frame["height"] == pytest.approx(16 / 9, abs=0.01)
    count = int(page.locator(f"{NOW} .count").inner_text().rpartition("/")[2])
    for _number in range(count * 3):
        assert page.evaluate(MEASURED) == []
        before = page.evaluate("location.hash") + page.locator(f"{NOW} .page").inner_text()
        press(page, "n")
        page.wait_for_timeout(30)
        if page.evaluate("location.hash") + page.locator(f"{NOW} .page").inner_text() == before:
            break
        if page.locator(f"{NOW} .page").inner_text().startswith("part 3"):
            press(page, "g")
            page.keyboard.type(str(int(page.evaluate("location.hash.slice(1)")) + 1))
            press(page, "Enter", "Escape")
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_slides_when_axe_looks_then_finds_nothing_serious(
    app: str, browser: Browser, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": 1440, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page = context.new_page()
    for number in range(1, LAST + 1):
        open_slide(page, app, GOOD, number)
        assert grave(page) == []
    for key in ("o", "g", "?"):
        press(page, "Escape", key)
        page.wait_for_timeout(500)
        assert grave(page) == []
    context.close()


def test_slides_when_on_a_phone_then_are_read_from_top_to_bottom(
    app: str, browser: Browser
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    open_slide(page, app, GOOD, 4)
    size = page.locator(f"{NOW} .words").first.evaluate(
        "(one) => parseFloat(getComputedStyle(one).fontSize)"
    )
    assert size >= 16
    assert page.locator(NOW).evaluate("(one) => one.scrollWidth") <= 390
    assert page.locator(f"{NOW} .said:not([hidden])").count() == 6
    page.close()


def test_presentation_when_there_is_none_then_says_so_calmly(app: str, page: Page) -> None:
    for address in ("present?present=briefing99", "present", "present?present=%3Cscript%3E"):
        page.goto(app + address, timeout=PATIENCE)
        expect(page.get_by_role("heading")).to_have_text(
            "There is no such briefing", timeout=PATIENCE
        )
        expect(page.get_by_role("button", name="Open Briefings")).to_be_visible()
    page.goto(f"{app}present?present={EMPTY}", timeout=PATIENCE)
    expect(page.locator(".deck")).to_contain_text("has no slides yet", timeout=PATIENCE)


def test_presentation_when_live_then_its_badge_says_so(app: str, page: Page) -> None:
    open_slide(page, app, LIVE)
    expect(page.locator(f"{NOW} .badge.live")).to_contain_text("Live ")
    open_slide(page, app, GOOD, 2)
    expect(page.locator(f"{NOW} .badge")).to_have_text("Frozen 23 Nov 2026, 05:10 UTC")
    expect(page.locator(f"{NOW} .footing")).to_contain_text("6 outlets, 4 independent origins")


def test_presentation_when_the_server_is_gone_then_goes_on_and_asks_no_one(
    corpus: Path, tmp_path: Path, page: Page
) -> None:
    asked = list[str]()
    page.on("request", lambda request: asked.append(request.url))
    copy = shutil.copy(corpus, tmp_path / "copy.db")
    with serving(PROJECT / "app.py", {"DATELINE_CORPUS": str(copy)}) as address:
        open_slide(page, address, GOOD)
        page.wait_for_timeout(1000)
        foreign = [one for one in asked if not one.startswith((address, "data:", "blob:"))]
        assert [one for one in foreign if "127.0.0.1" not in one] == []
        asked.clear()
        press(page, "n")
        see_slide(page, 2)
        assert [one for one in asked if not one.endswith(".png")] == []
    page.wait_for_timeout(4000)
    for number in range(3, LAST + 1):
        press(page, "g")
        page.keyboard.type(str(number))
        press(page, "Enter")
        see_slide(page, number)
    expect(page.get_by_test_id("stDialog")).to_be_hidden()
