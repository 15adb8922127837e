"""Briefings of the corpus in use: kept as versions, undone at will, frozen when presented."""

from __future__ import annotations

from dateline.briefing import Briefing, Slide
from dateline.settings import corpus_path
from dateline.store import Store
from dateline.store.limits import LONGEST_HEADLINE, LONGEST_NAME, LONGEST_TEXT, MOST_SLIDES

from .shown import fingerprint

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
    "keep",
    "redo",
    "restore",
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


def _steps(briefing_id: str) -> tuple[bool, bool]:
    path = corpus_path()
    if not fingerprint(path):
        return False, False
    with Store.open(path, readonly=True) as store:
        return store.briefing_steps(briefing_id)
