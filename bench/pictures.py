"""The pictures of the README, taken of the bundled articles: `make screenshots`.

A corpus of its own is made in a folder that goes away, served, looked at and left: the corpus in
use, its settings and its briefings are not touched. Without a Chromium nothing is written.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from bench.browsing import CHROMIUM, FLAGS
from bench.served import serving
from dateline.briefing import Slide
from dateline.ingest import ingest
from dateline.places.basemap import build_basemap
from dateline.places.gazetteer import build_gazetteer
from dateline.settings import BASEMAP, PROJECT, SAMPLE
from dateline.store import Store

DOCS = PROJECT / "docs"
PATIENCE = 120_000
STILL_MS = 25_000
"""After a screen has come to rest: the map draws its ground last."""
GROUND_SECONDS = 120
MAP = "[data-testid=stDeckGlJsonChart]"
ARTICLE = "Taliban claim the Panjshir, resistance denies it"
HEADLINE = "The Taliban and the resistance give opposite accounts of the Panjshir Valley"
SLIDE = Slide("", "map", HEADLINE, page="explore", query="place=d.panjshir-valley",
              camera=(69.6, 35.0, 6.6))  # fmt: skip


@dataclass(frozen=True)
class Picture:
    name: str
    path: str
    """After the address of the server."""
    awaited: str
    """What stands on the screen once it is drawn."""
    scheme: str = "light"


def main() -> int:
    """Take them all; 1 where something is missing."""
    chromium = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if chromium is None:
        print("Pictures are taken in Chromium, which is not installed: apt install chromium")
        return 1
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Path(folder)) as (address, pictures),
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for picture in pictures:
            take(browser, address, picture)
        browser.close()
    return 0


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, list[Picture]]]:
    """The app on the bundled articles and a briefing of them, and what is to be taken of it."""
    build_gazetteer()
    build_basemap(BASEMAP)
    corpus = folder / "sample.db"
    with Store.open(corpus) as store:
        ingest([SAMPLE], store, lambda _done, _total: None)
        briefing = store.create_briefing("Panjshir", "Dateline").briefing_id
        store.capture(briefing, SLIDE, "Dateline")
    with closing(sqlite3.connect(corpus)) as told:
        (article,) = told.execute(
            "SELECT article_id FROM article WHERE title = ?", (ARTICLE,)
        ).fetchone()
    with serving(PROJECT / "app.py", {"DATELINE_CORPUS": str(corpus)}, folder) as server:
        yield server.address, pictures_of(article, briefing)


def pictures_of(article: str, briefing: str) -> list[Picture]:
    """All of them, by the article that is read and the briefing that is presented."""
    timeline = ".st-key-timeline .xtick"
    return [
        Picture("explore", "", timeline),
        Picture("explore-dark", "", timeline, "dark"),
        Picture("voices", "voices?by=speaker&mode=direct", ".voices li.quotation"),
        Picture("reader", f"articles?article={article}", ".reader .block"),
        Picture("slide", f"present?present={briefing}", ".st-key-present svg"),
    ]


def take(browser: Browser, address: str, picture: Picture) -> None:
    """Write one, once what it shows has come to rest."""
    begun = time.monotonic()
    page = browser.new_page(
        viewport={"width": 1440, "height": 900},
        color_scheme=picture.scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    page.goto(address + picture.path, timeout=PATIENCE)
    come_to_rest(page, picture.awaited)
    page.screenshot(path=DOCS / f"{picture.name}.png")
    page.close()
    print(f"docs/{picture.name}.png, {time.monotonic() - begun:.0f} s", flush=True)


def come_to_rest(page: Page, awaited: str) -> None:
    still = "[data-testid=stApp][data-test-script-state=notRunning]"
    expect(page.locator(still)).to_be_visible(timeout=PATIENCE)
    expect(page.locator(awaited).first).to_be_attached(timeout=PATIENCE)
    page.mouse.move(720, 896)
    page.wait_for_timeout(STILL_MS)
    until = time.monotonic() + GROUND_SECONDS
    while page.locator(MAP).count() and not has_ground(page) and time.monotonic() < until:
        page.wait_for_timeout(3000)


def has_ground(page: Page) -> bool:
    """Whether land is drawn under the map's marks: most of it is not as the page around it."""
    image = Image.open(BytesIO(page.locator(MAP).first.screenshot())).convert("RGB")
    paper = Image.open(BytesIO(page.screenshot())).convert("RGB").getpixel((2, 440))
    counted = {colour: count for count, colour in image.getcolors(1 << 24) or ()}
    return counted.get(paper, 0) < image.width * image.height / 5


if __name__ == "__main__":
    sys.exit(main())
