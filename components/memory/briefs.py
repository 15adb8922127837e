"""What is captured for briefings, and what is written of their slides."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.briefing import Briefing, Slide

Camera = tuple[float, float, float]
"""Longitude, latitude and zoom of the map."""


@dataclass
class Capturing:
    """What the form that captures holds, and what it did last."""

    briefing_id: str = ""
    """The briefing that was captured into, or opened, last."""
    camera: Camera | None = None
    """That of the map, as the browser told it."""
    turns: int = 0
    """How often the form was emptied; part of its widgets' identity."""
    said: str = ""
    """What was captured, in words."""
    fault: str = ""
    """Why it was not."""
    page: str = ""
    """The screen on which that was."""
    last: Briefing | None = None
    """The briefing that it made, if it can be taken back."""
    slide_id: str = ""
    """The slide that it made."""
    is_new: bool = False
    """Whether the briefing was made for it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A slide as it is being written."""

    base: Slide
    """As it stood when the writing began."""
    mine: Slide


@dataclass
class Composing:
    """What the Briefings screen remembers."""

    said: str = ""
    """What was done last, in words."""
    fault: str = ""
    """Why the last thing that was asked could not be done."""
    about: str = ""
    """The briefing on whose screen that is said; empty for the list of all."""
    deleted: Briefing | None = None
    """The briefing that was deleted last, if it can be taken back."""
    drafts: dict[tuple[str, str], Draft] = field(default_factory=dict)
    """What was written and is not kept yet, by the ids of its briefing and its slide."""
    turns: int = 0
    """How often a draft was let go; part of the widgets' identity."""
    is_renaming: bool = False
    """Whether the name of the opened briefing is being written."""
