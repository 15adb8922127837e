"""The presentation that was left for the live view, and the way back to it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Presenting:
    """What a screen goes back to."""

    briefing: str = ""
    """The briefing that was left for the live view; empty where none was."""
    shown: str = ""
    """The briefing that was presented last."""
    number: int = 0
    """Its slide, counted from 1."""
