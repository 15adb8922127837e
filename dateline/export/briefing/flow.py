"""Text in boxes: set smaller where that is enough, and continued in further boxes where not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from .measure import LINE, wrapped

Face = Literal["serif", "sans"]
Hue = Literal["ink", "faint"]
POINTS_AN_INCH = 72
SMALLEST = 0.72
FINEST = 10.5
"""Points below which nothing is set."""
_STEPS = (1.3, 1.15, 1.0, 0.92, 0.85, 0.78, SMALLEST)


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look."""

    text: str
    points: float = 18
    face: Face = "sans"
    hue: Hue = "ink"
    is_bold: bool = False
    is_raised: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: tuple[Run, ...]
    before: float = 0
    """Room above it, in points."""
    label: str = ""
    """Stands before its first line, with its lines hanging."""
    indent: float = 0
    """Of all its lines, in points."""
    is_rtl: bool | None = None
    """Whether it runs from right to left; None as its own letters do."""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def points(self) -> float:
        return max((run.points for run in self.runs), default=0)


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs that are kept together while a box is tall enough."""

    paragraphs: tuple[Paragraph, ...]


Boxes = Callable[[int], Sequence[Box]]
"""Those of the first slide, the second and so on, counted from 0."""


def height(block: Block, width: float) -> float:
    """Of a block in a column so many inches wide, in inches."""
    return sum(_height(paragraph, width) for paragraph in block.paragraphs) / POINTS_AN_INCH


def flowed(blocks: Sequence[Block], boxes: Boxes, most: float = 1.0) -> list[list[list[Block]]]:
    """For each slide, for each of its boxes, the blocks in it, set at the size they need.

    On as few slides as the smallest size needs, and on these as large as they hold it.

    Args:
        most: how much larger it may be set where there is room.
    """
    least = len(paged([scaled(block, SMALLEST) for block in blocks], boxes))
    sizes = (scale for scale in _STEPS if scale <= most)
    found = (paged([scaled(block, scale) for block in blocks], boxes) for scale in sizes)
    return next(pages for pages in found if len(pages) <= least)


def fitted(text: str, box: Box, sizes: Sequence[float]) -> tuple[float, str]:
    """The largest of the sizes at which a box holds the text, and as much of it as is held.

    What is left out is said by an ellipsis, and only where the smallest size is too large.
    """
    for points in sizes:
        lines = wrapped(text, box.width * POINTS_AN_INCH / points)
        fit = max(1, int(box.height * POINTS_AN_INCH / (points * LINE) + 1e-6))
        if len(lines) <= fit:
            return points, text
    return points, " ".join(lines[:fit])[:-1].rstrip() + "…"


def scaled(block: Block, scale: float) -> Block:
    """The block, set larger or smaller."""
    return Block(tuple(_smaller(paragraph, scale) for paragraph in block.paragraphs))


def _smaller(paragraph: Paragraph, scale: float) -> Paragraph:
    least = [min(run.points, FINEST) for run in paragraph.runs]
    runs = tuple(
        replace(run, points=max(points, round(run.points * scale, 1)))
        for run, points in zip(paragraph.runs, least, strict=True)
    )
    before, indent = paragraph.before * scale, paragraph.indent * scale
    return replace(paragraph, runs=runs, before=before, indent=indent)


def paged(blocks: Sequence[Block], boxes: Boxes) -> list[list[list[Block]]]:
    """As `flowed`, at the size they are."""
    waiting, pages = list(reversed(blocks)), list[list[list[Block]]]()
    while waiting:
        pages.append([_filled(waiting, box) for box in boxes(len(pages))])
    return pages


def _filled(waiting: list[Block], box: Box) -> list[Block]:
    """What stands in a box of the blocks that wait, the next one last."""
    placed, room = list[Block](), box.height
    while waiting and (need := height(waiting[-1], box.width)) <= room:
        placed.append(waiting.pop())
        room -= need
    if waiting and not placed:
        head, rest = _split(waiting.pop(), box)
        placed.append(head)
        waiting += [rest] if rest else []
    return placed


def _split(block: Block, box: Box) -> tuple[Block, Block | None]:
    """What an empty box holds of a block that is taller than it, and the rest."""
    kept, room = list[Paragraph](), box.height * POINTS_AN_INCH
    for at, paragraph in enumerate(block.paragraphs):
        need = _height(paragraph, box.width)
        if need <= room:
            kept.append(paragraph)
            room -= need
            continue
        lines = int((room - paragraph.before) / (paragraph.points * LINE) + 1e-6)
        parts = _cut(paragraph, box.width, lines if kept else max(1, lines))
        head = (*kept, *(part for part in parts[:1] if part.runs))
        left = (*parts[1:], *block.paragraphs[at + 1 :])
        return Block(head), Block(left) if left else None
    return block, None


def _cut(paragraph: Paragraph, width: float, count: int) -> tuple[Paragraph, ...]:
    """The first lines of a paragraph and its rest."""
    if count < 1:
        return Paragraph(()), paragraph
    lines, text, at = _lines(paragraph, width), paragraph.text, 0
    for line in lines[:count]:
        at = max(at, text.find(line, at)) + len(line)
    head, rest = _cut_runs(paragraph.runs, at)
    tail = (replace(paragraph, runs=rest, label="", before=0),) if rest else ()
    return replace(paragraph, runs=head), *tail


def _cut_runs(runs: Sequence[Run], at: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    head, rest = list[Run](), list[Run]()
    for run in runs:
        before, after = run.text[: max(0, at)], run.text[max(0, at) :]
        after = after if rest else after.lstrip()
        head += [replace(run, text=before)] if before else []
        rest += [replace(run, text=after)] if after else []
        at -= len(run.text)
    return tuple(head), tuple(rest)


def _height(paragraph: Paragraph, width: float) -> float:
    return paragraph.before + len(_lines(paragraph, width)) * paragraph.points * LINE


def _lines(paragraph: Paragraph, width: float) -> list[str]:
    room = width * POINTS_AN_INCH - paragraph.indent
    return wrapped(paragraph.text, max(1.0, room / max(1.0, paragraph.points)))
