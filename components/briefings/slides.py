"""The slides of the opened briefing in their order, each told in a few words."""

from __future__ import annotations

from typing import Any

from components import state, theme
from components.briefings import acts, now, told
from components.briefings.look import HERE
from components.typeset.frontend import Event, mount, register
from components.typeset.text import pieces
from dateline.briefing import Briefing, Slide

EMPTY = (
    "No slide yet. Go to a screen, choose what the room should see, and choose Capture or press T. "
    "Begin with the key judgments: Capture on this screen makes a slide of text."
)
HINT = "Alt with ↑ or ↓ moves a slide; Delete takes it out; U brings it back."
_renderer = register("slides", "acting", folder=HERE)


@state.view("briefing_slides")
def draw() -> None:
    """The list."""
    briefing = now.opened()
    if briefing is not None:
        mount(_renderer, payload(briefing), "slide_list", on_event)


def payload(briefing: Briefing) -> dict[str, Any]:
    """What the browser needs to draw the list, as plain JSON."""
    chosen, slides = now.chosen(briefing), briefing.slides
    return {
        "title": "Slides",
        "count": theme.number(len(slides)) if slides else "",
        "hint": HINT if slides else "",
        "rows": [_row(briefing, at, slide, slide == chosen) for at, slide in enumerate(slides)],
        "more": "",
        "empty": "" if slides else EMPTY,
        "height": None,
    }


def _row(briefing: Briefing, at: int, slide: Slide, is_chosen: bool) -> dict[str, Any]:
    draft = now.draft_of(briefing, slide)
    written = draft.mine if draft else slide
    words, counts = told.told(slide)
    return {
        "id": slide.slide_id,
        "number": at + 1,
        "of": len(briefing.slides),
        "kind": told.NAMES[written.kind],
        "headline": pieces(written.headline),
        "words": pieces(words),
        "counts": counts,
        "unsaved": draft is not None,
        "chosen": is_chosen,
    }


def on_event(event: Event) -> None:
    """Choose a slide, move it, copy it, take it out, or open its view. For callbacks only."""
    briefing_id, asked, slide_id = now.asked(), event["field"], event.get("value")
    if not isinstance(slide_id, str) or not briefing_id:
        return
    if asked == "choose":
        now.choose(slide_id)
    elif asked == "move" and event.get("by") in (-1, 1):
        acts.move(briefing_id, slide_id, int(event["by"]))
    elif asked == "duplicate":
        acts.copy_slide(briefing_id, slide_id)
    elif asked == "delete":
        acts.delete_slide(briefing_id, slide_id)
    elif asked == "view":
        told.open_view(slide_id)
