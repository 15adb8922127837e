"""Which briefing is open, and which of its slides; both stand in the address."""

from __future__ import annotations

from components import state
from components.memory import Draft
from components.parts import name_parts, part
from components.typeset.source import time_of
from data.access import briefings
from dateline.briefing import Briefing, Slide

WRITTEN = ("briefing_slides", "briefing_slide", "briefing_preview", "briefing_standards")
"""Fragment keys of what shows the words of slides."""
VIEWS = ("briefing_head", "briefing_live", *WRITTEN)
"""Fragment keys of an opened briefing."""
SHELF = "briefing_shelf"
"""The fragment key of the list of all."""


def asked() -> str:
    """The id that the address names; empty for the list of all."""
    return next(iter(part("briefing")), "")


def opened() -> Briefing | None:
    """The briefing that the address names, as it stands."""
    return briefings.briefing(asked()) if asked() else None


def chosen(briefing: Briefing) -> Slide | None:
    """The slide that the address names, else the first."""
    named = found(briefing, next(iter(part("slide")), ""))
    return named or next(iter(briefing.slides), None)


def found(briefing: Briefing, slide_id: str) -> Slide | None:
    """The slide of that id."""
    return next((one for one in briefing.slides if one.slide_id == slide_id), None)


def draft_of(briefing: Briefing, slide: Slide) -> Draft | None:
    """What was written of a slide and is not kept yet."""
    return state.session().composing.drafts.get((briefing.briefing_id, slide.slide_id))


def show(briefing_id: str, slide_id: str = "") -> None:
    """Open a briefing, at a slide of it; or the list of all. For callbacks only."""
    here = state.session()
    here.composing.is_renaming = False
    here.capturing.briefing_id = briefing_id or here.capturing.briefing_id
    name_parts(briefing=[briefing_id][: bool(briefing_id)], slide=[slide_id][: bool(slide_id)])


def choose(slide_id: str) -> None:
    """Show another slide of the opened briefing. For callbacks only."""
    name(slide_id)
    state.look(*WRITTEN)


def name(slide_id: str) -> None:
    """Let the address name this slide from its next writing on."""
    here = state.session()
    named = here.stating.parts.get("briefings", {})
    here.stating.parts["briefings"] = named | {"slide": [slide_id]}


def changed(briefing: Briefing) -> str:
    """When it was changed last, and by whom."""
    return f"{time_of({'at': briefing.at}, 'at')} by {briefing.who}"
