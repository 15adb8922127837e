"""Two servers behind one address: readers keep apart, and each stays with his server."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Iterator

import pytest
from made_corpus import stored
from playwright.sync_api import Browser, BrowserContext, Page, expect

from dateline.places.basemap import build_basemap
from dateline.settings import BASEMAP
from dateline.sharing import Shared, sharing

PATIENCE = 60_000
COUNT = ".st-key-headline p:has-text('article')"
FILE = ".st-key-ways_in [data-testid=stFileUploaderDropzoneInput]"
TABLE = "title,text\nFerry late;The ferry was late on Monday, Mara Okafor said in Cairo.\n"
pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, gazetteer: object) -> Iterator[Shared]:
    if shutil.which("haproxy", path=f"{os.environ.get('PATH', '')}:/usr/sbin") is None:
        missing = "no HAProxy: apt-get install haproxy"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    build_basemap(BASEMAP)
    corpus = stored(tmp_path_factory.mktemp("rivers") / "rivers.db", articles=12)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATELINE_CORPUS", str(corpus))
        with sharing(2, "127.0.0.1", port) as shared:
            yield shared


def reader(browser: Browser, served: Shared) -> tuple[BrowserContext, Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    page = context.new_page()
    page.goto(served.address)
    expect(page.locator(COUNT)).to_have_text("12 articles")
    return context, page


def server_of(context: BrowserContext) -> str:
    (found,) = [c["value"] for c in context.cookies() if c["name"] == "dateline_server"]  # type: ignore[typeddict-item]
    return found


def test_two_readers_when_they_come_then_have_a_server_and_a_brush_each(
    browser: Browser, served: Shared
) -> None:
    (one, here), (other, there) = (reader(browser, served) for _ in range(2))
    assert {server_of(one), server_of(other)} == {"s1", "s2"}

    here.locator(".st-key-place_list .row").first.click()
    expect(here.locator(COUNT)).to_contain_text("of 12 articles")
    expect(there.locator(COUNT)).to_have_text("12 articles")

    for page in (here, there):
        page.get_by_role("link", name="Add", exact=True).click()
        table = {"name": "a.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
        page.locator(FILE).set_input_files(table)  # type: ignore[arg-type]
        expect(page.locator("[data-testid=stExpander] summary").first).to_contain_text("a.csv")
    one.close()
    other.close()


def test_reader_when_his_server_ends_then_it_is_begun_again_and_his_brush_is_there(
    browser: Browser, served: Shared
) -> None:
    context, page = reader(browser, served)
    page.locator(".st-key-place_list .row").first.click()
    expect(page.locator(COUNT)).to_contain_text("of 12 articles")
    chosen = page.locator(".st-key-headline .words").inner_text()

    at = int(server_of(context)[1:]) - 1
    served.servers[at].kill()
    assert f"server {at + 1} ended" in next(served.keep())

    page.reload()
    expect(page.locator(".st-key-headline .words")).to_have_text(chosen)
    expect(page.locator(COUNT)).to_contain_text("of 12 articles")
    context.close()
