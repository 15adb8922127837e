"""Texts that are longer than a slide of the deck, told in pieces that it holds each."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import replace

from ...briefing import Presentation, Said, Shown

MOST = 600
"""Letters of a paragraph or quotation that the narrowest column of a slide holds."""
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


def in_pieces(presentation: Presentation) -> Presentation:
    """The same, whose long paragraphs and quotations are several; judgments stay whole."""
    return replace(presentation, slides=tuple(map(_slide, presentation.slides)))


def _slide(shown: Shown) -> Shown:
    slide = shown.slide
    if slide.kind != "judgments":
        lines = [piece for line in slide.text.splitlines() for piece in _pieces(line)]
        slide = replace(slide, text="\n".join(lines))
    said = tuple(piece for one in shown.quotations for piece in _parts(one))
    return replace(shown, slide=slide, quotations=said)


def _parts(said: Said) -> Iterator[Said]:
    pieces = _pieces(said.content)
    last = len(pieces) - 1
    for at, piece in enumerate(pieces):
        marked = f"{ELLIPSIS} " * (at > 0) + piece + f" {ELLIPSIS}" * (at < last)
        words = piece if said.mode == "mixed" or not last else marked
        yield (
            replace(said, content=words)
            if at == 0
            else replace(said, content=words, change="", carried=1)
        )


def _pieces(text: str) -> list[str]:
    if len(text) <= MOST:
        return [text]
    return textwrap.wrap(text, MOST, break_on_hyphens=False) or [text]
