"""A briefing as a deck: plain values of all that a screen or a file shows, and what draws them."""

from __future__ import annotations

from pathlib import Path

from .deck import Deck, deck

__all__ = ["SCRIPTS", "STYLE", "Deck", "deck"]
_HERE = Path(__file__).parent
SCRIPTS = (_HERE / "slides.js", _HERE / "keys.js")
"""Plain scripts, one after the other: `drawSlide` and `fitSlide`, then `runDeck`."""
STYLE = _HERE / "slides.css"
"""Its colours are variables, named as the colours of a `Look`, which the page must set."""
