"""Names asked of a geocoding provider on the network, where the settings allow it.

One name is asked at a time, in turn with all other processes of the user (`turns`), over an
adapter that bounds what may come back (`wire`); what a provider lets be kept is kept (`kept`).
"""

from __future__ import annotations

from .ask import Answer, asked, geocoded, geocoded_each
from .kept import DAYS_KEPT
from .services import ARCGIS_KEY, PROVIDERS, has_key, is_public
from .trial import Trial, tried

__all__ = [
    "ARCGIS_KEY",
    "DAYS_KEPT",
    "PROVIDERS",
    "Answer",
    "Trial",
    "asked",
    "geocoded",
    "geocoded_each",
    "has_key",
    "is_public",
    "tried",
]
