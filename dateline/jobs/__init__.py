"""Long work in a process of its own, which any tab can start, follow and stop.

A job is a folder under the user's state folder: what was ordered, how far it is, what came of it.
"""

from __future__ import annotations

from .files import Kind
from .folders import staged_folder
from .orders import forget, running, start_ingest, start_reanalyse, state, stop
from .states import JobState, Phase

__all__ = [
    "JobState",
    "Kind",
    "Phase",
    "forget",
    "running",
    "staged_folder",
    "start_ingest",
    "start_reanalyse",
    "state",
    "stop",
]
