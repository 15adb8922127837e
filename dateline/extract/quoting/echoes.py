"""Words that a title quotes and the text gives to a speaker: the same words, the same mouth."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...records import Quotation
from .quote_marks import Marked

_WORD = re.compile(r"\w+")
_LEAST = 3
_MOST = 8
"""Quotations of headlines that are looked for in one article."""


def echoes(
    text: str, marks: Sequence[Marked], found: Sequence[Quotation]
) -> Iterator[tuple[Marked, Quotation]]:
    """Marked stretches of headlines, each with the later quotation that holds its words.

    Misses:
        Words that the title changes or shortens within.
    """
    spoken = [(q, _words(q.content)) for q in found if q.mode != "indirect"]
    for mark in marks[:_MOST]:
        words = _words(text[mark.inner.start : mark.inner.end])
        if words.count(" ") > _LEAST:
            source = next((q for q, said in spoken if q.start > mark.end and words in said), None)
            if source is not None:
                yield mark, source


def _words(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.casefold()))} "
