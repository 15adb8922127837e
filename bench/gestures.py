"""What an analyst does on Explore, as a browser is made to do it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Locator, Page

QUIET_MS, PATIENCE_MS = 700, 30_000
PROBED = (26, 15)
"""Columns and rows of points of the map that are looked at for a mark."""
KINDS = ("span brush", "place on the map", "place in the list", "lane", "speaker")
LISTS = {
    "place in the list": ".st-key-place_list .row",
    "lane": ".st-key-lane_list .row",
    "speaker": ".st-key-quotation_list .speaker button",
}
Told = dict[str, Any]
"""heard, painted (ms after the input), bytes, and views by name."""


def settled(page: Page, quiet: int = QUIET_MS, is_load: bool = False) -> Told:
    """What the page did, once nothing in it has moved for so many milliseconds."""
    asked = "([quiet, patience, load]) => bench.settled(quiet, patience, load)"
    told: Told = page.evaluate(asked, [quiet, PATIENCE_MS * (4 if is_load else 1), is_load])
    return told


def measured(page: Page, act: Callable[[], None]) -> Told:
    """What the page did after the act."""
    page.evaluate("bench.begin()")
    act()
    return settled(page)


@dataclass
class Hand:
    """A hand on the page, which does not do the same thing twice in a row."""

    page: Page
    dice: random.Random
    marks: list[tuple[float, float]] = field(default_factory=list)
    """Points of the page at which the map says something."""

    def act(self, kind: str) -> Callable[[], None] | None:
        """The next gesture of a kind, ready to be made; None where there is nothing to touch."""
        if kind == "span brush":
            first = self.dice.uniform(0.02, 0.7)
            return self.drag(first, first + self.dice.uniform(0.05, 0.28))
        if kind == "place on the map":
            return self._point()
        found = self.page.locator(LISTS[kind]).all()[:12]
        return self._pressed(self.dice.choice(found)) if found else None

    def drag(self, first: float, last: float) -> Callable[[], None]:
        """Drag along the timeline from one share of its width to another; the last act lets go."""
        frame = self.page.locator(".st-key-timeline").first
        frame.scroll_into_view_if_needed()
        box = frame.bounding_box() or {}
        ends = [box["x"] + box["width"] * share for share in (first, last)]
        mouse = self.page.mouse
        mouse.move(ends[0], box["y"] + 40)
        mouse.down()
        mouse.move(sum(ends) / 2, box["y"] + 60, steps=4)
        mouse.move(ends[1], box["y"] + 70, steps=4)
        return mouse.up

    def probe(self) -> None:
        """Find what can be clicked on the map: where it shows a tooltip."""
        box = self.page.locator(".st-key-map canvas").first.bounding_box() or {}
        columns, rows = PROBED
        points = [
            (box["x"] + box["width"] * (0.06 + 0.88 * x / columns),
             box["y"] + box["height"] * (0.08 + 0.8 * y / rows))
            for x in range(columns) for y in range(rows)
        ]  # fmt: skip
        self.dice.shuffle(points)
        for point in points:
            if len(self.marks) >= 24:
                break
            self.page.mouse.move(*point)
            self.page.wait_for_timeout(140)
            if self._says():
                self.marks.append(point)

    def _says(self) -> str:
        said: str = self.page.evaluate(
            """() => [...document.querySelectorAll('.deck-tooltip')]
                .filter((tip) => tip.style.display !== 'none').map((tip) => tip.innerText).join()"""
        )
        return said

    def _point(self) -> Callable[[], None] | None:
        """A click on a mark that is there now: the last brush may have left nothing at a place."""
        if not self.marks:
            self.probe()
        while self.marks:
            x, y = self.marks.pop()
            self.page.mouse.move(x - 7, y - 5)
            self.page.wait_for_timeout(150)
            self.page.mouse.move(x, y)
            self.page.wait_for_timeout(250)
            if self._says():
                self.page.mouse.down()
                return self.page.mouse.up
        return None

    def _pressed(self, button: Locator) -> Callable[[], None]:
        button.scroll_into_view_if_needed()
        box = button.bounding_box() or {}
        self.page.mouse.move(box["x"] + min(40, box["width"] / 2), box["y"] + box["height"] / 2)
        self.page.wait_for_timeout(60)
        self.page.mouse.down()
        return self.page.mouse.up

    def clear(self) -> None:
        """Take everything out, if anything is in."""
        button = self.page.locator(".st-key-chips .clear")
        if button.count():
            measured(self.page, self._pressed(button.first))


def brushes(page: Page, kind: str, count: int, dice: random.Random) -> Iterator[Told]:
    """So many brushes of a kind; every five begin anew, under a span where the kind is another."""
    hand = Hand(page, dice)
    for number in range(count):
        if number % 5 == 0:
            hand.clear()
            if kind != "span brush" and number:
                first = dice.uniform(0.05, 0.5)
                measured(page, hand.drag(first, first + 0.4))
        act = hand.act(kind)
        if act:
            yield measured(page, act)
    hand.clear()
