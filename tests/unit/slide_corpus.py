"""A corpus file opened for slides, as the screens open it."""

from __future__ import annotations

from pathlib import Path

from dateline.briefing import Shown, Slide, SlideKind
from dateline.query import build_index
from dateline.query.statements import statements_of
from dateline.slides import Corpus, makers, show
from dateline.store import Store


def opened(path: Path) -> Corpus:
    with Store.open(path, readonly=True) as store:
        index = build_index(store.frames(), path)
        made_by, maker = makers(index, store.extractor_of_each())
        reviews = store.reviews()
    return Corpus(index, lambda: statements_of(index), index.name_of, made_by, maker, reviews)


def shown(corpus: Corpus, kind: SlideKind, query: str = "", page: str = "explore") -> Shown:
    return show(corpus, Slide("slide1", kind, page=page, query=query))
