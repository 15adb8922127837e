"""Explore stays true through a long sitting: many actions at random, quick clicks, and undo.

A long sitting: `DATELINE_ACTIONS=500 DATELINE_SEED=1 pytest -s tests/browser/test_steady_actions.py
-k random`; it takes two seconds an action, and as long again for the undos at its end.
"""

from __future__ import annotations

import os
import random
import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page
from recounted import Frames, recount

from bench.gestures import Hand, measured, settled
from bench.served import Server, serving
from data.access.views import load
from dateline.brush import Brush, from_query
from dateline.ingest import ingest
from dateline.places.basemap import build_basemap
from dateline.records import Source
from dateline.settings import BASEMAP, DEFAULT_CORPUS, PROJECT, SAMPLE
from dateline.store import Store

ACTIONS = int(os.environ.get("DATELINE_ACTIONS", "40"))
SEED = int(os.environ.get("DATELINE_SEED", "7"))
PATIENCE = 40.0
QUIET_MS, HEARD_MS, UNHEARD_MS = 250, 40_000, 1_500
PAINTED = PROJECT / "bench" / "painted.js"
COUNTED = re.compile(r"([\d,]+)(?: of [\d,]+)?\s+(articles|passages|places|quotations)\b")
LAST = re.compile(r"([\d,]+)(?: of [\d,]+)?\s*$")
DEEP = """
  const deep = (node, selector) => !node ? [] : [...node.querySelectorAll("*")].flatMap((inner) => [
    ...(inner.matches(selector) ? [inner] : []),
    ...(inner.shadowRoot ? deep(inner.shadowRoot, selector) : [])]);
  const within = (key, selector) => deep(document.querySelector(`.st-key-${key}`), selector);
"""
SHOWN = (
    "() => {"
    + DEEP
    + """
  const keyOf = (node, start) =>
    [...(node.closest("[data-testid=stElementContainer]")?.classList ?? [])]
      .find((name) => name.startsWith(start))?.slice(start.length);
  const column = (key, start) => Object.fromEntries(within(key, "button")
    .map((node) => [node.dataset.value ?? keyOf(node, start), node]).filter(([id]) => id)
    .map(([id, node]) => [id.replace(/[^a-zA-Z0-9_-]/g, "-"), {
      text: node.innerText, chosen: node.matches("[aria-pressed=true], [kind=primary]")}]));
  const words = (selector) =>
    [...document.querySelectorAll(selector)].map((node) => node.innerText).join(" ");
  const spoken = (key, selector) => within(key, selector).map((node) => node.innerText).join(" ");
  return {
    words: spoken("headline", ".words"), counts: spoken("headline", "p"),
    lanes: column("lanes", "st-key-lane_"), places: column("places", "st-key-place_"),
    chips: within("chips", ".remove").map((node) => node.dataset.value),
    listed: within("read", ".count")[0]?.textContent ?? "",
    alerts: words("[data-testid=stException], [data-testid=stAlert]"),
  };
}"""
)
TOGETHER = (
    "(clicks) => {"
    + DEEP
    + """
  for (const [key, name, at] of clicks) setTimeout(() =>
    within(key, "button").find((node) => node.innerText.includes(name))?.click(), at);
}"""
)
TWICE = """() => {
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (said) {
    send.call(this, said);
    setTimeout(() => send.call(this, said), 20);
  };
}"""
"""What Streamlit does with a click, where a widget reports before it has left."""
IS_BUTTON = "([x, y]) => !!document.elementFromPoint(x, y)?.closest('button, a')"
DRAWN = """async () => {
  for (let frame = 0; frame < 8; frame++) await new Promise(requestAnimationFrame);
  await new Promise((rest) => setTimeout(rest, 150));
}"""
"""The map answers the mouse when it draws: eight frames later it has, however busy the machine."""

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300 + 12 * ACTIONS)]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory, gazetteer: object) -> Path:
    """The bundled articles in a corpus of the test's own."""
    path = tmp_path_factory.mktemp("steady") / "corpus.db"
    if DEFAULT_CORPUS.exists():
        with Store.open(DEFAULT_CORPUS, readonly=True) as store:
            store.copy_to(path)
    else:
        with Store.open(path) as store:
            ingest([Source(SAMPLE)], store, lambda done, total: None)
    return path


