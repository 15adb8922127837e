"""What was worked out of late, shared between sessions."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

KEPT = 48
T = TypeVar("T")


class Recent:
    """The last few results by their keys; what two sessions ask at once may be worked out twice."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._results = OrderedDict[Hashable, Any]()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The result of that key, made where it is not kept."""
        with self._lock:
            if key in self._results:
                self._results.move_to_end(key)
                kept: T = self._results[key]
                return kept
        made = make()
        with self._lock:
            self._results[key] = made
            if len(self._results) > self._kept:
                self._results.popitem(last=False)
        return made
