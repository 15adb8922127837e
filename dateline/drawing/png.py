"""An SVG as an image, made without a browser and without a network."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import resvg_py

from ..errors import PictureError
from .lettering import font_files
from .nodes import written

SANS, SERIF = "Source Sans Pro", "Source Serif Pro"
MOST_PIXELS = 60_000_000
"""An image of more is not made: it would take 240 MB while it is."""


def png(svg: Element, scale: float = 2.0) -> bytes:
    """The picture as a PNG, `scale` times as large as the SVG says.

    Letters that the project's typefaces lack are taken from those of the machine.

    Raises: PictureError where it cannot be made.
    """
    width, height = (float(svg.get(side, "0")) * scale for side in ("width", "height"))
    if not 0 < width * height <= MOST_PIXELS:
        raise PictureError(f"no image of {width:.0f} x {height:.0f} pixels is made: too large")
    try:
        made = resvg_py.svg_to_bytes(
            svg_string=written(svg),
            zoom=scale,
            font_files=font_files(),
            font_family=SANS,
            sans_serif_family=SANS,
            serif_family=SERIF,
        )
    except (ValueError, OSError, RuntimeError) as error:
        raise PictureError(f"the picture cannot be made an image: {error}") from error
    return bytes(made)
