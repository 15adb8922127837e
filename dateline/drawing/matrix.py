"""Who on whom as SVG: a row a speaker, a column one who is spoken about."""

from __future__ import annotations

import math
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from ..briefing import Footing
from ..query import Head, Matrix
from .lettering import bold_if, cut, width_of
from .look import Look
from .nodes import node, put, told
from .shapes import draw_shape
from .sheet import SMALL, Box, Sheet, sheet, text

HIGH, LEAST_WIDE, MOST_WIDE, CLOSE_WIDE = 1.9, 1.9, 4.2, 2.8
"""Of a cell, in body texts; the last where columns are many."""
MANY = 16
FOOT, OVER = 10.5, 7.0
"""What headline, footing and margins take below and above, and slanted names beyond the last
column, in body texts."""
NAMES, HEADS = 0.3, 9.0
"""Share of the width for names of rows; height for those of columns, in body texts."""
SLANT = 45
"""Degrees by which the names of columns rise."""
FAINTEST, STRONGEST = 0.08, 0.42


def matrix_size(found: Matrix, look: Look) -> tuple[float, float]:
    """Pixels that a matrix needs with its footing."""
    names = _names_width(found, look, 2000.0)
    column = MOST_WIDE if len(found.about) <= MANY else CLOSE_WIDE
    wide = names + (len(found.about) * column + OVER) * look.size
    high = (HEADS + len(found.speakers) * HIGH + FOOT) * look.size
    return max(760.0, wide), high


def drawn_matrix(
    found: Matrix,
    look: Look,
    width: float,
    height: float,
    footing: Footing | None = None,
    *,
    words: str = "",
) -> Element:
    """The matrix on so many pixels; rows and columns that do not fit are counted in words.

    A cell is a node with `data-speaker`, `data-about`, `data-id` and a `<title>`.

    Args: words: the Brush in words, as a headline; none without.
    """
    room = sheet("", look, (width, height), words, footing, ["", _note(found, 0, 0)]).box
    column = _names_width(found, look, room.width)
    fit_down = max(0, int((room.height - HEADS * look.size) / (HIGH * look.size)))
    fit_across = max(
        0, int((room.width - column - (OVER - 3) * look.size) / (LEAST_WIDE * look.size))
    )
    speakers, about = found.speakers[:fit_down], found.about[:fit_across]
    note = _note(found, len(speakers), len(about))
    page = sheet(words or "Who on whom", look, (width, height), words, footing, [note])
    _draw(page, found, look, column, (speakers, about))
    return page.svg


def _draw(
    page: Sheet,
    found: Matrix,
    look: Look,
    column: float,
    heads: tuple[Sequence[Head], Sequence[Head]],
) -> None:
    speakers, about = heads
    box, size = page.box, look.size
    if not speakers or not about:
        text(page.svg, look, "No quotation here has a known speaker and names someone.",
             (box.left, box.top + 1.2 * size), fill=look.faint)  # fmt: skip
        return
    wide = min((box.width - column - (OVER - 3) * size) / len(about), MOST_WIDE * size)
    grid = Box(box.left + column, box.top + HEADS * size, wide * len(about), HIGH * size)
    for at, head in enumerate(about):
        _column_head(page.svg, head, look, (grid.left + (at + 0.5) * wide, grid.top))
    most = max(1, int(found.cells.max(initial=0)))
    for row, head in enumerate(speakers):
        line = Box(box.left, grid.top + row * grid.height, column + grid.width, grid.height)
        _row(page.svg, head, look, line, column)
        for at, other in enumerate(about):
            count = int(found.cells[row, at])
            cell = Box(grid.left + at * wide, line.top, wide, grid.height)
            if count:
                _cell(page.svg, look, cell, (head, other), (count, most))


def _row(parent: Element, head: Head, look: Look, line: Box, column: float) -> None:
    size, low = look.size, line.top + line.height / 2 + 0.32 * look.size
    group = told(parent, "g", _said(head, "quotations that name someone"), data_layer="speaker",
                 data_id=head.entity_id, data_entity=head.entity_id)  # fmt: skip
    node(group, "path", d=f"M{line.left:.1f} {line.top:.1f}H{line.right:.1f}", stroke=look.rule,
         stroke_width=0.5 * look.scale)  # fmt: skip
    hue = _hue(head, look)
    draw_shape(group, head.kind, (line.left + 0.45 * size, low - 0.32 * size), 0.36 * size, hue)
    count = f"{head.count:,}"
    room = column - 2.2 * size - width_of(count, SMALL * size)
    face = bold_if(head.is_selected)
    text(group, look, cut(head.name, room, 0.95 * size, face), (line.left + 1.1 * size, low),
         0.95, face)  # fmt: skip
    text(group, look, count, (line.left + column - 0.6 * size, low), SMALL, anchor="end",
         fill=look.faint)  # fmt: skip


def _column_head(parent: Element, head: Head, look: Look, at: tuple[float, float]) -> None:
    size, (x, y) = look.size, at
    group = told(parent, "g", _said(head, "quotations about it"), data_layer="about",
                 data_id=head.entity_id, data_entity=head.entity_id)  # fmt: skip
    draw_shape(group, head.kind, (x, y - 0.7 * size), 0.33 * size, _hue(head, look))
    face = bold_if(head.is_selected)
    room = (HEADS - 2.4) * size / math.sin(math.radians(SLANT))
    said = cut(f"{head.name}  {head.count:,}", room, 0.95 * size, face)
    name = text(group, look, said, (0.0, 0.0), 0.95, face)
    put(name, transform=f"translate({x + 0.15 * size:.1f} {y - 1.4 * size:.1f}) rotate(-{SLANT})")


def _cell(
    parent: Element, look: Look, box: Box, heads: tuple[Head, Head], counts: tuple[int, int]
) -> None:
    (speaker, about), (count, most) = heads, counts
    is_chosen = speaker.is_selected and about.is_selected
    share = math.sqrt(count / most)
    strength = FAINTEST + (STRONGEST - FAINTEST) * share
    group = told(parent, "g", f"{speaker.name} on {about.name}: {count:,}", data_layer="cell",
                 data_id=f"{speaker.entity_id} {about.entity_id}", data_speaker=speaker.entity_id,
                 data_about=about.entity_id)  # fmt: skip
    node(group, "rect", x=box.left + 1, y=box.top + 1, width=box.width - 2, height=box.height - 2,
         fill=look.accent if is_chosen else look.ink,
         fill_opacity=round(strength, 2))  # fmt: skip
    at = (box.left + box.width / 2, box.top + box.height / 2 + 0.32 * look.size)
    text(group, look, f"{count:,}", at, SMALL, bold_if(share > 0.7), "middle")


def _said(head: Head, what: str) -> str:
    return f"{head.name}, {head.kind}: {head.count:,} {what}"


def _hue(head: Head, look: Look) -> str:
    return look.accent if head.is_selected else look.kinds.get(head.kind, look.faint)


def _names_width(found: Matrix, look: Look, width: float) -> float:
    wide = [
        width_of(head.name, 0.95 * look.size, "bold")
        + width_of(f"{head.count:,}", SMALL * look.size)
        for head in found.speakers
    ]
    return min(max(wide, default=0.0) + 2.8 * look.size, NAMES * width)


def _note(found: Matrix, rows: int, columns: int) -> str:
    """What the matrix shows of all, in words."""
    return (
        f"A row speaks about a column: {found.quotations:,} quotations in all; {rows:,} of "
        f"{found.all_speakers:,} speakers, {columns:,} of {found.all_about:,} names drawn."
    )
