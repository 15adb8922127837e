"""What the browser needs to draw an article with everything marked in it, as plain JSON."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from components.reader.beside import index_of
from components.reader.blocks import Block, blocks_of
from components.reader.found import Found
from components.reader.head import head_of
from components.reader.marks import datelines, found_in
from components.typeset.sought import search_of, sought_in
from components.typeset.text import Mark, direction, nested, pieces
from data.access.articles import Reading
from dateline.brush import Brush, Clause
from dateline.records import Article, Span
from dateline.search import Tree

LETTERS = 60_000
"""Characters of an article that are shown at a time."""


def reader_payload(
    reading: Reading,
    brush: Brush,
    inside: frozenset[str] = frozenset(),
    *,
    at: int = -1,
    dim_below: float = 0.6,
) -> dict[str, Any]:
    """Its head, blocks of text, records, index, and what is chosen.

    Args:
        inside: ids of its passages inside the Brush.
        at: the code point to begin at; of a long article the part that it lies in is shown.
        dim_below: confidence under which a mark is doubtful.
    """
    article = reading.article
    whole = blocks_of(article)
    length = whole[-1].end if whole else 0
    first = min(max(0, at), max(0, length - 1)) // LETTERS * LETTERS
    blocks = [block for block in whole if first <= block.start < first + LETTERS]
    shown = Span(blocks[0].start, blocks[-1].end) if blocks else Span(0, 0)
    found = found_in(reading.findings, shown, dim_below)
    marked = _marked(article, blocks, found)
    search = search_of(brush)
    return {
        "id": article.article_id,
        "at": at,
        "head": head_of(reading),
        "blocks": [_block(article, *pair, search) for pair in zip(blocks, marked, strict=True)],
        "records": {one.key: _record(one, dim_below) for one in found},
        "index": index_of(found, article.text),
        "chosen": [one.key for one in found if one.is_chosen(brush)],
        "inside": _inside(reading, blocks, inside),
        "doubtful": f"doubtful: confidence under {dim_below:.0%}",
        "part": _part(first, length),
    }


def _marked(article: Article, blocks: Sequence[Block], found: Sequence[Found]) -> list[list[Mark]]:
    """The marks of each block, counted from its first letter."""
    marked: list[list[Mark]] = [[] for _ in blocks]
    for start, end, key in (*(s for one in found for s in one.spans), *datelines(article)):
        for number in _under(blocks, Span(start, end)):
            first = blocks[number].start
            marked[number].append((start - first, end - first, key))
    return marked


def _block(
    article: Article, block: Block, marks: Sequence[Mark], search: Tree | None
) -> dict[str, Any]:
    text = article.text[block.start : block.end]
    return {
        "start": block.start,
        "kinds": [kind.replace("_", " ") for kind in block.kinds],
        "folded": block.is_folded,
        "direction": direction(text),
        "pieces": nested(text, [*marks, *sought_in(text, search)]),
    }


def _record(one: Found, dim_below: float) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "mode": one.mode,
        "about": one.about,
        "name": pieces(one.name),
        "lines": [(label, pieces(value)) for label, value in one.lines],
        "choice": _event(one.choices[0]) if one.choices else None,
        "doubtful": one.confidence < dim_below,
    }


def _event(choice: Clause) -> dict[str, Any]:
    """What a click sends, as `clause_of` reads it."""
    if choice.op == "between":
        return {"field": choice.field, "values": list(choice.values)}
    return {"field": choice.field, "value": choice.values[0]}


def _inside(reading: Reading, blocks: Sequence[Block], inside: frozenset[str]) -> list[int]:
    """The blocks that hold a passage inside the Brush, or a part of one."""
    chosen = [p for p in reading.findings.passages if p.passage_id in inside]
    return sorted({number for passage in chosen for number in _under(blocks, passage)})


def _under(blocks: Sequence[Block], span: Span) -> Iterator[int]:
    """The numbers of the blocks that a span touches."""
    first = bisect_right(blocks, span.start, key=lambda block: block.start) - 1
    for number in range(max(0, first), len(blocks)):
        if blocks[number].start >= span.end:
            break
        if blocks[number].overlaps(span):
            yield number


def _part(first: int, length: int) -> dict[str, Any] | None:
    """Which part of a long article is shown, and where the part before and after it begins."""
    if length <= LETTERS:
        return None
    last = min(first + LETTERS, length)
    return {
        "words": f"Characters {first + 1:,} to {last:,} of {length:,}",
        "before": first - LETTERS if first else None,
        "after": last if last < length else None,
    }