@pytest.fixture(scope="module")
def frames(corpus: Path) -> Frames:
    return load(corpus)


@pytest.fixture(scope="module")
def server(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    build_basemap(BASEMAP)
    own = {"DATELINE_CORPUS": str(corpus)}
    with serving(PROJECT / "app.py", own, tmp_path_factory.mktemp("served")) as served:
        yield served


@pytest.fixture
def page(browser: Browser, server: Server) -> Iterator[Page]:
    """Explore, all views drawn; what it complained of is looked at when the test ends."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page, complaints = context.new_page(), list[str]()
    page.add_init_script(path=PAINTED)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    page.goto(server.address)
    assert settled(page, quiet=1_200, is_load=True)["painted"]
    page.locator(".st-key-undo button").wait_for(timeout=HEARD_MS)
    yield page
    context.close()
    assert complaints == []
    assert "Traceback" not in server.said.read_text()


@dataclass
class Sitting:
    """A page, a hand on it, and what undo should bring back."""

    page: Page
    frames: Frames
    dice: random.Random
    past: list[Any] = field(default_factory=list)
    future: list[Any] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    patience: int = HEARD_MS
    """Milliseconds in which the page hears of an action; few where there is nothing to hear."""

    def __post_init__(self) -> None:
        self.hand = Hand(self.page, self.dice)
        self.eventually(self.check)

    def shown(self) -> dict[str, Any]:
        state: dict[str, Any] = self.page.evaluate(SHOWN)
        return state | {"address": urlsplit(self.page.url).query}

    def brush(self) -> Brush:
        found, dropped = from_query(self.now["address"])
        assert not dropped
        return found

    def act(self) -> None:
        """One action at random, and everything that must hold after it."""
        self.catch_up()
        name = self.dice.choices(*zip(*CHANCES.items(), strict=True))[0]  # type: ignore[misc]
        self.patience = HEARD_MS
        press = ACTS[name](self)
        if press is None:
            return
        self.done.append(name)
        self.make(press, name)

    def make(self, press: Callable[[], None], name: str) -> None:
        """Make it, see that all holds, and keep what undo and redo should bring back."""
        self.catch_up()
        before, back = self.now, {"undo": self.past, "redo": self.future}.get(name)
        self.page.evaluate("bench.begin()")
        press()
        settle = "([quiet, patience]) => bench.settled(quiet, patience, false)"
        self.page.evaluate(settle, [QUIET_MS, self.patience])
        self.eventually(lambda: self.check(back[-1] if back else None))
        if back is not None:
            back.pop()
            (self.future if name == "undo" else self.past).append(before)
        elif self.now["address"] != before["address"]:
            self.past.append(before)
            self.future.clear()
        self.done[-1:] = [f"{name}: {self.now['address']}"]

    def catch_up(self) -> None:
        """Keep what came of a click on the map that was heard later than it was waited for."""
        before = self.now
        if self.shown()["address"] != before["address"]:
            self.eventually(self.check)
            self.past.append(before)
            self.future.clear()
            self.done.append(f"heard later: {self.now['address']}")

    def eventually(self, holds: Callable[[], None]) -> None:
        """Look until it holds, for a machine that is busy with something else."""
        until = time.monotonic() + PATIENCE
        while True:
            self.now = self.shown()
            try:
                return holds()
            except AssertionError:
                if time.monotonic() > until:
                    raise
            self.page.wait_for_timeout(250)

    def check(self, expected: dict[str, Any] | None = None) -> None:
        """That no view is off a plain recount, nor anything off what was there before."""
        told, said = self.now, f"under {self.now['address']!r} after {self.done[-8:]}"
        assert not told["alerts"], said
        off = {key: (told[key], was) for key, was in (expected or {}).items() if told[key] != was}
        assert not off, f"{said}: {off}"
        counted = recount(self.frames, self.brush())
        counts = {name: _number(count) for count, name in COUNTED.findall(told["counts"])}
        assert counts == counted.counts, said
        for view, right in (("lanes", counted.lanes), ("places", counted.places)):
            shown = {key: _last(one["text"]) for key, one in told[view].items()}
            assert shown, f"no {view} {said}"
            assert shown == {key: _at(right, key) for key in shown}, f"{view} {said}"
        assert told["listed"], said
        assert _number(told["listed"].split()[0]) == counted.counts["quotations"], said


def _at(right: Mapping[str, int], key: str) -> int:
    """The count of the record whose id is written so in a class."""
    return sum(n for record, n in right.items() if re.sub(r"[^a-zA-Z0-9_-]", "-", record) == key)


def _number(text: str) -> int:
    return int(text.replace(",", ""))


def _last(text: str) -> int:
    found = LAST.search(text)
    assert found, text
    return _number(found[1])


Press = Callable[[], None] | None


def _key(key: str, is_possible: Callable[[Sitting], object]) -> Callable[[Sitting], Press]:
    return lambda at: (lambda: at.page.keyboard.press(key)) if is_possible(at) else None


def _gesture(kind: str) -> Callable[[Sitting], Press]:
    return lambda at: at.hand.act(kind)


def _chip(at: Sitting) -> Press:
    chips = at.now["chips"]
    if not chips:
        return None
    button = at.page.locator(f".st-key-chips [data-value={at.dice.choice(chips)}].remove")
    return lambda: button.click()


def _scope(at: Sitting) -> Press:
    button = at.page.locator("[class*=st-key-scope_] button[aria-checked=false]")
    return (lambda: button.first.click()) if button.count() else None


def _anywhere(at: Sitting) -> Press:
    """A point of the map, with or without a mark; none of the buttons that lie over it."""
    box = at.page.locator(".st-key-map canvas").first.bounding_box() or {}
    x, y = (box[start] + box[size] * at.dice.uniform(0.1, 0.85)
            for start, size in (("x", "width"), ("y", "height")))  # fmt: skip
    if at.page.evaluate(IS_BUTTON, [x, y]):
        return None
    at.page.mouse.move(x - 6, y - 4)
    at.page.wait_for_timeout(150)
    at.page.mouse.move(x, y)
    at.page.wait_for_timeout(150)
    at.patience = HEARD_MS if _says(at.page, (x, y)) else UNHEARD_MS

    def press() -> None:
        at.page.mouse.click(x, y)
        at.page.evaluate(DRAWN)

    return press


CHANCES = {
    "span brush": 4, "place in the list": 5, "lane": 5, "speaker": 4, "map": 3,
    "undo": 6, "redo": 2, "clear": 2, "chip": 3, "scope": 1,
}  # fmt: skip
ACTS: dict[str, Callable[[Sitting], Press]] = {
    "span brush": _gesture("span brush"),
    "place in the list": _gesture("place in the list"),
    "lane": _gesture("lane"),
    "speaker": _gesture("speaker"),
    "map": _anywhere,
    "undo": _key("u", lambda at: at.past),
    "redo": _key("Shift+U", lambda at: at.future),
    "clear": _key("Escape", lambda at: at.now["chips"]),
    "chip": _chip,
    "scope": _scope,
}


def test_views_when_many_actions_are_made_at_random_then_none_drifts_and_undo_is_exact(
    page: Page, frames: Frames
) -> None:
    sitting = Sitting(page, frames, random.Random(SEED))
    for _ in range(ACTIONS):
        sitting.act()
    assert len(sitting.done) > ACTIONS / 2
    while sitting.past:
        sitting.make(lambda: page.keyboard.press("u"), "undo")


@pytest.mark.parametrize("kind", ["place in the list", "lane", "speaker"])
def test_mark_when_clicked_twice_then_it_is_cleared(page: Page, frames: Frames, kind: str) -> None:
    sitting = Sitting(page, frames, random.Random(SEED))
    begun = sitting.now
    act = sitting.hand.act(kind)
    assert act
    sitting.make(act, kind)
    chosen = sitting.now
    assert chosen["words"] != begun["words"]
    if kind == "speaker":
        again = page.locator(".st-key-quotation_list .speaker button[aria-pressed=true]").first
    else:
        column = page.locator(".st-key-lanes" if kind == "lane" else ".st-key-places")
        again = column.locator("button[aria-pressed=true], button[kind=primary]").first
    sitting.make(again.click, kind)
    assert sitting.now == begun


@pytest.mark.parametrize(
    "clicks",
    [
        pytest.param([("narrow", "Clear", 0), ("map", "Show all", 0), ("map", "Show all", 40)],
                     id="clear, then the map"),
        pytest.param([("chips", "", 0), ("narrow", "Clear", 10), ("map", "Show all", 30),
                      ("map", "Show all", 160)], id="a chip, clear, then the map"),
        pytest.param([("head_tools", "Undo", 0), ("map", "Show all", 0)], id="undo, then the map"),
        pytest.param([("narrow", "Clear", 0), ("head_tools", "Undo", 15), ("time_bar", "1", 20)],
                     id="clear, undo, then the pace"),
        pytest.param([("chips", "", 0), ("narrow", "Clear", 250)], id="a chip, clear when drawn"),
    ],
)  # fmt: skip
def test_views_when_clicks_come_together_then_none_shows_an_older_brush(
    page: Page, frames: Frames, clicks: list[tuple[str, str, int]]
) -> None:
    sitting = Sitting(page, frames, random.Random(SEED))
    for kind in ("lane", "place in the list"):
        act = sitting.hand.act(kind)
        assert act
        sitting.make(act, kind)
    before = sitting.now["address"]
    sitting.make(lambda: page.evaluate(TOGETHER, clicks), "together")
    sitting.eventually(sitting.check)
    page.wait_for_timeout(clicks[-1][2])
    settled(page)
    sitting.eventually(sitting.check)
    assert sitting.now["address"] != before or "Undo" in str(clicks)


def test_click_when_the_browser_sends_it_twice_then_it_is_heard_once(
    page: Page, frames: Frames
) -> None:
    sitting = Sitting(page, frames, random.Random(SEED))
    page.evaluate(TWICE)
    for kind in ("lane", "speaker", "place in the list"):
        act = sitting.hand.act(kind)
        assert act
        before = len(sitting.now["chips"])
        sitting.make(act, kind)
        settled(page)
        sitting.eventually(sitting.check)
        assert len(sitting.now["chips"]) == before + 1


def test_click_when_nothing_is_on_its_way_to_the_page_then_it_says_that_it_rests(
    page: Page,
) -> None:
    asked = list[bytes]()
    page.on("websocket", lambda one: one.on("framesent", lambda sent: asked.append(bytes(sent))))
    page.reload()
    assert settled(page, quiet=1_200, is_load=True)["painted"]
    act = Hand(page, random.Random(SEED)).act("lane")
    assert act
    del asked[:]
    assert measured(page, act)["heard"]
    assert any(b'"rested":true' in sent for sent in asked)
    assert not any(b'"rested":false' in sent for sent in asked)


def test_map_when_another_view_chooses_a_place_then_it_keeps_its_camera(page: Page) -> None:
    hand = Hand(page, random.Random(SEED))
    box = page.locator(".st-key-map canvas").first.bounding_box() or {}
    page.mouse.move(box["x"] + box["width"] * 0.55, box["y"] + box["height"] * 0.45)
    for _ in range(3):
        page.mouse.wheel(0, -240)
        page.wait_for_timeout(500)
    hand.probe()
    before = [_says(page, point) for point in hand.marks]
    act = hand.act("place in the list")
    assert act
    assert measured(page, act)["heard"]
    assert before
    assert [_says(page, point) for point in hand.marks] == before


def _says(page: Page, point: tuple[float, float]) -> str:
    """The first line of the map's tooltip there: the name of a place."""
    page.mouse.move(point[0] - 3, point[1])
    page.mouse.move(*point)
    page.evaluate(DRAWN)
    said: str = page.evaluate(
        "() => [...document.querySelectorAll('.deck-tooltip')]"
        ".filter((tip) => tip.style.display !== 'none').map((tip) => tip.innerText).join()"
    )
    return said.split("\n")[0]
