"""The lines of an article as tokens with their place in its text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ...records import Article, Label, Span
from ..parse import Parsed

HEADLINE_SHARE = 0.6
LONG_WORD = 4
SPEECH = frozenset(
    {"say", "tell", "add", "ask", "warn", "claim", "deny", "note", "explain", "insist", "argue"}
)


@dataclass(frozen=True, slots=True)
class Draft(Span):
    """A name that may stand in the article, before labels are voted."""

    label: Label
    weight: float
    """How far its finder is trusted; 1 is the model."""
    line: int
    """Ordinal of the parse it stands in."""


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of one parse with their place in the article."""

    number: int
    parsed: Parsed
    texts: tuple[str, ...]
    starts: tuple[int, ...]
    tags: tuple[str, ...]
    folded: tuple[str, ...]
    """The tokens, caseless."""
    capitals: tuple[bool, ...]
    """Which of them begin with a capital."""
    headline: bool
    """Whether most of its words are capitalised, so that capitals say nothing."""

    @property
    def start(self) -> int:
        return self.parsed.start

    @property
    def stop(self) -> int:
        """One past the last character of the line, into the article."""
        return self.end(len(self.texts) - 1) if self.texts else self.parsed.start

    def end(self, token: int) -> int:
        return self.starts[token] + len(self.texts[token])

    def capital(self, token: int) -> bool:
        return 0 <= token < len(self.capitals) and self.capitals[token]

    def lower(self, token: int) -> str:
        return self.folded[token] if 0 <= token < len(self.folded) else ""

    def starts_sentence(self, token: int) -> bool:
        return token <= 0 or bool(self.parsed.doc[token].is_sent_start)

    def opens(self, token: int) -> bool:
        """Whether the word opens a sentence, or the line after a time, a mark or a dateline."""
        return self.starts_sentence(token) or not self.texts[token - 1][:1].isalnum()

    def lemma(self, token: int) -> str:
        return str(self.parsed.doc[token].lemma_).casefold()

    def speaks(self, token: int) -> bool:
        """Whether the word is the subject of a verb of speech."""
        word = self.parsed.doc[token]
        return word.dep_ == "nsubj" and word.head.lemma_ in SPEECH

    def offset(self, token: int) -> int:
        """Where the token starts in the text of the line."""
        return self.starts[token] - self.parsed.start

    def tokens(self, span: Span) -> tuple[int, int] | None:
        """First and one past the last token of a span, widened to whole tokens."""
        first = max(0, bisect_right(self.starts, span.start) - 1)
        if self.texts and self.end(first) <= span.start:
            first += 1
        last = bisect_left(self.starts, span.end)
        return (first, last) if first < last else None


def read_lines(article: Article, parsed: Sequence[Parsed]) -> tuple[Line, ...]:
    """One line for each parse, in order."""
    titles = [part for part in article.parts if part.kind == "title"]
    return tuple(_line(number, one, article, titles) for number, one in enumerate(parsed))


def _line(number: int, parsed: Parsed, article: Article, titles: Sequence[Span]) -> Line:
    strings, read = parsed.doc.vocab.strings, parsed.doc.to_array(["ORTH", "IDX", "TAG"]).tolist()
    texts = tuple(strings[word] for word, _, _ in read)
    starts = tuple(parsed.start + start for _, start, _ in read)
    tag_names = {tag: strings[tag] for _, _, tag in read}
    tags = tuple(tag_names[tag] for _, _, tag in read)
    passage = parsed.passage
    printed = article.text[passage.start : passage.end] == article.title
    titled = printed or any(title.covers(passage) for title in titles)
    folded = tuple(map(str.casefold, texts))
    capitals = tuple(text[:1].isupper() for text in texts)
    headline = titled or _is_capitalised(texts)
    return Line(number, parsed, texts, starts, tags, folded, capitals, headline)


def _is_capitalised(texts: Sequence[str]) -> bool:
    """Whether a line without a closing mark capitalises most of its longer words."""
    long = [text for text in texts if len(text) >= LONG_WORD and text[0].isalpha()]
    ended = bool(texts) and texts[-1] in '.!?"”'
    capitals = sum(text[0].isupper() for text in long)
    return not ended and bool(long) and capitals / len(long) > HEADLINE_SHARE
