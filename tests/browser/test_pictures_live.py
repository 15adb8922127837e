"""Pictures in a real Chromium: what the door beside the map gives is a whole file."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from made_corpus import stored
from PIL import Image
from playwright.sync_api import Browser
from serving import serving

from dateline.places.basemap import build_basemap
from dateline.settings import BASEMAP, PROJECT

PATIENCE = 60_000

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def rivers(tmp_path_factory: pytest.TempPathFactory, gazetteer: object) -> Iterator[str]:
    corpus = stored(tmp_path_factory.mktemp("pictures") / "rivers.db", articles=60)
    build_basemap(BASEMAP)
    with serving(PROJECT / "app.py", {"DATELINE_CORPUS": str(corpus)}) as address:
        yield address


def test_picture_when_asked_for_then_it_is_as_dark_as_the_page_and_whole(
    rivers: str, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="dark")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(rivers + "voices?shows=whom")
    page.locator(".st-key-picture_who-on-whom button").click()
    made = dict[str, bytes]()
    for kind in ("png", "svg"):
        with page.expect_download(timeout=PATIENCE) as download:
            page.locator(f".st-key-picture_who-on-whom_{kind} button").click()
        assert download.value.suggested_filename == f"dateline-who-on-whom.{kind}"
        made[kind] = Path(download.value.path()).read_bytes()
    context.close()
    assert Image.open(BytesIO(made["png"])).convert("RGB").getpixel((3, 3)) == (17, 22, 29)
    said = " ".join(node.text or "" for node in fromstring(made["svg"]).iter())
    assert "Who on whom · Everything" in said
    assert "60 articles" in said
