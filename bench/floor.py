"""What Streamlit takes by itself: an empty app, and a page of Explore's parts that show nothing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bench.browsing import HERE, LOADS, Ends, cold, ends, percentiles, presses, warm
from bench.gestures import Told
from bench.served import Server, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

EMPTY, BARE = HERE / "empty.py", HERE / "bare.py"
SETTLING = 5
"""Presses before those that count."""
Page = tuple[Path, Mapping[str, str]]
"""A script, and the environment that it is served in."""


class Pressing:
    """Presses of an app's one button, some now and some later, as the machine's pace changes."""

    def __init__(self, browser: Browser, server: Server) -> None:
        self._browser, self._server = browser, server
        self._told: list[Told] = []
        self._seconds: list[float] = []

    def again(self, count: int) -> Ends:
        """Milliseconds to the paint of so many more."""
        start = self._server.mark()
        told = presses(self._browser, self._server, count + SETTLING)[SETTLING:]
        self._told += told
        answers = [one.seconds * 1000 for one in self._server.answers_since(start) if one.size]
        self._seconds += answers[-count:]
        return percentiles(told)

    def paint(self) -> Ends:
        """Of all until now."""
        return percentiles(self._told)

    def server(self) -> Ends:
        """Milliseconds in the server, of all until now."""
        return ends(self._seconds)


def empty(browser: Browser, place: Path, count: int) -> Pressing:
    """Of an app with a button and a line."""
    with serving(EMPTY, {}, place) as server:
        pressing = Pressing(browser, server)
        pressing.again(count)
    return pressing


def firsts(browser: Browser, pages: tuple[Page, ...], place: Path) -> tuple[float, ...]:
    """Milliseconds of the first load of a server that has just begun, by turns, the middle of some
    of each page."""
    took = [[_first(browser, *page, place) for page in pages] for _ in range(LOADS)]
    return tuple(np.median(took, axis=0).tolist())


def warms(browser: Browser, servers: tuple[Server, ...]) -> tuple[float, ...]:
    """The same of loads by a browser and servers that have shown the pages before."""
    for server in servers:
        warm(browser, server)
    took = [[warm(browser, server) for server in servers] for _ in range(LOADS)]
    return tuple(np.median(took, axis=0).tolist())


def _first(browser: Browser, script: Path, environment: Mapping[str, str], place: Path) -> float:
    with serving(script, environment, place) as server:
        return cold(browser, server)
