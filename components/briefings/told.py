"""A slide in words: its kind, what it selects, how much that is; and the way to its view."""

from __future__ import annotations

from components import opening
from components.briefings import now
from components.capture.kinds import NAMES as NAMES
from data.access import briefings
from dateline.briefing import Slide
from dateline.errors import SearchTooSlow

TOO_SLOW = "its search takes too long to count"


def told(slide: Slide) -> tuple[str, str]:
    """What it selects in words, and how many articles, outlets and origins that are."""
    try:
        found = briefings.shown(slide)
    except SearchTooSlow:
        return "", TOO_SLOW
    return found.words, found.footing.counts


def open_view(slide_id: str) -> None:
    """Open the view of a slide as it was captured. For callbacks only."""
    briefing = now.opened()
    slide = now.found(briefing, slide_id) if briefing else None
    if slide is not None:
        now.name(slide_id)
        opening.open_address(slide.page, slide.query, slide.camera)
