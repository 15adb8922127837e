"""A corpus with briefings whose presentations are frozen, and the slide that a page shows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from made_briefing import presentation, slides, worst_slides
from made_corpus import stored
from playwright.sync_api import Page, expect

from dateline.briefing import Said, Shown, Slide
from dateline.store import Store

PATIENCE = 60_000
NOW = ".deck > .frame > .slide:not(.waiting)"
GOOD, WORST, EMPTY, LIVE = "briefing1", "briefing2", "briefing3", "briefing4"
ARTICLE = "art00003"


def briefed(path: Path) -> Path:
    """The corpus with briefings: every kind of slide, the worst of them, none, and a live one."""
    stored(path, articles=40)
    with Store.open(path) as store:
        for name, found in (("Water", slides()), ("Worst", worst_slides())):
            made = store.create_briefing(name, "A. N.")
            store.keep_presentation(
                replace(presentation(tuple(map(_real, found)), name), briefing=made)
            )
        store.create_briefing("Nothing yet", "A. N.")
        live = store.create_briefing("Live", "A. N.")
        table = Slide("", "table", "As it is now", page="entities")
        store.keep_briefing(replace(live, is_live=True, slides=(table,)), "A. N.")
    return path


def open_slide(page: Page, app: str, briefing: str, number: int = 1) -> None:
    page.goto(f"{app}present?present={briefing}#{number}", timeout=PATIENCE)
    see_slide(page, number)


def see_slide(page: Page, number: int) -> None:
    """This slide is shown, and the address says so."""
    expect(page.locator(NOW)).to_have_attribute("data-number", str(number), timeout=PATIENCE)
    assert page.evaluate("location.hash") == f"#{number}"


def _real(one: Shown) -> Shown:
    """The slide with a place and an article that the corpus has."""
    return replace(
        one,
        slide=replace(one.slide, query="place=g2"),
        quotations=tuple(map(_said, one.quotations)),
    )


def _said(said: Said) -> Said:
    return replace(said, source=replace(said.source, article_id=ARTICLE), start=5)
