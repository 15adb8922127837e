"""The sources of a briefing: each once, numbered as they are first used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...briefing import Presentation, Said, Shown, Source
from ..deck.words import counted, moment_words
from ..deck.words import shown as clean
from .words import NOT_STATED, address_of, outlet_words, ranges


@dataclass(frozen=True, slots=True)
class Citation:
    """A source with where a briefing uses it."""

    number: int
    """From 1, in the order of first use; a quotation carries it as its footnote."""
    source: Source
    slides: tuple[int, ...]
    """The slides that rest on it, counted from 1."""
    methods: tuple[str, ...]
    """What found what is taken from it, with its version, in words."""

    @property
    def title(self) -> str:
        return clean(self.source.title) or f"Title {NOT_STATED}"

    @property
    def origin(self) -> str:
        """Outlet and agency."""
        return outlet_words(self.source)

    @property
    def published(self) -> str:
        """With its zone, as precise as it is stated."""
        return moment_words(self.source.published) or NOT_STATED

    @property
    def retrieved(self) -> str:
        return moment_words(self.source.seen) or NOT_STATED

    @property
    def times(self) -> str:
        return f"published {self.published} · retrieved {self.retrieved}"

    @property
    def address(self) -> str:
        """Its address as letters, and only a web address as a link."""
        return clean(self.source.url) or f"address {NOT_STATED}"

    @property
    def link(self) -> str:
        return address_of(self.source)

    @property
    def found(self) -> str:
        """How what is taken from it was found."""
        return "; ".join(self.methods) or f"method {NOT_STATED}"

    @property
    def cited(self) -> str:
        """Which slides rest on it."""
        return f"slide{'s' if len(self.slides) > 1 else ''} {ranges(self.slides)}"


@dataclass(slots=True)
class _Used:
    """A source while its uses are gathered."""

    source: Source
    slides: list[int]
    exact: dict[str, None]
    """How its quotations were found."""
    whole: dict[str, None]
    """How all was found that the slides show which rest on it."""


def citations(presentation: Presentation) -> tuple[Citation, ...]:
    """The sources of all slides, in the order of first use."""
    used: dict[str, _Used] = {}
    for number, shown in enumerate(presentation.slides, start=1):
        whole = clean(shown.footing.method)
        for source, method in _uses(shown):
            one = used.setdefault(source.article_id, _Used(source, [], {}, {}))
            one.slides += [number] if number not in one.slides else []
            one.exact |= {_made_words(method): None} if method else {}
            one.whole |= {whole: None} if whole else {}
    return tuple(
        Citation(number, one.source, tuple(one.slides), tuple(one.exact or one.whole))
        for number, one in enumerate(used.values(), start=1)
    )


def found_alike(cited: Sequence[Citation]) -> str:
    """How all was found, where it is the same of all sources; else empty."""
    ways = {one.found for one in cited}
    return ways.pop() if len(ways) == 1 else ""


def appendix_words(cited: Sequence[Citation]) -> str:
    """How many sources there are and, where that is alike, how all was found."""
    told = f"{counted(len(cited), 'source')}, numbered as they are first used"
    return " · ".join(part for part in (told, found_alike(cited)) if part) if cited else ""


def footnotes(cited: tuple[Citation, ...]) -> Mapping[str, int]:
    """The number of each source, by its article."""
    return {citation.source.article_id: citation.number for citation in cited}


def quotations_of(shown: Shown) -> Iterator[Said]:
    """All that is quoted on a slide, as it is read."""
    yield from shown.quotations
    for earlier, later, _ in shown.reversals:
        yield from (earlier, later)


def _uses(shown: Shown) -> Iterator[tuple[Source, str]]:
    for said in quotations_of(shown):
        yield said.source, clean(said.method)
    for source in shown.sources:
        yield source, ""


def _made_words(method: str) -> str:
    return method if method.casefold().startswith("found") else f"Found by machine: {method}"
