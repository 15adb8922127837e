"""A briefing as the deck that a browser shows, and what draws it there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from dateline.briefing import Briefing, Presentation, Slide
from dateline.export import deck as decks
from dateline.export.deck import Deck

from . import briefings, pictures

__all__ = ["SCRIPTS", "Deck", "colours", "deck", "preview"]
SMALL = 120
"""Places of a map in a small picture."""
SCRIPTS: tuple[Path, ...] = decks.SCRIPTS


def colours(name: str, hues: Mapping[str, str]) -> dict[str, str]:
    """The colours of slides and of what is drawn on them, by the names of their variables."""
    return pictures.colours(name, hues)


def deck(briefing_id: str) -> Deck | None:
    """The presentation of a briefing; None where there is no such briefing.

    Raises:
        CorpusError: the corpus cannot be read.
    """
    presentation = briefings.presentation(briefing_id) if briefing_id else None
    return decks.deck(presentation, pictures.drawn_on()) if presentation else None


def preview(slide: Slide) -> Deck:
    """A deck of this slide alone, as it would be presented now: without its citations, and with
    those places of its map alone that can be told apart in a small picture.

    Raises:
        CorpusError: the corpus cannot be read.
        SearchTooSlow: its search takes longer than a reader waits.
    """
    found = replace(briefings.shown(slide), sources=())
    if found.map:
        found = replace(found, map=replace(found.map, marks=found.map.marks[:SMALL]))
    told = Presentation(Briefing("", ""), "", "", True, (found,))
    return decks.deck(told, pictures.drawn_on())
