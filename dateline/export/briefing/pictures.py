"""Maps and timelines as images of the size that they have on a slide."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ...briefing import MapShown
from ...drawing import Ground, Look, drawn_map, drawn_strip, drawn_timeline, png
from .pages import Picture

PIXELS = 96
"""An inch, before it is drawn twice as fine."""
FINE = 2.0


def image_of(part: Picture, look: Look, ground: Ground) -> bytes:
    """A map or timeline as PNG, as large as its box.

    Raises:
        PictureError: it cannot be drawn.
    """
    return png(_drawn(part, look, ground), FINE)


def _drawn(part: Picture, look: Look, ground: Ground) -> Element:
    size = part.box.width * PIXELS, part.box.height * PIXELS
    if isinstance(part.shown, MapShown):
        return drawn_map(part.shown, look, *size, ground=ground)
    drawn = drawn_strip if part.is_strip else drawn_timeline
    return drawn(part.shown, look, *size)
