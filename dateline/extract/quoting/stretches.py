"""A parse with its text and token offsets at hand, so that no look-up walks the whole of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from ...records import Passage, Span
from ..parse import Parsed


class Stretch:
    """One parsed stretch of a passage; spaCy builds `Doc.text` anew at each reading."""

    __slots__ = ("doc", "offsets", "passage", "start", "text")

    def __init__(self, parsed: Parsed) -> None:
        self.passage: Passage = parsed.passage
        self.start: int = parsed.start
        self.doc: Doc = parsed.doc
        self.text: str = parsed.doc.text
        self.offsets: list[int] = parsed.doc.to_array("IDX").tolist()

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def span(self, tokens: TokenSpan | Token) -> Span:
        """Where tokens stand in the article."""
        first, last = (tokens, tokens) if isinstance(tokens, Token) else (tokens[0], tokens[-1])
        return Span(self.start + first.idx, self.start + last.idx + len(last.text))

    def slice(self, span: Span) -> str:
        """The words of a span that lies within the stretch."""
        return self.text[span.start - self.start : span.end - self.start]

    def tokens(self, span: Span) -> TokenSpan | None:
        """The tokens that overlap a span of the article, or None."""
        first = max(0, bisect_right(self.offsets, span.start - self.start) - 1)
        end = bisect_left(self.offsets, span.end - self.start)
        return self.doc[first:end] if first < end else None
