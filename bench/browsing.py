"""A headless Chromium in a bench: a page opened until all is drawn, a button pressed, figures."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from bench.gestures import Told, measured, settled
from bench.served import Server

try:
    from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright
except ImportError:
    sync_playwright = None  # type: ignore[assignment]

Ends = tuple[float, float]
"""The middle and the 95th percentile."""
HERE = Path(__file__).parent
STANDS_BACK = HERE / "chromium.sh"
VIEWPORT: ViewportSize = {"width": 1440, "height": 900}
LOADS = 3
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
    "--disable-gpu-compositing",
]
"""WebGL in software, as this machine may have no graphics card; what the page is made of is put
together without it, which is what a browser does there, and several times faster than through it.
"""


def missing() -> str:
    """What is not here that this needs; empty where all is."""
    if sync_playwright is None:
        return "no Playwright: pip install -r requirements-dev.txt"
    return "" if _chromium() else "no Chromium: apt install chromium"


@contextmanager
def headless() -> Iterator[Browser]:
    """A browser until the block ends, which stands back where the server wants a processor, too.

    Without a graphics card its drawing takes every processor, for longer than the server answers.
    """
    own = os.environ | {"BENCH_CHROMIUM": _chromium() or ""}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=STANDS_BACK, args=FLAGS, env=own)
        yield browser
        browser.close()


def opened(context: BrowserContext, address: str) -> tuple[Page, float]:
    """The page, at rest, and the milliseconds until all its views were drawn."""
    page = context.new_page()
    page.add_init_script(path=HERE / "painted.js")
    page.goto(address, wait_until="commit")
    told = settled(page, quiet=1_200, is_load=True)
    if not page.evaluate("bench.isDrawn()"):
        raise RuntimeError(f"not all views of {address} were drawn")
    page.wait_for_function("bench.landQuiet() > 1500", timeout=60_000)
    return page, told["painted"]


def warm(browser: Browser, server: Server) -> float:
    """Milliseconds of a load by a browser that has just shown the page, as has the server."""
    return _loads(browser, server, 2)[-1]


def cold(browser: Browser, server: Server) -> float:
    """Milliseconds of a load by a browser that has not shown the page before."""
    return _loads(browser, server, 1)[0]


def _loads(browser: Browser, server: Server, count: int) -> list[float]:
    context, took = browser.new_context(viewport=VIEWPORT), []
    for _ in range(count):
        page, seconds = opened(context, server.address)
        took.append(seconds)
        page.close()
    context.close()
    return took


def presses(browser: Browser, server: Server, count: int) -> list[Told]:
    """So many presses of the one button of an app."""
    page = browser.new_page(viewport=VIEWPORT)
    page.add_init_script(path=HERE / "painted.js")
    page.goto(server.address)
    button = page.locator(".st-key-next button")
    button.wait_for(timeout=60_000)
    page.wait_for_timeout(3_000)
    box = button.bounding_box() or {}
    page.mouse.move(box["x"] + 10, box["y"] + 10)
    told = []
    for _ in range(count):
        page.wait_for_timeout(60)
        page.mouse.down()
        told.append(measured(page, page.mouse.up))
    page.close()
    return told


def percentiles(told: Sequence[Told], what: str = "painted") -> Ends:
    """Of what was heard."""
    return ends([one[what] for one in told if one["heard"]])


def ends(values: Sequence[float]) -> Ends:
    """The middle and the 95th percentile; no numbers where there is no value."""
    if not values:
        return float("nan"), float("nan")
    return float(np.percentile(values, 50)), float(np.percentile(values, 95))


def _chromium() -> str | None:
    return next(filter(None, map(shutil.which, CHROMIUM)), None)
