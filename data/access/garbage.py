"""The garbage collector, which works while no reader waits.

A new Brush leaves so many objects behind that Python collects them twice within the next one, and
at times all that no index holds: for milliseconds in which nothing is drawn.
"""

from __future__ import annotations

import gc
import time
from functools import cache
from itertools import count
from threading import Thread

REST_S = 0.3
"""Between two looks; a server that made next to nothing in that time rests."""
FEW, MANY = 300, 3_000
"""New objects of a server that rests, and those that are worth a collection."""
MOST = 40_000
"""New objects after which Python collects them in any case."""
FULL = 40
"""Of so many looks one goes through all objects that are not here to stay."""


def settle() -> None:
    """Take all that exists as here to stay, and collect later objects while no one is served."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(MOST, 10, 10)
    _begin()


@cache
def _begin() -> None:
    Thread(target=_collect, name="garbage", daemon=True).start()


def _collect() -> None:
    known = gc.get_count()[0]
    for look in count():
        time.sleep(REST_S)
        known = look_again(known, 2 if look % FULL == 0 else 1)


def look_again(known: int, generation: int) -> int:
    """The number of new objects, collected if they are many and hardly more than were known."""
    if gc.get_count()[0] > MANY and 0 <= gc.get_count()[0] - known < FEW:
        gc.collect(generation)
    return gc.get_count()[0]
