"""The sources of a briefing: each once, numbered as they are first used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...briefing import Presentation, Said, Shown, Source
from ..deck.words import moment_words
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
        """How it was found, and which slides cite it."""
        found = "; ".join(self.methods) or f"method {NOT_STATED}"
        many = "s" if len(self.slides) > 1 else ""
        return f"{found} · slide{many} {ranges(self.slides)}"


def citations(presentation: Presentation) -> tuple[Citation, ...]:
    """The sources of all slides, in the order of first use."""
    used: dict[str, tuple[Source, list[int], dict[str, None]]] = {}
    for number, shown in enumerate(presentation.slides, start=1):
        for source, method in _uses(shown):
            _, slides, methods = used.setdefault(source.article_id, (source, [], {}))
            if number not in slides:
                slides.append(number)
            if method:
                methods[method] = None
    return tuple(
        Citation(number, source, tuple(slides), tuple(methods))
        for number, (source, slides, methods) in enumerate(used.values(), start=1)
    )


def footnotes(cited: tuple[Citation, ...]) -> Mapping[str, int]:
    """The number of each source, by its article."""
    return {citation.source.article_id: citation.number for citation in cited}


def quotations_of(shown: Shown) -> Iterator[Said]:
    """All that is quoted on a slide, as it is read."""
    yield from shown.quotations
    for earlier, later, _ in shown.reversals:
        yield from (earlier, later)


def _uses(shown: Shown) -> Iterator[tuple[Source, str]]:
    whole = clean(shown.footing.method)
    for said in quotations_of(shown):
        yield said.source, clean(said.method) or whole
    for source in shown.sources:
        yield source, whole
