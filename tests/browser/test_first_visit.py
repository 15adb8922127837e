"""The first visitor of a server may come by any address, and finds the app."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_corpus import stored
from playwright.sync_api import Browser, expect
from serving import serving

from dateline.places.basemap import build_basemap
from dateline.settings import BASEMAP, PROJECT

PATIENCE = 60_000
pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


def test_page_when_a_new_servers_first_visitor_asks_for_it_then_it_opens_under_its_brush(
    browser: Browser, tmp_path: Path, gazetteer: object
) -> None:
    build_basemap(BASEMAP)
    corpus = stored(tmp_path / "rivers.db", articles=12)
    with serving(PROJECT / "app.py", {"DATELINE_CORPUS": str(corpus)}) as address:
        page = browser.new_page()
        page.goto(f"{address}articles?place=g1", timeout=PATIENCE)
        expect(page.locator(".st-key-screen_here")).to_have_text("Articles", timeout=PATIENCE)
        expect(page).to_have_title("Dateline")
        expect(page.locator(".st-key-headline .words")).to_have_text("Istanbul", timeout=PATIENCE)
        assert page.url.endswith("/articles?place=g1")
        page.close()
