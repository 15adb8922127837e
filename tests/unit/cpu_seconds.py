"""CPU seconds of a piece of work: the least of a few calls, since other work only adds to them."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from math import inf

MOST_CALLS = 5
Work = Callable[[], object]


def least_seconds(ready: Callable[[], Work], under: float = 0.0) -> float:
    """The least CPU seconds of this thread in a few calls, or the first that are under a limit.

    Args:
        ready: makes, outside of the measure, all that one call uses up, and gives that call.
        under: the seconds that are enough; without them every call is made.
    """
    least = inf
    for _ in range(MOST_CALLS):
        least = min(least, _seconds(ready()))
        if least < under:
            break
    return least


def _seconds(work: Work) -> float:
    """CPU seconds of one call, without collections of what other tests have left behind."""
    was_enabled = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        began = time.thread_time()
        work()
        return time.thread_time() - began
    finally:
        if was_enabled:
            gc.enable()
