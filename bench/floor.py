"""What Streamlit takes by itself: an empty app, and a page of Explore's parts that show nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bench.browsing import HERE, LOADS, Ends, cold, ends, percentiles, presses, warm
from bench.served import Server, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SETTLING = 5
"""Presses before those that count."""


@dataclass(frozen=True)
class Floor:
    """Milliseconds of a press, p50 and p95, and of a load of the page."""

    paint: Ends
    server: Ends
    cold: float
    warm: float


def empty(browser: Browser, place: Path, count: int) -> tuple[Ends, Ends]:
    """Of a press of an app with a button and a line, to the paint and in the server."""
    with serving(HERE / "empty.py", {}, place) as server:
        return _pressed(browser, server, count)


def bare(browser: Browser, place: Path, count: int) -> Floor:
    """Of a page with a map of one point, a chart of one bar and five components of one line."""
    script = HERE / "bare.py"
    with serving(script, {}, place) as server:
        paint, least = _pressed(browser, server, count)
        again = warm(browser, server)
    return Floor(paint, least, first(browser, script, {}, place), again)


def first(browser: Browser, script: Path, environment: Mapping[str, str], place: Path) -> float:
    """Milliseconds of the first load of a server that has just begun, the middle of some."""
    took = []
    for _ in range(LOADS):
        with serving(script, environment, place) as server:
            took.append(cold(browser, server))
    return float(np.median(took))


def _pressed(browser: Browser, server: Server, count: int) -> tuple[Ends, Ends]:
    start = server.mark()
    paint = percentiles(presses(browser, server, count + SETTLING)[SETTLING:])
    seconds = [one.seconds * 1000 for one in server.answers_since(start) if one.size]
    return paint, ends(seconds[-count:])
