"""Tables on slides: as many slides as their rows need, with their head on each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...briefing import TableShown
from ..deck.words import shown
from .flow import POINTS_AN_INCH, Box
from .measure import LINE, width_em, wrapped

Row = tuple[str, ...]
MOST_COLUMNS = 8
"""On one slide; more stand on slides of their own, behind the first column again."""
PADDING = 0.06
"""Inches around the text of a cell."""
_SIZES = (16.0, 14.0, 12.5, 11.0)
_CONTINUED = 2
"""Which of the sizes is taken where not even the smallest holds all on one slide."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of a table that stand on one slide."""

    box: Box
    columns: Row
    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    """In inches, the head's first."""
    points: float


def grids_of(table: TableShown, box: Box) -> Iterator[Grid]:
    """The table in parts that a box holds each; no cell is cut."""
    head = tuple(map(shown, table.columns))
    rows = [tuple(map(shown, row)) for row in table.rows]
    for chosen in _columns(len(head)) if head else ():
        yield from _parts([head[at] for at in chosen], [[row[at] for at in chosen] for row in rows],
                          box)  # fmt: skip


def _columns(count: int) -> Iterator[list[int]]:
    if count <= MOST_COLUMNS:
        yield list(range(count))
        return
    for start in range(1, count, MOST_COLUMNS - 1):
        yield [0, *range(start, min(count, start + MOST_COLUMNS - 1))]


def _parts(head: Sequence[str], rows: Sequence[Sequence[str]], box: Box) -> Iterator[Grid]:
    widths = _widths([head, *rows], box.width)
    found = [list(_grids(head, rows, widths, box, points)) for points in _SIZES]
    whole = (grids for grids in found if len(grids) == 1)
    yield from next(whole, found[_CONTINUED])


def _grids(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    box: Box,
    points: float,
) -> Iterator[Grid]:
    top = _height(head, widths, points)
    waiting = [part for row in rows for part in _split(row, widths, points, box.height - top)]
    while True:
        taken, heights, room = list[Row](), [top], box.height - top + 1e-6
        while waiting and ((need := _height(waiting[0], widths, points)) <= room or not taken):
            taken.append(waiting.pop(0))
            heights.append(need)
            room -= need
        yield Grid(box, tuple(head), tuple(taken), tuple(widths), tuple(heights), points)
        if not waiting:
            return


def _widths(rows: Sequence[Sequence[str]], whole: float) -> list[float]:
    wanted = [
        min(24.0, max(3.0, *(width_em(row[at]) for row in rows))) for at in range(len(rows[0]))
    ]
    return [whole * width / sum(wanted) for width in wanted]


def _lines(text: str, width: float, points: float) -> list[str]:
    return wrapped(text, max(1.0, (width - 2 * PADDING) * POINTS_AN_INCH / points))


def _height(row: Sequence[str], widths: Sequence[float], points: float) -> float:
    lines = max(len(_lines(c, w, points)) for c, w in zip(row, widths, strict=True))
    return lines * points * LINE / POINTS_AN_INCH + 2 * PADDING


def _split(
    row: Sequence[str], widths: Sequence[float], points: float, most: float
) -> Iterator[Row]:
    """The row, or rows that continue it, none of them taller than a box."""
    fit = max(1, int((most - 2 * PADDING) * POINTS_AN_INCH / (points * LINE)))
    lines = [_lines(cell, width, points) for cell, width in zip(row, widths, strict=True)]
    for start in range(0, max(map(len, lines)), fit):
        yield tuple(" ".join(cell[start : start + fit]) for cell in lines)
