"""Maps and charts drawn as SVG, and as images, from what was shown.

`drawn_map` and `drawn_timeline` take a value of `dateline.briefing`, a `Look` and a size in pixels,
and return the `<svg>` as an element of xml.etree, which escapes all text. `written` makes it text,
`png` an image. What lies under a map comes in as a `Ground`, which `read_ground` reads.
"""

from .ground import Ground as Ground
from .ground import read_ground as read_ground
from .look import COLOURS as COLOURS
from .look import KINDS as KINDS
from .look import Look as Look
from .look import browser_look as browser_look
from .look import look_of as look_of
from .map import drawn_map as drawn_map
from .nodes import written as written
from .png import png as png
from .timeline import drawn_strip as drawn_strip
from .timeline import drawn_timeline as drawn_timeline
