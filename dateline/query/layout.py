"""Where the nodes of a network stand: the same for the same ties, names apart, the first central.

It is a few lines on arrays, as a library for it would take longer to import than it runs.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from .labels import Mask

Laid = NDArray[np.float64]
WIDE, HIGH = 960.0, 600.0
LETTER, LINE, MARK = 6.4, 17.0, 22.0
"""Room that a letter of a name, a line and a mark take, in the same unit."""
LETTERS = 24
"""Letters of a name that are shown at the most."""
ROUNDS, PUSHES, GIVE = 80, 260, 0.3
_GOLDEN = np.pi * (3 - 5**0.5)


def laid_out(
    nodes: int, lines: Iterable[tuple[int, int, float]], letters: NDArray[np.int64]
) -> Laid:
    """x and y of the mark of each node in `WIDE` by `HIGH`; its name follows the mark.

    Args:
        lines: two nodes and the weight of their tie; the stronger the nearer.
        letters: how long each name is.

    Source: Gansner, Koren, North (2005), Graph Drawing by Stress Majorization.
    """
    if nodes < 2:
        return np.tile(np.array([WIDE / 2, HIGH / 2]), (nodes, 1))
    wanted = _distances(nodes, list(lines))
    at = _stress(wanted, _spiral(nodes) * wanted[np.isfinite(wanted)].max())
    wide = np.minimum(letters, LETTERS) * LETTER + MARK
    return _apart(_fitted(at - at[0], wide), wide) - np.stack([(wide - MARK) / 2, wide * 0], axis=1)


def _spiral(nodes: int) -> Laid:
    turn, reach = np.arange(nodes) * _GOLDEN, np.sqrt(np.arange(nodes) / nodes)
    return np.stack([reach * np.cos(turn), reach * np.sin(turn)], axis=1)


def _distances(nodes: int, lines: list[tuple[int, int, float]]) -> Laid:
    """The way from each node to each other along the ties; long where there is none."""
    heaviest = max((weight for *_, weight in lines), default=0.0) or 1.0
    away = np.full((nodes, nodes), 4.0)
    for a, b, weight in lines:
        away[a, b] = away[b, a] = 2.2 - weight / heaviest
    np.fill_diagonal(away, 0.0)
    for middle in range(nodes):
        away = np.minimum(away, away[:, middle, None] + away[None, middle])
    return away


def _stress(wanted: Laid, at: Laid) -> Laid:
    """Positions whose distances come near to those wanted."""
    weights = np.divide(1, wanted**2, out=np.zeros_like(wanted), where=wanted > 0)
    even = np.full_like(wanted, 1 / len(wanted))
    inverse = np.linalg.inv(np.diag(weights.sum(axis=1)) - weights + even) - even
    for _ in range(ROUNDS):
        apart = np.hypot(*(np.subtract.outer(along, along) for along in at.T))
        pull = -np.divide(weights * wanted, apart, out=np.zeros_like(apart), where=apart > 1e-9)
        np.fill_diagonal(pull, -pull.sum(axis=1))
        at = inverse @ pull @ at
    return at


def _fitted(at: Laid, wide: NDArray[np.float64]) -> Laid:
    """Scaled to the room there is, the first node in the middle."""
    half = np.array([WIDE / 2 - wide.max() / 2, HIGH / 2 - LINE])
    reach = np.maximum(np.abs(at).max(axis=0), 1e-9)
    fitted: Laid = at * (half / reach) + np.array([WIDE / 2, HIGH / 2])
    return fitted


def _apart(at: Laid, wide: NDArray[np.float64]) -> Laid:
    """Moved until no name covers another, or for so long."""
    order = np.sign(np.subtract.outer(np.arange(len(wide)), np.arange(len(wide))))
    room = np.add.outer(wide, wide) / 2
    x, y = at.T
    for _ in range(PUSHES):
        across, down = np.subtract.outer(x, x), np.subtract.outer(y, y)
        over_x, over_y = room - np.abs(across), LINE - np.abs(down)
        touching = (over_x > 0) & (over_y > 0) & (order != 0)
        if not touching.any():
            break
        is_across = over_x < over_y
        x = x + _push(across, over_x, order, touching & is_across)
        y = y + _push(down, over_y, order, touching & ~is_across)
        x = np.clip(x, wide / 2, WIDE - wide / 2)
        y = np.clip(y, LINE / 2, HIGH - LINE / 2)
    return np.stack([x, y], axis=1)


def _push(gap: Laid, over: Laid, order: Laid, moved: Mask) -> NDArray[np.float64]:
    """How far each goes along one axis, away from those that it touches."""
    side = np.where(gap == 0, order, np.sign(gap))
    pushed: NDArray[np.float64] = np.where(moved, side * over, 0.0).sum(axis=1)
    return pushed * GIVE
