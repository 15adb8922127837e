"""The chosen slide as the room will see it, small."""

from __future__ import annotations

from components import theme
from components.briefings.look import HERE
from components.typeset.frontend import Event, mount, register
from data.access import presenting
from dateline.briefing import Slide

_renderer = register("preview", str(presenting.SCRIPTS[0]), shared="nodes", folder=HERE)


def draw(slide: Slide) -> None:
    """The slide as it is written, drawn as it is presented."""
    look = theme.palette()
    payload = {
        "deck": presenting.preview(slide),
        "colours": presenting.colours(look.name, theme.hues(look)),
    }
    mount(_renderer, payload, "slide_preview", _nothing)


def _nothing(_event: Event) -> None:
    """Nothing can be asked of it."""
