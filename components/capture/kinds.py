"""Which kinds of slide a screen can be captured as."""

from __future__ import annotations

from collections.abc import Mapping

from components import state
from dateline.briefing import SlideKind

NAMES: Mapping[SlideKind, str] = {
    "map": "Map",
    "timeline": "Timeline",
    "quotations": "Quotations",
    "position": "Position over time",
    "table": "Table",
    "judgments": "Key judgments",
    "text": "Text",
}
"""The kinds as they are offered, in that order."""
WRITTEN: tuple[SlideKind, ...] = ("judgments", "text")
"""What any screen may be captured as, for it is written."""
SHOWN: Mapping[str, tuple[SlideKind, ...]] = {
    "explore": ("map", "timeline", "quotations", "table"),
    "voices": ("quotations", "position", "table"),
    **dict.fromkeys(("entities", "articles", "places"), ("table",)),
}
"""For each screen the views of it that a slide shows."""
BRUSHED = ("explore", "voices", "entities", "articles", "places", "notebook")
"""Screens that the Brush selects on; a slide of another one opens Explore."""


def offered(page: str, has_position: bool) -> tuple[SlideKind, ...]:
    """The kinds of slide that a screen can be captured as, the likeliest first.

    Args:
        has_position: whether a side and a subject are chosen.
    """
    shown = tuple(kind for kind in SHOWN.get(page, ()) if kind != "position" or has_position)
    first = tuple(kind for kind in shown if kind == "position")
    return (*first, *(kind for kind in shown if kind not in first), *WRITTEN)


def has_position(here: state.Session) -> bool:
    """Whether Voices shows the position of a side on a subject, both of them chosen."""
    named = here.stating.parts.get("voices", {})
    fields = {one.field: one.values for one in here.brush.clauses}
    has_side = bool(named.get("side")) or "speaker" in fields
    has_subject = bool(named.get("subject")) or len(fields.get("about", ())) == 1
    return here.page == "voices" and here.voicing.shows == "position" and has_side and has_subject
