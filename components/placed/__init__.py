"""What became of the names of places: lists of them, and what speaks for each."""

from __future__ import annotations

from .beside import beside
from .names import names
from .tools import tools

__all__ = ["VIEWS", "beside", "names", "tools"]

VIEWS = ("placed_tools", "placed_names", "placed_beside")
"""Fragment keys, in the order in which a new Brush redraws them."""
