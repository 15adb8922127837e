"""Explore in a headless browser: from the input to the last view painted, and what it costs.

The floor is the same way through Streamlit with an empty app, the naive way one that sends every
row. Both are measured in the same run: times move with the machine, ratios hardly.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from bench.corpora import corpus_of
from bench.gestures import KINDS, Told, brushes, measured, settled
from bench.served import Server, serving

try:
    from playwright.sync_api import Browser, Page, sync_playwright
except ImportError:
    sync_playwright = None  # type: ignore[assignment]

HERE = Path(__file__).parent
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
MOST_BYTES = 150_000


@dataclass(frozen=True)
class Target:
    """What a corpus of so many articles is held to, in milliseconds and megabytes."""

    server: int
    span: int
    click: int
    cold: int
    warm: int
    memory: int


TARGETS = {
    4_000: Target(20, 220, 300, 5_000, 1_500, 500),
    100_000: Target(30, 250, 400, 6_000, 1_500, 1_200),
    1_000_000: Target(120, 450, 600, 15_000, 2_000, 6_000),
}


def target_of(articles: int) -> Target:
    """That of the next larger corpus for which there is one."""
    return TARGETS[min((size for size in TARGETS if size >= articles), default=max(TARGETS))]


def missing() -> str:
    """What is not here that this needs; empty where all is."""
    if sync_playwright is None:
        return "no Playwright: pip install -r requirements-dev.txt"
    return "" if _chromium() else "no Chromium: apt install chromium"


def table(articles: int, count: int, naive_rows: int) -> Iterator[str]:
    """The lines of the table, each as soon as it is known."""
    with TemporaryDirectory() as folder, _browser() as browser:
        corpus, place = corpus_of(articles), Path(folder)
        with serving(HERE / "empty.py", {}, place) as server:
            floor = _percentiles(_presses(browser, server, count + 5)[5:])
            least = _ends(
                [one.seconds * 1000 for one in server.answers_since(0) if one.size][-count:]
            )
        yield _line("what", "p50", "p95", "target", "to floor")
        yield _line("empty app: input to paint, ms", *floor, "", "1.00")
        yield _line("empty app: server, ms", *least, "", "1.00")
        own = {"DATELINE_CORPUS": str(corpus)}
        with serving(HERE.parent / "app.py", own, place) as server:
            yield from _explore(browser, server, articles, count, floor)
        if naive_rows:
            with serving(HERE / "naive.py", {"BENCH_ROWS": str(naive_rows)}, place) as server:
                told = _presses(browser, server, 5)[1:]
            naive = _percentiles(told)
            what = f"naive, {naive_rows:,} rows: input to paint, ms"
            yield _line(what, *naive, "", f"{naive[0] / floor[0]:.2f}")
            yield _line("naive: bytes", *_percentiles(told, "bytes"), "", "")


def _explore(
    browser: Browser, server: Server, articles: int, count: int, floor: tuple[float, float]
) -> Iterator[str]:
    wanted, dice = target_of(articles), random.Random(1)
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page, cold, land = _opened(context.new_page(), server.address)
    yield _line("all views drawn, cold, ms", cold, land, f"{wanted.cold:,}", "", "p95: with land")
    page.close()
    loads = [_opened(context.new_page(), server.address) for _ in range(3)]
    for opened, _, _ in loads[:-1]:
        opened.close()
    warm, page = float(np.median([warm for _, warm, _ in loads])), loads[-1][0]
    yield _line("all views drawn, warm, ms", warm, warm, f"{wanted.warm:,}", "")
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for kind in KINDS:
        list(brushes(page, kind, 2, dice))
    start, used, sizes = server.mark(), server.cpu(), list[Told]()
    for kind in KINDS:
        told = list(brushes(page, kind, count, dice))
        sizes += told
        yield _brushed(kind, told, wanted, floor)
    seconds = [answer.seconds * 1000 for answer in server.answers_since(start) if answer.size]
    yield _line("server, ms", *_ends(seconds), f"{wanted.server:,}", "", f"n={len(seconds)}")
    used = (server.cpu() - used) * 1000 / max(1, len(seconds))
    yield _line("server's CPU, ms an answer", used, "", "", "")
    most = max((told["bytes"] for told in sizes), default=0)
    size = _percentiles(sizes, "bytes")
    yield _line("bytes in one brush", *size, f"{MOST_BYTES:,}", "", f"most {most:,}")
    resident, own = server.memory()
    yield _line("server's memory, MB", resident, resident, f"{wanted.memory:,}", "",
                f"{own:,.0f} MB of its own")  # fmt: skip
    yield from (f"page error: {complaint}" for complaint in complaints)
    context.close()


def _brushed(kind: str, told: Sequence[Told], wanted: Target, floor: tuple[float, float]) -> str:
    heard = [one for one in told if one["heard"]]
    if not heard:
        return f"{kind}: nothing was heard"
    middle, late = _percentiles(heard)
    target = wanted.span if kind == "span brush" else wanted.click
    slow = {view: np.median([one["views"].get(view, 0) for one in heard]) for view in _views(heard)}
    last = max(slow, key=lambda view: slow[view]) if slow else ""
    unheard = len(told) - len(heard)
    note = f"last {last}" + (f", {unheard} unheard" if unheard else "")
    return _line(f"{kind}: input to paint, ms", middle, late, f"{target:,}",
                 f"{middle / floor[0]:.2f} {late / floor[1]:.2f}", note)  # fmt: skip


def _views(told: Sequence[Told]) -> list[str]:
    return sorted({view for one in told for view in one["views"]} - {"land", "marks"})


def _presses(browser: Browser, server: Server, count: int) -> list[Told]:
    """So many presses of the one button of an app."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
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


def _opened(page: Page, address: str) -> tuple[Page, float, float]:
    """The page, milliseconds until all views were drawn, and until the land under the map was."""
    page.add_init_script(path=HERE / "painted.js")
    page.goto(address, wait_until="commit")
    told = settled(page, quiet=1_200, is_load=True)
    page.wait_for_function("bench.landQuiet() > 1500", timeout=60_000)
    views = page.evaluate("bench.settled(0, 1000, true)")["views"]
    return page, told["painted"], max([told["painted"], views.get("land", 0.0)])


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=FLAGS)
        yield browser
        browser.close()


def _chromium() -> str | None:
    return next(filter(None, map(shutil.which, CHROMIUM)), None)


def _percentiles(told: Sequence[Told], what: str = "painted") -> tuple[float, float]:
    return _ends([one[what] for one in told if one["heard"]])


def _ends(values: Sequence[float]) -> tuple[float, float]:
    """The middle and the 95th percentile."""
    return (float(np.percentile(values, 50)), float(np.percentile(values, 95))) if values else (
        float("nan"), float("nan"))  # fmt: skip


def _line(
    what: str, middle: float | str, late: float | str, target: str, ratio: str, note: str = ""
) -> str:
    numbers = [n if isinstance(n, str) else f"{n:,.0f}" for n in (middle, late)]
    return f"{what:<44}{numbers[0]:>10}{numbers[1]:>10}{target:>10}{ratio:>12}  {note}".rstrip()
