"""Maps and charts drawn as SVG, and as images, from what was shown.

`drawn_map` and `drawn_timeline` take a value of `dateline.briefing`, a `Look` and a size in pixels,
and return the `<svg>` as an element of xml.etree, which escapes all text. `written` makes it text,
`png` an image. What lies under a map comes in as a `Ground`, which `read_ground` reads.
"""

from .candidates import Spot as Spot
from .candidates import drawn_candidates as drawn_candidates
from .days import drawn_days as drawn_days
from .ground import Ground as Ground
from .ground import read_ground as read_ground
from .look import COLOURS as COLOURS
from .look import KINDS as KINDS
from .look import Look as Look
from .look import browser_look as browser_look
from .look import look_of as look_of
from .map import drawn_map as drawn_map
from .matrix import drawn_matrix as drawn_matrix
from .matrix import matrix_size as matrix_size
from .network import drawn_network as drawn_network
from .nodes import written as written
from .png import png as png
from .positions import drawn_positions as drawn_positions
from .positions import positions_size as positions_size
from .shades import Shade as Shade
from .shades import drawn_shades as drawn_shades
from .timeline import drawn_strip as drawn_strip
from .timeline import drawn_timeline as drawn_timeline
