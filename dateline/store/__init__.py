"""One corpus file: articles, what was found in them, and what analysts decided."""

from .corpus import Store
from .rows import TABLES

__all__ = ["TABLES", "Store"]
