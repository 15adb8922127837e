"""The reader in a real Chromium: its marks answer to pointer and keys, its text does nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from hostile_article import ATTACKS, hostile_article, long_article
from made_corpus import made_corpus
from playwright.sync_api import Browser, Locator, Page, expect
from serving import serving

from dateline.places.basemap import build_basemap
from dateline.settings import BASEMAP, PROJECT
from dateline.store import Store

PATIENCE = 60_000
WORDS = ".st-key-headline .words"
TAGS = {
    "ARTICLE", "BDI", "BUTTON", "DD", "DETAILS", "DIV", "DL", "DT", "H2", "H3", "HEADER", "LI",
    "NAV", "P", "SECTION", "SPAN", "STRONG", "STYLE", "SUMMARY", "TIME", "UL", "A",
}  # fmt: skip
SHADOWED = "[data-testid=stBidiComponentIsolated]"
ELEMENTS = """() => [...document.querySelectorAll('[data-testid=stBidiComponentIsolated]')]
    .filter(host => !host.closest('.st-key-facets, .st-key-search'))
    .flatMap(host => [...host.shadowRoot.querySelectorAll('*')])
    .map(node => ({
        tag: node.tagName, href: node.href ?? '', position: getComputedStyle(node).position,
        handlers: node.getAttributeNames().filter(name => name.startsWith('on')),
    }))"""
Opened = Callable[..., Page]

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]


@pytest.fixture(scope="module", autouse=True)
def patient() -> Iterator[None]:
    expect.set_options(timeout=PATIENCE)
    yield
    expect.set_options(timeout=5_000)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory, gazetteer: object) -> Iterator[str]:
    """The app on a corpus with a hostile and a very long article; its address."""
    build_basemap(BASEMAP)
    corpus = tmp_path_factory.mktemp("reader") / "corpus.db"
    with Store.open(corpus) as store, store.batch():
        for article, findings in (*made_corpus(20), hostile_article(), long_article()):
            store.add(article, findings, "made")
    with serving(PROJECT / "app.py", {"DATELINE_CORPUS": str(corpus)}) as address:
        yield address


@pytest.fixture
def opened(browser: Browser, app: str) -> Iterator[Opened]:
    """A door to an article; what it asked for and complained of is looked at in the end."""
    asked, complaints = list[str](), list[str]()
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(PATIENCE)

    def at(query: str, width: int = 1440, scheme: str = "light") -> Page:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(app)
        expect(page.get_by_role("link", name="Articles")).to_be_visible()
        page.goto(f"{app}articles?{query}")
        expect(page.locator(".reader .column").first).to_be_visible()
        return page

    yield at
    context.close()
    sent = [urlsplit(url) for url in asked if not url.startswith(("blob:", "data:"))]
    assert {url.hostname for url in sent} == {"127.0.0.1"}
    assert complaints == []


def mark(page: Page, words: str) -> Locator:
    return page.locator(".article-text .leaf", has_text=words).first


def lit(page: Page) -> list[str]:
    return page.locator(".reader .lit").all_inner_texts()


def focused(page: Page) -> str:
    script = "n => n.getRootNode().activeElement?.textContent ?? ''"
    return str(page.locator(".reader").evaluate(script))


def test_text_when_hostile_then_makes_no_element_and_runs_nothing(opened):
    page = opened("article=hostile")
    for fold in page.locator(".reader summary").all():
        fold.click()
    for number in range(len(ATTACKS)):
        page.locator(".entry").nth(number).click()
        expect(page.locator(".card")).to_be_visible()
    found = page.evaluate(ELEMENTS)

    assert {node["tag"] for node in found} <= TAGS
    assert not [node for node in found if node["handlers"] or node["position"] == "fixed"]
    assert {node["href"] for node in found if node["tag"] == "A"} == set()
    assert page.evaluate("window.taken") is None
    assert page.title() == "Dateline"
    assert page.locator("img[src*=evil], iframe, script[src*=evil]").count() == 0


def test_text_when_hostile_then_is_shown_letter_by_letter(opened):
    page = opened("article=hostile")
    shown = page.locator(".article-text").inner_text()

    assert "<script>window.taken = 1; document.title = 'taken'</script>" in shown
    assert "![picture](http://evil.example/pixel.png) **bold**" in shown
    assert "$\\href{javascript:window.taken=1}{x}$ :red[red]" in shown
    assert "RLOgnp.exePDF zeroZWSPwidth U+E0041tag" in shown
    assert not set(shown) & set("\u202e\u202c\u200b")
    assert "Address not opened" in page.locator(".reader header").inner_text()


def test_list_when_hostile_then_is_shown_letter_by_letter(opened):
    page = opened("article=hostile")
    page.get_by_role("button", name="All articles").click()
    expect(page.locator(".open", has_text="<script>").first).to_be_visible()

    assert page.evaluate("window.taken") is None
    assert page.locator("img[src*=evil]").count() == 0
    page.locator(".open", has_text="<script>").first.click()
    expect(page.locator(".headline-large")).to_contain_text("<script>")


def test_mark_when_hovered_then_its_card_opens_and_speaker_and_content_light_up(opened):
    page = opened("article=art00003")
    words = page.locator(".article-text .is-content").first.inner_text()
    mark(page, words).hover()
    expect(page.locator(".card")).to_contain_text("direct")

    assert words in lit(page)
    assert "told" in lit(page)
    assert len(lit(page)) == 3
    assert "reporters" in page.locator(".card").inner_text()
    page.mouse.move(2, 2)
    expect(page.locator(".card")).to_be_hidden()
    assert lit(page) == []


def test_marks_when_they_nest_then_the_innermost_is_chosen_and_all_are_told(opened):
    page = opened("article=hostile")
    mark(page, "Basra").hover()
    expect(page.locator(".card-section")).to_have_count(2)

    assert page.locator(".card-section").nth(0).inner_text().startswith("▲")
    assert page.locator(".card-section").nth(1).inner_text().startswith("❝")
    mark(page, "Basra").click()
    expect(page.locator(".st-key-chips [data-value=place].remove")).to_be_visible()
    expect(mark(page, "Basra")).to_have_attribute("aria-pressed", "true")
    assert "place=x1" in page.evaluate("location.search")


def test_mark_when_clicked_then_goes_into_the_brush_and_ctrl_adds_the_next(opened):
    page = opened("article=art00003")
    names = [name.inner_text() for name in page.locator(".article-text .is-person").all()]
    first, second = list(dict.fromkeys(names))[:2]
    mark(page, first).click()
    expect(page.locator(WORDS)).to_have_text(first)
    mark(page, second).click(modifiers=["Control"])
    expect(page.locator(WORDS)).to_have_text(f"{first} or {second}")

    expect(mark(page, second)).to_have_attribute("aria-pressed", "true")
    expect(mark(page, first)).to_have_attribute("aria-pressed", "true")
    assert page.locator(".block.inside").count() >= 2
    assert "article=art00003" in page.evaluate("location.search")
    mark(page, first).click(modifiers=["Control"])
    expect(page.locator(WORDS)).to_have_text(second)


def test_mark_when_reached_by_keys_then_escape_closes_its_card_and_enter_chooses(opened):
    page = opened("article=art00003&place=g1")
    page.locator(".switch").last.focus()
    page.keyboard.press("Tab")
    expect(page.locator(".card")).to_be_visible()
    before = focused(page)
    page.keyboard.press("Escape")
    expect(page.locator(".card")).to_be_hidden()
    page.wait_for_timeout(500)
    assert "place=g1" in page.evaluate("location.search")
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-chips [data-value=speaker].remove")).to_be_visible()

    assert focused(page) == before
    page.wait_for_timeout(1500)
    page.keyboard.press("Escape")
    expect(page.locator(WORDS)).to_have_text("Everything")


def test_marks_when_tabbed_through_then_each_finding_stops_once(opened):
    page = opened("article=art00003")
    stops = page.locator(".article-text .leaf[tabindex='0']").count()
    counted = page.locator(".switch .number").all_inner_texts()

    assert stops == sum(int(number) for number in counted)


def test_kind_when_switched_off_then_its_marks_go_and_that_is_remembered(opened):
    page = opened("article=art00003")
    switch = page.locator(".switch", has_text="people")
    switch.focus()
    page.keyboard.press("Space")
    expect(switch).to_have_attribute("aria-checked", "false")
    person = page.locator(".article-text .is-person").first
    line = "n => getComputedStyle(n).textDecorationLine"

    assert person.evaluate(line) == "none"
    assert page.locator(".article-text .is-place").first.evaluate(line) == "underline"
    mark(page, person.inner_text()).hover()
    expect(page.locator(".card-kind")).to_have_text(["quotation"])
    page.get_by_role("button", name=re.compile("^(Next|Previous)$")).last.click()
    expect(page).to_have_url(re.compile("article=(?!art00003)"))
    expect(switch).to_have_attribute("aria-checked", "false")
    page.reload()
    expect(switch).to_have_attribute("aria-checked", "false")


def test_index_when_pressed_then_goes_to_each_mark_in_turn(opened):
    page = opened("article=long")
    entry = page.locator(".entry", has_text="Mara Okafor").first
    entry.click()
    expect(page.locator(".card")).to_be_visible()
    assert focused(page) == "Mara Okafor"
    first = page.locator(".leaf[aria-describedby]").bounding_box()
    entry.click()
    expect(page.locator(".leaf[aria-describedby]")).to_have_count(1)

    assert page.locator(".leaf[aria-describedby]").bounding_box() != first


def test_set_aside_when_opened_by_keys_then_is_read(opened):
    page = opened("article=hostile")
    fold = page.locator(".article-text summary").first
    assert "share bar" in fold.inner_text()
    assert not page.get_by_text("Share this with friends").is_visible()
    fold.focus()
    page.keyboard.press("Enter")

    expect(page.get_by_text("Share this with friends")).to_be_visible()


def test_article_when_opened_from_explore_then_begins_at_the_quotation(opened, app):
    page = opened("article=art00003")
    page.goto(f"{app}?entity=e-0")
    quotation = page.locator(".quotation").nth(1)
    said = quotation.locator(".words").inner_text().strip("“”")
    quotation.get_by_role("button", name="Open article").click()

    expect(page.locator(".begun")).to_contain_text(said)
    assert "entity=e-0" in page.evaluate("location.search")


def test_article_when_a_million_letters_long_then_comes_in_parts_that_stay_small(opened):
    page = opened("article=long")
    assert page.locator(".leaf").count() < 6000
    expect(page.locator(".part")).to_contain_text("Characters 1 to 60,000 of ")
    page.get_by_role("button", name="Read on").click()
    expect(page.locator(".part")).to_contain_text("Characters 60,001 to 120,000 of ")

    assert page.locator(".leaf").count() < 6000
    page.wait_for_function("document.querySelector('[data-testid=stMain]').scrollTop > 0")


@pytest.mark.parametrize("query", ["article=hostile&place=x1", "article=art00003&entity=e-0"])
def test_page_when_narrow_then_nothing_runs_out(opened, query):
    page = opened(query, width=390, scheme="dark")
    mark(page, "Basra" if "hostile" in query else "told").scroll_into_view_if_needed()
    wide = "() => document.querySelector('[data-testid=stMain]').scrollWidth"

    assert page.evaluate(wide) <= 390
    column = page.locator(".column").bounding_box() or {}
    index = page.locator(".index").bounding_box() or {}
    assert index["y"] >= column["y"] + column["height"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_reader_when_axe_looks_then_finds_nothing_serious(opened, scheme):
    page = opened("article=hostile&place=x1", scheme=scheme)
    page.wait_for_timeout(1500)
    faults = Axe().run(page, context=SHADOWED).response["violations"]

    assert [
        f"{fault['id']}: {[node['html'][:200] for node in fault['nodes']][:3]}"
        for fault in faults
        if fault["impact"] in ("serious", "critical")
    ] == []
