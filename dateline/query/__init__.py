"""Questions put to the corpus through the Brush: one frame or bin table a view."""

from .bins import Unit, Window
from .facets import Choice, cells_view, facet_view, facets_of, regions_view
from .index import Frames, Index, build_index, in_zone
from .labels import CELL_DEGREES, cell_corner
from .recent import Recent
from .rows import Page, passages_view, quotations_view
from .timeline import Axis, Timeline, timeline_view
from .views import Counts, counts, first_and_last_day, map_view

__all__ = [
    "CELL_DEGREES",
    "Axis",
    "Choice",
    "Counts",
    "Frames",
    "Index",
    "Page",
    "Recent",
    "Timeline",
    "Unit",
    "Window",
    "build_index",
    "cell_corner",
    "cells_view",
    "counts",
    "facet_view",
    "facets_of",
    "first_and_last_day",
    "in_zone",
    "map_view",
    "passages_view",
    "quotations_view",
    "regions_view",
    "timeline_view",
]
