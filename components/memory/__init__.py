"""What the screens remember of one visit, each its own."""

from __future__ import annotations

from .briefs import Camera, Capturing, Composing, Draft
from .kept import Keeping, Saving, Searching
from .presenting import Presenting
from .sizes import EVIDENCE, FORMS, LANES, PROPOSALS, ROWS, VALUES
from .trail import LONGEST_TRAIL, Stop, onward
from .views import (
    DRAWN,
    LONGEST_NAME,
    Charting,
    Drawn,
    Listing,
    Narrowing,
    Placed,
    Profiling,
    Timing,
)
from .voices import Stating, Voicing
from .work import Adding, Preferring

__all__ = [
    "DRAWN",
    "EVIDENCE",
    "FORMS",
    "LANES",
    "LONGEST_NAME",
    "LONGEST_TRAIL",
    "PROPOSALS",
    "ROWS",
    "VALUES",
    "Adding",
    "Camera",
    "Capturing",
    "Charting",
    "Composing",
    "Draft",
    "Drawn",
    "Keeping",
    "Listing",
    "Narrowing",
    "Placed",
    "Preferring",
    "Presenting",
    "Profiling",
    "Saving",
    "Searching",
    "Stating",
    "Stop",
    "Timing",
    "Voicing",
    "onward",
]
