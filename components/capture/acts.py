"""What the form that captures does: a slide of a briefing, and the way back."""

from __future__ import annotations

from urllib.parse import urlencode

from components import address, state, theme
from components.capture import camera
from components.capture.kinds import BRUSHED, WRITTEN
from data.access import briefings, notebook
from dateline.briefing import Briefing, Slide, SlideKind
from dateline.errors import DatelineError, UsageError

FORM = "capture"
"""The key of what opens the form."""


def open_form() -> None:
    """Open the form, or close it. For callbacks only."""
    state.hold(FORM, not state.widget(FORM))
    state.redraw_head(FORM)


def key(name: str) -> str:
    """The key of a widget of the form, new whenever the form is emptied."""
    return f"capture_{name}_{state.session().capturing.turns}"


def into() -> str:
    """The briefing that is offered first: the one that was captured into or opened last, else the
    one that was changed last; empty where there is none."""
    standing, last = briefings.briefings(), state.session().capturing.briefing_id
    ids = [one.briefing_id for one in standing]
    return last if last in ids else next(iter(ids), "")


def capture(kind: SlideKind) -> None:
    """Make the screen a slide, as the form says."""
    here = state.session()
    capturing = here.capturing
    forget()
    try:
        made, capturing.is_new = _kept(_slide(here, kind), _written("into"))
    except DatelineError as error:
        capturing.fault = error.public_message
        return
    capturing.last, capturing.briefing_id = made, made.briefing_id
    capturing.slide_id = made.slides[-1].slide_id
    capturing.said = f"Slide {len(made.slides)} of “{theme.shortened(made.name, 60)}”"
    capturing.page = here.page
    capturing.turns += 1
    state.hold(FORM, False)
    _redraw(here)


def take_back() -> None:
    """Take the slide that was captured last out of its briefing; or that, where it is new."""
    here = state.session()
    last, is_new = here.capturing.last, here.capturing.is_new
    forget()
    here.capturing.page = here.page
    try:
        if last is not None:
            _undone(last, is_new)
            here.capturing.said = "Taken back"
    except DatelineError as error:
        here.capturing.fault = error.public_message
    _redraw(here)


def show_slide() -> None:
    """Open the briefing at the slide that was captured last."""
    here = state.session()
    here.stating.parts["briefings"] = {
        "briefing": [here.capturing.briefing_id], "slide": [here.capturing.slide_id]
    }  # fmt: skip
    forget()
    state.go("briefings")


def forget() -> None:
    """Say no more of what was captured."""
    capturing = state.session().capturing
    capturing.said, capturing.fault, capturing.page, capturing.last = "", "", "", None


def _redraw(here: state.Session) -> None:
    if here.page == "briefings":
        state.redraw_head(FORM, *here.views)


def _slide(here: state.Session, kind: SlideKind) -> Slide:
    page = here.page if here.page in BRUSHED else "explore"
    query = urlencode(address.of(here, page), doseq=True)
    return Slide(
        slide_id="",
        kind=kind,
        headline=" ".join(_written("headline").split()),
        text=_written("text") if kind in WRITTEN else "",
        notes=_written("notes"),
        page=page,
        query="" if kind == "text" and page != here.page else query,
        camera=camera.of(here),
    )


def _kept(slide: Slide, named: str) -> tuple[Briefing, bool]:
    """The briefing with the slide in it, and whether it is new."""
    if not named:
        raise UsageError("the briefing has no name yet: choose one, or write a name")
    who = notebook.analyst()
    standing = briefings.briefing(named)
    found = standing or briefings.create(named, who)
    return briefings.capture(found.briefing_id, slide, who), standing is None


def _undone(last: Briefing, is_new: bool) -> None:
    """The briefing as it was before, where no one changed it since."""
    now = briefings.briefing(last.briefing_id)
    if now is None or now.version != last.version:
        raise UsageError(f"“{last.name}” was changed since: take the slide out in it")
    if is_new:
        briefings.delete(last.briefing_id, notebook.analyst())
    else:
        briefings.undo(last.briefing_id, notebook.analyst())


def _written(name: str) -> str:
    return str(state.widget(key(name)) or "").strip()
