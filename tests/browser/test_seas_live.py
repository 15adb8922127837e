"""Names of small seas come out as one comes nearer, from files of their own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from serving import serving

from bench.corpora import make_corpus
from dateline.places.basemap import build_basemap
from dateline.settings import BASEMAP, PROJECT

PATIENCE = 60_000
SETTLED_MS = 2_000
"""Time for what is on its way. The network is never idle: deck.gl's worker may stay open."""
CHART = ".st-key-map [data-testid=stDeckGlJsonChart]"
pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


TILE, NEAREST = (re.compile(rf"app/static/basemap/seas/{zoom}-\d-\d\.json$") for zoom in (r"\d", 3))


def test_map_when_one_comes_nearer_by_wheel_then_names_are_fetched_without_an_error(
    browser: Browser, tmp_path: Path, gazetteer: object
) -> None:
    build_basemap(BASEMAP)
    corpus = tmp_path / "world.db"
    make_corpus(corpus, 300)
    with serving(PROJECT / "app.py", {"DATELINE_CORPUS": str(corpus)}) as address:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        fetched, errors = dict[str, int](), list[str]()
        page.on("response", lambda got: fetched.update({got.url: got.status}))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        with page.expect_response("**/seas/always.json", timeout=PATIENCE):
            page.goto(address, timeout=PATIENCE)
        chart = page.locator(CHART)
        expect(chart.locator("canvas").first).to_be_visible(timeout=PATIENCE)
        still = page.locator("[data-testid=stApp][data-test-script-state=notRunning]")
        expect(still).to_be_visible(timeout=PATIENCE)
        page.wait_for_timeout(SETTLED_MS)
        assert not [url for url in fetched if TILE.search(url)]

        chart.hover(position={"x": 300, "y": 180})
        with page.expect_response(NEAREST, timeout=PATIENCE):
            for _ in range(8):
                page.mouse.wheel(0, -240)
                page.wait_for_timeout(100)
        page.wait_for_timeout(SETTLED_MS)
        assert {status for url, status in fetched.items() if "/seas/" in url} <= {200, 304}
        assert errors == []
        page.close()
