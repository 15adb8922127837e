"""Explore in a headless browser: from the input to the last view painted, and what it costs.

The floor is the same way through Streamlit with a bare page, which has Explore's parts with next to
nothing in them; below it an empty app, and above it the naive way, which sends every row. All are
measured in the same run, the bare page and Explore by turns: times move with the machine, within a
run as well, ratios hardly.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np

from bench.browsing import HERE, VIEWPORT, Ends, ends, headless, opened, percentiles, presses
from bench.corpora import corpus_of
from bench.floor import BARE, Pressing, empty, firsts, warms
from bench.gestures import KINDS, Told, brushes
from bench.served import Server, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MOST_BYTES = 150_000
FEWEST = 10
"""Presses of the bare page before each kind of brush, at the least."""


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


def table(articles: int, count: int, naive_rows: int) -> Iterator[str]:
    """The lines of the table, each as soon as it is known."""
    with TemporaryDirectory() as folder, headless() as browser:
        place = Path(folder)
        yield _line("what", "p50", "p95", "target", "to floor")
        least = empty(browser, place, count)
        yield _line("empty app: input to paint, ms", *least.paint(), "", "")
        yield _line("empty app: server, ms", *least.server(), "", "")
        app, own = HERE.parent / "app.py", {"DATELINE_CORPUS": str(corpus_of(articles))}
        wanted = target_of(articles)
        yield from _loaded("cold", firsts(browser, ((BARE, {}), (app, own)), place), wanted.cold)
        with serving(BARE, {}, place) as bare, serving(app, own, place) as server:
            yield from _loaded("warm", warms(browser, (bare, server)), wanted.warm)
            floor = Pressing(browser, bare)
            yield from _brushes(browser, server, count, wanted, floor)
        if naive_rows:
            with serving(HERE / "naive.py", {"BENCH_ROWS": str(naive_rows)}, place) as server:
                told = presses(browser, server, 5)[1:]
            naive = percentiles(told)
            what = f"naive, {naive_rows:,} rows: input to paint, ms"
            yield _line(what, *naive, "", _ratio(naive, floor.paint()))
            yield _line("naive: bytes", *percentiles(told, "bytes"), "", "")


def _brushes(
    browser: Browser, server: Server, count: int, wanted: Target, floor: Pressing
) -> Iterator[str]:
    context = browser.new_context(viewport=VIEWPORT)
    page, _ = opened(context, server.address)
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    dice = random.Random(1)
    for kind in KINDS:
        list(brushes(page, kind, 2, dice))
    start, used, sizes = server.mark(), server.cpu(), list[Told]()
    for kind in KINDS:
        least = floor.again(max(FEWEST, count // 2))
        page.bring_to_front()
        told = list(brushes(page, kind, count, dice))
        sizes += told
        yield _brushed(kind, told, wanted, least)
    yield _line("bare page: input to paint, ms", *floor.paint(), "", "1.00 1.00")
    seconds = [answer.seconds * 1000 for answer in server.answers_since(start) if answer.size]
    spent = ends(seconds)
    yield _line("server, ms", *spent, f"{wanted.server:,}", _ratio(spent, floor.server()),
                f"n={len(seconds)}")  # fmt: skip
    yield _line("bare page: server, ms", *floor.server(), "", "1.00 1.00")
    used = (server.cpu() - used) * 1000 / max(1, len(seconds))
    yield _line("server's CPU, ms an answer", used, "", "", "")
    most = max((told["bytes"] for told in sizes), default=0)
    size = percentiles(sizes, "bytes")
    yield _line("bytes in one brush", *size, f"{MOST_BYTES:,}", "", f"most {most:,}")
    resident, own = server.memory()
    yield _line("server's memory, MB", resident, "", f"{wanted.memory:,}", "",
                f"{own:,.0f} MB of its own")  # fmt: skip
    yield from (f"page error: {complaint}" for complaint in complaints)
    context.close()


def _loaded(how: str, took: tuple[float, ...], target: int) -> Iterator[str]:
    least, own = took
    yield _line(f"bare page: all drawn, {how}, ms", least, "", "", "1.00")
    yield _line(f"all views drawn, {how}, ms", own, "", f"{target:,}", f"{own / least:.2f}")


def _brushed(kind: str, told: Sequence[Told], wanted: Target, least: Ends) -> str:
    heard = [one for one in told if one["heard"]]
    if not heard:
        return f"{kind}: nothing was heard"
    middle, late = percentiles(heard)
    target = wanted.span if kind == "span brush" else wanted.click
    slow = {view: np.median([one["views"].get(view, 0) for one in heard]) for view in _views(heard)}
    last = max(slow, key=lambda view: slow[view]) if slow else ""
    unheard = len(told) - len(heard)
    note = f"last {last}" + (f", {unheard} unheard" if unheard else "")
    return _line(f"{kind}: input to paint, ms", middle, late, f"{target:,}",
                 _ratio((middle, late), least), note)  # fmt: skip


def _views(told: Sequence[Told]) -> list[str]:
    return sorted({view for one in told for view in one["views"]} - {"land", "marks"})


def _ratio(took: Ends, least: Ends) -> str:
    return " ".join(f"{one / other:.2f}" for one, other in zip(took, least, strict=True))


def _line(
    what: str, middle: float | str, late: float | str, target: str, ratio: str, note: str = ""
) -> str:
    numbers = [n if isinstance(n, str) else f"{n:,.0f}" for n in (middle, late)]
    return f"{what:<44}{numbers[0]:>10}{numbers[1]:>10}{target:>10}{ratio:>12}  {note}".rstrip()
