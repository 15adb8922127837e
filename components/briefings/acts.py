"""What is done to briefings: each act is kept as a version at once, and said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from components import state, theme
from components.briefings import now
from components.memory import Composing
from data.access import briefings, notebook
from dateline.briefing import Briefing, Slide
from dateline.errors import DatelineError, UsageError

Slides = tuple[Slide, ...]
GONE = "it was deleted, or never made"


@contextmanager
def asked() -> Iterator[Composing]:
    """What this screen remembers; a fault inside becomes its note. For callbacks."""
    here = state.session().composing
    here.said, here.fault, here.about, here.deleted = "", "", now.asked(), None
    try:
        yield here
    except DatelineError as error:
        here.fault = error.public_message


def create(name: str) -> None:
    """A new briefing, opened."""
    made = ""
    with asked():
        made = briefings.create(name, notebook.analyst()).briefing_id
    if made:
        now.show(made)
    state.redraw(now.SHELF)


def rename(briefing_id: str, name: str) -> None:
    """Give a briefing another name."""
    with asked() as here:
        standing = existing(briefing_id)
        if name != standing.name:
            briefings.keep(replace(standing, name=name), notebook.analyst())
            here.said = "Renamed"


def duplicate(briefing_id: str) -> None:
    """The same slides once more, in a briefing of their own."""
    with asked() as here:
        standing = existing(briefing_id)
        name = f"{standing.name[: briefings.LONGEST_NAME - 7]} (copy)"
        made = briefings.create(name, notebook.analyst())
        slides = tuple(replace(slide, slide_id="") for slide in standing.slides)
        briefings.keep(replace(made, slides=slides), notebook.analyst())
        here.said = f"Duplicated: {theme.shortened(standing.name, 60)}"


def delete(briefing_id: str) -> None:
    """Take a briefing out of the list; `restore` takes that back."""
    with asked() as here:
        standing = existing(briefing_id)
        briefings.delete(briefing_id, notebook.analyst())
        here.said, here.deleted = f"Deleted: {theme.shortened(standing.name, 60)}", standing


def restore() -> None:
    """Take the last deletion back."""
    deleted = state.session().composing.deleted
    if deleted is not None:
        with asked() as here:
            briefings.restore(deleted.briefing_id, notebook.analyst())
            here.said = f"Back again: {theme.shortened(deleted.name, 60)}"
    state.redraw(now.SHELF)


def step(briefing_id: str, back: bool) -> None:
    """Undo the last change of a briefing, or redo what was undone."""
    with asked() as here:
        (briefings.undo if back else briefings.redo)(briefing_id, notebook.analyst())
        here.said = "Undone" if back else "Redone"
    state.look(*now.VIEWS)


def move(briefing_id: str, slide_id: str, by: int) -> None:
    """Move a slide up or down by so many."""

    def moved(slides: Slides) -> Slides:
        at = _place(slides, slide_id)
        left = [*slides[:at], *slides[at + 1 :]]
        left.insert(max(0, min(len(left), at + by)), slides[at])
        return tuple(left)

    _change(briefing_id, moved, "Moved")


def copy_slide(briefing_id: str, slide_id: str) -> None:
    """The same slide once more, after it."""

    def copied(slides: Slides) -> Slides:
        at = _place(slides, slide_id)
        return (*slides[: at + 1], replace(slides[at], slide_id=""), *slides[at + 1 :])

    _change(briefing_id, copied, "Slide duplicated")


def delete_slide(briefing_id: str, slide_id: str) -> None:
    """Take a slide out; undo brings it back. The one after it is shown."""

    def without(slides: Slides) -> Slides:
        at = _place(slides, slide_id)
        left = (*slides[:at], *slides[at + 1 :])
        if left:
            now.name(left[min(at, len(left) - 1)].slide_id)
        return left

    _change(briefing_id, without, "Slide deleted")


def set_live(briefing_id: str, is_live: bool) -> None:
    """Show the corpus as it is, or as it was when it was frozen."""
    with asked():
        standing = existing(briefing_id)
        briefings.keep(replace(standing, is_live=is_live), notebook.analyst())
    state.redraw(*now.VIEWS)


def freeze(briefing_id: str) -> None:
    """Keep what the slides show now as what is presented."""
    with asked() as here:
        briefings.freeze(briefing_id)
        here.said = "Frozen anew"
    state.redraw(*now.VIEWS)


def existing(briefing_id: str) -> Briefing:
    """The briefing as it stands.

    Raises:
        UsageError: there is none.
    """
    standing = briefings.briefing(briefing_id)
    if standing is None:
        raise UsageError(f"there is no such briefing any more: {GONE}")
    return standing


def _change(briefing_id: str, change: Callable[[Slides], Slides], said: str) -> None:
    with asked() as here:
        standing = existing(briefing_id)
        slides = change(standing.slides)
        if slides != standing.slides:
            briefings.keep(replace(standing, slides=slides), notebook.analyst())
            here.said = said
    state.look(*now.VIEWS)


def _place(slides: Slides, slide_id: str) -> int:
    """Where the slide stands.

    Raises:
        UsageError: it is there no more.
    """
    at = next((at for at, one in enumerate(slides) if one.slide_id == slide_id), None)
    if at is None:
        raise UsageError("this slide is not in the briefing any more: someone took it out")
    return at
