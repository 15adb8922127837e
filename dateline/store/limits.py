"""How long the parts of a briefing may be."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import get_args

from ..briefing import Briefing, Slide, SlideKind
from ..errors import UsageError

LONGEST_NAME, LONGEST_HEADLINE, LONGEST_TEXT = 200, 300, 20_000
LONGEST_QUERY = 60_000
MOST_SLIDES = 200
_PARTS = {
    "headline": LONGEST_HEADLINE,
    "text": LONGEST_TEXT,
    "notes": LONGEST_TEXT,
    "page": LONGEST_NAME,
    "query": LONGEST_QUERY,
}


def checked(briefing: Briefing) -> Briefing:
    """The briefing, its name without needless space.

    Raises:
        UsageError: it has no name, too many slides, or a part that is too long or no text.
    """
    name = " ".join(briefing.name.split())
    _text("name", name, LONGEST_NAME, "the briefing")
    if not name:
        raise UsageError("the briefing has no name yet: write one")
    if len(briefing.slides) > MOST_SLIDES:
        raise UsageError(
            f"{len(briefing.slides)} slides are too many: a briefing has {MOST_SLIDES} at the most"
        )
    for number, slide in enumerate(briefing.slides, start=1):
        _check_slide(slide, f"slide {number}")
    return replace(briefing, name=name)


def _check_slide(slide: Slide, which: str) -> None:
    if slide.kind not in get_args(SlideKind):
        raise UsageError(f"{slide.kind!r} is no kind of slide: {', '.join(get_args(SlideKind))}")
    for part, most in _PARTS.items():
        _text(part, getattr(slide, part), most, which)
    if slide.camera and not _is_camera(slide.camera):
        raise UsageError(f"{slide.camera!r} is no longitude, latitude and zoom of {which}")


def _text(part: str, text: str, most: int, which: str) -> None:
    if len(text) > most:
        raise UsageError(f"the {part} of {which} has {len(text):,} letters: {most:,} at the most")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise UsageError(f"the {part} of {which} has half a letter at {error.start + 1}") from error


def _is_camera(camera: tuple[float, float, float]) -> bool:
    longitude, latitude, zoom = camera
    return (
        all(map(math.isfinite, camera))
        and abs(longitude) <= 180
        and abs(latitude) <= 90
        and 0 <= zoom <= 24
    )
