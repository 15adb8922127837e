"""The one door from the screens to the engine, and the only place that caches.

Everything is keyed by the corpus file and its fingerprint, so that articles added by another
process are seen at the next run. What is cached is shared between sessions and never written to.
"""

from __future__ import annotations

from dateline.prepare import is_prepared, prepare
from dateline.query import Counts, Page, Timeline
from dateline.settings import corpus_path, settings_path

from .preferences import change, preferences
from .shown import fingerprint, show_now, shown
from .views import (
    Frames,
    View,
    counts,
    csv_of,
    days,
    is_known,
    load,
    map_view,
    name_of,
    passages_view,
    quotations_view,
    timeline_view,
)

__all__ = [
    "Counts",
    "Frames",
    "Page",
    "Timeline",
    "View",
    "change",
    "corpus_path",
    "counts",
    "csv_of",
    "days",
    "fingerprint",
    "is_known",
    "is_prepared",
    "load",
    "map_view",
    "name_of",
    "passages_view",
    "preferences",
    "prepare",
    "quotations_view",
    "settings_path",
    "show_now",
    "shown",
    "timeline_view",
]
