"""Questions put to the corpus through the Brush: one frame or bin table a view."""

from .bins import Unit, Window
from .facets import Choice, cells_view, facet_view, facets_of, regions_view
from .index import Frames, Index, build_index, in_zone
from .labels import CELL_DEGREES, cell_corner
from .offers import OFFERED, Offer, offer_view, values_of
from .ranked import Order
from .recent import Recent
from .rows import Page, passages_view, quotations_view
from .timeline import Axis, Lanes, Timeline, timeline_view
from .views import Counts, counts, first_and_last_day, map_view
from .voices import By, Group, Voices, groups_view, voices_view
from .whom import Head, Matrix, whom_view

__all__ = [
    "CELL_DEGREES",
    "OFFERED",
    "Axis",
    "By",
    "Choice",
    "Counts",
    "Frames",
    "Group",
    "Head",
    "Index",
    "Lanes",
    "Matrix",
    "Offer",
    "Order",
    "Page",
    "Recent",
    "Timeline",
    "Unit",
    "Voices",
    "Window",
    "build_index",
    "cell_corner",
    "cells_view",
    "counts",
    "facet_view",
    "facets_of",
    "first_and_last_day",
    "groups_view",
    "in_zone",
    "map_view",
    "offer_view",
    "passages_view",
    "quotations_view",
    "regions_view",
    "timeline_view",
    "values_of",
    "voices_view",
    "whom_view",
]
