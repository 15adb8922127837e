"""A position over time as SVG: what was said in time order, and what changed, typeset."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from xml.etree.ElementTree import Element

from ..briefing import Footing, Said
from ..dates import date_words
from .lettering import Face, lines_of
from .look import Look
from .nodes import node, put, told
from .sheet import SMALL, Box, sheet, text

SPEECH, LEADING = 1.25, 1.38
"""Size of quoted words, in body texts, and the step from line to line."""
WHEN, CHANGE = 8.5, 13.0
"""Widths of the days and of what changed, in body texts."""
FOOT = 12.5
"""What headline, footing and margins take, in body texts."""
ROWS = 4
"""Lines of one quotation at most."""
GAP = 1.1
MODES = {"direct": "“{}”", "mixed": "{}", "indirect": "{}"}


class Block(NamedTuple):
    """A statement broken into lines."""

    said: Said
    words: tuple[str, ...]
    facts: tuple[str, ...]
    change: tuple[str, ...]

    def high(self, size: float) -> float:
        """Pixels."""
        told = (len(self.words) * SPEECH + len(self.facts) * SMALL) * LEADING
        return (max(told, len(self.change) * SMALL * LEADING) + GAP) * size


def drawn_positions(
    said: Sequence[Said],
    look: Look,
    width: float,
    height: float,
    footing: Footing | None = None,
    *,
    words: str = "",
    in_all: int = 0,
) -> Element:
    """Statements under each other as many as fit, the rest counted in words.

    A statement is a node with `data-id`, its quotation's, `data-entity` and a `<title>`.

    Args:
        words: whose position and on what, as a headline; none without.
        in_all: statements that there are, where these are the telling ones of more.
    """
    room = sheet("", look, (width, height), words, footing, ["", _and_more(1)]).box
    blocks = [_block(one, look, room.width) for one in said]
    fits = _fitting(blocks, look, room.height)
    left_out = len(blocks) - fits
    notes = [_and_more(left_out)] * bool(left_out)
    if in_all > len(said):
        notes.append(
            f"{len(said):,} of {in_all:,} statements: the first, the newest, and where the stance "
            "turns"
        )
    page = sheet(words or "Position over time", look, (width, height), words, footing, notes)
    if not blocks:
        text(page.svg, look, "Nothing is quoted here.",
             (page.box.left, page.box.top + 1.2 * look.size), fill=look.faint)  # fmt: skip
    top = page.box.top
    for block in blocks[:fits]:
        high = block.high(look.size)
        _draw(page.svg, block, look, Box(page.box.left, top, page.box.width, high))
        top += high
    return page.svg


def positions_size(said: Sequence[Said], look: Look, width: float) -> tuple[float, float]:
    """Pixels that all statements need with their footing."""
    blocks = [_block(one, look, width - 2.6 * look.size) for one in said]
    return width, sum(block.high(look.size) for block in blocks) + FOOT * look.size


def _block(said: Said, look: Look, width: float) -> Block:
    size = look.size
    room = width - (WHEN + CHANGE + 2.0) * size
    facts = " · ".join(filter(None, (said.speaker, said.role, said.cue, _mode(said), _carried(said),
                                     said.source.outlet)))  # fmt: skip
    return Block(
        said,
        tuple(lines_of(MODES[said.mode].format(said.content), room, SPEECH * size, "serif", ROWS)),
        tuple(lines_of(facts, room, SMALL * size, "sans", 2)),
        tuple(lines_of(said.change, CHANGE * size, SMALL * size, "sans", 5)),
    )


def _draw(parent: Element, block: Block, look: Look, box: Box) -> None:
    size, said = look.size, block.said
    group = told(parent, "g", f"{said.speaker}, {_day(said)}", data_layer="statement",
                 data_id=said.quotation_id)  # fmt: skip
    node(group, "path", d=f"M{box.left:.1f} {box.top:.1f}H{box.right:.1f}", stroke=look.rule,
         stroke_width=0.6 * look.scale)  # fmt: skip
    top = box.top + 0.45 * size
    text(group, look, _day(said), (box.left, top + 1.05 * size), 0.95, "bold")
    if said.said_on or said.source.published:
        basis = "said" if said.said_on else "published"
        text(group, look, basis, (box.left, top + 2.2 * size), SMALL, fill=look.faint)
    left = box.left + WHEN * size
    face: Face = "sea" if said.mode == "indirect" else "serif"
    low = _lines(group, look, block.words, (left, top), SPEECH, face, look.ink)
    _lines(group, look, block.facts, (left, low), SMALL, "sans", look.faint)
    right = box.right - CHANGE * size
    _lines(group, look, block.change, (right, top + 0.2 * size), SMALL, "sans", look.ink)


def _lines(
    group: Element,
    look: Look,
    lines: Sequence[str],
    at: tuple[float, float],
    size: float,
    face: Face,
    fill: str,
) -> float:
    """Writes lines under each other; where the next would begin."""
    left, top = at
    step = size * LEADING * look.size
    for row, line in enumerate(lines):
        written = text(group, look, line, (left, top + row * step + size * look.size), size, face,
                       fill=fill)  # fmt: skip
        put(written, data_line=row)
    return top + len(lines) * step


def _fitting(blocks: Sequence[Block], look: Look, height: float) -> int:
    top = 0.0
    for at, block in enumerate(blocks):
        top += block.high(look.size)
        if top > height:
            return at
    return len(blocks)


def _day(said: Said) -> str:
    day = said.day or said.said_on[:10] or said.source.published[:10]
    try:
        return date_words(date.fromisoformat(day))
    except ValueError:
        return day or "day not stated"


def _mode(said: Said) -> str:
    return "" if said.mode == "direct" else said.mode


def _carried(said: Said) -> str:
    return f"carried {said.carried:,} times" if said.carried > 1 else ""


def _and_more(statements: int) -> str:
    is_one = statements == 1
    return f"{statements:,} more {'statement is' if is_one else 'statements are'} not drawn"
