"""Passages parsed by the language model, one document a paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from ..records import Article, Passage, Span, passages_of
from .model import language_model
from .word_classes import RULED, word_classes

CHUNK = 20_000


@dataclass(frozen=True, slots=True)
class Parsed:
    """A stretch of one passage and its parse; a passage of ordinary length is one stretch."""

    passage: Passage
    start: int
    """Code point of the parse's first character, into `Article.text`."""
    doc: Doc

    @property
    def length(self) -> int:
        """Characters in the stretch, without building its text anew."""
        last = self.doc[-1] if len(self.doc) else None
        return last.idx + len(last.text_with_ws) if last is not None else 0

    def span(self, tokens: TokenSpan | Token) -> Span:
        """Where tokens stand in the article."""
        if isinstance(tokens, Token):
            first = self.start + tokens.idx
            return Span(first, first + len(tokens.text))
        return Span(self.start + tokens.start_char, self.start + tokens.end_char)

    def tokens(self, span: Span) -> TokenSpan | None:
        """The tokens that overlap a span of the article, or None."""
        return self.doc.char_span(
            max(0, span.start - self.start),
            min(self.length, span.end - self.start),
            alignment_mode="expand",
        )


def parse(article: Article) -> tuple[Parsed, ...]:
    """The article's passages with their parses, in order.

    A passage of more than `CHUNK` characters is parsed in stretches cut at a space, so that a
    text of one line stays within bounded memory. A dateline is parsed by itself: it is no part
    of the sentence that follows.
    """
    heads = [part.end for part in article.parts if part.kind == "dateline"]
    stretches = [
        (passage, start, end)
        for passage in passages_of(article)
        for piece in _pieces(article.text, passage, heads)
        for start, end in _stretches(article.text, piece)
    ]
    docs = parse_texts([article.text[start:end] for _, start, end in stretches])
    return tuple(
        Parsed(passage, start, doc)
        for (passage, start, _), doc in zip(stretches, docs, strict=True)
    )


def parse_texts(texts: Sequence[str]) -> Iterator[Doc]:
    """The parse of each text, as the language model makes it."""
    classes = word_classes()
    docs = language_model().pipe(texts, batch_size=64, disable=RULED)
    return (classes.give(doc) for doc in docs)


def _pieces(text: str, passage: Passage, heads: Sequence[int]) -> Sequence[Span]:
    cuts = [head for head in heads if passage.start < head < passage.end]
    starts = [passage.start, *(head + _blank(text[head : passage.end]) for head in cuts)]
    return [Span(*ends) for ends in zip(starts, (*cuts, passage.end), strict=True)]


def _blank(text: str) -> int:
    return len(text) - len(text.lstrip())


def _stretches(text: str, piece: Span) -> Sequence[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = piece.start
    while piece.end - start > CHUNK:
        space = text.rfind(" ", start + CHUNK // 2, start + CHUNK)
        end = space + 1 if space > 0 else start + CHUNK
        found.append((start, end))
        start = end
    found.append((start, piece.end))
    return found
