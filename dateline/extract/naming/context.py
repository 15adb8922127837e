"""What the finders of names share about one article: its words, its lines and the lexicon."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from ...lexicon import PlaceLexicon
from ...records import Article
from ..parse import Parsed
from .lines import Line, read_lines
from .names import cut, fold

SHORT = 3


class Context:
    """One article as the finders of names see it; place look-ups are asked once a name."""

    def __init__(self, article: Article, parsed: Sequence[Parsed], lexicon: PlaceLexicon) -> None:
        self.article = article
        self.lexicon = lexicon
        self.lines = read_lines(article, parsed)
        self._kinds: dict[str, str | None] = {}
        self._countries: dict[str, str | None] = {}
        self._demonyms: dict[str, str | None] = {}

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """Every word that the article writes in lower case somewhere outside its headlines."""
        return frozenset(
            word
            for line in self.lines
            if not line.headline
            for word in line.texts
            if word[:1].islower()
        )

    @cached_property
    def lone_words(self) -> frozenset[str]:
        """Every capitalised word that stands somewhere without capitalised neighbours."""
        return frozenset(
            line.texts[token]
            for line in self.lines
            if not line.headline
            for token in range(len(line.texts))
            if line.capital(token) and not (line.capital(token - 1) or line.capital(token + 1))
        )

    @cached_property
    def inner_words(self) -> frozenset[str]:
        """Every capitalised word that stands somewhere inside a sentence."""
        return frozenset(
            line.texts[token]
            for line in self.lines
            if not line.headline
            for token in range(len(line.texts))
            if line.capital(token) and not line.opens(token)
        )

    @cached_property
    def publishers(self) -> frozenset[str]:
        """The folded names of the outlet and the agency that the article comes from."""
        return frozenset(fold(name) for name in (self.article.outlet, self.article.agency) if name)

    @cached_property
    def marked(self) -> frozenset[str]:
        """The names that the model marks whole somewhere in the article."""
        text = self.article.text
        return frozenset(
            text[first:last]
            for line in self.lines
            for entity in line.parsed.doc.ents
            for first, last in [_bounds(line, entity.start_char, entity.end_char, text)]
        )

    def place_kind(self, name: str) -> str | None:
        if name not in self._kinds:
            self._kinds[name] = None if _too_short(name) else self.lexicon.place_kind(name)
        return self._kinds[name]

    def country(self, name: str) -> str | None:
        if name not in self._countries:
            self._countries[name] = None if _too_short(name) else self.lexicon.country_code(name)
        return self._countries[name]

    def demonym(self, word: str) -> str | None:
        if word not in self._demonyms:
            known = word[:1].isupper() and not _too_short(word)
            self._demonyms[word] = self.lexicon.demonym_country(word) if known else None
        return self._demonyms[word]


def _bounds(line: Line, start: int, end: int, text: str) -> tuple[int, int]:
    return cut(text, line.parsed.start + start, line.parsed.start + end)


def _too_short(name: str) -> bool:
    """ "Us" and "no" are words, "US" and "NO" may be codes of countries."""
    return len(name) <= SHORT and not name.replace(".", "").isupper() and not _is_title(name)


def _is_title(name: str) -> bool:
    return len(name) == SHORT and name.istitle()
