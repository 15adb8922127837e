"""The one door from the screens to the engine, and the only place that caches.

Everything is keyed by the corpus file and its fingerprint, so that articles added by another
process are seen at the next run. What is cached is shared between sessions and never written to.
"""

from __future__ import annotations

from dateline.prepare import is_prepared, prepare
from dateline.query import Axis, Choice, Counts, Lanes, Order, Page, Timeline, Window
from dateline.settings import corpus_path, settings_path

from .files import View
from .ground import (
    ATTRIBUTION,
    CELL_DEGREES,
    SEA_PX,
    SEA_TILES,
    Drawn,
    Level,
    cell_corner,
    region_ends,
    regions_drawn,
)
from .preferences import change, preferences
from .shown import fingerprint, show_now, shown
from .views import (
    Frames,
    Ground,
    counts,
    days,
    facet_view,
    facets,
    ground_view,
    is_known,
    kept,
    load,
    map_view,
    name_of,
    passages_view,
    quotations_view,
    timeline_view,
)

__all__ = [
    "ATTRIBUTION",
    "CELL_DEGREES",
    "SEA_PX",
    "SEA_TILES",
    "Axis",
    "Choice",
    "Counts",
    "Drawn",
    "Frames",
    "Ground",
    "Lanes",
    "Level",
    "Order",
    "Page",
    "Timeline",
    "View",
    "Window",
    "cell_corner",
    "change",
    "corpus_path",
    "counts",
    "days",
    "facet_view",
    "facets",
    "fingerprint",
    "ground_view",
    "is_known",
    "is_prepared",
    "kept",
    "load",
    "map_view",
    "name_of",
    "passages_view",
    "preferences",
    "prepare",
    "quotations_view",
    "region_ends",
    "regions_drawn",
    "settings_path",
    "show_now",
    "shown",
    "timeline_view",
]
