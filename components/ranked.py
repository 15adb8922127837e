"""The first of many places, without ranking all of them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def first(
    at: NDArray[np.int64],
    selected: NDArray[np.bool_],
    count: NDArray[np.int64],
    total: NDArray[np.int64],
    most: int,
) -> NDArray[np.int64]:
    """The chosen, then those with most inside, then with most in all, and no more than `most`."""
    if len(at) > most:
        inside = count[at]
        least = np.partition(inside, len(at) - most)[len(at) - most]
        at = at[(inside >= least) | selected[at]]
    return at[np.lexsort((-total[at], -count[at], ~selected[at]))[:most]]
