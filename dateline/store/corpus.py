"""The store: one corpus file, its articles, what was found in them and what analysts decided."""

from __future__ import annotations

from .reader import Reader
from .writer import Writer


class Store(Reader, Writer):
    """A corpus file. One process writes at a time, for moments; readers never wait.

    A store belongs to the thread that opened it. A process that is killed leaves whole articles
    only.
    """
