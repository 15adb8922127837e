"""A slide in words: its kind, what it selects, how much that is; and the way to its view."""

from __future__ import annotations

from components import state, theme
from components.briefings import now
from components.capture.kinds import NAMES as NAMES
from data import access
from dateline.briefing import Slide
from dateline.brush import Brush, from_query


def brush_of(slide: Slide) -> Brush:
    """What it selects, as far as this corpus knows it."""
    return from_query(slide.query, access.is_known)[0]


def words(slide: Slide) -> str:
    """What it selects, in words."""
    return brush_of(slide).words(access.name_of)


def counts(slide: Slide) -> str:
    """How many articles, quotations and places that are."""
    found = access.counts(brush_of(slide))
    parts = (found.articles, "article"), (found.quotations, "quotation"), (found.places, "place")
    return ", ".join(theme.counted(*part) for part in parts)


def open_view(slide_id: str) -> None:
    """Open the view of a slide as it was captured. For callbacks only."""
    briefing = now.opened()
    slide = now.found(briefing, slide_id) if briefing else None
    if slide is not None:
        now.name(slide_id)
        state.show_view(slide.page, slide.query, slide.camera)
