"""Briefings of the corpus in use: kept as versions, undone at will, frozen when presented."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import streamlit as st

from dateline.briefing import Briefing, Presentation, Shown, Slide
from dateline.errors import CorpusError, UsageError
from dateline.settings import corpus_path
from dateline.slides import Corpus, makers, show
from dateline.store import Store
from dateline.store.findings import now
from dateline.store.limits import LONGEST_HEADLINE, LONGEST_NAME, LONGEST_TEXT, MOST_SLIDES

from .shown import fingerprint, notebook_mark
from .statements import _held
from .views import _current, _index, name_of
from .written import extractors

__all__ = [
    "LONGEST_HEADLINE",
    "LONGEST_NAME",
    "LONGEST_TEXT",
    "MOST_SLIDES",
    "briefing",
    "briefings",
    "can_redo",
    "can_undo",
    "capture",
    "create",
    "delete",
    "freeze",
    "frozen_at",
    "keep",
    "presentation",
    "redo",
    "restore",
    "shown",
    "undo",
]


def briefings() -> tuple[Briefing, ...]:
    """The briefings that stand, the newest changed first.

    Raises:
        CorpusError: the corpus cannot be read.
    """
    path = corpus_path()
    if not fingerprint(path):
        return ()
    with Store.open(path, readonly=True) as store:
        return store.briefings()


def briefing(briefing_id: str) -> Briefing | None:
    """One as it stands; None where there is none, or where it is deleted."""
    path = corpus_path()
    if not fingerprint(path):
        return None
    with Store.open(path, readonly=True) as store:
        return store.briefing(briefing_id)


def create(name: str, who: str) -> Briefing:
    """A new one without slides.

    Raises:
        UsageError: it has no name, or one that is too long.
        CorpusError: the corpus cannot be written.
    """
    with Store.open(corpus_path()) as store:
        return store.create_briefing(name, who)


def keep(briefing: Briefing, who: str) -> Briefing:
    """The briefing as its next version; a slide without an id of its own is given one.

    Raises:
        ReviewClash: it was changed or deleted since the version that it follows.
        UsageError: there is no such briefing, or a part of it is too long.
        CorpusError: the corpus cannot be written.
    """
    with Store.open(corpus_path()) as store:
        return store.keep_briefing(briefing, who)


def capture(briefing_id: str, slide: Slide, who: str) -> Briefing:
    """The briefing with the slide at its end, whoever changed it meanwhile.

    Raises:
        UsageError: there is no such briefing, or a part of the slide is too long.
        CorpusError: the corpus cannot be written.
    """
    with Store.open(corpus_path()) as store:
        return store.capture(briefing_id, slide, who)


def delete(briefing_id: str, who: str) -> None:
    """Delete it; `restore` takes that back."""
    with Store.open(corpus_path()) as store:
        store.turn_briefing(briefing_id, who, is_deleted=True)


def restore(briefing_id: str, who: str) -> None:
    """Have it stand again, as it was when it was deleted."""
    with Store.open(corpus_path()) as store:
        store.turn_briefing(briefing_id, who, is_deleted=False)


def can_undo(briefing_id: str) -> bool:
    """Whether there is a change of it to undo."""
    return _steps(briefing_id)[0]


def can_redo(briefing_id: str) -> bool:
    """Whether a change of it was undone, and none made since."""
    return _steps(briefing_id)[1]


def undo(briefing_id: str, who: str) -> Briefing:
    """The briefing as it was before its last change, which `redo` brings back.

    Raises:
        UsageError: there is nothing to undo.
        CorpusError: the corpus cannot be written.
    """
    with Store.open(corpus_path()) as store:
        return store.step_briefing(briefing_id, who, back=True)


def redo(briefing_id: str, who: str) -> Briefing:
    """The briefing as it was before its last change was undone.

    Raises:
        UsageError: there is nothing to redo.
        CorpusError: the corpus cannot be written.
    """
    with Store.open(corpus_path()) as store:
        return store.step_briefing(briefing_id, who, back=False)


def freeze(briefing_id: str) -> Presentation:
    """The answers of now, kept for this version of the briefing in place of what was frozen before.

    Raises:
        UsageError: there is no such briefing.
        CorpusError: the corpus cannot be read or written.
    """
    with Store.open(corpus_path()) as store:
        asked = _asked(store.briefing(briefing_id), briefing_id)
        frozen = _answered(asked, is_live=False)
        store.keep_presentation(frozen)
    return frozen


def frozen_at(briefing: Briefing) -> str:
    """When this version of the briefing was frozen, UTC ISO 8601; empty where it was not yet."""
    with Store.open(corpus_path(), readonly=True) as store:
        frozen = store.presentation(briefing.briefing_id, briefing.version)
    return frozen.at if frozen else ""


def presentation(briefing_id: str) -> Presentation | None:
    """What was frozen of the briefing as it stands, which is done when it is first presented.

    The answers of now where it is live, or where the corpus cannot be written; None where there is
    no such briefing.

    Raises:
        CorpusError: the corpus cannot be read.
    """
    asked = briefing(briefing_id)
    if asked is None:
        return None
    if asked.is_live:
        return _answered(asked, is_live=True)
    with Store.open(corpus_path(), readonly=True) as store:
        frozen = store.presentation(briefing_id, asked.version)
    if frozen:
        return frozen
    try:
        return freeze(briefing_id)
    except CorpusError:
        return _answered(asked, is_live=True)


def shown(slide: Slide) -> Shown:
    """What the slide shows of the corpus as it is now.

    Raises:
        CorpusError: the corpus cannot be read.
    """
    view = Slide("", slide.kind, page=slide.page, query=slide.query)
    found = _shown(*_current(), notebook_mark(corpus_path()), view)
    seen = replace(found.map, camera=slide.camera) if found.map else None
    return replace(found, slide=slide, map=seen)


@st.cache_resource(max_entries=120, show_spinner=False)
def _shown(path: str, mark: str, notes: str, view: Slide) -> Shown:
    return show(_corpus(path, mark, notes), view)


@st.cache_resource(max_entries=2, show_spinner=False)
def _corpus(path: str, mark: str, notes: str) -> Corpus:  # noqa: ARG001 - cached by
    index = _index(path, mark)
    with Store.open(Path(path), readonly=True) as store:
        reviews = store.reviews()
    made_by, maker = makers(index, extractors(path, mark))
    return Corpus(index, lambda: _held(path, mark), name_of, made_by, maker, reviews)


def _answered(asked: Briefing, *, is_live: bool) -> Presentation:
    slides = tuple(map(shown, asked.slides))
    return Presentation(asked, corpus_path().stem, now(), is_live, slides)


def _asked(found: Briefing | None, briefing_id: str) -> Briefing:
    if found is None:
        raise UsageError(f"there is no briefing {briefing_id!r}: it was deleted, or never made")
    return found


def _steps(briefing_id: str) -> tuple[bool, bool]:
    path = corpus_path()
    if not fingerprint(path):
        return False, False
    with Store.open(path, readonly=True) as store:
        return store.briefing_steps(briefing_id)
